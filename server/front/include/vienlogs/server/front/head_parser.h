// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <variant>

#include "vienlogs/server/front/limits.h"
#include "vienlogs/server/front/message.h"

namespace vienlogs::server::front {

/// Finds the end of a request's head in bytes that come in pieces, and refuses early what can never be one.
class HeadScanner {
public:
    struct Incomplete {};
    /// `bytes` begins with the head and holds what was given before. Its length with the empty line, when
    /// whole.
    [[nodiscard]] std::variant<std::size_t, Incomplete, Refusal> scan(std::string_view bytes,
                                                                      const Limits& limits);
    void reset() { *this = {}; }

private:
    std::size_t scanned_ = 0;
    std::size_t lineBegan_ = 0;
};

/// Reads a whole head. 400 for what is malformed, 411 for a write without a length, 413 for a length that no
/// number holds, 417, 431, 501 (coding, CONNECT), 505.
[[nodiscard]] std::variant<Head, Refusal> parseHead(std::string_view bytes, const Limits& limits);

} // namespace vienlogs::server::front
