// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/server/store/sqlcipher_store.h"

#include "attempt.h"
#include "group_commit.h"
#include "pool.h"
#include "schema.h"
#include "sql_transaction.h"
#include "sqlcipher_connection.h"
#include "vienlogs/sqlcipher/upgrade.h"
#include "writer_lock.h"

namespace vienlogs::server::store {

namespace {

constexpr int readers = 4;

/// One connection with its tables.
struct Reader {
    explicit Reader(std::unique_ptr<sqlcipher::Database> database) : connection(std::move(database)) {}
    SqlCipherConnection connection;
    SqlTables tables{connection, SqlTables::Savepoints::Never};
};

class Writer final : public WriteConnection {
public:
    Writer(std::unique_ptr<sqlcipher::Database> database, Access access)
        : connection_(std::move(database)), access_(access) {}

    // Takes SQLite's write lock at once, so that a transaction never fails half way because of another
    // writer.
    base::Result<void> begin() override {
        const auto turn =
            connection_.run("BEGIN IMMEDIATE").and_then([&] { return takeTurn(connection_, access_); });
        if (!turn)
            return base::fail(turn.error());
        tables_.begin(turn_ = *turn);
        return {};
    }
    base::Result<void> expect(const Needs&) override { return {}; } // Look-ups here are as fast one by one.
    base::Result<void> mark() override {
        tables_.mark();
        return {};
    }
    base::Result<void> keep() override { return tables_.keep(); }
    base::Result<void> takeBack() override { return tables_.takeBack(); }
    base::Result<void> commit() override {
        return tables_.flush().and_then([&] { return connection_.run("COMMIT"); }).map([&] {
            tables_.kept(turn_);
        });
    }
    void rollback() override {
        tables_.begin(std::nullopt);
        // SQLite may have rolled back already (disk full); then this fails, as it should.
        static_cast<void>(connection_.run("ROLLBACK"));
    }
    Transaction& tables() override { return tables_; }
    bool mayTryAgain(const base::Failure&) override { return false; }

private:
    SqlCipherConnection connection_;
    SqlTables tables_{connection_, SqlTables::Savepoints::Lazily};
    Access access_;
    std::int64_t turn_ = 0;
};

class SqlCipherStore final : public Store {
public:
    SqlCipherStore(std::unique_ptr<sqlcipher::Database> writer, Access access)
        : writer_(std::move(writer), access) {}

    void addReader(std::unique_ptr<sqlcipher::Database> reader) {
        readers_.add(std::make_unique<Reader>(std::move(reader)));
    }

    using Store::write;
    base::Result<void> write(const Work& work, const Seal* seal, const Needs& needs) override {
        return commits_.run(work, seal, needs);
    }

    base::Result<void> read(const Work& work) override {
        const auto reader = readers_.borrow();
        auto& connection = reader->connection;
        reader->tables.begin(std::nullopt);
        auto done =
            connection.run("BEGIN").and_then([&] { return attempt([&] { return work(reader->tables); }); });
        static_cast<void>(connection.run("ROLLBACK")); // Nothing was written.
        return done;
    }

    base::Result<void> backupTo(const std::filesystem::path& file, const base::Secret& rawKey) override {
        return readers_.borrow()->connection.database().backupTo(file, rawKey);
    }

    base::Result<void> check() override { return readers_.borrow()->connection.database().checkIntegrity(); }

    bool isShared() const override { return false; }

    base::Result<std::int64_t> revision() override { return turnsOf(readers_.borrow()->connection); }

private:
    Writer writer_;
    GroupCommit commits_{writer_};
    Pool<Reader> readers_;
};

} // namespace

base::Result<std::unique_ptr<Store>> openSqlCipherStore(const std::filesystem::path& file,
                                                        const base::Secret& rawKey, Access access) {
    auto writer = sqlcipher::Database::open(file, rawKey);
    if (!writer)
        return base::fail(writer.error());
    if (const auto current = sqlcipher::upgrade(**writer, file, rawKey, migrations()); !current)
        return base::fail(current.error());
    auto store = std::make_unique<SqlCipherStore>(std::move(*writer), access);
    for (int i = 0; i < readers; ++i) {
        auto reader = sqlcipher::Database::open(file, rawKey, {.create = false, .cacheKiB = 16 * 1024});
        if (!reader)
            return base::fail(reader.error());
        store->addReader(std::move(*reader));
    }
    return store;
}

} // namespace vienlogs::server::store
