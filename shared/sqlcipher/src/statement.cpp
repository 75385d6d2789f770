// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/sqlcipher/statement.h"

#include "sqlite.h"

namespace vienlogs::sqlcipher {

namespace {
constexpr std::size_t maxIdle = 128;
}

sqlite3_stmt* StatementCache::take(std::string_view sql) {
    const auto found = idle_.find(sql);
    if (found == idle_.end())
        return nullptr;
    auto* statement = found->second;
    idle_.erase(found);
    return statement;
}

void StatementCache::giveBack(std::string sql, sqlite3_stmt* statement) {
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    if (idle_.size() >= maxIdle) {
        sqlite3_finalize(statement);
        return;
    }
    idle_.emplace(std::move(sql), statement);
}

void StatementCache::clear() {
    for (const auto& [sql, statement] : idle_)
        sqlite3_finalize(statement);
    idle_.clear();
}

Statement::Statement(Statement&& other) noexcept
    : cache_(std::move(other.cache_)), sql_(std::move(other.sql_)), handle_(other.handle_),
      bindError_(other.bindError_) {
    other.handle_ = nullptr;
}

Statement::~Statement() {
    if (handle_)
        cache_->giveBack(std::move(sql_), handle_);
}

void Statement::bindAt(int at, std::nullopt_t) {
    if (const int code = sqlite3_bind_null(handle_, at))
        bindError_ = code;
}

void Statement::bindAt(int at, std::string_view value) {
    // An empty view may carry a null pointer, which SQLite would bind as NULL.
    const char* data = value.data() ? value.data() : "";
    if (const int code = sqlite3_bind_text64(handle_, at, data, value.size(), SQLITE_TRANSIENT, SQLITE_UTF8))
        bindError_ = code;
}

void Statement::bindAt(int at, const base::Bytes& value) {
    const void* data = value.empty() ? static_cast<const void*>("") : value.data();
    if (const int code = sqlite3_bind_blob64(handle_, at, data, value.size(), SQLITE_TRANSIENT))
        bindError_ = code;
}

void Statement::bindInteger(int at, std::int64_t value) {
    if (const int code = sqlite3_bind_int64(handle_, at, value))
        bindError_ = code;
}

base::Result<bool> Statement::step() {
    auto* database = sqlite3_db_handle(handle_);
    if (bindError_)
        return failureOf(database, bindError_, "bind");
    const int code = sqlite3_step(handle_);
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    return failureOf(database, code, "step");
}

base::Result<void> Statement::run() {
    for (;;) {
        const auto row = step();
        if (!row)
            return base::fail(row.error());
        if (!*row)
            return {};
    }
}

void Statement::reset() {
    sqlite3_reset(handle_);
    sqlite3_clear_bindings(handle_);
    bindError_ = 0;
}

std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(handle_, column);
}

std::string Statement::text(int column) const {
    const auto* data = sqlite3_column_text(handle_, column);
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(handle_, column));
    return data ? std::string(reinterpret_cast<const char*>(data), size) : std::string();
}

base::Bytes Statement::bytes(int column) const {
    const auto* data = static_cast<const std::uint8_t*>(sqlite3_column_blob(handle_, column));
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(handle_, column));
    return data ? base::Bytes(data, data + size) : base::Bytes();
}

bool Statement::isNull(int column) const {
    return sqlite3_column_type(handle_, column) == SQLITE_NULL;
}

} // namespace vienlogs::sqlcipher
