// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "vienlogs/contract/codec.h"
#include "vienlogs/testkit/server_fixture.h"

using namespace vienlogs;
using namespace vienlogs::testkit;
namespace fs = std::filesystem;

namespace {

/// A desk at the real server, as far as its outbox and its feed go.
class PutBackServerTest : public testing::Test {
protected:
    void open() {
        server.start();
        client = std::make_unique<TlsClient>(server.address, server.deviceFolder("ces-01"));
        session = server.session(*client, server.clerk);
    }
    contract::ChangesPage changes(const contract::ChangesPage& seen, const std::string& mark = {}) {
        const auto body = client
                              ->ask("GET",
                                    "/v1/changes?scope=place:CES&after=" + seen.next +
                                        "&epoch=" + seen.epoch + "&mark=" + mark,
                                    session)
                              .body;
        const auto page = contract::decode<contract::ChangesPage>(body);
        EXPECT_TRUE(page) << body;
        return page.value_or(contract::ChangesPage());
    }
    std::vector<contract::CommandResult> send(const std::vector<domain::cases::Command>& commands) {
        const auto results = contract::decode<std::vector<contract::CommandResult>>(
            client->ask("POST", "/v1/commands:batch", session, contract::encode(commands)).body);
        EXPECT_TRUE(results);
        return results.value_or(std::vector<contract::CommandResult>());
    }

    ServerFixture server;
    std::unique_ptr<TlsClient> client;
    TlsClient::Headers session;
    Desk desk{"ces-01"};
};

} // namespace

TEST_F(PutBackServerTest, AMachinePutBackToASnapshotIsTreatedAsRestored) {
    if (!fs::exists(server.data / "server.db"))
        GTEST_SKIP() << "its store is not in the folder";
    open();
    const auto first = desk.openCase(desk.newId());
    ASSERT_EQ(send({first}).at(0).status, contract::CommandStatus::Accepted);
    const auto before = changes({});
    ASSERT_EQ(server.stop(), 0);
    fs::copy(server.data, server.folder / "snapshot", fs::copy_options::recursive);
    open();
    const auto second = desk.openCase(desk.newId());
    ASSERT_EQ(send({second}).at(0).status, contract::CommandStatus::Accepted);
    const auto seen = changes(before);
    ASSERT_EQ(seen.epoch, before.epoch);
    ASSERT_EQ(seen.changes.size(), 1U);
    server.kill();
    fs::remove_all(server.data);
    fs::rename(server.folder / "snapshot", server.data);
    open();
    const auto anew = changes(seen);
    EXPECT_NE(anew.epoch, before.epoch) << "the desk is to offer again what it has";
    EXPECT_TRUE(anew.next.empty());
    EXPECT_EQ(changes(seen).epoch, anew.epoch);
    // Offered again, counted anew as a desk does then.
    auto again = std::vector{first, second};
    for (std::size_t i = 0; i < again.size(); ++i) {
        again[i].epoch = first.epoch + 1;
        again[i].sequence = static_cast<std::int64_t>(i) + 1;
    }
    for (const auto& result : send(again))
        EXPECT_EQ(result.status, contract::CommandStatus::Accepted);
    EXPECT_EQ(changes({anew.epoch, {}, "", false}).changes.size(), 2U);
    EXPECT_EQ(server.stop(), 0);
    EXPECT_EQ(server.admin({"audit", "verify"}), 0);
}

TEST_F(PutBackServerTest, AnActConfirmedTheMomentBeforeIsMissedByItsMark) {
    if (!fs::exists(server.data / "server.db"))
        GTEST_SKIP() << "its store is not in the folder";
    open();
    ASSERT_EQ(send({desk.openCase(desk.newId())}).at(0).status, contract::CommandStatus::Accepted);
    const auto before = changes({});
    ASSERT_EQ(server.stop(), 0);
    fs::copy(server.data, server.folder / "snapshot", fs::copy_options::recursive);
    open();
    const auto confirmed = send({desk.openCase(desk.newId())}).at(0);
    ASSERT_EQ(confirmed.status, contract::CommandStatus::Accepted);
    EXPECT_EQ(confirmed.storeEpoch, before.epoch);
    EXPECT_EQ(changes(before, confirmed.mark).epoch, before.epoch) << "nothing is missing yet";
    server.kill();
    fs::remove_all(server.data);
    fs::rename(server.folder / "snapshot", server.data);
    open();
    EXPECT_EQ(changes(before).epoch, before.epoch) << "without the mark it cannot know";
    EXPECT_NE(changes(before, confirmed.mark).epoch, before.epoch);
}
