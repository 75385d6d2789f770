// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "key_commands.h"

#include "vienlogs/card/failures.h"

namespace vienlogs::card {

namespace {

constexpr std::uint16_t securityStatus = 0x6982;

} // namespace

base::Result<bool> choose(ApduChannel& channel, const KeyLayout& key, const base::Bytes& algorithm) {
    Command command{.instruction = 0x22, .p1 = 0x41, .p2 = std::uint8_t(key.byAuthenticating ? 0xA4 : 0xB6)};
    command.data = {0x80, std::uint8_t(algorithm.size())};
    command.data.insert(command.data.end(), algorithm.begin(), algorithm.end());
    command.data.insert(command.data.end(), {0x84, 0x01, key.reference});
    const auto answer = exchange(channel, command);
    if (!answer)
        return base::fail(answer.error());
    return answer->ok();
}

base::Result<base::Bytes> computeSignature(ApduChannel& channel, const KeyLayout& key, KeyKind kind,
                                           const base::Bytes& hash) {
    const bool signing = !key.byAuthenticating;
    auto answer = exchange(channel, {.instruction = std::uint8_t(signing ? 0x2A : 0x88),
                                     .p1 = std::uint8_t(signing ? 0x9E : 0x00),
                                     .p2 = std::uint8_t(signing ? 0x9A : 0x00),
                                     .data = !signing && kind == KeyKind::Rsa ? digestInfo(hash) : hash,
                                     .expected = 0x00});
    if (!answer)
        return base::fail(answer.error());
    if (answer->status == securityStatus)
        return base::fail(codes::pinNeeded, answer->statusText());
    if (!answer->ok() || answer->data.empty())
        return base::fail(codes::nonsense, "signature: " + answer->statusText());
    return std::move(answer->data);
}

} // namespace vienlogs::card
