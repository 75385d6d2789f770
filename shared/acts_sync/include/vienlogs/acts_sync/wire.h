// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

#include "vienlogs/acts_sync/exchange.h"

/// Pushes and pages as JSON; an entry is the line that an act's file has.
namespace vienlogs::acts_sync {

[[nodiscard]] std::string encode(const Head& head);
[[nodiscard]] std::string encode(const Push& push);
[[nodiscard]] std::string encode(const Page& page);
/// VL-BASE-0002 for what is no such JSON, VL-ACT-0006 for a line that is no entry.
[[nodiscard]] base::Result<Head> headFrom(std::string_view text);
[[nodiscard]] base::Result<Push> pushFrom(std::string_view text);
[[nodiscard]] base::Result<Page> pageFrom(std::string_view text);

/// Of a push. A page may have twice as many: any entry that was pushed must come back in one.
inline constexpr std::size_t mostBytes = 4 * 1024 * 1024;

} // namespace vienlogs::acts_sync
