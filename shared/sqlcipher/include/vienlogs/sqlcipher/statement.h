// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <concepts>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "vienlogs/base/bytes.h"
#include "vienlogs/base/result.h"

struct sqlite3_stmt;

namespace vienlogs::sqlcipher {

class StatementCache;

/// A prepared statement on loan from its database; reset and given back at the end of its life. It may not
/// outlive a backup or the closing of the database, and stays on the thread that uses the database.
class Statement {
public:
    Statement(Statement&& other) noexcept;
    Statement& operator=(Statement&&) = delete;
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;
    ~Statement();

    /// Binds the parameters in order, beginning with the first: integers, texts, base::Bytes, std::optional
    /// of these (nothing is NULL), std::nullopt.
    template<typename... Values>
    Statement& bind(const Values&... values) {
        int at = 0;
        (bindAt(++at, values), ...);
        return *this;
    }

    /// Binds one parameter, counted from 1.
    template<typename T>
    Statement& set(int at, const T& value) {
        bindAt(at, value);
        return *this;
    }

    /// The next row: true when there is one, false at the end. A failure of bind() comes out here.
    [[nodiscard]] base::Result<bool> step();
    /// Runs a statement that gives no rows (rows, if any, are passed over).
    [[nodiscard]] base::Result<void> run();
    /// Ready for new values.
    void reset();

    /// Columns of the current row, counted from 0. NULL reads as 0 and as empty.
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] std::string text(int column) const;
    [[nodiscard]] base::Bytes bytes(int column) const;
    [[nodiscard]] bool isNull(int column) const;

private:
    friend class Database;
    Statement(std::shared_ptr<StatementCache> cache, std::string sql, sqlite3_stmt* handle)
        : cache_(std::move(cache)), sql_(std::move(sql)), handle_(handle) {}

    void bindAt(int at, std::nullopt_t);
    void bindAt(int at, std::string_view value);
    void bindAt(int at, const base::Bytes& value);
    void bindInteger(int at, std::int64_t value);
    template<std::integral T>
    void bindAt(int at, T value) {
        bindInteger(at, static_cast<std::int64_t>(value));
    }
    template<typename T>
    void bindAt(int at, const std::optional<T>& value) {
        if (value)
            bindAt(at, *value);
        else
            bindAt(at, std::nullopt);
    }

    std::shared_ptr<StatementCache> cache_;
    std::string sql_;
    sqlite3_stmt* handle_;
    int bindError_ = 0;
};

} // namespace vienlogs::sqlcipher
