// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <algorithm>
#include <regex>

#include "vienlogs/server/app/rights.h"
#include "vienlogs/server/http/routes.h"
#include "vienlogs/testkit/server_fixture.h"

using namespace vienlogs;
using namespace vienlogs::testkit;

namespace {

/// Routes that need no session; everything else does.
bool isOpen(std::string_view operation) {
    return operation == "requestChallenge" || operation == "openSession" || operation == "live" ||
           operation == "ready" || operation == "metrics";
}

std::string targetOf(std::string_view pattern) {
    auto target = std::regex_replace(std::string(pattern), std::regex("\\{sha256\\}"), std::string(64, 'a'));
    target = std::regex_replace(target, std::regex("\\{piece\\}"), "0");
    return std::regex_replace(target, std::regex("\\{id\\}"), "01J00000000000000000000000");
}

} // namespace

TEST(Rights, EveryRouteWithEveryRole) {
    ServerFixture server;
    server.start();
    auto client = server.connect();
    const std::vector<std::pair<std::string, const Card*>> people{
        {"clerk", &server.clerk}, {"auditor", &server.auditor}, {"admin", &server.administrator}};
    int allowedOnes = 0;
    int refusedOnes = 0;
    for (const auto& route : server::http::routeNames()) {
        const std::string method(route.method);
        const auto target = targetOf(route.pattern);
        if (isOpen(route.operation)) {
            EXPECT_FALSE(server::app::isAllowed(route.operation, {"clerk"})) << "needs no right, so has none";
            continue;
        }
        const auto bare = client.ask(method, target);
        EXPECT_EQ(bare.status, 401) << route.operation;
        EXPECT_EQ(client.ask(method, target, {{"Authorization", "Bearer " + std::string(64, '0')}}).status,
                  401);
        EXPECT_EQ(client.ask(method, target, {{"Authorization", "Basic eDp5"}}).status, 401);
        for (const auto& [role, card] : people) {
            const auto answer = client.ask(method, target, server.session(client, *card));
            if (server::app::isAllowed(route.operation, {role})) {
                ++allowedOnes;
                EXPECT_NE(answer.status, 401) << role << " " << route.operation;
                EXPECT_NE(answer.status, 403) << role << " " << route.operation;
            } else {
                ++refusedOnes;
                EXPECT_EQ(answer.status, 403) << role << " " << route.operation;
                EXPECT_EQ(codeOf(answer), "VL-SRV-0002") << role << " " << route.operation;
            }
        }
    }
    EXPECT_GE(allowedOnes, 20);
    EXPECT_GE(refusedOnes, 20);
}

TEST(Rights, TheTableNamesOnlyRoutesThatThereAre) {
    const auto routes = server::http::routeNames();
    for (const auto& right : server::app::rights())
        EXPECT_TRUE(std::any_of(routes.begin(), routes.end(), [&](const auto& route) {
            return route.operation == right.operation;
        })) << right.operation;
    EXPECT_FALSE(server::app::isAllowed("whatever", {"clerk", "auditor", "admin"})) << "deny is the default";
    EXPECT_FALSE(server::app::isAllowed("postCommands", {}));
}
