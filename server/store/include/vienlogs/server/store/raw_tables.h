// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "vienlogs/base/bytes.h"
#include "vienlogs/base/result.h"

namespace vienlogs::server::store {

/// A value as both stores keep it; monostate is NULL.
using Cell = std::variant<std::monostate, std::int64_t, std::string, base::Bytes>;
using RawRow = std::vector<Cell>;

/// A table as the schema makes it: its columns, those of the primary key first.
struct RawTable {
    enum class Kind { Integer, Text, Bytes };
    struct Column {
        std::string name;
        Kind kind = Kind::Text;
    };
    std::string name;
    std::vector<Column> columns;
    std::size_t keySize = 0;
};

/// Tables as rows without meaning, in the order of their keys, which is the same in every store. Not for use
/// cases: it goes past every rule.
class RawTables {
public:
    virtual ~RawTables() = default;
    /// All tables but the writers' lock, those that others refer to first. Only a SQLCipher store tells.
    [[nodiscard]] virtual base::Result<std::vector<RawTable>> tables() = 0;
    /// Rows whose key comes after a key; from the first one when it is empty.
    [[nodiscard]] virtual base::Result<std::vector<RawRow>> after(const RawTable& table, const RawRow& key,
                                                                  int limit) = 0;
    /// Inserts the row, or replaces the one with its key.
    [[nodiscard]] virtual base::Result<void> put(const RawTable& table, const RawRow& row) = 0;
    [[nodiscard]] virtual base::Result<void> remove(const RawTable& table, const RawRow& key) = 0;
    [[nodiscard]] virtual base::Result<void> clear(const RawTable& table) = 0;
    [[nodiscard]] virtual base::Result<std::int64_t> count(const RawTable& table) = 0;
    /// Where everything went; empty for a store in use.
    [[nodiscard]] virtual base::Result<std::string> movedTo() = 0;
    [[nodiscard]] virtual base::Result<void> saveMovedTo(const std::string& where) = 0;
};

} // namespace vienlogs::server::store
