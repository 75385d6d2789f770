// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/server/store/postgres_store.h"

#include <chrono>
#include <thread>

#include "attempt.h"
#include "group_commit.h"
#include "pool.h"
#include "postgres_connection.h"
#include "postgres_schema.h"
#include "postgres_wire.h"
#include "schema.h"
#include "sql_transaction.h"
#include "vienlogs/base/failures_base.h"
#include "vienlogs/server/store/copy.h"
#include "vienlogs/server/store/sqlcipher_store.h"
#include "writer_lock.h"

namespace vienlogs::server::store {

namespace {

using namespace std::chrono_literals;
constexpr int readers = 8;
constexpr auto betweenTries = 50ms;
/// A primary that fails over is back in a second or two; who asks must not wait much longer.
constexpr auto patience = 5s;

/// A connection with its tables, made anew when it is gone.
class Session {
public:
    explicit Session(const PostgresParameters& parameters) : parameters_(parameters) {}
    [[nodiscard]] base::Result<void> connect() {
        if (open_ && !open_->connection->isBroken())
            return {};
        open_.reset();
        auto connection = PostgresConnection::open(parameters_);
        if (!connection)
            return base::fail(connection.error());
        open_ = std::make_unique<Open>(std::move(*connection));
        return {};
    }
    void drop() { open_.reset(); }
    [[nodiscard]] bool isOpen() const { return open_ && !open_->connection->isBroken(); }
    [[nodiscard]] PostgresConnection& connection() { return *open_->connection; }
    [[nodiscard]] SqlTables& tables() { return open_->tables; }

private:
    struct Open {
        explicit Open(std::unique_ptr<PostgresConnection> made) : connection(std::move(made)) {}
        std::unique_ptr<PostgresConnection> connection;
        SqlTables tables{*connection, SqlTables::Savepoints::Never};
    };
    const PostgresParameters& parameters_;
    std::unique_ptr<Open> open_;
};

class Writer final : public WriteConnection {
public:
    Writer(const PostgresParameters& parameters, Access access) : session_(parameters), access_(access) {}

    base::Result<void> begin() override {
        uncertain_ = false;
        const auto turn =
            session_.connect().and_then([&] { return session_.connection().run("BEGIN"); }).and_then([&] {
                return takeTurn(session_.connection(), access_);
            });
        if (!turn)
            return base::fail(turn.error());
        session_.tables().begin(turn_ = *turn);
        return {};
    }
    base::Result<void> expect(const Needs& needs) override { return session_.tables().expect(needs); }
    // No savepoints: two statements more for every work cost a fifth of the rate. A work that fails before it
    // wrote anything at once, as nearly all that fail do, is taken back; else all are tried one by one.
    base::Result<void> mark() override {
        session_.tables().mark();
        return {};
    }
    base::Result<void> keep() override { return session_.tables().keep(); }
    base::Result<void> takeBack() override {
        auto& connection = session_.connection();
        if (auto settled = connection.settle(); !settled)
            return settled;
        // The statement that failed may be one of an earlier work, which counts as done by now.
        if (connection.isSpoiled())
            return base::fail(base::codes::internal, "the transaction is spoiled");
        return session_.tables().takeBack();
    }
    base::Result<void> commit() override {
        if (auto flushed = session_.tables().flush(); !flushed)
            return flushed;
        auto done = session_.connection().run("COMMIT").and_then(
            [&] { return session_.connection().settleCommit(); });
        uncertain_ = !done && !session_.isOpen();
        if (done)
            session_.tables().kept(turn_);
        return done;
    }
    void rollback() override {
        if (session_.isOpen())
            session_.tables().begin(std::nullopt);
        if (!session_.isOpen() ||
            !session_.connection().run("ROLLBACK").and_then([&] { return session_.connection().settle(); }))
            session_.drop();
    }
    Transaction& tables() override { return session_.tables(); }
    bool mayTryAgain(const base::Failure& failure) override {
        if (uncertain_ || failure.code != codes::unreachable)
            return false;
        std::this_thread::sleep_for(betweenTries);
        return true;
    }

private:
    Session session_;
    Access access_;
    std::int64_t turn_ = 0;
    bool uncertain_ = false; ///< The connection broke during the commit, which may have been kept.
};

class PostgresStore final : public Store {
public:
    PostgresStore(PostgresParameters parameters, Access access)
        : parameters_(std::move(parameters)), writer_(parameters_, access) {
        for (int i = 0; i < readers; ++i)
            readers_.add(std::make_unique<Session>(parameters_));
    }

    /// Schema and state are as they must be for this kind of access.
    [[nodiscard]] base::Result<void> prepare(Access access) {
        Session session(parameters_);
        return session.connect()
            .and_then([&] { return migrate(session.connection(), migrations()); })
            .and_then([&] { return session.tables().raw().movedTo(); })
            .and_then([&](const std::string& moved) -> base::Result<void> {
                if (access == Access::Use && !moved.empty())
                    return base::fail(codes::moveUnfinished);
                return {};
            });
    }

    using Store::write;
    base::Result<void> write(const Work& work, const Seal* seal, const Needs& needs) override {
        return commits_.run(work, seal, needs);
    }

    base::Result<void> read(const Work& work) override {
        const auto deadline = std::chrono::steady_clock::now() + patience;
        const auto session = readers_.borrow();
        for (;;) {
            auto done = session->connect().and_then([&] { return readOnce(*session, work); });
            if (done || done.error().code != codes::unreachable ||
                std::chrono::steady_clock::now() > deadline)
                return done;
            std::this_thread::sleep_for(betweenTries);
        }
    }

    base::Result<void> backupTo(const std::filesystem::path& file, const base::Secret& rawKey) override {
        std::error_code ignored;
        if (std::filesystem::exists(file, ignored))
            return base::fail(base::codes::fileUnreadable, "the backup's file exists",
                              file.filename().string());
        const auto target = openSqlCipherStore(file, rawKey);
        if (!target)
            return base::fail(target.error());
        return read([&](Transaction& from) { return copyAll(from, **target, Scans::InTables, nullptr); });
    }

    base::Result<void> check() override {
        return read([](Transaction&) -> base::Result<void> { return {}; }).and_then([&] {
            Session session(parameters_);
            return session.connect().and_then([&] { return readEverything(session.connection()); });
        });
    }

    bool isShared() const override { return true; }

    base::Result<std::int64_t> revision() override {
        const auto session = readers_.borrow();
        return session->connect().and_then([&] { return turnsOf(session->connection()); });
    }

private:
    [[nodiscard]] static base::Result<void> readOnce(Session& session, const Work& work) {
        auto& connection = session.connection();
        session.tables().begin(std::nullopt);
        auto done = connection.run("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").and_then([&] {
            return attempt([&] { return work(session.tables()); });
        });
        if (!connection.run("ROLLBACK").and_then([&] { return connection.sendOff(); })) // nothing to keep
            session.drop();
        return done;
    }

    /// Every value of every row, so that a page that lost its checksum or a text that was cut is found.
    [[nodiscard]] static base::Result<void> readEverything(PostgresConnection& connection) {
        const auto names = all<std::string>(
            connection, "SELECT tablename::text FROM pg_tables WHERE schemaname=current_schema()",
            [](const auto& r) -> base::Result<std::string> { return r.text(0); });
        if (!names)
            return base::fail(names.error());
        for (const auto& name : *names)
            if (const auto read =
                    number(connection, "SELECT coalesce(sum(length(t::text)),0) FROM " + name + " t");
                !read)
                return base::fail(sqlcipher::codes::damaged, name + ": " + read.error().detail);
        return {};
    }

    PostgresParameters parameters_;
    Writer writer_;
    GroupCommit commits_{writer_};
    Pool<Session> readers_;
};

} // namespace

base::Result<std::unique_ptr<Store>> openPostgresStore(const std::string& address, base::Secret password,
                                                       Access access) {
    auto parameters = parametersOf(address);
    if (!parameters)
        return base::fail(parameters.error());
    parameters->password = std::move(password);
    auto store = std::make_unique<PostgresStore>(std::move(*parameters), access);
    if (const auto ready = store->prepare(access); !ready)
        return base::fail(ready.error());
    return store;
}

} // namespace vienlogs::server::store
