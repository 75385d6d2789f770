// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <sys/stat.h>

#include <chrono>
#include <fstream>
#include <map>
#include <random>
#include <thread>

#include "vienlogs/contract/codec.h"
#include "vienlogs/testkit/server_fixture.h"

using namespace vienlogs;
using namespace vienlogs::testkit;
using contract::CommandStatus;

namespace {

std::map<base::Ulid, CommandStatus> post(TlsClient& client, const TlsClient::Headers& session,
                                         const std::vector<domain::cases::Command>& batch) {
    std::map<base::Ulid, CommandStatus> statuses;
    const auto answer = client.ask("POST", "/v1/commands:batch", session, contract::encode(batch));
    if (const auto results = contract::decode<std::vector<contract::CommandResult>>(answer.body))
        for (const auto& result : *results)
            statuses[result.key] = result.status;
    return statuses;
}

} // namespace

/// Killed at any moment of a batch, started again, the batch sent again: every command counts once.
TEST(Life, KilledInTheMiddleOfABatch) {
    ServerFixture server;
    Desk desk("ces-01");
    std::mt19937 random(11);
    std::vector<base::Ulid> ids;
    for (int round = 0; round < 6; ++round) {
        const auto id = desk.newId();
        ids.push_back(id);
        std::vector batch{desk.openCase(id)};
        for (int n = 1; n < 60; ++n)
            batch.push_back(desk.make(id, domain::cases::SaveAnswers{"{\"n\":" + std::to_string(n) + "}"}));
        server.start();
        {
            auto client = server.connect();
            const auto session = server.session(client, server.clerk);
            std::thread killer([&, after = random() % 60'000] {
                std::this_thread::sleep_for(std::chrono::microseconds(after));
                server.kill();
            });
            post(client, session, batch);
            killer.join();
        }
        server.start();
        auto client = server.connect();
        const auto session = server.session(client, server.clerk);
        const auto statuses = post(client, session, batch);
        EXPECT_EQ(statuses.size(), batch.size());
        for (const auto& [key, status] : statuses)
            EXPECT_EQ(status, CommandStatus::Accepted);
        for (const auto& known : ids) {
            const auto found = contract::decode<domain::cases::Case>(
                client.ask("GET", "/v1/cases/" + known.toString(), session).body);
            ASSERT_TRUE(found);
            EXPECT_EQ(found->version, 60);
        }
        EXPECT_EQ(server.stop(), 0);
    }
    EXPECT_EQ(server.admin({"audit", "verify"}), 0);
}

TEST(Life, ARestartKeepsEverything) {
    ServerFixture server;
    Desk desk("ces-01");
    const auto id = desk.newId();
    server.start();
    TlsClient::Headers session;
    std::string epoch;
    {
        auto client = server.connect();
        session = server.session(client, server.clerk);
        post(client, session, {desk.openCase(id)});
        epoch = contract::decode<contract::ChangesPage>(
                    client.ask("GET", "/v1/changes?scope=place:CES", session).body)
                    ->epoch;
    }
    EXPECT_EQ(server.stop(), 0);
    server.start();
    auto client = server.connect();
    EXPECT_EQ(client.ask("GET", "/v1/cases/" + id.toString(), session).status, 200) << "the session as well";
    const auto page = contract::decode<contract::ChangesPage>(
        client.ask("GET", "/v1/changes?scope=place:CES", session).body);
    EXPECT_EQ(page->epoch, epoch);
    EXPECT_EQ(page->changes.size(), 1U);
}

TEST(Life, ARestoredBackupBeginsANewEpochAndTakesLostCommandsAgain) {
    ServerFixture server;
    Desk desk("ces-01");
    const auto before = desk.openCase(desk.newId());
    const auto lost = desk.openCase(desk.newId());
    server.start();
    std::string epoch;
    {
        auto client = server.connect();
        const auto session = server.session(client, server.clerk);
        post(client, session, {before});
        EXPECT_EQ(server.admin({"backup", server.folder / "backup.db"}), 0);
        EXPECT_NE(server.admin({"backup", server.folder / "backup.db"}), 0) << "overwritten";
        post(client, session, {lost});
        epoch = contract::decode<contract::ChangesPage>(
                    client.ask("GET", "/v1/changes?scope=place:CES", session).body)
                    ->epoch;
    }
    server.stop();
    server.start(); // one more life that the backup knows nothing of
    server.stop();
    for (const auto* end : {"", "-wal", "-shm"})
        std::filesystem::remove(server.data / (std::string("server.db") + end));
    std::filesystem::copy(server.folder / "backup.db", server.data / "server.db");
    server.start();
    auto client = server.connect();
    const auto session = server.session(client, server.clerk);
    const auto page = contract::decode<contract::ChangesPage>(
        client.ask("GET", "/v1/changes?scope=place:CES&after=2&epoch=" + epoch, session).body);
    ASSERT_TRUE(page);
    EXPECT_NE(page->epoch, epoch);
    EXPECT_TRUE(page->changes.empty());
    EXPECT_TRUE(page->next.empty());
    for (const auto& [key, status] : post(client, session, {before, lost}))
        EXPECT_EQ(status, CommandStatus::Accepted);
}

TEST(Life, ChecksItselfAndTellsItsVersion) {
    ServerFixture server;
    const std::string program = std::string(VIENLOGS_BIN_DIR) + "/vienlogs-server";
    const auto check = [&](std::vector<std::string> words) {
        words.insert(words.begin(), program);
        return run(words, server.folder / "check.log");
    };
    EXPECT_EQ(check({"--data", server.data, "--check"}), 0);
    EXPECT_EQ(check({"--version"}), 0);
    EXPECT_EQ(check({"--help"}), 0);
    EXPECT_EQ(check({"--data"}), 2);
    EXPECT_EQ(check({"--data", server.data, "--listen", "nowhere"}), 2);
    std::fstream store(server.data / "server.db", std::ios::binary | std::ios::in | std::ios::out);
    store.seekp(20 * 4096 + 500);
    store.write("damage", 6);
    store.close();
    EXPECT_EQ(check({"--data", server.data, "--check"}), 1) << "a damaged store is found";
}

TEST(Life, ACheckChangesNothing) {
    ServerFixture server;
    server.start();
    EXPECT_EQ(server.stop(), 0);
    const auto content = [&] {
        std::map<std::string, std::string> files;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(server.data))
            if (entry.is_regular_file()) {
                std::ifstream stream(entry.path(), std::ios::binary);
                files[entry.path()] = {std::istreambuf_iterator<char>(stream), {}};
            }
        return files;
    };
    const auto check = [&](const std::filesystem::path& data) {
        return run({std::string(VIENLOGS_BIN_DIR) + "/vienlogs-server", "--data", data, "--check"},
                   server.folder / "check.log");
    };
    const auto before = content();
    EXPECT_TRUE(before.contains(server.data / "keyring" / "runs"));
    EXPECT_EQ(check(server.data), 0);
    EXPECT_EQ(content(), before);
    std::filesystem::create_directory(server.folder / "empty");
    EXPECT_EQ(check(server.folder / "empty"), 1) << "no server there";
    EXPECT_FALSE(std::filesystem::exists(server.folder / "empty" / "server.db"));
    EXPECT_FALSE(std::filesystem::exists(server.folder / "empty" / "keyring"));
}

TEST(Life, AListOfStaffComesFromWhereNobodyElseCanAnswer) {
    ServerFixture server;
    for (const auto* source :
         {"http://192.0.2.1:80/staff", "http://127.0.0.1.example:80/staff", "http://localhost:80/staff",
          "https://staff.example/list", "ftp://127.0.0.1/a"}) {
        std::filesystem::remove(server.folder / "server.log");
        EXPECT_THROW(server.start({"--staff", source}), std::runtime_error) << source;
        EXPECT_NE(server.log().find("--staff gives rights"), std::string::npos) << source;
    }
    server.start({"--staff", "http://127.0.0.1:1/staff"});
    EXPECT_EQ(server.stop(), 0);
    server.start({"--staff", "https://staff.example/list", "--staff-ca", server.data / "ca" / "ca.pem"});
    EXPECT_EQ(server.stop(), 0);
}

/// After SIGTERM a load balancer hears no while requests are still served; then the server ends by itself.
TEST(Life, DrainsWhenItIsToldToEnd) {
    ServerFixture server;
    server.start({"--drain", "2"});
    auto client = server.connect();
    const auto session = server.session(client, server.clerk);
    EXPECT_EQ(client.ask("GET", "/readyz").status, 200);
    auto waiting = server.connect();
    waiting.send("GET /v1/changes?scope=place:CES&wait=30 HTTP/1.1\r\nHost: a\r\nAuthorization: " +
                 session.at("Authorization") + "\r\n\r\n");
    while (client.ask("GET", "/metrics").body.find("vienlogs_parked 1\n") == std::string::npos)
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    const auto told = std::chrono::steady_clock::now();
    server.terminate();
    HttpAnswer ready{200, {}, {}};
    while (ready.status == 200)
        ready = server.connect().ask("GET", "/readyz");
    EXPECT_EQ(ready.status, 503);
    EXPECT_EQ(ready.headers.at("connection"), "close");
    EXPECT_EQ(server.connect().ask("GET", "/v1/registers/health", session).status, 200) << "still served";
    EXPECT_EQ(waiting.receive().status, 200) << "nobody who waits is forgotten";
    EXPECT_EQ(server.wait(), 0);
    EXPECT_LT(std::chrono::steady_clock::now() - told, std::chrono::seconds(10));
    EXPECT_EQ(server.connect().ask("GET", "/livez").status, 0);
}

TEST(Life, RefusesKeysThatOthersMayRead) {
    ServerFixture server;
    ASSERT_EQ(::chmod((server.data / "keyring" / "store.key").c_str(), 0644), 0);
    EXPECT_NE(server.admin({"place", "add", "X", "Y"}), 0);
    EXPECT_THROW(server.start(), std::runtime_error);
    EXPECT_NE(server.log().find("VL-SRV-0030"), std::string::npos);
}

TEST(Life, PlainHttpIsForThisMachineOnly) {
    ServerFixture server;
    EXPECT_THROW(server.start({"--plain-http", "--listen", "0.0.0.0:0"}), std::runtime_error);
    EXPECT_NE(server.log().find("VL-SRV-0044"), std::string::npos);
    EXPECT_THROW(server.start({"--reference", server.folder / "nowhere"}), std::runtime_error);
    EXPECT_NE(server.log().find("VL-SRV-0024"), std::string::npos);
}
