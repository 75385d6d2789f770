// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "vienlogs/base/clock.h"
#include "vienlogs/base/result.h"
#include "vienlogs/base/ulid.h"

namespace vienlogs::server::store {

/// An act that an institution drafts; its log is `count` lines.
struct ActRow {
    base::Ulid id;
    std::string institution;
    std::string kind;
    std::int64_t count = 0;
    std::string chain; ///< of its last line; empty without one
    base::Timestamp changed{};
};

/// One entry of an act's log. None is ever changed or removed.
struct ActLine {
    std::int64_t position = 0; ///< from 1
    std::string line;
    std::string chain;  ///< of this line and all before it
    std::string sender; ///< personnel number of whoever's session brought it
};

/// Acts while they are drafted, each an append-only log.
class ActTable {
public:
    virtual ~ActTable() = default;
    [[nodiscard]] virtual base::Result<std::optional<ActRow>> act(base::Ulid id) = 0;
    /// Of one institution, behind an identity, in their order.
    [[nodiscard]] virtual base::Result<std::vector<ActRow>> acts(const std::string& institution,
                                                                 base::Ulid after, int limit) = 0;
    /// A new one, or the new end of a known one.
    [[nodiscard]] virtual base::Result<void> saveAct(const ActRow& row) = 0;
    [[nodiscard]] virtual base::Result<std::vector<ActLine>> lines(base::Ulid act, std::int64_t after,
                                                                   int limit) = 0;
    [[nodiscard]] virtual base::Result<void> addLine(base::Ulid act, const ActLine& line) = 0;
};

} // namespace vienlogs::server::store
