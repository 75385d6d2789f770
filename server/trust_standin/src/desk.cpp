// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "desk.h"

#include "vienlogs/base/bytes.h"

namespace vienlogs::trust_standin {

namespace {

using standin::Answer;
using standin::Call;

constexpr int noContent = 204, badRequest = 400, notFound = 404;
constexpr const char* ocspPath = "/ocsp/";

std::vector<StatusIssuer> issuersOf(const DeskSettings& settings, const Identity& own) {
    std::vector<StatusIssuer> issuers{makeStatusIssuer("trust", own)};
    if (settings.cards)
        issuers.push_back(makeStatusIssuer("cards", *settings.cards));
    return issuers;
}

std::vector<ListedEntry> entriesOf(const DeskSettings& settings, const Identity& own) {
    std::vector<ListedEntry> entries;
    if (settings.cards)
        entries.push_back({"CA/QC", "eID ICA", *settings.cards, true});
    entries.push_back({"TSA/QTST", "TSA", own, false});
    return entries;
}

std::optional<Answer> with(const std::string& type, const std::optional<std::string>& body) {
    return body ? std::optional(Answer{200, type, *body}) : std::nullopt;
}

} // namespace

Desk::Desk(const DeskSettings& settings)
    : stamps_(controls_), status_(issuersOf(settings, stamps_.authority()), revoked_),
      lists_(settings.listOperator ? *settings.listOperator : makeOperator("Vienlogs stand-in operator"),
             entriesOf(settings, stamps_.authority())) {}

Answer Desk::control(const Call& call) {
    bool done = false;
    if (call.path == "/control/tsa") {
        const auto wanted = controlFromJson(call.body);
        if (wanted)
            controls_.set(*wanted);
        done = wanted.has_value();
    } else if (call.path == "/control/ocsp")
        done = status_.ocsp.set(call.body);
    else if (call.path == "/control/crl")
        done = status_.crl.set(call.body);
    else if (call.path == "/control/tsl")
        done = lists_.tsl.set(call.body);
    else if (call.path == "/control/revoked")
        done = revoked_.set(call.body);
    else
        return {notFound};
    return {done ? noContent : badRequest};
}

std::optional<Answer> Desk::crl(const std::string& path) {
    constexpr std::string_view before = "/crl/", after = ".crl";
    if (!path.starts_with(before) || !path.ends_with(after) || path.size() < before.size() + after.size())
        return Answer{notFound};
    const auto list = status_.crlOf(path.substr(before.size(), path.size() - before.size() - after.size()));
    return list && list->empty() ? Answer{notFound} : with("application/pkix-crl", list);
}

std::optional<Answer> Desk::answer(const Call& call) {
    const auto asked = call.method + " " + call.path;
    if (call.method == "PUT")
        return control(call);
    if (asked == "POST /tsa" && call.contentType == "application/timestamp-query")
        return with("application/timestamp-reply", stamps_.answer(call.body));
    if (asked == "POST /ocsp" && call.contentType == "application/ocsp-request")
        return with("application/ocsp-response", status_.answerOcsp(call.body));
    if (call.method == "GET" && call.path.starts_with(ocspPath)) {
        const auto der =
            base::fromBase64(std::string_view(call.path).substr(std::string_view(ocspPath).size()));
        return with("application/ocsp-response",
                    status_.answerOcsp(der ? std::string(der->begin(), der->end()) : std::string()));
    }
    if (asked == "GET /tsl.xml")
        return with("application/vnd.etsi.tsl+xml", lists_.list());
    return call.method == "GET" ? crl(call.path) : Answer{notFound};
}

void Desk::close() {
    controls_.close();
    status_.ocsp.close();
    status_.crl.close();
    lists_.tsl.close();
}

} // namespace vienlogs::trust_standin
