// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <string_view>

#include <nlohmann/json.hpp>

#include "vienlogs/base/result.h"

namespace vienlogs::jsonread {

/// How much one text may hold before it is refused; checked before anything is built from it.
struct Limits {
    std::size_t bytes = 1 << 20;
    std::size_t depth = 32;       ///< Objects and arrays inside each other.
    std::size_t values = 100'000; ///< Upper bound of values, counted by separators.
};

/// Reads JSON (RFC 8259) from outside: bounded time and memory, no exceptions.
/// VL-BASE-0002 when it is too large, too deep or no JSON; the detail says where.
[[nodiscard]] base::Result<nlohmann::json> parse(std::string_view text, const Limits& limits = {});

} // namespace vienlogs::jsonread
