// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <concepts>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "vienlogs/base/bytes.h"
#include "vienlogs/base/result.h"

/// What the tables need of a database, and all they may use of it: SQLCipher and PostgreSQL both give it.
namespace vienlogs::server::store {

/// A value for a parameter; monostate is NULL. Texts and bytes stay the caller's.
using SqlValue = std::variant<std::monostate, std::int64_t, std::string_view, const base::Bytes*>;

[[nodiscard]] inline SqlValue valueOf(std::nullopt_t) {
    return std::monostate();
}
[[nodiscard]] inline SqlValue valueOf(std::string_view text) {
    return text;
}
[[nodiscard]] inline SqlValue valueOf(const base::Bytes& bytes) {
    return &bytes;
}
template<std::integral T>
[[nodiscard]] SqlValue valueOf(T number) {
    return static_cast<std::int64_t>(number);
}
template<typename T>
[[nodiscard]] SqlValue valueOf(const std::optional<T>& value) {
    return value ? valueOf(*value) : SqlValue();
}

/// The row at hand; columns are counted from 0. NULL reads as 0 and as empty.
class SqlRow {
public:
    virtual ~SqlRow() = default;
    [[nodiscard]] virtual std::int64_t integer(int column) const = 0;
    [[nodiscard]] virtual std::string text(int column) const = 0;
    [[nodiscard]] virtual base::Bytes bytes(int column) const = 0;
    [[nodiscard]] virtual bool isNull(int column) const = 0;
};

/// One connection in a transaction. One thread at a time. Parameters are written "?".
class SqlConnection {
public:
    using EachRow = std::function<base::Result<void>(const SqlRow&)>;

    virtual ~SqlConnection() = default;
    /// Runs a statement that gives no rows. Its failure may come out of a later call, at the latest of the
    /// commit, so that writes need not wait for the network one by one.
    [[nodiscard]] virtual base::Result<void> perform(std::string_view sql,
                                                     std::span<const SqlValue> values) = 0;
    /// Runs a statement and shows each row; a failure of `each` ends it.
    [[nodiscard]] virtual base::Result<void> select(std::string_view sql, std::span<const SqlValue> values,
                                                    const EachRow& each) = 0;

    template<typename... Values>
    [[nodiscard]] base::Result<void> run(std::string_view sql, const Values&... values) {
        const std::array<SqlValue, sizeof...(Values)> list{valueOf(values)...};
        return perform(sql, list);
    }
};

} // namespace vienlogs::server::store
