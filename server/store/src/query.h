// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <optional>
#include <vector>

#include "sql.h"
#include "vienlogs/base/clock.h"
#include "vienlogs/base/failures_base.h"
#include "vienlogs/sqlcipher/failures.h"

/// Short forms for the tables: bind, run, read rows.
namespace vienlogs::server::store {

[[nodiscard]] inline std::int64_t toMilliseconds(base::Timestamp time) {
    return time.time_since_epoch().count();
}
[[nodiscard]] inline std::optional<std::int64_t> toMilliseconds(std::optional<base::Timestamp> time) {
    return time ? std::optional(toMilliseconds(*time)) : std::nullopt;
}
[[nodiscard]] inline base::Timestamp timeAt(const SqlRow& row, int column) {
    return base::Timestamp(std::chrono::milliseconds(row.integer(column)));
}
[[nodiscard]] inline std::optional<base::Timestamp> optionalTimeAt(const SqlRow& row, int column) {
    return row.isNull(column) ? std::nullopt : std::optional(timeAt(row, column));
}

/// Every row, read by `read(const SqlRow&) -> Result<Row>`.
template<typename Row, typename Read, typename... Values>
[[nodiscard]] base::Result<std::vector<Row>> all(SqlConnection& database, std::string_view sql,
                                                 const Read& read, const Values&... values) {
    const std::array<SqlValue, sizeof...(Values)> list{valueOf(values)...};
    std::vector<Row> rows;
    const auto done = database.select(sql, list, [&](const SqlRow& row) -> base::Result<void> {
        base::Result<Row> one = read(row);
        if (!one)
            return base::fail(one.error());
        rows.push_back(std::move(*one));
        return {};
    });
    if (!done)
        return base::fail(done.error());
    return rows;
}

/// The first row, or nothing.
template<typename Row, typename Read, typename... Values>
[[nodiscard]] base::Result<std::optional<Row>> one(SqlConnection& database, std::string_view sql,
                                                   const Read& read, const Values&... values) {
    auto rows = all<Row>(database, sql, read, values...);
    if (!rows)
        return base::fail(rows.error());
    return rows->empty() ? std::optional<Row>() : std::optional<Row>(std::move(rows->front()));
}

/// The integer of the first row, 0 without a row.
template<typename... Values>
[[nodiscard]] base::Result<std::int64_t> number(SqlConnection& database, std::string_view sql,
                                                const Values&... values) {
    const auto row = one<std::int64_t>(
        database, sql, [](const auto& r) -> base::Result<std::int64_t> { return r.integer(0); }, values...);
    if (!row)
        return base::fail(row.error());
    return row->value_or(0);
}

/// Lets everybody who remembers who may do what look again; in the transaction of the change.
[[nodiscard]] inline base::Result<void> moveRightsMark(SqlConnection& database) {
    return database.run("INSERT INTO settings(key,value) VALUES('rights','1') ON CONFLICT(key) DO UPDATE SET "
                        "value=CAST(CAST(settings.value AS BIGINT)+1 AS TEXT)");
}

/// A value of ours that came back unreadable: the store contradicts itself.
[[nodiscard]] inline tl::unexpected<base::Failure> unreadable(std::string column) {
    return base::fail(sqlcipher::codes::damaged, std::move(column));
}

} // namespace vienlogs::server::store
