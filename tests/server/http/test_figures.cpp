// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <fstream>
#include <regex>
#include <set>

#include <nlohmann/json.hpp>

#include "vienlogs/contract/codec.h"
#include "vienlogs/testkit/server_fixture.h"

using namespace vienlogs;
using namespace vienlogs::testkit;

namespace {

/// Names that the dashboard asks for, without the endings that a histogram adds.
std::set<std::string> namesOfDashboard() {
    std::ifstream stream(std::string(VIENLOGS_SOURCE_DIR) + "/installers/grafana/vienlogs-server.json");
    const auto dashboard = nlohmann::json::parse(stream);
    std::set<std::string> names;
    const std::regex name("(vienlogs|process)_[a-z_]+");
    for (const auto& panel : dashboard.at("panels"))
        for (const auto& target : panel.at("targets")) {
            const auto text = target.at("expr").get<std::string>();
            for (std::sregex_iterator at(text.begin(), text.end(), name), end; at != end; ++at)
                names.insert(at->str());
        }
    return names;
}

} // namespace

TEST(Figures, EveryFigureOfTheDashboardIsThere) {
    ServerFixture server;
    server.start();
    auto client = server.connect();
    const auto session = server.session(client, server.clerk);
    Desk desk("ces-01");
    const std::vector batch{desk.openCase(desk.newId())};
    std::ignore = client.ask("POST", "/v1/commands:batch", session, contract::encode(batch));
    EXPECT_EQ(client.ask("GET", "/v1/reference").status, 401);
    EXPECT_EQ(client.ask("POST", "/v1/sessions", {}, "not JSON").status, 400);
    auto malformed = server.connect();
    malformed.send("GET / HTTP/1.1\r\n\r\n");
    EXPECT_EQ(malformed.receive().status, 400);
    const auto figures = client.ask("GET", "/metrics").body;
    const auto names = namesOfDashboard();
    EXPECT_GE(names.size(), 15U);
    for (const auto& name : names)
        EXPECT_TRUE(std::regex_search(figures, std::regex("(^|\n)" + name + "[{ ]"))) << name << "\n"
                                                                                      << figures;
    EXPECT_NE(figures.find("vienlogs_commands_total{result=\"accepted\"} 1\n"), std::string::npos);
    EXPECT_NE(figures.find("vienlogs_security_events_total{what=\"no host\"} 1\n"), std::string::npos);
    EXPECT_NE(figures.find("vienlogs_store_up 1\n"), std::string::npos);
}
