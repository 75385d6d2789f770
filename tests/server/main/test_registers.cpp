// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "vienlogs/contract/codec.h"
#include "vienlogs/testkit/server_fixture.h"

using namespace vienlogs;
using namespace vienlogs::testkit;

namespace {

constexpr const char* anna = "PNOLV-010181-15098";
constexpr const char* person = "Dzīvesvietas deklarēšanas likums";

/// The server, and the central registers' stand-ins as a process of their own.
class RegisterTest : public testing::Test {
protected:
    void SetUp() override {
        ASSERT_EQ(server.admin({"user", "add", "--id", "K-0001", "--identifier", "PNOLV-161175-19997",
                                "--name", "Līga Kalniņa", "--institution", "CESIS", "--role", "clerk"}),
                  0);
        const auto line = registers.readLine();
        ASSERT_TRUE(line.starts_with("listening ")) << line;
        server.start({"--reference", std::string(VIENLOGS_SOURCE_DIR) + "/server/data", "--registers",
                      "http://" + line.substr(std::string("listening ").size())});
        client = std::make_unique<TlsClient>(server.address, server.deviceFolder("ces-01"));
        session = server.session(*client, server.clerk);
    }
    HttpAnswer ask(const contract::RegisterRequest& look) {
        auto headers = session;
        headers["Idempotency-Key"] = desk.newId().toString();
        return client->ask("POST", "/v1/register-queries", headers, contract::encode(look));
    }
    contract::RegisterAnswer answerTo(const contract::RegisterRequest& look) {
        const auto answer = ask(look);
        const auto read = contract::decode<contract::RegisterAnswer>(answer.body);
        EXPECT_TRUE(read) << answer.status << " " << answer.body;
        return read.value_or(contract::RegisterAnswer{});
    }
    std::vector<contract::AccessRecord> accessLog() {
        auto headers = session;
        headers["Idempotency-Key"] = desk.newId().toString();
        const auto answer = client->ask("POST", "/v1/clients:access-log", headers,
                                        std::string("{\"client\":\"") + anna + "\"}");
        return contract::decode<std::vector<contract::AccessRecord>>(answer.body)
            .value_or(std::vector<contract::AccessRecord>());
    }

    ServerFixture server;
    Process registers{{std::string(VIENLOGS_BIN_DIR) + "/vienlogs-registers", "--listen", "127.0.0.1:0",
                       "--seed", "1", "--people", "200"},
                      server.folder / "registers.log"};
    std::unique_ptr<TlsClient> client;
    TlsClient::Headers session;
    Desk desk{"ces-01"};
};

} // namespace

TEST_F(RegisterTest, ALookGivesDataAndIsOnRecord) {
    const auto answer = answerTo({"population", "person", anna, "residence-declaration", person, ""});
    EXPECT_EQ(answer.state, "ok");
    EXPECT_EQ(nlohmann::json::parse(answer.dataJson).value("givenName", ""), "Anna");
    const auto looks = accessLog();
    ASSERT_EQ(looks.size(), 1U);
    EXPECT_EQ(looks[0].what, "register.population.person");
    EXPECT_EQ(looks[0].who, "Līga Kalniņa, CESIS");
    EXPECT_EQ(looks[0].place, "CES");
    EXPECT_EQ(looks[0].purpose, "residence-declaration");
    EXPECT_EQ(looks[0].legalBasis, person);
    server.stop();
    EXPECT_EQ(server.log().find("15098"), std::string::npos) << "a personal code in the log";
}

TEST_F(RegisterTest, NoLookWithoutPurposeOrLicence) {
    EXPECT_EQ(codeOf(ask({"population", "person", anna, "", "", ""})), "VL-REG-0005");
    EXPECT_EQ(codeOf(ask({"population", "person", anna, "curiosity", person, ""})), "VL-REG-0006");
    EXPECT_EQ(ask({"population", "person", "Anna", "residence-declaration", person, ""}).status, 400);
    EXPECT_TRUE(accessLog().empty());
}

TEST_F(RegisterTest, AddressesAreOpenData) {
    const auto answer = answerTo({"addresses", "search", "Cēsis", "", "", ""});
    EXPECT_EQ(answer.state, "ok");
    EXPECT_TRUE(nlohmann::json::parse(answer.dataJson).is_array());
}

TEST_F(RegisterTest, HealthIsKnownBeforeAClerkNeedsIt) {
    const auto health = contract::decode<std::vector<contract::RegisterHealth>>(
        client->ask("GET", "/v1/registers/health", session).body);
    ASSERT_TRUE(health);
    EXPECT_EQ(health->size(), 3U);
}
