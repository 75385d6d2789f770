// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "key_commands.h"

#include <algorithm>

#include "vienlogs/card/failures.h"
#include "vienlogs/card/tlv.h"

namespace vienlogs::card {

namespace {

constexpr std::uint16_t blocked = 0x6983, invalidated = 0x6984, securityStatus = 0x6982;

std::size_t shortestPin(ports::PinKind kind) {
    return kind == ports::PinKind::Pin1 ? 4 : kind == ports::PinKind::Pin2 ? 6 : 8;
}

/// DigestInfo of SHA-256 (RFC 8017, section 9.2, note 1).
base::Bytes digestInfo(const base::Bytes& hash) {
    base::Bytes info{0x30, 0x31, 0x30, 0x0D, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01,
                     0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0x00, 0x04, 0x20};
    info.insert(info.end(), hash.begin(), hash.end());
    return info;
}

} // namespace

base::Result<void> checkPinFormat(ports::PinKind kind, const PinLayout& layout, const base::Secret& pin) {
    const auto text = pin.view();
    const bool digits = std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (digits && text.size() >= shortestPin(kind) && text.size() <= layout.length)
        return {};
    return base::fail(codes::pinFormat, {},
                      std::to_string(shortestPin(kind)) + "–" + std::to_string(layout.length));
}

base::Result<void> verify(ApduChannel& channel, const PinLayout& layout, const base::Secret& pin) {
    Command command{
        .instruction = 0x20, .p2 = layout.reference, .data = base::Bytes(layout.length, layout.filler)};
    std::copy(pin.view().begin(), pin.view().end(), command.data.begin());
    const auto answer = exchange(channel, command);
    base::wipe(command.data.data(), command.data.size());
    if (!answer)
        return base::fail(answer.error());
    if (answer->ok())
        return {};
    const int left = (answer->status & 0xFFF0) == 0x63C0 ? answer->status & 0x0F : -1;
    if (left == 0 || answer->status == blocked || answer->status == invalidated)
        return base::fail(codes::pinBlocked, "VERIFY: " + answer->statusText());
    if (left > 0)
        return base::fail(codes::wrongPin, "VERIFY: " + answer->statusText(), std::to_string(left));
    return base::fail(codes::nonsense, "VERIFY: " + answer->statusText());
}

base::Result<ports::PinCounter> readCounter(ApduChannel& channel, std::uint8_t pinReference) {
    const auto number = std::uint8_t(pinReference & 0x0F);
    const auto answer =
        exchange(channel, {.instruction = 0xCB,
                           .p1 = 0x3F,
                           .p2 = 0xFF,
                           .data = {0x4D, 0x08, 0x70, 0x06, 0xBF, 0x81, number, 0x02, 0xA0, 0x80},
                           .expected = 0x00});
    if (!answer)
        return base::fail(answer.error());
    const auto object =
        answer->ok() ? findPath(answer->data, {0x70, 0xBF8100U | number, 0xA0}) : std::nullopt;
    const auto maximum = object ? findTag(*object, 0x9A) : std::nullopt;
    const auto left = object ? findTag(*object, 0x9B) : std::nullopt;
    if (!maximum || !left || maximum->size() != 1 || left->size() != 1 || (*left)[0] > (*maximum)[0])
        return base::fail(codes::nonsense, "PIN counter: " + answer->statusText());
    return ports::PinCounter{(*left)[0], (*maximum)[0]};
}

base::Result<bool> choose(ApduChannel& channel, Purpose purpose, std::uint8_t key,
                          const base::Bytes& algorithm) {
    Command command{
        .instruction = 0x22, .p1 = 0x41, .p2 = std::uint8_t(purpose == Purpose::Signing ? 0xB6 : 0xA4)};
    command.data = {0x80, std::uint8_t(algorithm.size())};
    command.data.insert(command.data.end(), algorithm.begin(), algorithm.end());
    command.data.insert(command.data.end(), {0x84, 0x01, key});
    const auto answer = exchange(channel, command);
    if (!answer)
        return base::fail(answer.error());
    return answer->ok();
}

base::Result<base::Bytes> computeSignature(ApduChannel& channel, Purpose purpose, KeyKind key,
                                           const base::Bytes& hash) {
    const bool signing = purpose == Purpose::Signing;
    auto answer = exchange(channel, {.instruction = std::uint8_t(signing ? 0x2A : 0x88),
                                     .p1 = std::uint8_t(signing ? 0x9E : 0x00),
                                     .p2 = std::uint8_t(signing ? 0x9A : 0x00),
                                     .data = !signing && key == KeyKind::Rsa ? digestInfo(hash) : hash,
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
