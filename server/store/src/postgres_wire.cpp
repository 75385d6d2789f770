// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "postgres_wire.h"

#include <libpq-fe.h>

#include "vienlogs/base/failures_base.h"
#include "vienlogs/server/store/failures.h"
#include "vienlogs/sqlcipher/failures.h"

namespace vienlogs::server::store {

namespace {

constexpr std::string_view again = "run again: ";

void replaceAll(std::string& text, std::string_view what, std::string_view by) {
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
        text.replace(at, what.size(), by);
}

} // namespace

std::string numbered(std::string_view sql) {
    std::string text;
    int number = 0;
    for (const char c : sql)
        if (c == '?')
            text += "$" + std::to_string(++number);
        else
            text += c;
    return text;
}

std::string inPostgres(std::string_view schema) {
    std::string text(schema);
    replaceAll(text, " BLOB ", " BYTEA ");
    replaceAll(text, " TEXT", " TEXT COLLATE \"C\"");
    replaceAll(text, "WITHOUT ROWID", ""); // Its tables are heaps always.
    return text;
}

base::Failure failureOf(const PGresult* result) {
    const char* state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    const std::string code = state ? state : "";
    const auto detail = "SQLSTATE " + code;
    if (code.starts_with("23") || code.starts_with("22"))
        return {sqlcipher::codes::constraint, detail, {}};
    if (code == "40001" || code == "40P01")
        return {codes::unreachable, std::string(again) + detail, {}};
    if (code == "53100")
        return {base::codes::diskFull, detail, {}};
    // 08 connection, 53 out of resources, 57P shutting down or starting; 25006: it became a standby.
    if (code.empty() || code.starts_with("08") || code.starts_with("53") || code.starts_with("57P") ||
        code == "25006")
        return {codes::unreachable, detail, {}};
    return {base::codes::internal, detail, {}};
}

bool mayFareBetter(const base::Failure& failure) {
    return failure.code == codes::unreachable && failure.detail.starts_with(again);
}

WireValues::WireValues(std::span<const SqlValue> values) {
    for (const auto& value : values)
        if (const auto* number = std::get_if<std::int64_t>(&value)) {
            const auto& text = numbers_.emplace_back(std::to_string(*number));
            add(text.c_str(), text.size(), 0);
        } else if (const auto* text = std::get_if<std::string_view>(&value)) {
            add(text->data() ? text->data() : "", text->size(), binaryFormat);
        } else if (const auto* bytes = std::get_if<const base::Bytes*>(&value)) {
            const auto* data = reinterpret_cast<const char*>((*bytes)->data());
            add(data ? data : "", (*bytes)->size(), binaryFormat);
        } else {
            add(nullptr, 0, 0);
        }
}

void WireValues::add(const char* value, std::size_t length, int format) {
    values_.push_back(value);
    lengths_.push_back(static_cast<int>(length));
    formats_.push_back(format);
}

std::int64_t WireRow::integer(int column) const {
    // int2, int4 or int8, the highest byte first; the sign is in the first one.
    const auto size = PQgetlength(result_, row_, column);
    const auto* data = reinterpret_cast<const unsigned char*>(PQgetvalue(result_, row_, column));
    if (size == 0 || size > 8)
        return 0;
    std::uint64_t value = (data[0] & 0x80) != 0 ? ~std::uint64_t{0} : 0;
    for (int i = 0; i < size; ++i)
        value = value << 8 | data[i];
    return static_cast<std::int64_t>(value);
}

std::string WireRow::text(int column) const {
    return {PQgetvalue(result_, row_, column), static_cast<std::size_t>(PQgetlength(result_, row_, column))};
}

base::Bytes WireRow::bytes(int column) const {
    const auto* data = reinterpret_cast<const std::uint8_t*>(PQgetvalue(result_, row_, column));
    return {data, data + PQgetlength(result_, row_, column)};
}

bool WireRow::isNull(int column) const {
    return PQgetisnull(result_, row_, column) != 0;
}

} // namespace vienlogs::server::store
