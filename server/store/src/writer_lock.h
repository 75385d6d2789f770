// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "query.h"
#include "vienlogs/server/store/failures.h"
#include "vienlogs/server/store/store.h"

namespace vienlogs::server::store {

/// Takes the row that every writing transaction takes first and holds to its end. The audit is one tree, so
/// writers take turns anyway; this way they wait instead of failing late. VL-STORE-0031 after a move.
[[nodiscard]] inline base::Result<void> takeTurn(SqlConnection& connection, Access access) {
    const auto moved =
        one<std::string>(connection, "UPDATE writer SET turn=turn+1 WHERE id=1 RETURNING moved_to",
                         [](const auto& r) -> base::Result<std::string> { return r.text(0); });
    if (!moved)
        return base::fail(moved.error());
    if (!*moved)
        return unreadable("writer");
    if (access == Access::Use && !(*moved)->empty())
        return base::fail(codes::moved);
    return {};
}

[[nodiscard]] inline base::Result<std::int64_t> turnsOf(SqlConnection& connection) {
    return number(connection, "SELECT turn FROM writer WHERE id=1");
}

} // namespace vienlogs::server::store
