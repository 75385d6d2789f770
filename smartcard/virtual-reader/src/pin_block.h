// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>

#include "wire.h"

namespace vienlogs::virtualreader {

/// One entry that the pad asks its user for.
struct PinEntry {
    int shortest = 0, longest = 0; ///< Digits.
    std::size_t offset = 0;        ///< Where the digits go in the command, in bytes.
};

/// What a program asked the pad to do: a command with places for digits (PC/SC part 10, 2.5.2 and 2.5.3).
struct PinCommand {
    int seconds = 0; ///< For a whole entry; 0 as the reader likes.
    Bytes command;   ///< Digits to be put in, as ASCII; the rest stays as the program filled it.
    std::optional<PinEntry> current; ///< The PIN that holds now; nothing when it is not asked for.
    std::optional<PinEntry> chosen;  ///< The new one of a change.
    bool twice = false;              ///< The new one is asked for again and must be the same.
};

/// PIN_VERIFY_STRUCTURE and PIN_MODIFY_STRUCTURE as bytes. Nothing when lengths or offsets do not fit, or for
/// digits other than left-justified ASCII, which is all that eID cards take.
[[nodiscard]] std::optional<PinCommand> parseVerify(const Bytes& structure);
[[nodiscard]] std::optional<PinCommand> parseModify(const Bytes& structure);

/// Puts digits at their place.
void putIn(Bytes& command, const PinEntry& entry, const std::string& digits);

} // namespace vienlogs::virtualreader
