// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <tuple>

#include "vienlogs/contract/codec.h"
#include "vienlogs/testkit/server_fixture.h"

using namespace vienlogs;
using namespace vienlogs::testkit;

namespace {

constexpr const char* anna = "PNOLV-010181-15098";

class RecordTest : public testing::Test {
protected:
    void SetUp() override {
        server.start();
        client = std::make_unique<TlsClient>(server.address, server.deviceFolder("ces-01"));
        session = server.session(*client, server.clerk);
    }
    HttpAnswer ask(const std::string& target, const std::string& body, const std::string& key) {
        auto headers = session;
        if (!key.empty())
            headers["Idempotency-Key"] = key;
        return client->ask("POST", target, headers, body);
    }
    HttpAnswer ask(const std::string& target, const std::string& body) {
        return ask(target, body, desk.newId().toString());
    }
    std::vector<contract::AccessRecord> accessLog() {
        const auto answer = ask("/v1/clients:access-log", std::string("{\"client\":\"") + anna + "\"}");
        return contract::decode<std::vector<contract::AccessRecord>>(answer.body)
            .value_or(std::vector<contract::AccessRecord>());
    }
    ServerFixture server;
    std::unique_ptr<TlsClient> client;
    TlsClient::Headers session;
    Desk desk{"ces-01"};
};

} // namespace

TEST_F(RecordTest, HistoryAndAccessLogTellWhatWasDoneAndWhoLooked) {
    const auto id = desk.newId();
    const std::vector batch{desk.openCase(id)};
    std::ignore = client->ask("POST", "/v1/commands:batch", session, contract::encode(batch));
    const auto answer =
        ask("/v1/clients:history", std::string("{\"client\":\"") + anna + "\",\"purpose\":\"serving\"}");
    const auto history = contract::decode<std::vector<contract::HistoryEntry>>(answer.body);
    ASSERT_TRUE(history) << answer.body;
    ASSERT_EQ(history->size(), 1U);
    EXPECT_EQ(history->front().caseId, id);
    EXPECT_EQ(history->front().state, "draft");
    std::ignore = client->ask("GET", "/v1/cases/" + id.toString(), session);
    const auto looks = accessLog();
    ASSERT_EQ(looks.size(), 3U);
    EXPECT_EQ(looks[0].what, "case.read");
    EXPECT_EQ(looks[0].purpose, "dzivesvietas-deklaresana") << "who looked, and why";
    EXPECT_FALSE(looks[0].legalBasis.empty());
    EXPECT_EQ(looks[1].what, "history.read");
    EXPECT_EQ(looks[1].purpose, "serving");
    EXPECT_EQ(looks[2].what, "case.open");
    EXPECT_EQ(looks[2].who, "Name of K-0001, Cēsu novada pašvaldība");
    EXPECT_EQ(accessLog().size(), 4U) << "reading the log is a look as well";
}

TEST_F(RecordTest, WhoIsRepresentedIsToldOfALookAsWell) {
    const auto id = desk.newId();
    auto open = desk.openCase(id);
    const auto represented = *base::Identifier::parse("PNOLV-321234-00003");
    std::get<domain::cases::OpenCase>(open.body).actingFor = {domain::clients::ActingFor::Kind::MinorChild,
                                                              represented, "Jānis"};
    std::ignore = client->ask("POST", "/v1/commands:batch", session, contract::encode(std::vector{open}));
    ASSERT_EQ(client->ask("GET", "/v1/cases/" + id.toString(), session).status, 200);
    const auto looks = contract::decode<std::vector<contract::AccessRecord>>(
        ask("/v1/clients:access-log", "{\"client\":\"" + represented.toString() + "\"}").body);
    ASSERT_TRUE(looks && !looks->empty());
    EXPECT_EQ(looks->front().what, "case.read");
}

TEST_F(RecordTest, TheAccessLogComesInPagesWithoutGapsOrDoubles) {
    for (int i = 0; i < 7; ++i) {
        const std::vector batch{desk.openCase(desk.newId())};
        std::ignore = client->ask("POST", "/v1/commands:batch", session, contract::encode(batch));
    }
    std::vector<std::int64_t> seen;
    std::string before;
    for (int page = 0; page < 4; ++page) {
        const auto answer = ask("/v1/clients:access-log",
                                std::string("{\"client\":\"") + anna + "\",\"limit\":3" + before + "}");
        const auto lines = contract::decode<std::vector<contract::AccessRecord>>(answer.body);
        ASSERT_TRUE(lines) << answer.body;
        for (const auto& line : *lines)
            seen.push_back(line.index);
        if (!lines->empty())
            before = ",\"before\":" + std::to_string(lines->back().index);
    }
    EXPECT_EQ(seen.size(), 7U);
    EXPECT_TRUE(std::is_sorted(seen.rbegin(), seen.rend()));
    EXPECT_EQ(std::adjacent_find(seen.begin(), seen.end()), seen.end());
    for (const auto* wrong : {",\"limit\":0", ",\"limit\":501", ",\"before\":-1", ",\"before\":\"1\"",
                              ",\"before\":18446744073709551615"})
        EXPECT_EQ(
            ask("/v1/clients:access-log", std::string("{\"client\":\"") + anna + "\"" + wrong + "}").status,
            400)
            << wrong;
}

TEST_F(RecordTest, NoLookWithoutAPurpose) {
    EXPECT_EQ(
        codeOf(ask("/v1/clients:history", std::string("{\"client\":\"") + anna + "\",\"purpose\":\"\"}")),
        "VL-SRV-0019");
    EXPECT_EQ(ask("/v1/clients:history", std::string("{\"client\":\"") + anna + "\"}").status, 400);
    EXPECT_TRUE(accessLog().empty());
}

TEST_F(RecordTest, TheSameKeyGivesTheSameAnswerAndOneLook) {
    const auto body = std::string("{\"client\":\"") + anna + "\",\"purpose\":\"serving\"}";
    const auto key = desk.newId().toString();
    const auto first = ask("/v1/clients:history", body, key);
    const std::vector batch{desk.openCase(desk.newId())};
    std::ignore = client->ask("POST", "/v1/commands:batch", session, contract::encode(batch));
    EXPECT_EQ(ask("/v1/clients:history", body, key).body, first.body);
    EXPECT_EQ(accessLog().size(), 2U) << "one reading, one case";
    const auto other =
        ask("/v1/clients:history", "{\"client\":\"PNOLV-161175-19997\",\"purpose\":\"x\"}", key);
    EXPECT_EQ(other.status, 422);
    EXPECT_EQ(codeOf(other), "VL-SRV-0012");
    EXPECT_EQ(codeOf(ask("/v1/clients:history", body, "")), "VL-SRV-0018");
    EXPECT_EQ(codeOf(ask("/v1/clients:history", body, "not-a-ulid")), "VL-SRV-0018");
}

TEST_F(RecordTest, AServerWithoutRegistersSaysSo) {
    const contract::RegisterRequest look{"population", "person", anna, "serving", "law", ""};
    const auto answer =
        contract::decode<contract::RegisterAnswer>(ask("/v1/register-queries", contract::encode(look)).body);
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->state, "down");
    EXPECT_TRUE(accessLog().empty()) << "nobody looked at anything";
}

TEST_F(RecordTest, AnAuditorTakesTheLogAwayAndProvesIt) {
    const std::vector batch{desk.openCase(desk.newId())};
    std::ignore = client->ask("POST", "/v1/commands:batch", session, contract::encode(batch));
    const auto pinned = client->ask("GET", "/v1/audit/head", session).body;
    auto office = server.connect("office-01");
    const auto exported =
        office.ask("GET", "/v1/audit/export", server.session(office, server.auditor, "CESP")).body;
    const auto verify = [&](const std::string& text, bool withHead) {
        std::ofstream(server.folder / "export.ndjson", std::ios::trunc) << text;
        std::ofstream(server.folder / "head.json", std::ios::trunc) << pinned;
        std::vector<std::string> words{"audit",  "verify",
                                       "--file", server.folder / "export.ndjson",
                                       "--key",  server.data / "ca" / "audit.pem"};
        if (withHead)
            words.insert(words.end(), {"--head", server.folder / "head.json"});
        return server.admin(words);
    };
    EXPECT_EQ(verify(exported, false), 0);
    EXPECT_EQ(verify(exported, true), 0);
    const auto firstLine = exported.find('\n') + 1;
    EXPECT_NE(verify(exported.substr(firstLine), false), 0) << "the first record is missing";
    auto changed = exported;
    changed.replace(changed.find("case.open"), 9, "case.read");
    EXPECT_NE(verify(changed, false), 0) << "a word was changed";
    const auto secondLine = exported.find('\n', firstLine) + 1;
    EXPECT_NE(verify(exported.substr(0, firstLine) + exported.substr(secondLine), false), 0);
    EXPECT_NE(verify(exported.substr(0, exported.rfind('\n', exported.size() - 2) + 1), false), 0)
        << "no head";
    EXPECT_EQ(server.admin({"audit", "verify"}), 0) << "from the store itself";
}
