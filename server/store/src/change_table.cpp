// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "query.h"
#include "sql_tables.h"

namespace vienlogs::server::store {

base::Result<std::int64_t> SqlChanges::add(const std::string& scope, const std::string& kind,
                                           const std::string& id, bool tombstone) {
    // The update locks the scope's row until the commit, so sequences become visible in their order.
    const auto sequence = number(database_,
                                 "INSERT INTO scopes(scope,last) VALUES(?,1) ON CONFLICT(scope) DO UPDATE "
                                 "SET last=scopes.last+1 RETURNING last",
                                 scope);
    if (!sequence)
        return sequence;
    const auto added =
        database_.run("INSERT INTO changes(scope,sequence,kind,id,tombstone) VALUES(?,?,?,?,?) ON "
                      "CONFLICT(scope,kind,id) DO UPDATE SET sequence=excluded.sequence, "
                      "tombstone=excluded.tombstone",
                      scope, *sequence, kind, id, tombstone);
    if (!added)
        return base::fail(added.error());
    return sequence;
}

base::Result<std::vector<contract::Change>> SqlChanges::after(const std::string& scope, std::int64_t sequence,
                                                              int limit) {
    return all<contract::Change>(
        database_,
        "SELECT c.sequence,c.kind,c.id,c.tombstone,cases.body FROM changes c LEFT JOIN cases ON "
        "c.kind='case' AND "
        "cases.id=c.id WHERE c.scope=? AND c.sequence>? ORDER BY c.sequence LIMIT ?",
        [](const auto& r) -> base::Result<contract::Change> {
            return contract::Change{r.integer(0), r.text(1), r.text(2), r.integer(3) != 0,
                                    r.integer(3) != 0 ? std::string() : r.text(4)};
        },
        scope, sequence, limit);
}

base::Result<std::map<std::string, std::int64_t>> SqlChanges::lasts() {
    using Last = std::pair<std::string, std::int64_t>;
    const auto rows =
        all<Last>(database_, "SELECT scope,last FROM scopes", [](const auto& r) -> base::Result<Last> {
            return Last{r.text(0), r.integer(1)};
        });
    if (!rows)
        return base::fail(rows.error());
    return std::map<std::string, std::int64_t>(rows->begin(), rows->end());
}

base::Result<std::string> SqlChanges::setting(const std::string& key) {
    const auto value = one<std::string>(
        database_, "SELECT value FROM settings WHERE key=?",
        [](const auto& r) -> base::Result<std::string> { return r.text(0); }, key);
    if (!value)
        return base::fail(value.error());
    return value->value_or("");
}

base::Result<void> SqlChanges::saveSetting(const std::string& key, const std::string& value) {
    return database_.run(
        "INSERT INTO settings(key,value) VALUES(?,?) ON CONFLICT(key) DO UPDATE SET value=excluded.value",
        key, value);
}

} // namespace vienlogs::server::store
