// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string_view>

#include "vienlogs/base/bytes.h"

namespace vienlogs::virtualcard {

/// Something that goes wrong once, at the n-th command after the card was put in.
struct Fault {
    enum class Kind { Answer, Drop };
    Kind kind = Kind::Drop;
    base::Bytes answer; ///< For Answer: sent instead of the card's own.
    int at = 0;         ///< 1 is the first command.
};

/// "answer 6F00 at APDU 5" (any bytes, at least two) or "drop at APDU 5" (the card is pulled before it
/// answers).
[[nodiscard]] std::optional<Fault> parseFault(std::string_view text);

} // namespace vienlogs::virtualcard
