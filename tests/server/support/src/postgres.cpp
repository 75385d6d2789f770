// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/testkit/postgres.h"

#include <pwd.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <fstream>
#include <stdexcept>
#include <thread>

namespace vienlogs::testkit {

namespace {

using namespace std::chrono_literals;
const std::string programs = VIENLOGS_POSTGRES_BIN;
constexpr auto startTime = 30s;

std::vector<std::string> asUser(std::vector<std::string> command) {
    command[0] = programs + "/" + command[0];
    if (::geteuid() == 0)
        command.insert(command.begin(),
                       {"/usr/bin/setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--"});
    return command;
}

void must(int code, const char* what, const std::filesystem::path& log) {
    if (code == 0)
        return;
    std::ifstream stream(log);
    throw std::runtime_error(std::string(what) + ": " +
                             std::string{std::istreambuf_iterator<char>(stream), {}});
}

} // namespace

void Postgres::makeFolder() {
    auto pattern = (std::filesystem::temp_directory_path() / "vlpg-XXXXXX").string();
    folder_ = ::mkdtemp(pattern.data());
    if (::geteuid() == 0) {
        const auto* user = ::getpwnam("postgres");
        if (!user || ::chown(folder_.c_str(), user->pw_uid, user->pw_gid) != 0)
            throw std::runtime_error("no user \"postgres\" to run PostgreSQL");
    }
}

Postgres::Postgres(Disk disk) : disk_(disk) {
    makeFolder();
    const auto log = folder_ / "initdb.log";
    must(run(asUser({"initdb", "-D", data(), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C",
                     "--no-sync"}),
             log),
         "initdb", log);
    start();
}

Postgres& Postgres::shared() {
    static Postgres server;
    return server;
}

Postgres::Postgres(Postgres& primary) {
    makeFolder();
    const auto log = folder_ / "basebackup.log";
    must(run(asUser({"pg_basebackup", "-D", data(), "-R", "-h", primary.folder_, "-U", "postgres", "-c",
                     "fast", "--no-sync"}),
             log),
         "pg_basebackup", log);
    start();
    primary.sql("postgres", "ALTER SYSTEM SET synchronous_standby_names='*'");
    primary.sql("postgres", "SELECT pg_reload_conf()");
    const auto deadline = std::chrono::steady_clock::now() + startTime;
    while (primary.sql("postgres", "SELECT count(*) FROM pg_stat_replication WHERE sync_state='sync'") !=
           "1\n") {
        if (std::chrono::steady_clock::now() > deadline)
            throw std::runtime_error("the replica does not follow");
        std::this_thread::sleep_for(20ms);
    }
}

Postgres::~Postgres() {
    kill();
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
}

void Postgres::start() {
    process_ = std::make_unique<Process>(
        asUser({"postgres", "-D", data(), "-k", folder_, "-c", "listen_addresses=", "-c",
                disk_ == Disk::Waited ? "fsync=on" : "fsync=off", "-c", "max_connections=100", "-c",
                "shared_buffers=32MB"}),
        folder_ / "postgres.log");
    const auto deadline = std::chrono::steady_clock::now() + startTime;
    while (run(asUser({"pg_isready", "-q", "-h", folder_}), folder_ / "ready.log") != 0) {
        if (std::chrono::steady_clock::now() > deadline)
            must(1, "postgres", folder_ / "postgres.log");
        std::this_thread::sleep_for(20ms);
    }
}

void Postgres::kill() {
    if (!process_)
        return;
    process_->signal(SIGQUIT); // "Immediate": no checkpoint, the next start recovers as after a crash.
    process_->wait();
    process_.reset();
}

void Postgres::promote() {
    sql("postgres", "SELECT pg_promote(true, 20)");
}

std::string Postgres::newDatabase() {
    const auto name = "d" + std::to_string(databases_++);
    sql("postgres", "CREATE DATABASE " + name + " TEMPLATE template0");
    return address(name);
}

std::string Postgres::address(const std::string& database) const {
    return "postgresql:///" + database + "?user=postgres&host=" + folder_.string();
}

std::string Postgres::address(const std::string& database, const Postgres& other) const {
    return address(database) + "," + other.folder_.string();
}

std::string Postgres::sql(const std::string& database, const std::string& text) const {
    const auto log = folder_ / "psql.log";
    Process psql(asUser({"psql", "-X", "-At", "-v", "ON_ERROR_STOP=1", "-h", folder_, "-U", "postgres", "-d",
                         database, "-c", text}),
                 log);
    std::string output;
    for (auto line = psql.readLine(); !line.empty(); line = psql.readLine())
        output += line + "\n";
    must(psql.wait(), "psql", log);
    return output;
}

} // namespace vienlogs::testkit
