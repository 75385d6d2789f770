// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <chrono>
#include <fstream>
#include <random>
#include <thread>
#include <tuple>

#include "vienlogs/contract/codec.h"
#include "vienlogs/digest/sha256.h"
#include "vienlogs/testkit/server_fixture.h"

using namespace vienlogs;
using namespace vienlogs::testkit;

namespace {

class SyncTest : public testing::Test {
protected:
    void begin(std::vector<std::string> options = {}) {
        server.start(std::move(options));
        client = std::make_unique<TlsClient>(server.address, server.deviceFolder("ces-01"));
        session = server.session(*client, server.clerk);
    }
    contract::ChangesPage changes(const std::string& query) {
        const auto answer = client->ask("GET", "/v1/changes?scope=place:CES" + query, session);
        return contract::decode<contract::ChangesPage>(answer.body).value_or(contract::ChangesPage{});
    }
    contract::BlobState blob(const std::string& method, const std::string& target, const std::string& body) {
        const auto answer = client->ask(method, target, session, body);
        return contract::decode<contract::BlobState>(answer.body).value_or(contract::BlobState{});
    }

    ServerFixture server;
    std::unique_ptr<TlsClient> client;
    TlsClient::Headers session;
    Desk desk{"ces-01"};
};

} // namespace

TEST_F(SyncTest, PagesFollowACursor) {
    begin();
    std::vector<domain::cases::Command> batch;
    for (int i = 0; i < 25; ++i)
        batch.push_back(desk.openCase(desk.newId()));
    std::ignore = client->ask("POST", "/v1/commands:batch", session, contract::encode(batch));
    std::size_t seen = 0;
    std::string after;
    for (bool more = true; more;) {
        const auto page = changes("&limit=10&after=" + after);
        seen += page.changes.size();
        more = page.more;
        after = page.next;
    }
    EXPECT_EQ(seen, 25U);
    EXPECT_TRUE(changes("&after=" + after).changes.empty());
    EXPECT_EQ(client->ask("GET", "/v1/changes?scope=place:CES&after=x", session).status, 400);
    EXPECT_EQ(client->ask("GET", "/v1/changes?scope=place:CES&limit=0", session).status, 400);
    EXPECT_EQ(codeOf(client->ask("GET", "/v1/changes?scope=place:RIX", session)), "VL-SRV-0005");
}

TEST_F(SyncTest, ALongPollEndsWithTheChange) {
    begin();
    contract::ChangesPage page;
    const auto started = std::chrono::steady_clock::now();
    std::thread waiting([&] { page = changes("&wait=20"); });
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    auto other = server.connect();
    const std::vector batch{desk.openCase(desk.newId())};
    std::ignore = other.ask("POST", "/v1/commands:batch", session, contract::encode(batch));
    waiting.join();
    EXPECT_EQ(page.changes.size(), 1U);
    EXPECT_LT(std::chrono::steady_clock::now() - started, std::chrono::seconds(10));
}

TEST_F(SyncTest, AStopAnswersWhoWaits) {
    begin();
    HttpAnswer answer;
    std::thread waiting([&] { answer = client->ask("GET", "/v1/changes?scope=place:CES&wait=30", session); });
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    const auto started = std::chrono::steady_clock::now();
    EXPECT_EQ(server.stop(), 0);
    waiting.join();
    EXPECT_EQ(answer.status, 200);
    EXPECT_LT(std::chrono::steady_clock::now() - started, std::chrono::seconds(9));
}

TEST_F(SyncTest, WhoLeavesWhileWaitingHearsNoNews) {
    begin();
    auto waiting = server.connect();
    waiting.send("GET /v1/changes?scope=place:CES&wait=30 HTTP/1.1\r\nHost: a\r\nAuthorization: " +
                 session.at("Authorization") + "\r\n\r\n");
    while (client->ask("GET", "/metrics").body.find("vienlogs_parked 1\n") == std::string::npos)
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    ASSERT_EQ(server.admin({"user", "add", "--id", "K-0002", "--identifier", "PNOLV-250190-22228", "--name",
                            "Second", "--institution", "Cēsu novada pašvaldība", "--role", "clerk"}),
              0);
    const auto card = server.cards.issue({.serialNumber = "PNOLV-250190-22228"});
    server.addDevice("ces-02", "CES");
    auto second = server.connect("ces-02");
    const auto other = server.session(second, card);
    ASSERT_EQ(server.admin({"user", "leave", "K-0001"}), 0);
    Desk desk2("ces-02", "K-0002");
    const std::vector batch{desk2.openCase(desk2.newId())};
    EXPECT_EQ(second.ask("POST", "/v1/commands:batch", other, contract::encode(batch)).status, 200);
    EXPECT_EQ(codeOf(waiting.receive()), "VL-SRV-0011");
}

/// Two hundred desks wait at once, the server has its few threads, and all hear of one change.
TEST_F(SyncTest, TwoHundredDesksWaitWithoutAThreadEach) {
    constexpr int devices = 25;
    constexpr int desksOfEach = 8;
    for (int i = 0; i < devices; ++i)
        server.addDevice("desk-" + std::to_string(i), "CES");
    begin();
    std::vector<std::unique_ptr<TlsClient>> desks;
    for (int i = 0; i < devices; ++i) {
        const auto device = server.deviceFolder("desk-" + std::to_string(i));
        TlsClient first(server.address, device);
        const auto token = server.session(first, server.clerk).at("Authorization");
        for (int n = 0; n < desksOfEach; ++n) {
            desks.push_back(std::make_unique<TlsClient>(server.address, device));
            desks.back()->send(
                "GET /v1/changes?scope=place:CES&wait=30 HTTP/1.1\r\nHost: a\r\nAuthorization: " + token +
                "\r\n\r\n");
        }
    }
    std::string figures;
    for (int i = 0; i < 1000 && figures.find("vienlogs_parked 200\n") == std::string::npos; ++i)
        figures = client->ask("GET", "/metrics").body;
    EXPECT_NE(figures.find("vienlogs_parked 200\n"), std::string::npos);
    EXPECT_LT(server.threads(), 40);
    const std::vector batch{desk.openCase(desk.newId())};
    std::ignore = client->ask("POST", "/v1/commands:batch", session, contract::encode(batch));
    for (const auto& one : desks) {
        const auto page = contract::decode<contract::ChangesPage>(one->receive().body);
        ASSERT_TRUE(page);
        EXPECT_EQ(page->changes.size(), 1U);
    }
    EXPECT_NE(client->ask("GET", "/metrics").body.find("vienlogs_parked 0\n"), std::string::npos);
}

TEST_F(SyncTest, ABlobComesInPiecesAndSurvivesABreak) {
    begin();
    std::string scan(2 * contract::blobPieceSize + 12345, '\0');
    std::mt19937 random(7);
    for (auto& c : scan)
        c = static_cast<char>(random());
    const auto sha256 = digest::toHex(digest::sha256(scan));
    const auto announcement = "{\"sha256\":\"" + sha256 + "\",\"size\":" + std::to_string(scan.size()) + "}";
    const auto pieceOf = [&](std::size_t n) {
        return scan.substr(n * contract::blobPieceSize, contract::blobPieceSize);
    };
    EXPECT_EQ(blob("POST", "/v1/blobs", announcement).missing, (std::vector{0, 1, 2}));
    EXPECT_EQ(blob("PUT", "/v1/blobs/" + sha256 + "/pieces/1", pieceOf(1)).missing, (std::vector{0, 2}));
    EXPECT_EQ(client->ask("GET", "/v1/blobs/" + sha256, session).status, 404) << "not whole yet";
    server.kill();
    begin();
    EXPECT_EQ(blob("POST", "/v1/blobs", announcement).missing, (std::vector{0, 2}));
    blob("PUT", "/v1/blobs/" + sha256 + "/pieces/0", pieceOf(0));
    EXPECT_TRUE(blob("PUT", "/v1/blobs/" + sha256 + "/pieces/2", pieceOf(2)).complete);
    EXPECT_TRUE(blob("PUT", "/v1/blobs/" + sha256 + "/pieces/2", pieceOf(2)).complete) << "twice is once";
    EXPECT_EQ(client->ask("GET", "/v1/blobs/" + sha256, session).body, scan);
    std::error_code none; // In PostgreSQL they are rows.
    for (const auto& entry : std::filesystem::recursive_directory_iterator(server.data / "blobs", none))
        if (entry.is_regular_file()) {
            std::ifstream stream(entry.path(), std::ios::binary);
            const std::string stored{std::istreambuf_iterator<char>(stream), {}};
            EXPECT_EQ(stored.find(scan.substr(100, 64)), std::string::npos) << "in clear on disk";
        }
}

TEST_F(SyncTest, WrongPiecesAreRefused) {
    begin();
    const auto sha256 = digest::toHex(digest::sha256(std::string("right")));
    const auto piece = "/v1/blobs/" + sha256 + "/pieces/";
    EXPECT_EQ(client->ask("PUT", piece + "0", session, "right").status, 404) << "not announced";
    blob("POST", "/v1/blobs", "{\"sha256\":\"" + sha256 + "\",\"size\":5}");
    EXPECT_EQ(client->ask("PUT", piece + "1", session, "right").status, 400);
    EXPECT_EQ(client->ask("PUT", piece + "-1", session, "right").status, 400);
    EXPECT_EQ(codeOf(client->ask("PUT", piece + "0", session, "longer")), "VL-SRV-0020");
    EXPECT_EQ(codeOf(client->ask("PUT", piece + "0", session, "wrong")), "VL-SRV-0020");
    EXPECT_EQ(blob("POST", "/v1/blobs", "{\"sha256\":\"" + sha256 + "\",\"size\":5}").missing,
              (std::vector{0}))
        << "wrong bytes are not kept";
    EXPECT_TRUE(blob("PUT", piece + "0", "right").complete);
    EXPECT_EQ(codeOf(client->ask("POST", "/v1/blobs", session, "{\"sha256\":\"" + sha256 + "\",\"size\":6}")),
              "VL-SRV-0020");
    EXPECT_EQ(client->ask("POST", "/v1/blobs", session, "{\"sha256\":\"../../etc\",\"size\":6}").status, 400);
    EXPECT_EQ(client
                  ->ask("POST", "/v1/blobs", session,
                        "{\"sha256\":\"" + std::string(64, 'b') + "\",\"size\":999999999}")
                  .status,
              413);
}

TEST_F(SyncTest, APieceGoesOnBehindWhatCameBeforeTheLineBroke) {
    begin();
    std::string scan(contract::blobPieceSize + 1000, '\0');
    std::mt19937 random(7);
    for (auto& byte : scan)
        byte = static_cast<char>(random());
    const auto sha256 = digest::toHex(digest::sha256(scan));
    const auto announcement = "{\"sha256\":\"" + sha256 + "\",\"size\":" + std::to_string(scan.size()) + "}";
    const auto piece = "/v1/blobs/" + sha256 + "/pieces/0";
    const auto first = scan.substr(0, contract::blobPieceSize);
    const auto held = [&] { return blob("POST", "/v1/blobs", announcement).held; };
    const auto cutOff = [&](const std::string& query, std::size_t from, std::size_t sent) {
        auto line = server.connect();
        EXPECT_TRUE(line.send("PUT " + piece + query + " HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\n" +
                              "Authorization: " + session.at("Authorization") +
                              "\r\nContent-Length: " + std::to_string(first.size() - from) + "\r\n\r\n"));
        EXPECT_EQ(line.receive().status, 100);
        EXPECT_TRUE(line.send(first.substr(from, sent)));
        line.close();
    };
    const auto comes = [&](std::int64_t bytes) {
        for (int i = 0; i < 200; ++i) {
            if (held() == bytes)
                return true;
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
        }
        return false;
    };
    const auto put = [&](std::size_t from, std::size_t size) {
        return client->ask("PUT", piece + "?from=" + std::to_string(from), session, first.substr(from, size));
    };
    EXPECT_EQ(held(), 0);
    cutOff("", 0, 300'000);
    EXPECT_TRUE(comes(300'000));
    cutOff("?from=300000", 300'000, 200'000);
    EXPECT_TRUE(comes(500'000));
    // Less than is here is no news; what would leave a hole, or go beyond the piece, is none of it.
    cutOff("?from=100000", 100'000, 5'000);
    cutOff("?from=600000", 600'000, 5'000);
    EXPECT_EQ(codeOf(put(500'001, first.size())), "VL-SRV-0020");
    EXPECT_EQ(codeOf(put(500'000, 5'000)), "VL-SRV-0020");
    EXPECT_EQ(put(1'048'576, 0).status, 400);
    EXPECT_EQ(client->ask("PUT", piece + "?from=-1", session, first).status, 400);
    EXPECT_EQ(held(), 500'000);
    server.addDevice("ces-02", "CES");
    auto second = server.connect("ces-02");
    const auto other = server.session(second, server.clerk);
    const auto elsewhere =
        contract::decode<contract::BlobState>(second.ask("POST", "/v1/blobs", other, announcement).body);
    ASSERT_TRUE(elsewhere);
    EXPECT_EQ(elsewhere->held, 0) << "another device's part";
    // Behind less than is here is as good.
    const auto whole = contract::decode<contract::BlobState>(put(400'000, first.size()).body);
    ASSERT_TRUE(whole);
    EXPECT_EQ(whole->missing, std::vector{1});
    EXPECT_EQ(whole->held, 0);
    EXPECT_TRUE(blob("PUT", "/v1/blobs/" + sha256 + "/pieces/1", scan.substr(first.size())).complete);
    EXPECT_EQ(client->ask("GET", "/v1/blobs/" + sha256, session).body, scan);
}

TEST_F(SyncTest, AnotherPlaceDoesNotReadABlob) {
    begin();
    const auto sha256 = digest::toHex(digest::sha256(std::string("right")));
    blob("POST", "/v1/blobs", "{\"sha256\":\"" + sha256 + "\",\"size\":5}");
    blob("PUT", "/v1/blobs/" + sha256 + "/pieces/0", "right");
    server.admin({"place", "add", "VAL", "Valmiera"});
    server.addDevice("val-01", "VAL");
    auto other = server.connect("val-01");
    const auto opened = contract::decode<contract::Session>(server.login(other, server.clerk, "VAL").body);
    ASSERT_TRUE(opened);
    EXPECT_EQ(other.ask("GET", "/v1/blobs/" + sha256, {{"Authorization", "Bearer " + opened->token}}).status,
              404);
}

TEST_F(SyncTest, KnowingADigestIsNoRightToABlob) {
    begin();
    const auto sha256 = digest::toHex(digest::sha256(std::string("right")));
    const auto announcement = "{\"sha256\":\"" + sha256 + "\",\"size\":5}";
    blob("POST", "/v1/blobs", announcement);
    EXPECT_TRUE(blob("PUT", "/v1/blobs/" + sha256 + "/pieces/0", "right").complete);
    server.admin({"place", "add", "VAL", "Valmiera"});
    server.addDevice("val-01", "VAL");
    auto other = server.connect("val-01");
    const auto opened = contract::decode<contract::Session>(server.login(other, server.clerk, "VAL").body);
    ASSERT_TRUE(opened);
    const TlsClient::Headers there{{"Authorization", "Bearer " + opened->token}};
    Desk thief("val-01", "K-0001", "VAL");
    const auto id = thief.newId();
    const std::vector batch{thief.openCase(id),
                            thief.make(id, domain::cases::AttachDocument{{.sha256 = sha256, .size = 5}})};
    const auto attach = [&] {
        const auto answer = other.ask("POST", "/v1/commands:batch", there, contract::encode(batch));
        const auto results = contract::decode<std::vector<contract::CommandResult>>(answer.body);
        return results && results->size() == 2 ? results->at(1).status : contract::CommandStatus::Conflict;
    };
    const auto read = [&] { return other.ask("GET", "/v1/blobs/" + sha256, there).status; };
    const auto put = [&](const std::string& bytes) {
        return other.ask("PUT", "/v1/blobs/" + sha256 + "/pieces/0", there, bytes);
    };
    EXPECT_EQ(attach(), contract::CommandStatus::InFlight);
    EXPECT_EQ(read(), 404);
    const auto asked =
        contract::decode<contract::BlobState>(other.ask("POST", "/v1/blobs", there, announcement).body);
    ASSERT_TRUE(asked);
    EXPECT_FALSE(asked->complete) << "that it is here is not told";
    EXPECT_EQ(codeOf(put("wrong")), "VL-SRV-0020");
    EXPECT_EQ(client->ask("GET", "/v1/blobs/" + sha256, session).body, "right") << "spoiled by another";
    EXPECT_EQ(attach(), contract::CommandStatus::InFlight);
    std::ignore = other.ask("POST", "/v1/blobs", there, announcement);
    EXPECT_EQ(put("right").status, 200);
    EXPECT_EQ(attach(), contract::CommandStatus::Accepted);
    EXPECT_EQ(read(), 200);
}

TEST_F(SyncTest, UnfinishedUploadsAreBoundedAndForgotten) {
    begin();
    const auto announce = [&](int number) {
        const auto sha256 = digest::toHex(digest::sha256("blob " + std::to_string(number)));
        return client->ask("POST", "/v1/blobs", session, "{\"sha256\":\"" + sha256 + "\",\"size\":9}");
    };
    for (int number = 0; number < 16; ++number)
        EXPECT_EQ(announce(number).status, 200) << number;
    EXPECT_EQ(codeOf(announce(16)), "VL-SRV-0025");
    EXPECT_EQ(announce(3).status, 200) << "one that was begun goes on";
    const auto makeOld = [&] {
        const auto old = std::filesystem::file_time_type::clock::now() - std::chrono::hours(25);
        for (const auto& entry : std::filesystem::recursive_directory_iterator(server.data / "blobs"))
            if (entry.is_directory())
                std::filesystem::last_write_time(entry.path(), old);
    };
    const auto left = [&] {
        std::size_t count = 0;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(server.data / "blobs"))
            count += entry.path().filename() == "size" ? 1U : 0U;
        return count;
    };
    makeOld();
    EXPECT_EQ(announce(16).status, 200);
    EXPECT_EQ(left(), 1U) << "the stale ones are gone";
    server.kill();
    makeOld();
    ASSERT_EQ(server.admin({"device", "revoke", "ces-01"}), 0);
    server.start();
    EXPECT_EQ(server.stop(), 0);
    EXPECT_EQ(left(), 0U) << "this one too, though its device never comes again";
}

TEST_F(SyncTest, ReferenceDataComeByDigestAndTag) {
    begin({"--reference", std::string(VIENLOGS_SOURCE_DIR) + "/server/data"});
    const auto answer = client->ask("GET", "/v1/reference", session);
    const auto manifest = contract::decode<contract::ReferenceManifest>(answer.body);
    ASSERT_TRUE(manifest) << answer.body;
    EXPECT_GE(manifest->items.size(), 40U);
    EXPECT_GE(manifest->version, 1);
    auto headers = session;
    headers["If-None-Match"] = answer.headers.at("etag");
    EXPECT_EQ(client->ask("GET", "/v1/reference", headers).status, 304);
    for (const auto& item : manifest->items) {
        EXPECT_FALSE(item.name.starts_with("registers/")) << "licences stay on the server";
        const auto text = client->ask("GET", "/v1/reference/items/" + item.sha256, session).body;
        EXPECT_EQ(digest::toHex(digest::sha256(text)), item.sha256) << item.name;
    }
    EXPECT_EQ(client->ask("GET", "/v1/reference/items/" + std::string(64, '0'), session).status, 404);
    const auto page = contract::decode<contract::ChangesPage>(
        client->ask("GET", "/v1/changes?scope=reference", session).body);
    ASSERT_TRUE(page);
    EXPECT_EQ(page->changes.size(), 1U);
}
