// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "pin_commands.h"

#include <algorithm>

#include "vienlogs/base/failures_base.h"
#include "vienlogs/card/failures.h"
#include "vienlogs/card/tlv.h"

namespace vienlogs::card {

using ports::PinInput;
using ports::PinKind;

namespace {

constexpr std::uint16_t blocked = 0x6983, invalidated = 0x6984, wrongData = 0x6A80, notSatisfied = 0x6985;
constexpr std::uint16_t padTooLate = 0x6400, padCancelled = 0x6401, padNotTheSame = 0x6402;

/// Blocks may be longer, but nobody's PIN is.
std::size_t longestPin(const PinLayout& layout) {
    constexpr std::size_t mostDigits = 12;
    return std::min(layout.length, mostDigits);
}

std::size_t shortestPin(PinKind kind) {
    return kind == PinKind::Pin1 ? 4 : kind == PinKind::Pin2 ? 6 : 8;
}

} // namespace

base::Result<void> checkPinFormat(PinKind kind, const PinLayout& layout, PinInput pin) {
    const auto text = pin.typed() ? pin.typed()->view() : std::string_view();
    const bool digits = std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!pin.typed() || (digits && text.size() >= shortestPin(kind) && text.size() <= longestPin(layout)))
        return {};
    return base::fail(codes::pinFormat, {},
                      std::to_string(shortestPin(kind)) + "–" + std::to_string(longestPin(layout)));
}

namespace {

/// The PINs of a command, filled up one after the other.
base::Bytes blocksOf(const PinLayout& layout, std::initializer_list<PinInput> pins) {
    base::Bytes blocks(layout.length * pins.size(), layout.filler);
    auto place = blocks.begin();
    for (const auto& pin : pins) {
        if (pin.typed())
            std::copy(pin.typed()->view().begin(), pin.typed()->view().end(), place);
        place += long(layout.length);
    }
    return blocks;
}

base::Result<Answer> ask(ApduChannel& channel, Command command) {
    auto answer = exchange(channel, command);
    base::wipe(command.data.data(), command.data.size());
    return answer;
}

PadCommand atPad(Command command, PinKind kind, const PinLayout& layout) {
    return {.command = std::move(command), .shortest = shortestPin(kind), .longest = longestPin(layout)};
}

/// What an answer to a PIN means; `what` names the command for support.
base::Result<void> judge(PinKind kind, const base::Result<Answer>& answer, const char* what) {
    if (!answer)
        return base::fail(answer.error());
    if (answer->ok())
        return {};
    const auto detail = std::string(what) + ": " + answer->statusText();
    const bool puk = kind == PinKind::Puk;
    const int left = (answer->status & 0xFFF0) == 0x63C0 ? answer->status & 0x0F : -1;
    if (left == 0 || answer->status == blocked || answer->status == invalidated)
        return base::fail(puk ? codes::pukBlocked : codes::pinBlocked, detail);
    if (left > 0)
        return base::fail(puk ? codes::wrongPuk : codes::wrongPin, detail, std::to_string(left));
    switch (answer->status) {
    case padTooLate:
        return base::fail(codes::padTooLate, detail);
    case padCancelled:
        return base::fail(codes::padCancelled, detail);
    case padNotTheSame:
        return base::fail(codes::padNotTheSame, detail);
    case wrongData:
    case notSatisfied:
        return base::fail(codes::pinRefused, detail);
    default:
        return base::fail(codes::nonsense, detail);
    }
}

} // namespace

base::Result<void> verify(ApduChannel& channel, PinKind kind, const PinLayout& layout, PinInput pin) {
    if (auto good = checkPinFormat(kind, layout, pin); !good)
        return good;
    Command command{.instruction = 0x20, .p2 = layout.reference, .data = blocksOf(layout, {pin})};
    if (pin.typed())
        return judge(kind, ask(channel, std::move(command)), "VERIFY");
    auto request = atPad(std::move(command), kind, layout);
    request.current = true;
    return judge(kind, exchange(channel, request), "VERIFY");
}

base::Result<void> change(ApduChannel& channel, PinKind kind, const PinLayout& layout, PinInput current,
                          PinInput fresh) {
    if (!current.typed() != !fresh.typed())
        return base::fail(base::codes::invalidArgument, "both PINs typed, or both at the pad");
    for (const auto& pin : {current, fresh})
        if (auto good = checkPinFormat(kind, layout, pin); !good)
            return good;
    Command command{.instruction = 0x24, .p2 = layout.reference, .data = blocksOf(layout, {current, fresh})};
    if (current.typed())
        return judge(kind, ask(channel, std::move(command)), "CHANGE REFERENCE DATA");
    auto request = atPad(std::move(command), kind, layout);
    request.current = true;
    request.fresh = layout.length;
    return judge(kind, exchange(channel, request), "CHANGE REFERENCE DATA");
}

base::Result<void> resetCounter(ApduChannel& channel, PinKind kind, const PinLayout& layout, PinInput fresh) {
    if (auto good = checkPinFormat(kind, layout, fresh); !good)
        return good;
    Command command{
        .instruction = 0x2C, .p1 = 0x02, .p2 = layout.reference, .data = blocksOf(layout, {fresh})};
    if (fresh.typed())
        return judge(kind, ask(channel, std::move(command)), "RESET RETRY COUNTER");
    auto request = atPad(std::move(command), kind, layout);
    request.fresh = 0;
    return judge(kind, exchange(channel, request), "RESET RETRY COUNTER");
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

} // namespace vienlogs::card
