// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/sqlcipher/database.h"

#include "sqlite.h"
#include "vienlogs/base/failures_base.h"

namespace vienlogs::sqlcipher {

Database::Database(sqlite3* handle) : handle_(handle), cache_(std::make_shared<StatementCache>()) {}

Database::~Database() {
    cache_->clear();
    sqlite3_close_v2(handle_);
}

base::Result<void> Database::execute(std::string_view sql) {
    const std::string text(sql);
    const int code = sqlite3_exec(handle_, text.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return failureOf(handle_, code, "execute");
    return {};
}

base::Result<Statement> Database::prepare(std::string_view sql) {
    auto* statement = cache_->take(sql);
    if (!statement) {
        const int code = sqlite3_prepare_v3(handle_, sql.data(), static_cast<int>(sql.size()),
                                            SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
        if (code != SQLITE_OK)
            return failureOf(handle_, code, "prepare");
    }
    return Statement(cache_, std::string(sql), statement);
}

std::int64_t Database::changes() const {
    return sqlite3_changes64(handle_);
}

base::Result<std::int64_t> Database::userVersion() {
    auto statement = prepare("PRAGMA user_version");
    if (!statement)
        return base::fail(statement.error());
    const auto row = statement->step();
    if (!row)
        return base::fail(row.error());
    return statement->integer(0);
}

base::Result<void> Database::migrate(std::span<const Migration> migrations) {
    const auto version = userVersion();
    if (!version)
        return base::fail(version.error());
    const auto newest = static_cast<std::int64_t>(migrations.size());
    if (*version > newest)
        return base::fail(codes::newerVersion, "schema " + std::to_string(*version));
    for (auto next = *version; next < newest; ++next) {
        auto transaction = Transaction::begin(*this);
        if (!transaction)
            return base::fail(transaction.error());
        const auto done =
            execute(migrations[static_cast<std::size_t>(next)].sql)
                .and_then([&] { return execute("PRAGMA user_version=" + std::to_string(next + 1)); })
                .and_then([&] { return transaction->commit(); });
        if (!done)
            return done;
    }
    return {};
}

base::Result<void> Database::checkIntegrity() {
    // The check of the checksums reads the file itself. A page that a power cut left half written there is
    // whole in the log, and is written again from it first.
    if (const auto written = execute("PRAGMA wal_checkpoint(PASSIVE)"); !written)
        return written;
    for (const auto* pragma : {"PRAGMA cipher_integrity_check", "PRAGMA quick_check"}) {
        auto statement = prepare(pragma);
        if (!statement)
            return base::fail(statement.error());
        for (;;) {
            const auto row = statement->step();
            if (!row)
                return base::fail(row.error());
            if (!*row)
                break;
            if (statement->text(0) != "ok")
                return base::fail(codes::damaged, pragma);
        }
    }
    return {};
}

base::Result<void> Database::backupTo(const std::filesystem::path& file, const base::Secret& rawKey) {
    if (std::filesystem::exists(file))
        return base::fail(base::codes::fileUnreadable, "the backup's file exists", file.filename().string());
    auto target = open(file, rawKey);
    if (!target)
        return base::fail(target.error());
    auto* backup = sqlite3_backup_init((*target)->handle_, "main", handle_, "main");
    if (!backup)
        return failureOf((*target)->handle_, sqlite3_errcode((*target)->handle_), "backup");
    const int code = sqlite3_backup_step(backup, -1);
    sqlite3_backup_finish(backup);
    if (code != SQLITE_DONE)
        return failureOf((*target)->handle_, code, "backup");
    return (*target)->execute("PRAGMA wal_checkpoint(TRUNCATE)");
}

base::Result<Transaction> Transaction::begin(Database& database) {
    if (const auto begun = database.run("BEGIN IMMEDIATE"); !begun)
        return base::fail(begun.error());
    return Transaction(database);
}

base::Result<void> Transaction::commit() {
    auto done = database_->run("COMMIT");
    if (done)
        database_ = nullptr;
    return done;
}

Transaction::~Transaction() {
    // SQLite may have rolled back already (disk full); then this fails, as it should.
    if (database_)
        static_cast<void>(database_->run("ROLLBACK"));
}

} // namespace vienlogs::sqlcipher
