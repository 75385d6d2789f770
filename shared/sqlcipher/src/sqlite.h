// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#define SQLITE_HAS_CODEC 1
#include <sqlcipher/sqlite3.h>

#include <map>
#include <string>
#include <string_view>

#include "vienlogs/base/result.h"

namespace vienlogs::sqlcipher {

/// The failure of the connection's last call. Only SQLite's own words: they hold no values of rows.
[[nodiscard]] tl::unexpected<base::Failure> failureOf(sqlite3* handle, int code, std::string_view doing);

/// Idle prepared statements by their text, so that a hot statement is prepared once.
class StatementCache {
public:
    ~StatementCache() { clear(); }
    [[nodiscard]] sqlite3_stmt* take(std::string_view sql);
    void giveBack(std::string sql, sqlite3_stmt* statement);
    void clear();

private:
    std::multimap<std::string, sqlite3_stmt*, std::less<>> idle_;
};

} // namespace vienlogs::sqlcipher
