// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <algorithm>

#include <nlohmann/json.hpp>

#include "../registers/http_help.h"
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
        registersAt = line.substr(std::string("listening ").size());
        server.start({"--reference", std::string(VIENLOGS_SOURCE_DIR) + "/server/data", "--registers",
                      "http://" + registersAt});
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
    std::vector<contract::AccessRecord> accessLog(const std::string& of = anna) {
        auto headers = session;
        headers["Idempotency-Key"] = desk.newId().toString();
        const auto answer = client->ask("POST", "/v1/clients:access-log", headers,
                                        std::string("{\"client\":\"") + of + "\"}");
        return contract::decode<std::vector<contract::AccessRecord>>(answer.body)
            .value_or(std::vector<contract::AccessRecord>());
    }

    ServerFixture server;
    Process registers{{std::string(VIENLOGS_BIN_DIR) + "/vienlogs-registers", "--listen", "127.0.0.1:0",
                       "--seed", "1", "--people", "200"},
                      server.folder / "registers.log"};
    std::string registersAt;
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
    const auto refusal = [&](const contract::RegisterRequest& look) {
        const auto answer = ask(look);
        return std::to_string(answer.status) + " " + codeOf(answer);
    };
    EXPECT_EQ(refusal({"population", "person", anna, "", "", ""}), "400 VL-REG-0005");
    EXPECT_EQ(refusal({"population", "person", anna, "curiosity", person, ""}), "403 VL-REG-0006");
    EXPECT_EQ(refusal({"population", "nothing", anna, "curiosity", person, ""}), "404 VL-REG-0010");
    EXPECT_EQ(ask({"population", "person", "Anna", "residence-declaration", person, ""}).status, 400);
    EXPECT_TRUE(accessLog().empty());
}

TEST_F(RegisterTest, AHouseholdIsAskedByItsAddressAndEverybodyInItIsTold) {
    const auto known = answerTo({"population", "person", anna, "residence-declaration", person, ""});
    const auto address = nlohmann::json::parse(known.dataJson).at("residence").value("addressCode", "");
    contract::RegisterRequest look{"population", "household", anna, "residence-declaration", person, ""};
    EXPECT_EQ(ask(look).status, 400) << "no address";
    look.parametersJson = nlohmann::json{{"addressCode", address}}.dump();
    const auto household = nlohmann::json::parse(answerTo(look).dataJson);
    ASSERT_GE(household.size(), 2U);
    for (const auto& member : household) {
        const auto looks = accessLog(member.value("identifier", ""));
        EXPECT_TRUE(std::any_of(looks.begin(), looks.end(), [](const auto& one) {
            return one.what == "register.population.household" && one.purpose == "residence-declaration";
        })) << "not told";
    }
    look.purpose = "tax";
    look.legalBasis = "Par iedzīvotāju ienākuma nodokli";
    EXPECT_EQ(codeOf(ask(look)), "VL-REG-0006") << "no licence for it";
}

TEST_F(RegisterTest, ParametersAreBounded) {
    contract::RegisterRequest look{"population", "household", anna, "residence-declaration", person, ""};
    for (const auto* wrong :
         {R"(["x"])", R"({"addressCode":{"a":1}})", R"({"addressCode":7})", R"({"a":[[1]]})"}) {
        look.parametersJson = wrong;
        EXPECT_EQ(ask(look).status, 400) << wrong;
    }
    look.parametersJson = nlohmann::json{{"addressCode", std::string(201, 'x')}}.dump();
    EXPECT_EQ(ask(look).status, 400);
}

TEST_F(RegisterTest, AResidenceIsDeclaredOnceHoweverOftenItIsSent) {
    const auto found = nlohmann::json::parse(answerTo({"addresses", "search", "Cēsis", "", "", ""}).dataJson);
    contract::RegisterRequest act{
        "population", "declareResidence", anna, "residence-declaration", person, ""};
    const auto today = base::toIso(std::chrono::floor<std::chrono::days>(base::SystemClock().now()));
    auto headers = session;
    headers["Idempotency-Key"] = desk.newId().toString();
    std::string number;
    for (const auto& address : found) {
        act.parametersJson = nlohmann::json{
            {"addressCode", address.value("code", "")},
            {"since", today},
            {"persons", {anna}}}.dump();
        headers["Idempotency-Key"] = desk.newId().toString();
        const auto answer = contract::decode<contract::RegisterAnswer>(
            client->ask("POST", "/v1/register-queries", headers, contract::encode(act)).body);
        ASSERT_TRUE(answer);
        if (answer->state != "ok")
            continue; // a house without flats is no dwelling
        number = nlohmann::json::parse(answer->dataJson).value("number", "");
        break;
    }
    ASSERT_FALSE(number.empty()) << found;
    const auto again = contract::decode<contract::RegisterAnswer>(
        client->ask("POST", "/v1/register-queries", headers, contract::encode(act)).body);
    ASSERT_TRUE(again);
    EXPECT_EQ(nlohmann::json::parse(again->dataJson).value("number", ""), number);
}

TEST_F(RegisterTest, AClosedRegisterSaysUntilWhenForAProgramToo) {
    const auto port = static_cast<std::uint16_t>(std::stoi(registersAt.substr(registersAt.find(':') + 1)));
    const auto* const closed = R"({"state":"closed","closedUntil":"2099-01-02T06:30:00Z"})";
    ASSERT_EQ(testhelp::call(port, "PUT", "/control/population", closed).status, 200);
    const auto answer = answerTo({"population", "person", anna, "residence-declaration", person, ""});
    EXPECT_EQ(answer.state, "closed");
    ASSERT_TRUE(answer.problem);
    EXPECT_EQ(answer.problem->code, "VL-REG-0002");
    EXPECT_EQ(answer.problem->argument, "2099-01-02T06:30:00.000Z");
    EXPECT_NE(answer.problem->title.find("02.01.2099. 06:30 UTC"), std::string::npos)
        << answer.problem->title;
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
