// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/card/apdu.h"

#include "vienlogs/card/failures.h"

namespace vienlogs::card {

namespace {

constexpr std::size_t largestAnswer = 65536;
constexpr int mostRounds = 300;

base::Result<Answer> answerOf(base::Result<base::Bytes> raw) {
    if (!raw)
        return base::fail(std::move(raw.error()));
    if (raw->size() < 2)
        return base::fail(codes::nonsense, "an answer without a status");
    Answer answer;
    answer.status = std::uint16_t((*raw)[raw->size() - 2] << 8 | raw->back());
    raw->erase(raw->end() - 2, raw->end());
    answer.data = std::move(*raw);
    return answer;
}

base::Result<Answer> once(ApduChannel& channel, const Command& command) {
    auto bytes = command.encode();
    auto raw = channel.transmit(bytes);
    base::wipe(bytes.data(), bytes.size());
    return answerOf(std::move(raw));
}

} // namespace

base::Bytes Command::encode() const {
    base::Bytes bytes{0x00, instruction, p1, p2};
    bytes.reserve(6 + data.size());
    if (!data.empty()) {
        bytes.push_back(std::uint8_t(data.size()));
        bytes.insert(bytes.end(), data.begin(), data.end());
    }
    if (expected)
        bytes.push_back(*expected);
    return bytes;
}

std::string Answer::statusText() const {
    return "SW " + base::toHex({std::uint8_t(status >> 8), std::uint8_t(status & 0xFF)});
}

base::Result<Answer> exchange(ApduChannel& channel, const Command& command) {
    if (command.data.size() > 255)
        return base::fail(codes::nonsense, "a command too long for one piece");
    auto answer = once(channel, command);
    // Only where an answer was asked for: what presents a PIN asks for none, and is never sent twice.
    if (answer && command.expected && answer->status >> 8 == 0x6C) {
        auto again = command;
        again.expected = std::uint8_t(answer->status & 0xFF);
        answer = once(channel, again);
        base::wipe(again.data.data(), again.data.size());
    }
    for (int round = 0; answer && answer->status >> 8 == 0x61; ++round) {
        if (round == mostRounds || answer->data.size() > largestAnswer)
            return base::fail(codes::nonsense, "an answer without end");
        auto more = once(channel, {.instruction = 0xC0, .expected = std::uint8_t(answer->status & 0xFF)});
        if (!more)
            return more;
        answer->data.insert(answer->data.end(), more->data.begin(), more->data.end());
        answer->status = more->status;
    }
    return answer;
}

base::Result<Answer> exchange(ApduChannel& channel, const PadCommand& command) {
    return answerOf(channel.transmitFromPad(command));
}

} // namespace vienlogs::card
