// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
//
// bench_store [SECONDS [sqlcipher|postgresql]]: what the server's store does in a second, on SQLCipher and on
// a real PostgreSQL whose disk is waited for, beside what pgbench reaches with one insert a transaction on
// the same server.
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <random>
#include <thread>

#include "vienlogs/base/failures_base.h"
#include "vienlogs/server/app/audit.h"
#include "vienlogs/server/app/command_service.h"
#include "vienlogs/server/store/postgres_store.h"
#include "vienlogs/server/store/sqlcipher_store.h"
#include "vienlogs/testkit/postgres.h"
#include "vienlogs/testkit/server_fixture.h"

using namespace vienlogs;
using namespace vienlogs::server;

namespace {

constexpr int clients = 64;
constexpr int people = 20'000;
double seconds = 5;

/// How often `work(client, n)` succeeds in a second with so many threads; ends the program when it fails.
template<typename Work>
double rate(int threads, const Work& work) {
    std::atomic<std::int64_t> done{0};
    std::atomic<bool> stop{false};
    std::vector<std::thread> running;
    const auto begin = std::chrono::steady_clock::now();
    for (int client = 0; client < threads; ++client)
        running.emplace_back([&, client] {
            for (int n = 0; !stop; ++n) {
                if (const auto good = work(client, n); !good) {
                    std::fprintf(stderr, "%s %s\n", std::string(good.error().code.text).c_str(),
                                 good.error().detail.c_str());
                    std::exit(1);
                }
                ++done;
            }
        });
    std::this_thread::sleep_for(std::chrono::duration<double>(seconds));
    stop = true;
    for (auto& thread : running)
        thread.join();
    return static_cast<double>(done) /
           std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

std::string deviceOf(int client) {
    return "d" + std::to_string(client);
}

base::Result<void> fill(store::Store& store) {
    return store.write([](store::Transaction& t) -> base::Result<void> {
        auto done = t.directory().savePlace({"CES", "Cēsis"}).and_then([&] {
            return t.directory().saveClerk(
                {"K-0001", *base::Identifier::parse("PNOLV-161175-19997"), "Līga", "CESIS", {"clerk"}, {}});
        });
        for (int n = 0; n < people && done; ++n)
            done = t.sessions().addSession(
                {"hash" + std::to_string(n), "K-0001", "d0", "CES", base::Timestamp(std::chrono::hours(1))});
        return done;
    });
}

/// One row by its key.
double reads(store::Store& store) {
    std::atomic<unsigned> next{0};
    return rate(4, [&](int, int) {
        return store.read([&](store::Transaction& t) -> base::Result<void> {
            const auto row = t.sessions().session("hash" + std::to_string(next++ * 7919 % people));
            return row ? base::Result<void>() : base::fail(row.error());
        });
    });
}

/// A command's row under its key, unless it is there already.
double idempotentRows(store::Store& store) {
    const base::SystemClock clock;
    return rate(clients, [&](int client, int n) {
        const auto key = base::Ulid::make(clock);
        const store::StoredCommand row{.device = deviceOf(client) + "r",
                                       .key = key,
                                       .stream = key,
                                       .sequence = n + 1,
                                       .fingerprint = std::string(64, 'f'),
                                       .receivedAt = clock.now()};
        return store.write(
            [&](store::Transaction& t) -> base::Result<void> {
                const auto known = t.cases().command(row.device, row.key);
                if (!known || *known)
                    return known ? base::Result<void>() : base::fail(known.error());
                return t.cases().addCommand(row);
            },
            nullptr, {.commands = {{row.device, row.key}}});
    });
}

/// Everything that a command is: order, rules of the case, history, feed, audit record and signed head.
double wholeCommands(store::Store& store) {
    const base::SystemClock clock;
    const app::Audit audit(store, *app::AuditKey::make(), clock);
    const app::FeeBook fees;
    const app::StoreLife life(store, audit, clock, base::Secret("bench"), "epoch");
    const app::CommandService service(audit, life, fees, clock, [](const std::string&) {});
    std::vector<testkit::Desk> desks;
    for (int client = 0; client < clients; ++client)
        desks.emplace_back(deviceOf(client));
    std::vector<base::Ulid> cases(clients);
    return rate(clients, [&](int client, int n) -> base::Result<void> {
        auto& desk = desks[static_cast<std::size_t>(client)];
        auto& id = cases[static_cast<std::size_t>(client)];
        constexpr int commandsOfCase = 12;
        if (n % commandsOfCase == 0)
            id = desk.newId();
        const auto command = n % commandsOfCase == 0
                                 ? desk.openCase(id)
                                 : desk.make(id, domain::cases::SaveAnswers{R"({"street":"Rīgas iela 1"})"});
        const app::Actor actor{"K-0001", "Līga", "CESIS", {"clerk"}, "CES", deviceOf(client)};
        const auto results = service.accept(actor, {command}, base::Language::Latvian);
        if (!results)
            return base::fail(results.error());
        if (results->front().status != contract::CommandStatus::Accepted)
            return base::fail(base::codes::internal, "not accepted");
        return {};
    });
}

/// The durable record of somebody's look at a person, with its signed head: what a GET of a record waits for.
double auditedLooks(store::Store& store) {
    const base::SystemClock clock;
    const app::Audit audit(store, *app::AuditKey::make(), clock);
    return rate(clients, [&](int client, int n) {
        auto entry =
            app::entryOf({"K-0001", "Līga", "CESIS", {"clerk"}, "CES", deviceOf(client)}, "case.read");
        entry.subject = "PNOLV-" + std::to_string(100'000 + n * 7919 % people) + "-10000";
        entry.purpose = "address-change";
        return audit.record(entry);
    });
}

/// pgbench's own rate for the row of idempotentRows(), one insert a transaction.
void pgbench(const testkit::Postgres& postgres, const std::string& database) {
    const auto script = postgres.folder() / "insert.sql";
    std::ofstream(script)
        << "\\set n random(1, 2000000000)\n\\set m random(1, 2000000000)\n"
           "INSERT INTO "
           "commands(device,key,stream,epoch,sequence,fingerprint,status,failure_code,failure_argument,"
           "version,received_at) VALUES(:client_id,:n::text||:m::text||'01ARZ3',"
           "'01ARZ3NDEKTSV4RRFFQ69G5FAV',:n,:m,repeat('f',64),'accepted','','',0,1);\n";
    testkit::Process process({VIENLOGS_POSTGRES_BIN "/pgbench", "-h", postgres.folder(), "-U", "postgres",
                              "-n", "-M", "prepared", "-c", std::to_string(clients), "-j", "2", "-T",
                              std::to_string(static_cast<int>(seconds)), "-f", script, database},
                             postgres.folder() / "pgbench.log");
    constexpr int maxLines = 60;
    for (int n = 0; n < maxLines; ++n)
        if (const auto line = process.readLine(); line.starts_with("tps"))
            std::printf("%-12s %s\n", "pgbench", line.c_str());
    process.wait();
}

void measure(const char* name, store::Store& store) {
    if (const auto filled = fill(store); !filled)
        std::exit(1);
    std::printf("%-12s %8.0f rows read/s, 4 threads\n", name, reads(store));
    std::printf("%-12s %8.0f idempotent rows/s, durable, %d clients\n", name, idempotentRows(store), clients);
    std::printf("%-12s %8.0f whole commands/s, durable, %d clients\n", name, wholeCommands(store), clients);
    std::printf("%-12s %8.0f audited looks/s, durable, %d clients\n", name, auditedLooks(store), clients);
    std::fflush(stdout);
}

void measureSqlCipher() {
    auto pattern = (std::filesystem::temp_directory_path() / "vienlogs-XXXXXX").string();
    const std::filesystem::path folder = ::mkdtemp(pattern.data());
    {
        const auto store =
            store::openSqlCipherStore(folder / "server.db", base::Secret(std::string(32, 'k')));
        if (!store)
            std::exit(1);
        measure("SQLCipher", **store);
    }
    std::filesystem::remove_all(folder);
}

void measurePostgres() {
    testkit::Postgres postgres(testkit::Postgres::Disk::Waited);
    const auto store = store::openPostgresStore(postgres.newDatabase(), base::Secret());
    if (!store)
        std::exit(1);
    measure("PostgreSQL", **store);
    pgbench(postgres, "d0");
}

} // namespace

int main(int argc, char** argv) {
    if (argc > 1)
        seconds = std::atof(argv[1]);
    const std::string_view only = argc > 2 ? argv[2] : "";
    if (only != "postgresql")
        measureSqlCipher();
    if (only != "sqlcipher")
        measurePostgres();
}
