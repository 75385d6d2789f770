// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <vector>

#include "vienlogs/sqlcipher/database.h"

/// Reading rows without repeating the handling of failures. `read(statement)` gives a Result of one row.
namespace vienlogs::store {

using sqlcipher::Database;
using sqlcipher::Statement;

template<typename Read, typename... Values>
[[nodiscard]] auto readAll(Database& database, std::string_view sql, Read read, const Values&... values)
    -> base::Result<std::vector<typename std::invoke_result_t<Read, Statement&>::value_type>> {
    auto statement = database.prepare(sql);
    if (!statement)
        return base::fail(statement.error());
    statement->bind(values...);
    std::vector<typename std::invoke_result_t<Read, Statement&>::value_type> rows;
    for (;;) {
        const auto more = statement->step();
        if (!more)
            return base::fail(more.error());
        if (!*more)
            return rows;
        auto row = read(*statement);
        if (!row)
            return base::fail(row.error());
        rows.push_back(std::move(*row));
    }
}

/// The first row, or nothing.
template<typename Read, typename... Values>
[[nodiscard]] auto readFirst(Database& database, std::string_view sql, Read read, const Values&... values)
    -> base::Result<std::optional<typename std::invoke_result_t<Read, Statement&>::value_type>> {
    auto statement = database.prepare(sql);
    if (!statement)
        return base::fail(statement.error());
    const auto more = statement->bind(values...).step();
    if (!more)
        return base::fail(more.error());
    if (!*more)
        return std::nullopt;
    auto row = read(*statement);
    if (!row)
        return base::fail(row.error());
    return std::move(*row);
}

/// Runs `work` in a transaction that is taken back when it fails.
template<typename Work>
[[nodiscard]] auto inTransaction(Database& database, Work work) -> std::invoke_result_t<Work> {
    auto transaction = sqlcipher::Transaction::begin(database);
    if (!transaction)
        return base::fail(transaction.error());
    auto result = work();
    if (!result)
        return result;
    if (const auto committed = transaction->commit(); !committed)
        return base::fail(committed.error());
    return result;
}

} // namespace vienlogs::store
