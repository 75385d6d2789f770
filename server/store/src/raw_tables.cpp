// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "query.h"
#include "sql_transaction.h"

namespace vienlogs::server::store {

namespace {

/// "a,b,c" of some columns, each with something behind it.
std::string listed(const RawTable& table, std::size_t from, std::size_t to, std::string_view behind = "") {
    std::string text;
    for (auto i = from; i < to; ++i)
        text += (i > from ? "," : "") + table.columns[i].name + std::string(behind);
    return text;
}

std::string marks(std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i)
        text += i > 0 ? ",?" : "?";
    return text;
}

std::vector<SqlValue> valuesOf(const RawRow& row, std::size_t count) {
    std::vector<SqlValue> values;
    for (std::size_t i = 0; i < count && i < row.size(); ++i) {
        const auto& cell = row[i];
        if (const auto* number = std::get_if<std::int64_t>(&cell))
            values.emplace_back(*number);
        else if (const auto* text = std::get_if<std::string>(&cell))
            values.emplace_back(std::string_view(*text));
        else if (const auto* bytes = std::get_if<base::Bytes>(&cell))
            values.emplace_back(bytes);
        else
            values.emplace_back(std::monostate());
    }
    return values;
}

Cell cellOf(const SqlRow& row, int column, RawTable::Kind kind) {
    if (row.isNull(column))
        return std::monostate();
    if (kind == RawTable::Kind::Integer)
        return row.integer(column);
    return kind == RawTable::Kind::Text ? Cell(row.text(column)) : Cell(row.bytes(column));
}

RawTable::Kind kindOf(const std::string& type) {
    if (type == "TEXT")
        return RawTable::Kind::Text;
    return type == "BLOB" ? RawTable::Kind::Bytes : RawTable::Kind::Integer;
}

} // namespace

base::Result<std::vector<RawTable>> SqlRawTables::tables() {
    auto names = all<std::string>(database_,
                                  "SELECT name FROM sqlite_master WHERE type='table' AND name NOT LIKE "
                                  "'sqlite_%' AND name<>'writer' ORDER BY rowid",
                                  [](const auto& r) -> base::Result<std::string> { return r.text(0); });
    if (!names)
        return base::fail(names.error());
    std::vector<RawTable> tables;
    for (auto& name : *names) {
        RawTable table{std::move(name), {}, 0};
        // Key columns first in their order, then the others in theirs.
        auto columns = all<RawTable::Column>(
            database_,
            "SELECT name,type,pk FROM pragma_table_info(?) ORDER BY CASE pk WHEN 0 THEN 1000+cid ELSE pk END",
            [&](const auto& r) -> base::Result<RawTable::Column> {
                table.keySize += r.integer(2) > 0 ? 1 : 0;
                return RawTable::Column{r.text(0), kindOf(r.text(1))};
            },
            table.name);
        if (!columns)
            return base::fail(columns.error());
        table.columns = std::move(*columns);
        tables.push_back(std::move(table));
    }
    return tables;
}

base::Result<std::vector<RawRow>> SqlRawTables::after(const RawTable& table, const RawRow& key, int limit) {
    const auto keys = listed(table, 0, table.keySize);
    auto sql = "SELECT " + listed(table, 0, table.columns.size()) + " FROM " + table.name;
    if (!key.empty())
        sql += " WHERE (" + keys + ")>(" + marks(table.keySize) + ")";
    sql += " ORDER BY " + keys + " LIMIT " + std::to_string(limit);
    std::vector<RawRow> rows;
    const auto done =
        database_.select(sql, valuesOf(key, table.keySize), [&](const SqlRow& from) -> base::Result<void> {
            RawRow row;
            for (std::size_t i = 0; i < table.columns.size(); ++i)
                row.push_back(cellOf(from, static_cast<int>(i), table.columns[i].kind));
            rows.push_back(std::move(row));
            return {};
        });
    if (!done)
        return base::fail(done.error());
    return rows;
}

base::Result<void> SqlRawTables::put(const RawTable& table, const RawRow& row) {
    auto sql = "INSERT INTO " + table.name + "(" + listed(table, 0, table.columns.size()) + ") VALUES(" +
               marks(table.columns.size()) + ") ON CONFLICT(" + listed(table, 0, table.keySize) + ") DO ";
    if (table.keySize == table.columns.size())
        return database_.perform(sql + "NOTHING", valuesOf(row, row.size()));
    sql += "UPDATE SET ";
    for (auto i = table.keySize; i < table.columns.size(); ++i)
        sql += (i > table.keySize ? "," : "") + table.columns[i].name + "=excluded." + table.columns[i].name;
    return database_.perform(sql, valuesOf(row, row.size()));
}

base::Result<void> SqlRawTables::remove(const RawTable& table, const RawRow& key) {
    return database_.perform("DELETE FROM " + table.name + " WHERE (" + listed(table, 0, table.keySize) +
                                 ")=(" + marks(table.keySize) + ")",
                             valuesOf(key, table.keySize));
}

base::Result<void> SqlRawTables::clear(const RawTable& table) {
    return database_.run("DELETE FROM " + table.name);
}

base::Result<std::int64_t> SqlRawTables::count(const RawTable& table) {
    return number(database_, "SELECT count(*) FROM " + table.name);
}

base::Result<std::string> SqlRawTables::movedTo() {
    const auto where = one<std::string>(database_, "SELECT moved_to FROM writer WHERE id=1",
                                        [](const auto& r) -> base::Result<std::string> { return r.text(0); });
    if (!where)
        return base::fail(where.error());
    return where->value_or("");
}

base::Result<void> SqlRawTables::saveMovedTo(const std::string& where) {
    return database_.run("UPDATE writer SET moved_to=? WHERE id=1", where);
}

} // namespace vienlogs::server::store
