// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string_view>

#include "vienlogs/base/bytes.h"
#include "vienlogs/base/result.h"
#include "vienlogs/sqlcipher/failures.h"
#include "vienlogs/sqlcipher/statement.h"

struct sqlite3;

namespace vienlogs::sqlcipher {

/// How a database is opened.
struct OpenOptions {
    bool create = true;
    /// Nobody else may open the file meanwhile; VL-STORE-0004 when somebody already does.
    bool exclusive = false;
    int busyTimeoutMs = 5000;
    /// A small cache makes every look-up decrypt pages again (3 times slower with 2 MiB).
    int cacheKiB = 64 * 1024;
};

/// One step of the schema, from version N to N + 1; the list's position gives N.
struct Migration {
    std::string_view sql;
};

/// One connection to an encrypted file. One thread at a time. WAL, synchronous=FULL, foreign keys on,
/// temporary tables only in memory (SQLCipher would write them to disk in clear).
class Database {
public:
    /// Opens with the raw 256-bit key (32 bytes; no passphrase derivation). A new file gets mode 0600.
    /// Fails with VL-STORE-0001 wrong key, -0002 plain text, -0004 in use, VL-BASE-0005 unreadable.
    [[nodiscard]] static base::Result<std::unique_ptr<Database>>
    open(const std::filesystem::path& file, const base::Secret& rawKey, const OpenOptions& options = {});

    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;
    ~Database();

    /// Runs SQL text of ours, one or more statements without parameters.
    [[nodiscard]] base::Result<void> execute(std::string_view sql);
    /// A statement from the cache or newly prepared.
    [[nodiscard]] base::Result<Statement> prepare(std::string_view sql);
    /// Prepares, binds and runs a statement that gives no rows.
    template<typename... Values>
    [[nodiscard]] base::Result<void> run(std::string_view sql, const Values&... values) {
        auto statement = prepare(sql);
        if (!statement)
            return base::fail(statement.error());
        return statement->bind(values...).run();
    }
    /// Rows that the last statement inserted, changed or deleted.
    [[nodiscard]] std::int64_t changes() const;

    /// Brings the schema up to date, each step in a transaction of its own; VL-STORE-0003 when the file is
    /// newer than the list.
    [[nodiscard]] base::Result<void> migrate(std::span<const Migration> migrations);
    [[nodiscard]] base::Result<std::int64_t> userVersion();
    /// Page checksums (HMAC) and structure; VL-STORE-0005 if anything is wrong. What the log holds is brought
    /// into the file before.
    [[nodiscard]] base::Result<void> checkIntegrity();
    /// A complete copy of the state as of now in a new file, encrypted with the same key.
    [[nodiscard]] base::Result<void> backupTo(const std::filesystem::path& file, const base::Secret& rawKey);

private:
    explicit Database(sqlite3* handle);
    [[nodiscard]] base::Result<void> configure(const base::Secret& rawKey, const OpenOptions& options);
    [[nodiscard]] base::Result<void> applyKey(const base::Secret& rawKey);
    [[nodiscard]] base::Result<void> guardEncryption();

    sqlite3* handle_;
    std::shared_ptr<StatementCache> cache_;
};

/// Takes everything back unless commit() was called and succeeded.
class Transaction {
public:
    /// Takes the write lock at once, so that a transaction never fails half way because of another writer.
    [[nodiscard]] static base::Result<Transaction> begin(Database& database);
    Transaction(Transaction&& other) noexcept : database_(other.database_) { other.database_ = nullptr; }
    Transaction& operator=(Transaction&&) = delete;
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    ~Transaction();
    /// Durable when it returns without failure.
    [[nodiscard]] base::Result<void> commit();

private:
    explicit Transaction(Database& database) : database_(&database) {}
    Database* database_;
};

} // namespace vienlogs::sqlcipher
