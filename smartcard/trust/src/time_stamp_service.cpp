// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/trust/time_stamp_service.h"

#include "vienlogs/timestamp/failures.h"

namespace vienlogs::trust {

namespace {

constexpr std::size_t mostAnswerBytes = 64 * 1024;

base::Result<void> checkNotRevoked(ports::Revocation& revocation, const timestamp::Stamper& stamper) {
    const auto answer = revocation.ask(stamper.certificate, stamper.issuer);
    // An outage must not stop signing; level LT asks for the proof again and cannot do without.
    if (answer && answer->state == ports::RevocationState::Revoked)
        return base::fail(timestamp::codes::refused, "certificate revoked", "certificate revoked");
    return {};
}

} // namespace

TimeStampService::TimeStampService(ports::WebClient& web, ports::Revocation* revocation,
                                   const base::Clock& clock, timestamp::Authority authority,
                                   TimeStampSettings settings)
    : web_(web), revocation_(revocation), clock_(clock), authority_(std::move(authority)),
      settings_(std::move(settings)) {}

base::Result<ports::TimeStampToken> TimeStampService::stamp(const base::Bytes& data) {
    const std::string_view text(reinterpret_cast<const char*>(data.data()), data.size());
    const auto question = timestamp::Question::make(text, settings_.policy);
    if (!question)
        return base::fail(question.error());
    const auto answer =
        web_.post(settings_.url, "application/timestamp-query", question->der(), mostAnswerBytes);
    if (!answer)
        return base::fail(timestamp::codes::away, std::string(answer.error().code.text));
    const auto stamp = authority_.check(*question, *answer, clock_.now());
    if (!stamp)
        return base::fail(stamp.error());
    if (revocation_) {
        const auto stamper = authority_.stamperOf(stamp->token);
        if (!stamper)
            return base::fail(stamper.error());
        if (const auto good = checkNotRevoked(*revocation_, *stamper); !good)
            return base::fail(good.error());
    }
    return ports::TimeStampToken{stamp->token, stamp->at};
}

} // namespace vienlogs::trust
