// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <algorithm>
#include <regex>
#include <set>

#include "openapi_document.h"
#include "vienlogs/server/app/rights.h"
#include "vienlogs/testkit/server_fixture.h"

using namespace vienlogs;
using namespace vienlogs::testkit;

namespace {

using server::app::isAllowed;
using server::app::knownPlaceKinds;
using server::app::knownRoles;

/// Operations that need no session, and what they need instead. Anything else of the document must be in the
/// table of rights: a new route without a row fails here.
const std::set<std::string> open{"live", "ready", "metrics"};
const std::set<std::string> deviceOnly{"requestChallenge",      "openSession",          "listLoginIssuers",
                                       "requestFederatedLogin", "openFederatedSession", "refreshSession"};

const OpenApiDocument& document() {
    static const OpenApiDocument read(std::string(VIENLOGS_SOURCE_DIR) + "/server/api/openapi.yaml");
    return read;
}

bool needsSession(const std::string& operation) {
    return !open.contains(operation) && !deviceOnly.contains(operation);
}

std::string targetOf(const std::string& pattern) {
    auto target = std::regex_replace(pattern, std::regex("\\{sha256\\}"), std::string(64, 'a'));
    target = std::regex_replace(target, std::regex("\\{piece\\}"), "0");
    return std::regex_replace(target, std::regex("\\{id\\}"), "01J00000000000000000000000");
}

/// A place of each kind with a device, a person of each role with a card.
class RightsTest : public testing::Test {
protected:
    void SetUp() override {
        ASSERT_EQ(server.admin({"place", "add", "ZVC", "Zvanu centrs", "--kind", "call-centre"}), 0);
        server.addDevice("zvc-01", "ZVC");
        ASSERT_EQ(
            server.admin({"user", "add", "--id", "O-0001", "--identifier", "PNOLV-070190-12346", "--name",
                          "Name of O-0001", "--institution", "Cēsu novada pašvaldība", "--role", "operator"}),
            0);
        ASSERT_EQ(
            server.admin({"user", "add", "--id", "D-0001", "--identifier", "PNOLV-150585-12343", "--name",
                          "Name of D-0001", "--institution", "Tieslietu ministrija", "--role", "drafter"}),
            0);
        server.start();
    }
    struct Spot {
        std::string kind;
        std::string place;
        std::string device;
    };
    const std::vector<Spot> spots{
        {"centre", "CES", "ces-01"}, {"call-centre", "ZVC", "zvc-01"}, {"office", "CESP", "office-01"}};
    ServerFixture server;
    const Card operatorCard = server.cards.issue({.serialNumber = "PNOLV-070190-12346"});
    const Card drafterCard = server.cards.issue({.serialNumber = "PNOLV-150585-12343"});
    const std::vector<std::pair<std::string, const Card*>> people{{"clerk", &server.clerk},
                                                                  {"operator", &operatorCard},
                                                                  {"auditor", &server.auditor},
                                                                  {"drafter", &drafterCard},
                                                                  {"admin", &server.administrator}};
};

} // namespace

TEST_F(RightsTest, EveryCellOfTheTableOverTheRealServer) {
    ASSERT_EQ(spots.size(), knownPlaceKinds().size());
    ASSERT_EQ(people.size(), knownRoles().size());
    std::map<bool, int> cells;
    for (const auto& spot : spots) {
        auto client = server.connect(spot.device);
        for (const auto& [role, card] : people) {
            const auto session = server.session(client, *card, spot.place);
            for (const auto& operation : document().operations()) {
                if (!needsSession(operation.id) || operation.id == "closeSession")
                    continue;
                const auto answer = client.ask(operation.method, targetOf(operation.path), session);
                const bool allowed = isAllowed(operation.id, {role}, spot.kind);
                ++cells[allowed];
                const auto cell = role + " " + operation.id + " at " + spot.kind;
                EXPECT_NE(answer.status, 401) << cell;
                EXPECT_EQ(codeOf(answer) == "VL-SRV-0002", !allowed) << cell;
                EXPECT_EQ(answer.status == 403 && codeOf(answer) == "VL-SRV-0002", !allowed) << cell;
            }
        }
    }
    EXPECT_GE(cells[true], 50);
    EXPECT_GE(cells[false], 100);
}

TEST_F(RightsTest, WithoutASessionNothingIsAllowed) {
    auto client = server.connect();
    for (const auto& operation : document().operations()) {
        const auto target = targetOf(operation.path);
        if (!needsSession(operation.id)) {
            EXPECT_NE(codeOf(client.ask(operation.method, target)), "VL-SRV-0001") << operation.id;
            continue;
        }
        for (const auto& headers : {TlsClient::Headers{},
                                    {{"Authorization", "Bearer " + std::string(64, '0')}},
                                    {{"Authorization", "Basic eDp5"}},
                                    {{"Authorization", "Bearer "}}})
            EXPECT_EQ(client.ask(operation.method, target, headers).status, 401) << operation.id;
    }
}

TEST(Rights, EveryOperationHasRowsAndEveryRowAnOperation) {
    std::set<std::string> written;
    for (const auto& operation : document().operations()) {
        written.insert(operation.id);
        const auto rows = server::app::rights();
        const bool hasRow = std::any_of(rows.begin(), rows.end(),
                                        [&](const auto& row) { return row.operation == operation.id; });
        EXPECT_EQ(hasRow, needsSession(operation.id)) << operation.id;
        // The document says the same: "security: []" where no session is needed.
        EXPECT_EQ(operation.json.contains("security"), !needsSession(operation.id)) << operation.id;
    }
    std::set<std::pair<std::string, std::string>> seen;
    for (const auto& row : server::app::rights()) {
        EXPECT_TRUE(written.contains(std::string(row.operation))) << row.operation;
        EXPECT_TRUE(seen.insert({std::string(row.operation), std::string(row.role)}).second) << "twice";
        EXPECT_NE(std::find(knownRoles().begin(), knownRoles().end(), row.role), knownRoles().end());
        EXPECT_FALSE(row.placeKinds.empty()) << row.operation;
        for (const auto kind : row.placeKinds)
            EXPECT_NE(std::find(knownPlaceKinds().begin(), knownPlaceKinds().end(), kind),
                      knownPlaceKinds().end())
                << kind;
    }
}

TEST(Rights, DenyIsTheDefault) {
    EXPECT_FALSE(isAllowed("whatever", {"clerk", "operator", "auditor", "admin"}, "centre"));
    EXPECT_FALSE(isAllowed("postCommands", {}, "centre"));
    EXPECT_FALSE(isAllowed("postCommands", {"clerk"}, ""));
    EXPECT_FALSE(isAllowed("postCommands", {"clerk"}, "moon"));
    EXPECT_FALSE(isAllowed("postCommands", {"Clerk"}, "centre"));
    EXPECT_TRUE(isAllowed("postCommands", {"clerk"}, "centre"));
}

TEST_F(RightsTest, AnUnknownRoleOrKindOfPlaceCannotBeGiven) {
    EXPECT_NE(server.admin({"place", "add", "M", "Moon", "--kind", "moon"}), 0);
    EXPECT_NE(server.admin({"user", "add", "--id", "X", "--identifier", "PNOLV-070190-12346", "--name", "X",
                            "--institution", "X", "--role", "god"}),
              0);
}
