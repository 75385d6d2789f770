// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <fstream>
#include <thread>

#include "vienlogs/contract/codec.h"
#include "vienlogs/digest/sha256.h"
#include "vienlogs/testkit/postgres.h"
#include "vienlogs/testkit/sender.h"

using namespace vienlogs;
using namespace vienlogs::testkit;
using namespace std::chrono_literals;

namespace {

const std::string serverProgram = std::string(VIENLOGS_BIN_DIR) + "/vienlogs-server";
const std::string adminProgram = std::string(VIENLOGS_BIN_DIR) + "/vienlogs-admin";

/// A second server with a data folder of its own: keys and certificates of the first, no store.
class SecondServer {
public:
    SecondServer(const ServerFixture& first, const std::string& store) : data_(first.folder / "second") {
        for (const auto* part : {"keyring", "ca"})
            std::filesystem::copy(first.data / part, data_ / part, std::filesystem::copy_options::recursive);
        process_ = std::make_unique<Process>(std::vector<std::string>{serverProgram, "--data", data_,
                                                                      "--store", store, "--listen",
                                                                      "127.0.0.1:0", "--rate", "5000"},
                                             first.folder / "second.log");
        address = process_->readLine().substr(std::string("listening ").size());
    }
    void stop() {
        process_->signal(SIGTERM);
        EXPECT_EQ(process_->wait(), 0);
    }
    std::string address;

private:
    struct Folder {
        explicit Folder(std::filesystem::path p) : path(std::move(p)) {
            std::filesystem::create_directories(path);
        }
        std::filesystem::path path;
        operator std::string() const { return path; }
        std::filesystem::path operator/(const char* part) const { return path / part; }
    } data_;
    std::unique_ptr<Process> process_;
};

contract::ChangesPage changes(Sender& desk, const std::string& query) {
    const auto answer = desk.ask("GET", "/v1/changes?scope=place:CES" + query);
    return contract::decode<contract::ChangesPage>(answer.body).value_or(contract::ChangesPage{});
}

} // namespace

/// One of two servers and the database's primary end at once, as when a machine burns: the replica becomes
/// the primary, the other server goes on, and every command counts once.
TEST(Shared, AServerAndThePrimaryAreKilledAndNothingIsLostOrDoubled) {
    ServerFixture first;
    first.addDevice("ces-02", "CES");
    Postgres primary;
    ASSERT_FALSE(primary.newDatabase().empty());
    Postgres replica(primary);
    const auto store = primary.address("d0", replica);
    ASSERT_EQ(first.admin({"move", "--to", store}), 0);
    first.start({"--store", store});
    SecondServer second(first, store);
    Sender one(first, "ces-01", {first.address, second.address}, 0);
    Sender two(first, "ces-02", {first.address, second.address}, 1);
    std::thread sendOne([&] { EXPECT_NO_THROW(one.sendCase(60)); });
    std::thread sendTwo([&] { EXPECT_NO_THROW(two.sendCase(60)); });
    std::this_thread::sleep_for(300ms);
    first.kill();
    primary.kill();
    replica.promote();
    sendOne.join();
    sendTwo.join();
    EXPECT_EQ(one.fault(), "");
    EXPECT_EQ(two.fault(), "");
    second.stop();
    EXPECT_EQ(first.admin({"audit", "verify", "--store", store}), 0);
}

TEST(Shared, AChangeAtOneServerWakesWhoWaitsAtTheOther) {
    ServerFixture first;
    first.addDevice("ces-02", "CES");
    const auto store = Postgres::shared().newDatabase();
    ASSERT_EQ(first.admin({"move", "--to", store}), 0);
    first.start({"--store", store});
    SecondServer second(first, store);
    Sender here(first, "ces-01", {first.address});
    Sender there(first, "ces-02", {second.address});
    here.sendCase(1);
    const auto begun = changes(there, "");
    ASSERT_EQ(begun.changes.size(), 1U);
    EXPECT_EQ(begun.epoch, changes(here, "").epoch) << "two servers are one";
    const auto before = std::chrono::steady_clock::now();
    std::thread later([&] {
        std::this_thread::sleep_for(200ms);
        here.sendCase(2);
    });
    const auto news = changes(there, "&wait=20&after=" + begun.next + "&epoch=" + begun.epoch);
    later.join();
    EXPECT_EQ(news.changes.size(), 1U);
    EXPECT_LT(std::chrono::steady_clock::now() - before, 10s);
    second.stop();
}

TEST(Shared, AScanGoesOnOnlyAtTheServerThatHasItsPiecesAndIsReadAtBoth) {
    ServerFixture first;
    first.addDevice("ces-02", "CES");
    const auto store = Postgres::shared().newDatabase();
    ASSERT_EQ(first.admin({"move", "--to", store}), 0);
    first.start({"--store", store});
    SecondServer second(first, store);
    Sender here(first, "ces-01", {first.address});
    Sender there(first, "ces-01", {second.address});
    Sender colleague(first, "ces-02", {second.address});
    const std::string scan(1'200'000, 's');
    const auto name = digest::toHex(digest::sha256(scan));
    const auto announcement = R"({"sha256":")" + name + R"(","size":1200000})";
    const auto missing = [&](const HttpAnswer& answer) {
        return contract::decode<contract::BlobState>(answer.body).value_or(contract::BlobState{}).missing;
    };
    const auto put = [&](Sender& desk, std::size_t piece) {
        return desk.ask("PUT", "/v1/blobs/" + name + "/pieces/" + std::to_string(piece),
                        scan.substr(piece << 20, 1 << 20));
    };
    EXPECT_EQ(missing(here.ask("POST", "/v1/blobs", announcement)), (std::vector{0, 1}));
    EXPECT_EQ(missing(put(here, 0)), (std::vector{1}));
    EXPECT_EQ(missing(there.ask("POST", "/v1/blobs", announcement)), (std::vector{0, 1}));
    EXPECT_EQ(colleague.ask("GET", "/v1/blobs/" + name).status, 404) << "not whole yet";
    EXPECT_EQ(put(here, 1).status, 200);
    EXPECT_EQ(colleague.ask("GET", "/v1/blobs/" + name).body, scan);
    EXPECT_EQ(missing(there.ask("POST", "/v1/blobs", announcement)), std::vector<int>());
    second.stop();
    EXPECT_EQ(first.admin({"verify", "--store", store}), 0);
}

/// The server works on while its store is moved, and follows by itself.
TEST(Move, ALiveStoreWithItsScansIsMovedAndTheServerFollows) {
    ServerFixture server;
    server.start();
    const auto store = Postgres::shared().newDatabase();
    Sender desk(server, "ces-01", {server.address});
    const std::string scan(1'200'000, 's');
    const auto name = digest::toHex(digest::sha256(scan));
    EXPECT_EQ(desk.ask("POST", "/v1/blobs", R"({"sha256":")" + name + R"(","size":1200000})").status, 200);
    EXPECT_EQ(desk.ask("PUT", "/v1/blobs/" + name + "/pieces/0", scan.substr(0, 1 << 20)).status, 200);
    EXPECT_EQ(desk.ask("PUT", "/v1/blobs/" + name + "/pieces/1", scan.substr(1 << 20)).status, 200);
    desk.sendCase(5);
    std::thread sending([&] { EXPECT_NO_THROW(desk.sendCase(200)); });
    // Ended again and again before it is done, then left to finish.
    for (const auto after : {60ms, 120ms, 200ms}) {
        Process move({adminProgram, "--data", server.data, "move", "--to", store},
                     server.folder / "move.log");
        std::this_thread::sleep_for(after);
        move.signal(SIGKILL);
        move.wait();
    }
    EXPECT_EQ(server.admin({"move", "--to", store}), 0);
    sending.join();
    desk.sendCase(210);
    EXPECT_EQ(desk.fault(), "");
    EXPECT_EQ(desk.ask("GET", "/v1/blobs/" + name).body, scan);
    EXPECT_EQ(server.admin({"move", "--to", store}), 0) << "once more changes nothing";
    EXPECT_NE(server.admin({"move", "--to", Postgres::shared().newDatabase()}), 0) << "and not elsewhere";
    EXPECT_EQ(server.stop(), 0);
    std::filesystem::remove_all(server.data / "blobs");
    EXPECT_EQ(server.admin({"verify"}), 0) << "through the pointer, scans as well";
    server.start();
    Sender again(server, "ces-01", {server.address});
    EXPECT_EQ(again.ask("GET", "/v1/cases/" + desk.caseId().toString()).status, 200);
}

TEST(Move, IntoADatabaseThatIsInUseIsRefused) {
    ServerFixture one;
    ServerFixture other;
    const auto store = Postgres::shared().newDatabase();
    ASSERT_EQ(one.admin({"move", "--to", store}), 0);
    EXPECT_NE(other.admin({"move", "--to", store}), 0);
    other.start();
    Sender desk(other, "ces-01", {other.address});
    EXPECT_NO_THROW(desk.sendCase(3)) << "and the old store is still in force";
}

TEST(Move, AnAddressWithAPasswordOrWithoutCheckedTlsIsRefused) {
    ServerFixture server;
    for (const auto* address :
         {"postgresql://u:secret@localhost/d", "postgresql://db.example/d?sslmode=require",
          "postgresql://localhost,db.example/d?sslmode=disable"})
        EXPECT_THROW(server.start({"--store", address}), std::runtime_error) << address;
    const auto log = server.log();
    EXPECT_NE(log.find("VL-STORE-0032"), std::string::npos);
    EXPECT_EQ(log.find("secret"), std::string::npos);
}

/// Yesterday's backup in a new database: whatever the backup lacks is taken again, and the epoch is another.
TEST(Restore, IntoAnEmptyDatabaseBeginsANewEpoch) {
    ServerFixture server;
    const auto store = Postgres::shared().newDatabase();
    ASSERT_EQ(server.admin({"move", "--to", store}), 0);
    server.start({"--store", store});
    std::string epoch;
    const auto backup = server.folder / "backup";
    Sender desk(server, "ces-01", {server.address});
    desk.sendCase(3);
    EXPECT_EQ(server.admin({"backup", backup, "--store", store}), 0);
    EXPECT_EQ(server.admin({"verify", backup}), 0);
    desk.sendCase(6);
    epoch = changes(desk, "").epoch;
    server.stop();
    const auto fresh = Postgres::shared().newDatabase();
    EXPECT_EQ(server.admin({"restore", backup, "--store", fresh}), 0);
    EXPECT_NE(server.admin({"restore", backup, "--store", fresh}), 0) << "never over something";
    EXPECT_EQ(server.admin({"verify", "--store", fresh}), 0);
    server.start({"--store", fresh});
    Sender again(server, "ces-01", {server.address});
    EXPECT_NE(changes(again, "").epoch, epoch);
    const auto answer = again.ask("GET", "/v1/cases/" + desk.caseId().toString());
    EXPECT_EQ(contract::decode<domain::cases::Case>(answer.body)->version, 3);
}

TEST(Restore, InPlaceOfTheFileKeepsTheOldOneAndIsRefusedWhileItIsUsed) {
    ServerFixture server;
    server.start();
    const auto backup = server.folder / "backup";
    const std::string scan(300'000, 's');
    const auto name = digest::toHex(digest::sha256(scan));
    std::string epoch;
    {
        Sender desk(server, "ces-01", {server.address});
        EXPECT_EQ(desk.ask("POST", "/v1/blobs", R"({"sha256":")" + name + R"(","size":300000})").status, 200);
        EXPECT_EQ(desk.ask("PUT", "/v1/blobs/" + name + "/pieces/0", scan).status, 200);
        epoch = changes(desk, "").epoch;
        EXPECT_EQ(server.admin({"backup", backup}), 0);
        EXPECT_NE(server.admin({"restore", backup}), 0) << "the server runs";
        desk.sendCase(2);
        EXPECT_EQ(desk.fault(), "");
    }
    server.stop();
    std::filesystem::remove_all(server.data / "blobs");
    EXPECT_EQ(server.admin({"restore", backup}), 0);
    EXPECT_EQ(server.admin({"verify"}), 0) << "the scans came back with it";
    int kept = 0;
    for (const auto& entry : std::filesystem::directory_iterator(server.data))
        kept += entry.path().filename().string().starts_with("server.db.replaced-") ? 1 : 0;
    EXPECT_GE(kept, 1);
    server.start();
    Sender desk(server, "ces-01", {server.address});
    EXPECT_NE(changes(desk, "").epoch, epoch);
    EXPECT_EQ(desk.ask("GET", "/v1/blobs/" + name).body, scan);
}

TEST(Restore, ADamagedBackupIsRefusedAndChangesNothing) {
    ServerFixture server;
    const auto backup = server.folder / "backup";
    ASSERT_EQ(server.admin({"backup", backup}), 0);
    {
        std::fstream file(backup, std::ios::binary | std::ios::in | std::ios::out);
        file.seekp(20 * 4096 + 500);
        file.write("damage", 6);
    }
    EXPECT_NE(server.admin({"verify", backup}), 0);
    EXPECT_NE(server.admin({"restore", backup}), 0);
    EXPECT_EQ(server.admin({"verify"}), 0);
}
