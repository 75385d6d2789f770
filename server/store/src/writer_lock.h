// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "query.h"
#include "vienlogs/server/store/failures.h"
#include "vienlogs/server/store/store.h"

namespace vienlogs::server::store {

/// Takes the row that every writing transaction takes first and holds to its end. The audit is one tree, so
/// writers take turns anyway; this way they wait instead of failing late. The turn's number: the one after
/// ours when nobody wrote between. VL-STORE-0031 after a move.
[[nodiscard]] inline base::Result<std::int64_t> takeTurn(SqlConnection& connection, Access access) {
    using Turn = std::pair<std::int64_t, std::string>;
    const auto turn =
        one<Turn>(connection, "UPDATE writer SET turn=turn+1 WHERE id=1 RETURNING turn,moved_to",
                  [](const auto& r) -> base::Result<Turn> {
                      return Turn{r.integer(0), r.text(1)};
                  });
    if (!turn)
        return base::fail(turn.error());
    if (!*turn)
        return unreadable("writer");
    if (access == Access::Use && !(*turn)->second.empty())
        return base::fail(codes::moved);
    return (*turn)->first;
}

[[nodiscard]] inline base::Result<std::int64_t> turnsOf(SqlConnection& connection) {
    return number(connection, "SELECT turn FROM writer WHERE id=1");
}

} // namespace vienlogs::server::store
