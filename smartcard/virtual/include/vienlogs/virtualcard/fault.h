// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include "vienlogs/base/bytes.h"

namespace vienlogs::virtualcard {

/// Something that goes wrong: once at the n-th command after the card was put in, once at the next signature,
/// or from now on (Slow).
struct Fault {
    enum class Kind { Answer, Drop, WrongHash, Slow };
    Kind kind = Kind::Drop;
    base::Bytes answer;                ///< For Answer: sent instead of the card's own.
    int at = 0;                        ///< For Answer and Drop; 1 is the first command.
    std::chrono::milliseconds delay{}; ///< For Slow: before each answer, at most ten seconds.
};

/// "answer 6F00 at APDU 5" (any bytes, at least two), "drop at APDU 5" (the card is pulled before it
/// answers), "wrong hash signed" (the next signature is over something else) or "slow 200 ms" (0 ends it).
[[nodiscard]] std::optional<Fault> parseFault(std::string_view text);

} // namespace vienlogs::virtualcard
