// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <regex>
#include <set>

#include "openapi_document.h"
#include "vienlogs/contract/codec.h"
#include "vienlogs/digest/sha256.h"
#include "vienlogs/server/http/routes.h"
#include "vienlogs/testkit/server_fixture.h"

using namespace vienlogs;
using namespace vienlogs::testkit;

namespace {

const OpenApiDocument& document() {
    static const OpenApiDocument read(std::string(VIENLOGS_SOURCE_DIR) + "/server/api/openapi.yaml");
    return read;
}

using Route = std::tuple<std::string, std::string, std::string>;

} // namespace

TEST(OpenApi, NamesExactlyTheRoutesOfTheServer) {
    std::set<Route> written;
    for (const auto& operation : document().operations())
        written.insert({operation.method, operation.path, operation.id});
    std::set<Route> served;
    for (const auto& route : server::http::routeNames())
        served.insert({std::string(route.method), std::string(route.pattern), std::string(route.operation)});
    EXPECT_EQ(written, served);
    EXPECT_GE(served.size(), 20U);
}

TEST(OpenApi, EveryReferenceLeadsSomewhere) {
    EXPECT_EQ(document().danglingReferences(), std::vector<std::string>());
}

TEST(OpenApi, EveryOperationIsDescribedWholly) {
    const std::regex parameter("\\{(\\w+)\\}");
    for (const auto& operation : document().operations()) {
        EXPECT_FALSE(operation.json.value("summary", "").empty()) << operation.id;
        for (std::sregex_iterator at(operation.path.begin(), operation.path.end(), parameter), end; at != end;
             ++at)
            EXPECT_TRUE(operation.json.dump().find("\"name\":\"" + (*at)[1].str() + "\"") !=
                        std::string::npos)
                << operation.id << " " << (*at)[1];
        const bool isOperation = operation.path.find("/v1/") != 0;
        EXPECT_EQ(operation.json.at("responses").contains("default"), !isOperation) << operation.id;
    }
}

TEST(OpenApi, TheCheckItselfFindsFaults) {
    EXPECT_NE(document().faultOf("auditHead", 200, "{}"), "");
    EXPECT_NE(document().faultOf("auditHead", 200, R"({"size":"1","root":"","at":"","signature":""})"), "");
    EXPECT_NE(document().faultOf("auditHead", 401, R"({"status":401})"), "");
    EXPECT_NE(document().faultOf("registerHealth", 200, "{}"), "");
}

TEST(OpenApi, AnswersAreAsWritten) {
    ServerFixture server;
    ASSERT_EQ(server.admin({"user", "add", "--id", "D-0001", "--identifier", "PNOLV-150585-12343", "--name",
                            "Name", "--institution", "Tieslietu ministrija", "--role", "drafter"}),
              0);
    server.start({"--reference", std::string(VIENLOGS_SOURCE_DIR) + "/server/data"});
    auto client = server.connect();
    Desk desk("ces-01");
    std::set<std::string> seen;
    const auto check = [&](const std::string& operation, const HttpAnswer& answer, int status) {
        seen.insert(operation);
        EXPECT_EQ(answer.status, status) << operation << " " << answer.body;
        EXPECT_EQ(document().faultOf(operation, answer.status, answer.body), "") << operation << answer.body;
    };
    check("live", client.ask("GET", "/livez"), 200);
    check("ready", client.ask("GET", "/readyz"), 200);
    check("metrics", client.ask("GET", "/metrics"), 200);
    check("requestChallenge", client.ask("POST", "/v1/login/challenges"), 201);
    check("openSession", server.login(client, server.clerk), 201);
    check("openSession", server.login(client, CardCa().issue()), 401);
    const auto opened = contract::decode<contract::Session>(server.login(client, server.clerk).body);
    ASSERT_TRUE(opened);
    check(
        "refreshSession",
        client.ask("POST", "/v1/sessions:refresh", {}, "{\"refreshToken\":\"" + opened->refreshToken + "\"}"),
        201);
    check("refreshSession", client.ask("POST", "/v1/sessions:refresh", {}, "{\"refreshToken\":\"x\"}"), 401);
    check("listLoginIssuers", client.ask("GET", "/v1/login/issuers"), 200);
    check("requestFederatedLogin",
          client.ask("POST", "/v1/login/federated", {}, R"({"redirectUri":"http://127.0.0.1:1/back"})"), 404);
    check("openFederatedSession",
          client.ask("POST", "/v1/sessions:federated", {},
                     contract::encode(contract::FederatedLoginRequest{"x", "CES", "x", "x", "000000"})),
          404);
    auto session = server.session(client, server.clerk);
    const auto keyed = [&] {
        auto headers = session;
        headers["Idempotency-Key"] = desk.newId().toString();
        return headers;
    };
    const std::string scan = "a page";
    const auto sha256 = digest::toHex(digest::sha256(scan));
    check("announceBlob",
          client.ask("POST", "/v1/blobs", session, "{\"sha256\":\"" + sha256 + "\",\"size\":6}"), 200);
    check("putBlobPiece", client.ask("PUT", "/v1/blobs/" + sha256 + "/pieces/0", session, scan), 200);
    check("getBlob", client.ask("GET", "/v1/blobs/" + sha256, session), 200);
    const auto id = desk.newId();
    namespace cases = domain::cases;
    const std::vector batch{
        desk.openCase(id),
        desk.make(id, cases::SaveAnswers{"{\"street\":\"Rīgas iela 1\"}"}),
        desk.make(id, cases::AttachDocument{{cases::Document::Kind::SignedScan, sha256, "Scan", "image/png",
                                             6, 1}}),
        desk.make(id, cases::SignCase{cases::SigningMethod::Paper, sha256}),
        desk.make(id, cases::IssueInvoice{{desk.newId(), "R-1", base::Money::cents(0), "PMLP", "fee", {}}}),
        desk.make(id, cases::SubmitCase{}),
        desk.make(id, cases::WithdrawCase{"too late"})};
    check("postCommands", client.ask("POST", "/v1/commands:batch", session, contract::encode(batch)), 200);
    check("caseById", client.ask("GET", "/v1/cases/" + id.toString(), session), 200);
    check("caseById", client.ask("GET", "/v1/cases/" + desk.newId().toString(), session), 404);
    check("changes", client.ask("GET", "/v1/changes?scope=place:CES", session), 200);
    check("changes", client.ask("GET", "/v1/changes?scope=reference", session), 200);
    check("changes", client.ask("GET", "/v1/changes?scope=place:RIX", session), 403);
    const auto reference = client.ask("GET", "/v1/reference", session);
    check("referenceManifest", reference, 200);
    const auto manifest = contract::decode<contract::ReferenceManifest>(reference.body);
    ASSERT_TRUE(manifest);
    check("referenceItem", client.ask("GET", "/v1/reference/items/" + manifest->items.at(0).sha256, session),
          200);
    const contract::RegisterRequest look{"population", "person", "PNOLV-010181-15098", "serving", "law", ""};
    check("queryRegister", client.ask("POST", "/v1/register-queries", keyed(), contract::encode(look)), 200);
    check("registerHealth", client.ask("GET", "/v1/registers/health", session), 200);
    check("clientHistory",
          client.ask("POST", "/v1/clients:history", keyed(),
                     "{\"client\":\"PNOLV-010181-15098\",\"purpose\":\"serving\"}"),
          200);
    check("accessLog",
          client.ask("POST", "/v1/clients:access-log", keyed(), "{\"client\":\"PNOLV-010181-15098\"}"), 200);
    check("auditHead", client.ask("GET", "/v1/audit/head", session), 200);
    auto office = server.connect("office-01");
    const auto auditor = server.session(office, server.auditor, "CESP");
    check("auditExport", office.ask("GET", "/v1/audit/export", auditor), 200);
    check("auditHeads", client.ask("GET", "/v1/audit/heads", session), 200);
    check("auditInclusion", client.ask("GET", "/v1/audit/proof?index=3", session), 200);
    check("auditInclusion", client.ask("GET", "/v1/audit/proof?index=3&size=2", session), 404);
    check("auditInclusion", client.ask("GET", "/v1/audit/proof?index=-3", session), 400);
    check("auditConsistency", client.ask("GET", "/v1/audit/consistency?from=3", session), 200);
    check("auditConsistency", client.ask("GET", "/v1/audit/consistency?from=9999", session), 409);
    check("auditStamps", office.ask("GET", "/v1/audit/stamps", auditor), 200);
    check("auditStamps", client.ask("GET", "/v1/audit/stamps", session), 403);
    check("securityEvents", office.ask("GET", "/v1/security-events", auditor), 200);
    const auto drafter =
        server.session(office, server.cards.issue({.serialNumber = "PNOLV-150585-12343"}), "CESP");
    const auto act = desk.newId().toString();
    const std::string none = R"({"after":{"count":0,"chain":""},"entries":[]})";
    check("createAct", office.ask("POST", "/v1/acts", drafter, R"({"id":")" + act + R"(","kind":"law"})"),
          201);
    check("listActs", office.ask("GET", "/v1/acts", drafter), 200);
    check("actLog", office.ask("GET", "/v1/acts/" + act + "/log?after=0", drafter), 200);
    check("appendToAct", office.ask("POST", "/v1/acts/" + act + "/log:append", drafter, none), 200);
    check("appendToAct",
          office.ask("POST", "/v1/acts/" + desk.newId().toString() + "/log:append", drafter, none), 404);
    check("auditExport", client.ask("GET", "/v1/audit/export", session), 403);
    check("closeSession", client.ask("DELETE", "/v1/sessions/current", session), 204);
    EXPECT_EQ(seen.size(), document().operations().size()) << "an operation was left out here";
}
