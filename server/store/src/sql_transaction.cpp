// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "sql_transaction.h"

namespace vienlogs::server::store {

void SqlTables::forget() {
    directory_.forget();
    cases_.forget();
    changes_.forget();
    audit_.forget();
}

void SqlTables::begin(std::optional<std::int64_t> turn) {
    database_.drop();
    const bool nobodyBetween = turn && lastTurn_ && *turn == *lastTurn_ + 1;
    if (!nobodyBetween || usedRaw_)
        forget();
    lastTurn_.reset();
    usedRaw_ = false;
    cases_.trim();
}

void SqlTables::kept(std::int64_t turn) {
    lastTurn_ = turn;
}

base::Result<void> SqlTables::expect(const Needs& needs) {
    return directory_.expect(needs.clerks).and_then([&] { return cases_.expect(needs); });
}

base::Result<void> SqlTables::takeBack() {
    // What the tables remember is of the work as well; they read anew, so what others did must be there.
    forget();
    return database_.takeBack().and_then([&] { return database_.flush(); });
}

} // namespace vienlogs::server::store
