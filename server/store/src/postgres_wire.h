// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <deque>
#include <string>
#include <vector>

#include "sql.h"
#include "vienlogs/base/failure.h"

struct pg_result;

/// How values, rows and failures go over the line to PostgreSQL.
namespace vienlogs::server::store {

constexpr int binaryFormat = 1;

/// "$1", "$2" … for each "?". None of our statements has a question mark in a text.
[[nodiscard]] std::string numbered(std::string_view sql);
/// The schema in PostgreSQL's words: BYTEA for BLOB, and texts ordered byte by byte as SQLite orders them.
[[nodiscard]] std::string inPostgres(std::string_view schema);
/// Never with the server's own text, which may quote values. VL-STORE-0030 for what a new connection cures.
[[nodiscard]] base::Failure failureOf(const pg_result* result);
/// Another transaction came between, or a deadlock was ended: the same again may succeed.
[[nodiscard]] bool mayFareBetter(const base::Failure& failure);

/// Parameters as libpq takes them: numbers as text, whose type follows from the column; texts and bytes as
/// they are, with their length.
class WireValues {
public:
    explicit WireValues(std::span<const SqlValue> values);
    [[nodiscard]] int count() const { return static_cast<int>(values_.size()); }
    [[nodiscard]] const char* const* values() const { return values_.data(); }
    [[nodiscard]] const int* lengths() const { return lengths_.data(); }
    [[nodiscard]] const int* formats() const { return formats_.data(); }

private:
    void add(const char* value, std::size_t length, int format);
    std::deque<std::string> numbers_;
    std::vector<const char*> values_;
    std::vector<int> lengths_;
    std::vector<int> formats_;
};

/// A row of a result in the binary format.
class WireRow final : public SqlRow {
public:
    WireRow(const pg_result* result, int row) : result_(result), row_(row) {}
    std::int64_t integer(int column) const override;
    std::string text(int column) const override;
    base::Bytes bytes(int column) const override;
    bool isNull(int column) const override;

private:
    const pg_result* result_;
    int row_;
};

} // namespace vienlogs::server::store
