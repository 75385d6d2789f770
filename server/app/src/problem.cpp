// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/server/app/problem.h"

#include <algorithm>
#include <array>

#include "vienlogs/acts_sync/failures.h"
#include "vienlogs/base/clock.h"
#include "vienlogs/base/failure_text.h"
#include "vienlogs/base/failures_base.h"
#include "vienlogs/contract/audit_check.h"
#include "vienlogs/server/app/failures.h"

namespace vienlogs::server::app {

namespace {

constexpr std::array<std::pair<base::FailureCode, int>, 45> statuses{{
    {base::codes::internal, 500},
    {base::codes::invalidArgument, 400},
    {base::codes::notFound, 404},
    {base::codes::diskFull, 503},
    {base::codes::fileUnreadable, 503},
    {base::codes::personalCodeWrong, 400},
    {codes::notLoggedIn, 401},
    {codes::noRight, 403},
    {codes::deviceUnknown, 403},
    {codes::wrongDevice, 403},
    {codes::wrongPlace, 403},
    {codes::challengeExpired, 401},
    {codes::challengeUsed, 401},
    {codes::signatureWrong, 401},
    {codes::cardUntrusted, 401},
    {codes::cardRevoked, 401},
    {codes::clerkUnknown, 403},
    {codes::clerkLeft, 403},
    {codes::keyReused, 422},
    {codes::inFlight, 409},
    {codes::staleEpoch, 409},
    {codes::sequenceReused, 409},
    {codes::bodyTooLarge, 413},
    {codes::tooManyRequests, 429},
    {codes::tooManyUploads, 429},
    {codes::keyMissing, 400},
    {codes::purposeMissing, 400},
    {codes::blobMismatch, 422},
    {codes::unavailable, 503},
    {codes::storageFull, 503},
    {codes::badRequest, 400},
    {codes::auditRange, 404},
    {contract::codes::auditAltered, 409},
    {codes::refreshReplayed, 401},
    {codes::issuerAway, 503},
    {codes::issuerWrong, 401},
    {codes::factorWrong, 401},
    {codes::factorLocked, 403},
    {codes::factorMissing, 403},
    {codes::issuerNone, 404},
    {codes::notAtThisPlace, 403},
    // Of the gateway, which this library does not know: the question was wrong, not the register.
    {base::FailureCode{"VL-REG-0005"}, 400},
    {base::FailureCode{"VL-REG-0006"}, 403},
    {base::FailureCode{"VL-REG-0009"}, 403},
    {base::FailureCode{"VL-REG-0010"}, 404},
}};

constexpr std::size_t longestArgument = 200;

/// For somebody who reads the problem itself; the server does not know where its reader's clock stands.
std::string readable(base::Timestamp moment) {
    return base::toLatvianDate(std::chrono::floor<std::chrono::days>(moment)) + " " +
           base::toRfc3339(moment).substr(11, 5) + " UTC";
}

} // namespace

int statusOf(base::FailureCode code) {
    for (const auto& [known, status] : statuses)
        if (known == code)
            return status;
    if (code.text.starts_with("VL-CASE-"))
        return 409;
    if (code.text.starts_with("VL-REG-"))
        return 502;
    if (code.text.starts_with("VL-ACT-"))
        return code == acts_sync::codes::movedOn ? 409 : 422;
    return code.text.starts_with("VL-STORE-") ? 503 : 500;
}

contract::Problem problemOf(const base::Failure& failure, base::Language language) {
    if (failure.code == base::codes::diskFull)
        return problemOf({codes::storageFull, failure.detail}, language);
    auto shown = failure;
    if (const auto moment = base::fromRfc3339(failure.argument))
        shown.argument = readable(*moment);
    auto message = base::messageOf(shown, language);
    return {statusOf(failure.code), std::move(message.code), std::move(message.happened),
            std::move(message.todo), failure.argument.substr(0, longestArgument)};
}

base::FailureCode codeFrom(std::string_view text) {
    const auto texts = base::allFailureTexts();
    const auto found =
        std::find_if(texts.begin(), texts.end(), [&](const auto& t) { return t.code == text; });
    return found == texts.end() ? base::codes::internal : base::FailureCode{found->code};
}

} // namespace vienlogs::server::app
