// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "entry_name.h"
#include "vienlogs/base/failure_text.h"
#include "vienlogs/verify/report_writer.h"
#include "words.h"

namespace vienlogs::verify {

namespace {

using words::Label;

/// Lines of a report; what strangers wrote can never begin a line of its own or move the cursor.
class Lines {
public:
    explicit Lines(base::Language language) : language_(language) {}
    void add(int indent, const std::string& text) {
        text_ += std::string(std::size_t(indent) * 2, ' ') + text + "\n";
    }
    void add(int indent, Label label, const std::string& text) {
        add(indent, word(label) + ": " + safe(text));
    }
    [[nodiscard]] std::string word(Label label) const { return words::of(label).in(language_); }
    [[nodiscard]] static std::string safe(const std::string& text) { return shown(text, longestLine); }
    void addReason(int indent, const base::Failure& failure) {
        const auto message = base::messageOf(failure, language_);
        add(indent, "- " + message.happened + " " + message.todo + " [" + message.code + "]");
    }
    [[nodiscard]] base::Language language() const { return language_; }
    [[nodiscard]] std::string take() { return std::move(text_); }

private:
    static constexpr std::size_t longestLine = 600;
    base::Language language_;
    std::string text_;
};

std::string moment(base::Timestamp time) {
    const auto day = std::chrono::floor<std::chrono::days>(time);
    return base::toLatvianDate(std::chrono::year_month_day(day)) + " " + base::toRfc3339(time).substr(11, 8) +
           " UTC";
}

void addLevels(const SignatureReport& report, Lines& lines) {
    const auto level = report.level();
    lines.add(1, Label::Level, level ? nameOf(*level) : "-");
    for (const auto& result : report.levels) {
        if (result.reached)
            continue;
        lines.add(2, Label::Missing, nameOf(result.level));
        for (const auto& reason : result.reasons)
            lines.addReason(3, reason);
    }
}

void addQualified(const SignatureReport& report, Lines& lines) {
    if (report.qualified.yes) {
        lines.add(1, lines.word(report.seal ? Label::QualifiedSeal : Label::Qualified));
        return;
    }
    lines.add(1, lines.word(Label::NotQualified));
    for (const auto& reason : report.qualified.reasons)
        lines.addReason(2, reason);
}

void addSimple(const SignatureReport& report, Lines& lines) {
    lines.add(0, verdictOf(report, lines.language()) + " (" + nameOf(report.indication) +
                     (report.sub == SubIndication::None ? "" : std::string(", ") + nameOf(report.sub)) + ")");
    if (!report.signer.empty())
        lines.add(1, report.seal ? Label::Sealed : Label::Signed,
                  report.signer + (report.identifier.empty() ? "" : ", " + report.identifier));
    if (report.provedAt)
        lines.add(1, Label::Proved, moment(*report.provedAt));
    if (report.claimedAt)
        lines.add(1, Label::Claimed, moment(*report.claimedAt));
    for (const auto& reason : report.reasons)
        lines.addReason(1, reason);
    addLevels(report, lines);
    addQualified(report, lines);
}

void addChecks(const SignatureReport& report, Lines& lines) {
    lines.add(1, Label::Place, report.place);
    for (const auto& check : report.checks) {
        const auto about = check.about.empty() ? "" : " (" + Lines::safe(check.about) + ")";
        lines.add(2, words::of(check.kind).in(lines.language()) + about + ": " +
                         words::of(check.outcome).in(lines.language()));
        if (check.why)
            lines.addReason(3, *check.why);
    }
}

void addData(const SignatureReport& report, Lines& lines) {
    lines.add(1, report.format + ", " + Lines::safe(report.signatureMethod));
    lines.add(1, lines.word(Label::Chain) + ":");
    for (const auto& certificate : report.chain) {
        lines.add(2, Lines::safe(certificate.subject) + ", " + certificate.key);
        lines.add(3, moment(certificate.validFrom) + " - " + moment(certificate.validTo) + ", " +
                         certificate.serial);
    }
    lines.add(1, lines.word(Label::Stamps) + ":");
    for (const auto& stamp : report.timeStamps)
        lines.add(2, Lines::safe(stamp.service) + ", " + (stamp.at ? moment(*stamp.at) : "-") + ", " +
                         words::of(stamp.holds ? Outcome::Passed : Outcome::Failed).in(lines.language()));
    lines.add(1, lines.word(Label::Revocation) + ":");
    for (const auto& word : report.revocation)
        lines.add(2, std::string(word.answer.source == ports::RevocationSource::Ocsp ? "OCSP" : "CRL") +
                         ", " + moment(word.answer.producedAt) + ", " + word.certificate.substr(0, 16));
}

} // namespace

std::string verdictOf(const SignatureReport& report, base::Language language) {
    return words::verdict(report.indication, report.seal).in(language);
}

std::string toText(const ValidationReport& report, ReportKind kind, base::Language language) {
    Lines lines(language);
    lines.add(0, lines.word(Label::Files) + ":");
    for (const auto& file : report.files)
        lines.add(1, Lines::safe(file.name) + " (" + std::to_string(file.size) + " B)");
    if (report.signatures.empty())
        lines.add(0, lines.word(Label::Nobody));
    for (const auto& signature : report.signatures) {
        addSimple(signature, lines);
        if (kind != ReportKind::Simple)
            addChecks(signature, lines);
        if (kind == ReportKind::Diagnostic)
            addData(signature, lines);
    }
    return lines.take();
}

} // namespace vienlogs::verify
