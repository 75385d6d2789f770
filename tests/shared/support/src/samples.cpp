// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/test/samples.h"

#include <atomic>

namespace vienlogs::test {

namespace cases = domain::cases;

base::Timestamp noon() {
    return *base::fromRfc3339("2026-11-23T12:00:00Z");
}

base::Ulid ulid(std::mt19937& random) {
    constexpr std::string_view letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    std::string text = "01";
    while (text.size() < 26)
        text += letters[random() % letters.size()];
    return *base::Ulid::parse(text);
}

base::Ulid newUlid() {
    return base::Ulid::make(base::SystemClock());
}

cases::Command command(base::Ulid stream, cases::CommandBody body) {
    static std::atomic<int> made{0};
    return {.key = newUlid(),
            .stream = stream,
            .clerk = "K-0001",
            .place = "CES",
            .at = noon() + std::chrono::milliseconds(++made),
            .body = std::move(body)};
}

cases::OpenCase openCase(const std::string& number) {
    cases::OpenCase body;
    body.number = number;
    body.client = {*base::Identifier::parse("PNOLV-010181-15098"), "Anna", "Bērziņa"};
    body.identityLevel = domain::clients::IdentityLevel::PinProved;
    body.channel = "desk";
    body.serviceId = "dzivesvietas-deklaresana";
    return body;
}

cases::Command open(base::Ulid stream) {
    return command(stream, openCase("CES-01-26-" + stream.toString().substr(20)));
}

cases::Command answers(base::Ulid stream, const std::string& value) {
    return command(stream, cases::SaveAnswers{"{\"a\":\"" + value + "\"}"});
}

cases::Command attach(base::Ulid stream, const std::string& sha256) {
    return command(stream, cases::AttachDocument{
                               {cases::Document::Kind::Evidence, sha256, "scan", "application/pdf", 1, 1}});
}

} // namespace vienlogs::test
