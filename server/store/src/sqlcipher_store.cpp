// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/server/store/sqlcipher_store.h"

#include <condition_variable>
#include <mutex>

#include "schema.h"
#include "sql_factor_tables.h"
#include "sql_tables.h"

namespace vienlogs::server::store {

namespace {

constexpr int readers = 4;

/// One connection with its tables.
class Connection final : public Transaction {
public:
    explicit Connection(std::unique_ptr<sqlcipher::Database> database) : database_(std::move(database)) {}
    DirectoryTable& directory() override { return directory_; }
    SessionTable& sessions() override { return sessions_; }
    FactorTable& factors() override { return factors_; }
    SecurityTable& security() override { return security_; }
    CaseTable& cases() override { return cases_; }
    ChangeTable& changes() override { return changes_; }
    BlobTable& blobs() override { return blobs_; }
    AuditTable& audit() override { return audit_; }
    [[nodiscard]] sqlcipher::Database& database() { return *database_; }

private:
    std::unique_ptr<sqlcipher::Database> database_;
    SqlDirectory directory_{*database_};
    SqlSessions sessions_{*database_};
    SqlFactors factors_{*database_};
    SqlSecurity security_{*database_};
    SqlCases cases_{*database_};
    SqlChanges changes_{*database_};
    SqlBlobs blobs_{*database_};
    SqlAudit audit_{*database_};
};

class SqlCipherStore final : public Store {
public:
    SqlCipherStore(base::Secret rawKey, std::unique_ptr<sqlcipher::Database> writer)
        : rawKey_(std::move(rawKey)), writer_(std::move(writer)) {}

    void addReader(std::unique_ptr<sqlcipher::Database> reader) {
        idle_.push_back(std::make_unique<Connection>(std::move(reader)));
    }

    base::Result<void> write(const Work& work) override {
        const std::scoped_lock lock(writing_);
        auto transaction = sqlcipher::Transaction::begin(writer_.database());
        if (!transaction)
            return base::fail(transaction.error());
        if (auto done = work(writer_); !done)
            return done;
        return transaction->commit();
    }

    base::Result<void> read(const Work& work) override {
        const auto connection = borrow();
        auto& database = connection->database();
        auto done = database.run("BEGIN").and_then([&] { return work(*connection); });
        static_cast<void>(database.run("ROLLBACK")); // Nothing was written.
        giveBack(connection);
        return done;
    }

    base::Result<void> backupTo(const std::filesystem::path& file) override {
        const auto connection = borrow();
        auto done = connection->database().backupTo(file, rawKey_);
        giveBack(connection);
        return done;
    }

    base::Result<void> check() override {
        const auto connection = borrow();
        auto done = connection->database().checkIntegrity();
        giveBack(connection);
        return done;
    }

private:
    std::shared_ptr<Connection> borrow() {
        std::unique_lock lock(reading_);
        returned_.wait(lock, [&] { return !idle_.empty(); });
        auto connection = std::move(idle_.back());
        idle_.pop_back();
        return connection;
    }
    void giveBack(std::shared_ptr<Connection> connection) {
        {
            const std::scoped_lock lock(reading_);
            idle_.push_back(std::move(connection));
        }
        returned_.notify_one();
    }

    base::Secret rawKey_;
    std::mutex writing_;
    Connection writer_;
    std::mutex reading_;
    std::condition_variable returned_;
    std::vector<std::shared_ptr<Connection>> idle_;
};

} // namespace

base::Result<std::unique_ptr<Store>> openSqlCipherStore(const std::filesystem::path& file,
                                                        base::Secret rawKey) {
    auto writer = sqlcipher::Database::open(file, rawKey);
    if (!writer)
        return base::fail(writer.error());
    if (const auto current = (*writer)->migrate(migrations()); !current)
        return base::fail(current.error());
    std::vector<std::unique_ptr<sqlcipher::Database>> opened;
    for (int i = 0; i < readers; ++i) {
        auto reader = sqlcipher::Database::open(file, rawKey, {.create = false, .cacheKiB = 16 * 1024});
        if (!reader)
            return base::fail(reader.error());
        opened.push_back(std::move(*reader));
    }
    auto store = std::make_unique<SqlCipherStore>(std::move(rawKey), std::move(*writer));
    for (auto& reader : opened)
        store->addReader(std::move(reader));
    return store;
}

} // namespace vienlogs::server::store
