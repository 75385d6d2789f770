// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "pin_block.h"

#include <algorithm>

namespace vienlogs::virtualreader {

namespace {

// Layout of the two structures, packed, little-endian (PC/SC part 10, 2.5.2 and 2.5.3).
constexpr std::size_t verifyHead = 19, modifyHead = 24;
constexpr std::size_t commandHead = 5; // CLA INS P1 P2 Lc
constexpr std::uint8_t formatMask = 0x07, leftAscii = 0x02, unitIsBytes = 0x80;

std::size_t offsetOfFormat(std::uint8_t format) {
    const std::size_t position = (format >> 3) & 0x0F;
    return format & unitIsBytes ? position : position / 8;
}

bool takesAscii(std::uint8_t format) {
    return (format & formatMask) == leftAscii;
}

/// The command behind the head of a structure, with its length in front, as it announces itself.
std::optional<Bytes> commandOf(const Bytes& structure, std::size_t head) {
    if (structure.size() < head + commandHead)
        return std::nullopt;
    std::size_t length = 0;
    for (std::size_t i = 0; i < 4; ++i)
        length |= std::size_t(structure[head - 4 + i]) << (8 * i);
    if (length != structure.size() - head || length != commandHead + structure[head + 4])
        return std::nullopt;
    return Bytes(structure.begin() + long(head), structure.end());
}

bool fits(const PinCommand& command, const std::optional<PinEntry>& entry) {
    return !entry || (entry->shortest <= entry->longest && entry->longest > 0 &&
                      entry->offset + std::size_t(entry->longest) <= command.command.size());
}

std::optional<PinCommand> checked(PinCommand command) {
    if (!fits(command, command.current) || !fits(command, command.chosen))
        return std::nullopt;
    return command;
}

} // namespace

std::optional<PinCommand> parseVerify(const Bytes& s) {
    const auto command = commandOf(s, verifyHead);
    if (!command || !takesAscii(s[2]))
        return std::nullopt;
    PinCommand parsed{.seconds = s[0], .command = *command};
    parsed.current = PinEntry{s[6], s[5], commandHead + offsetOfFormat(s[2])};
    return checked(std::move(parsed));
}

std::optional<PinCommand> parseModify(const Bytes& s) {
    const auto command = commandOf(s, modifyHead);
    if (!command || !takesAscii(s[2]))
        return std::nullopt;
    const std::size_t start = commandHead + offsetOfFormat(s[2]);
    const std::uint8_t confirm = s[9];
    PinCommand parsed{.seconds = s[0], .command = *command};
    if (confirm & 0x02)
        parsed.current = PinEntry{s[8], s[7], start + s[5]};
    parsed.chosen = PinEntry{s[8], s[7], start + s[6]};
    parsed.twice = confirm & 0x01;
    return checked(std::move(parsed));
}

void putIn(Bytes& command, const PinEntry& entry, const std::string& digits) {
    std::copy(digits.begin(), digits.end(), command.begin() + long(entry.offset));
}

} // namespace vienlogs::virtualreader
