// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "query.h"
#include "sql_case_tables.h"

namespace vienlogs::server::store {

base::Result<std::int64_t> SqlChanges::add(const std::string& scope, const std::string& kind,
                                           const std::string& id, bool tombstone) {
    // Writers take turns, so nobody else counts meanwhile and sequences become visible in their order.
    auto known = lasts_.find(scope);
    if (known == lasts_.end()) {
        const auto last = number(database_.bare(), "SELECT last FROM scopes WHERE scope=?", scope);
        if (!last)
            return last;
        known = lasts_.emplace(scope, *last).first;
    }
    const auto sequence = ++known->second;
    const auto added = database_.defer(Deferred::Scopes, {scope, sequence}).and_then([&] {
        return database_.defer(Deferred::Changes,
                               {scope, kind, id, sequence, std::int64_t{tombstone ? 1 : 0}});
    });
    return added ? base::Result<std::int64_t>(sequence) : base::fail(added.error());
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
