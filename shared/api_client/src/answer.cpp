// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "answer.h"

#include <QDateTime>
#include <QLocale>
#include <algorithm>

#include "vienlogs/base/failure_text.h"
#include "vienlogs/ports/net_failures.h"

namespace vienlogs::api_client {

namespace {

/// A code from outside as one of ours, whose characters live as long as the program.
std::optional<base::FailureCode> knownCode(const std::string& code) {
    const auto texts = base::allFailureTexts();
    const auto found =
        std::find_if(texts.begin(), texts.end(), [&](const auto& t) { return t.code == code; });
    if (found == texts.end())
        return std::nullopt;
    return base::FailureCode{found->code};
}

/// What a server may have shown to a person: short and printable, or nothing.
std::string presentable(const std::string& code) {
    const bool fits = code.size() <= 20 && std::all_of(code.begin(), code.end(), [](unsigned char c) {
                          return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
                      });
    return fits ? code : std::string();
}

/// What stands for "%1" in a text: short and without control characters, or nothing.
std::string printable(const std::string& argument) {
    const bool fits = argument.size() <= 200 &&
                      std::all_of(argument.begin(), argument.end(), [](unsigned char c) { return c >= ' '; });
    return fits ? argument : std::string();
}

} // namespace

base::Failure notUnderstood(const std::string& what, std::string argument) {
    return {ports::net::answerNotUnderstood, what, std::move(argument)};
}

base::Failure failureOf(const Answer& answer, bool tokenSent) {
    const auto status = "HTTP " + std::to_string(answer.status);
    const auto problem = contract::decode<contract::Problem>(textOf(answer));
    if (answer.status == 401 && tokenSent)
        return {ports::net::sessionEnded, problem ? presentable(problem->code) : status};
    if (!problem || !answer.contentType.startsWith("application/problem+json"))
        return notUnderstood("no problem+json", status);
    if (const auto code = knownCode(problem->code))
        return {*code, status, printable(problem->argument)};
    const auto shown = presentable(problem->code);
    return notUnderstood("unknown code", shown.empty() ? status : shown);
}

std::optional<base::Timestamp> timeOf(const Answer& answer) {
    auto time = QLocale::c().toDateTime(QString::fromLatin1(answer.date),
                                        QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    if (!time.isValid())
        return std::nullopt;
    time.setTimeSpec(Qt::UTC);
    return base::Timestamp(std::chrono::milliseconds(time.toMSecsSinceEpoch()));
}

template<typename T>
base::Result<T> valueOf(const Answer& answer) {
    return contract::decode<T>(textOf(answer)).map_error([](const base::Failure& why) {
        return notUnderstood(why.detail, "JSON");
    });
}

#define VIENLOGS_ANSWER(T) template base::Result<contract::T> valueOf<contract::T>(const Answer&);
VIENLOGS_ANSWER(LoginChallenge)
VIENLOGS_ANSWER(FederatedChallenge)
VIENLOGS_ANSWER(Session)
VIENLOGS_ANSWER(ChangesPage)
VIENLOGS_ANSWER(BlobState)
VIENLOGS_ANSWER(ReferenceManifest)
VIENLOGS_ANSWER(RegisterAnswer)
VIENLOGS_ANSWER(AuditHeads)
VIENLOGS_ANSWER(AuditConsistency)
template base::Result<std::vector<contract::LoginIssuer>> valueOf(const Answer&);
template base::Result<std::vector<contract::CommandResult>> valueOf(const Answer&);
template base::Result<std::vector<contract::RegisterHealth>> valueOf(const Answer&);
template base::Result<std::vector<contract::HistoryEntry>> valueOf(const Answer&);
template base::Result<std::vector<contract::AccessRecord>> valueOf(const Answer&);
#undef VIENLOGS_ANSWER

} // namespace vienlogs::api_client
