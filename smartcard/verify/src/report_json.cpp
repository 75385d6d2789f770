// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <nlohmann/json.hpp>

#include "vienlogs/base/failure_text.h"
#include "vienlogs/verify/report_writer.h"
#include "words.h"

namespace vienlogs::verify {

namespace {

using Json = nlohmann::ordered_json;

Json timeOf(const std::optional<base::Timestamp>& time) {
    return time ? Json(base::toRfc3339(*time)) : Json(nullptr);
}

Json write(const base::Failure& failure, base::Language language) {
    auto message = base::messageOf(failure, language);
    return {{"code", failure.code.text},
            {"text", std::move(message.happened)},
            {"todo", std::move(message.todo)}};
}

Json write(const std::vector<base::Failure>& failures, base::Language language) {
    Json list = Json::array();
    for (const auto& failure : failures)
        list.push_back(write(failure, language));
    return list;
}

Json levelsOf(const SignatureReport& report, base::Language language) {
    Json levels = Json::object();
    for (const auto& result : report.levels)
        levels[nameOf(result.level)] = {{"reached", result.reached},
                                        {"reasons", write(result.reasons, language)}};
    return levels;
}

Json qualifiedOf(const QualifiedResult& qualified, base::Language language) {
    Json json{{"yes", qualified.yes}, {"reasons", write(qualified.reasons, language)}};
    if (qualified.listing)
        json["trustedList"] = {{"sequenceNumber", qualified.listing->sequenceNumber},
                               {"issued", timeOf(qualified.listing->issued)},
                               {"nextUpdate", timeOf(qualified.listing->nextUpdate)},
                               {"service", qualified.listing->service},
                               {"provider", qualified.listing->provider}};
    return json;
}

Json simple(const SignatureReport& report, base::Language language) {
    const auto level = report.level();
    return {{"signer", report.signer},
            {"identifier", report.identifier},
            {"kind", report.seal ? "seal" : "signature"},
            {"level", level ? Json(nameOf(*level)) : Json(nullptr)},
            {"signedAt", timeOf(report.provedAt ? report.provedAt : report.claimedAt)},
            {"claimedAt", timeOf(report.claimedAt)},
            {"provedAt", timeOf(report.provedAt)},
            {"valid", report.valid()},
            {"indication", nameOf(report.indication)},
            {"subIndication", nameOf(report.sub)},
            {"verdict", verdictOf(report, language)},
            {"reasons", write(report.reasons, language)},
            {"levels", levelsOf(report, language)},
            {"qualified", qualifiedOf(report.qualified, language)}};
}

const char* nameOf(Outcome outcome) {
    return outcome == Outcome::Passed ? "passed" : outcome == Outcome::Failed ? "failed" : "noted";
}

void addChecks(const SignatureReport& report, base::Language language, Json& json) {
    json["place"] = report.place;
    json["checks"] = Json::array();
    for (const auto& check : report.checks) {
        Json each{{"check", words::of(check.kind).in(base::Language::English)},
                  {"name", words::of(check.kind).in(language)},
                  {"about", check.about},
                  {"outcome", nameOf(check.outcome)}};
        if (check.why) {
            each["why"] = write(*check.why, language);
            each["why"]["detail"] = check.why->detail;
        }
        json["checks"].push_back(std::move(each));
    }
}

Json write(const CertificateData& data) {
    return {{"subject", data.subject},
            {"issuer", data.issuer},
            {"serial", data.serial},
            {"sha256", data.sha256},
            {"validFrom", timeOf(data.validFrom)},
            {"validTo", timeOf(data.validTo)},
            {"key", data.key},
            {"policies", data.policies},
            {"statements", data.statements}};
}

Json write(const std::vector<CertificateData>& all) {
    Json list = Json::array();
    for (const auto& each : all)
        list.push_back(write(each));
    return list;
}

Json write(const RevocationData& word) {
    const auto& answer = word.answer;
    using ports::RevocationState;
    const char* state = answer.state == RevocationState::Good      ? "good"
                        : answer.state == RevocationState::Revoked ? "revoked"
                                                                   : "unknown";
    return {{"certificate", word.certificate},
            {"state", state},
            {"source", answer.source == ports::RevocationSource::Ocsp ? "OCSP" : "CRL"},
            {"embedded", word.embedded},
            {"producedAt", timeOf(answer.producedAt)},
            {"thisUpdate", timeOf(answer.thisUpdate)},
            {"nextUpdate", timeOf(answer.nextUpdate)},
            {"revokedAt", timeOf(answer.revokedAt)},
            {"reason", answer.reason}};
}

void addData(const SignatureReport& report, Json& json) {
    json["id"] = report.id;
    json["format"] = report.format;
    json["signatureMethod"] = report.signatureMethod;
    json["canonicalization"] = report.canonicalization;
    json["roles"] = report.roles;
    json["files"] = report.files;
    json["chain"] = write(report.chain);
    json["otherCertificates"] = write(report.otherCertificates);
    json["timeStamps"] = Json::array();
    for (const auto& stamp : report.timeStamps)
        json["timeStamps"].push_back({{"at", timeOf(stamp.at)},
                                      {"service", stamp.service},
                                      {"holds", stamp.holds},
                                      {"qualified", stamp.qualified}});
    json["revocation"] = Json::array();
    for (const auto& word : report.revocation)
        json["revocation"].push_back(write(word));
}

} // namespace

std::string toJson(const ValidationReport& report, ReportKind kind, base::Language language) {
    Json json{{"valid", report.valid()},
              {"validatedAt", timeOf(report.validatedAt)},
              {"mediaType", report.mediaType},
              {"files", Json::array()},
              {"signatures", Json::array()}};
    for (const auto& file : report.files)
        json["files"].push_back({{"name", file.name}, {"size", file.size}, {"mediaType", file.mediaType}});
    for (const auto& signature : report.signatures) {
        auto each = simple(signature, language);
        if (kind != ReportKind::Simple)
            addChecks(signature, language, each);
        if (kind == ReportKind::Diagnostic)
            addData(signature, each);
        json["signatures"].push_back(std::move(each));
    }
    // Names come from strangers' files: what is not UTF-8 after all must not end the program.
    return json.dump(2, ' ', false, Json::error_handler_t::replace);
}

} // namespace vienlogs::verify
