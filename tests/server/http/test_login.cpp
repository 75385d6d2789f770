// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <thread>

#include "vienlogs/contract/codec.h"
#include "vienlogs/testkit/server_fixture.h"

using namespace vienlogs;
using namespace vienlogs::testkit;

namespace {

class LoginTest : public testing::Test {
protected:
    void SetUp() override { server.start(); }
    std::string refusal(const HttpAnswer& answer) {
        return std::to_string(answer.status) + " " + codeOf(answer);
    }
    ServerFixture server;
};

} // namespace

TEST_F(LoginTest, OpensASessionForPersonDeviceAndPlace) {
    auto client = server.connect();
    const auto answer = server.login(client, server.clerk);
    ASSERT_EQ(answer.status, 201) << answer.body;
    const auto session = contract::decode<contract::Session>(answer.body);
    ASSERT_TRUE(session);
    EXPECT_EQ(session->clerkId, "K-0001");
    EXPECT_EQ(session->roles, std::vector<std::string>{"clerk"});
    EXPECT_EQ(session->place, "CES");
    EXPECT_EQ(session->placeName, "Cēsu VPVKAC");
    EXPECT_EQ(session->device, "ces-01");
    server.stop();
    EXPECT_NE(server.log().find("openSession"), std::string::npos);
    EXPECT_EQ(server.log().find(session->token), std::string::npos);
    EXPECT_EQ(server.log().find("161175"), std::string::npos);
}

TEST_F(LoginTest, AChallengeIsGoodOnce) {
    auto client = server.connect();
    const auto request = contract::encode(server.loginFor(client, server.clerk));
    EXPECT_EQ(client.ask("POST", "/v1/sessions", {}, request).status, 201);
    EXPECT_EQ(refusal(client.ask("POST", "/v1/sessions", {}, request)), "401 VL-SRV-0007");
}

TEST_F(LoginTest, AFailedLoginUsesTheChallengeUp) {
    auto client = server.connect();
    auto request = server.loginFor(client, server.clerk);
    const auto good = contract::encode(request);
    request.signature = base::toBase64(base::Bytes(96, 1));
    EXPECT_EQ(refusal(client.ask("POST", "/v1/sessions", {}, contract::encode(request))), "401 VL-SRV-0008");
    EXPECT_EQ(refusal(client.ask("POST", "/v1/sessions", {}, good)), "401 VL-SRV-0007");
}

TEST_F(LoginTest, WhatADeviceWritesInsteadOfANameIsNotForTheAudit) {
    auto client = server.connect();
    auto request = server.loginFor(client, server.clerk);
    request.challengeId = "PNOLV-161175-19997";
    EXPECT_EQ(refusal(client.ask("POST", "/v1/sessions", {}, contract::encode(request))), "401 VL-SRV-0006");
    auto office = server.connect("office-01");
    const auto audit =
        office.ask("GET", "/v1/audit/export", server.session(office, server.auditor, "CESP")).body;
    EXPECT_NE(audit.find("\"result\":\"VL-SRV-0006\""), std::string::npos) << audit;
    EXPECT_EQ(audit.find("\"object\":\"PNOLV"), std::string::npos) << audit;
}

TEST_F(LoginTest, TheSignatureCoversThePlace) {
    server.admin({"place", "add", "VAL", "Valmieras VPVKAC"});
    auto client = server.connect();
    auto request = server.loginFor(client, server.clerk, "VAL");
    request.place = "CES";
    EXPECT_EQ(refusal(client.ask("POST", "/v1/sessions", {}, contract::encode(request))), "401 VL-SRV-0008");
    EXPECT_EQ(refusal(server.login(client, server.clerk, "VAL")), "403 VL-SRV-0005");
}

TEST_F(LoginTest, AnAlgorithmThatTheKeyIsNotForIsRefused) {
    auto client = server.connect();
    for (const auto* algorithm : {"ES256", "RS256", "none", ""}) {
        auto request = server.loginFor(client, server.clerk);
        request.algorithm = algorithm;
        EXPECT_EQ(refusal(client.ask("POST", "/v1/sessions", {}, contract::encode(request))),
                  "401 VL-SRV-0008");
    }
}

TEST_F(LoginTest, OnlyGoodCardsOfKnownIssuersCount) {
    auto client = server.connect();
    EXPECT_EQ(refusal(server.login(client, CardCa().issue())), "401 VL-SRV-0009") << "unknown issuer";
    EXPECT_EQ(refusal(server.login(client, server.cards.issue({.firstDay = -9, .lastDay = -1}))),
              "401 VL-SRV-0009")
        << "expired";
    EXPECT_EQ(refusal(server.login(client, server.cards.issue({.firstDay = 1}))), "401 VL-SRV-0009")
        << "not yet valid";
    EXPECT_EQ(refusal(server.login(client, server.cards.issue({.purpose = "emailProtection"}))),
              "401 VL-SRV-0009");
    EXPECT_EQ(refusal(server.login(client, server.cards.issue({.purpose = nullptr}))), "401 VL-SRV-0009");
    EXPECT_EQ(refusal(server.login(client, server.cards.issue({.serialNumber = "161175-19997"}))),
              "401 VL-SRV-0009");
    auto garbage = server.loginFor(client, server.clerk);
    garbage.certificate = base::toBase64(base::Bytes(500, 0x30));
    EXPECT_EQ(refusal(client.ask("POST", "/v1/sessions", {}, contract::encode(garbage))), "401 VL-SRV-0009");
}

TEST_F(LoginTest, AStrangerWithAGoodCardIsNoClerk) {
    auto client = server.connect();
    EXPECT_EQ(refusal(server.login(client, server.cards.issue({.serialNumber = "PNOLV-323456-78901"}))),
              "403 VL-SRV-0010");
}

TEST_F(LoginTest, ALeaverIsOutAtOnce) {
    auto client = server.connect();
    const auto session = server.session(client, server.clerk);
    EXPECT_EQ(client.ask("GET", "/v1/registers/health", session).status, 200);
    EXPECT_EQ(client.ask("GET", "/v1/reference", session).status, 200);
    ASSERT_EQ(server.admin({"user", "leave", "K-0001"}), 0);
    EXPECT_EQ(refusal(client.ask("GET", "/v1/registers/health", session)), "403 VL-SRV-0011");
    // The catalogue is public: there a login that was looked up within the last second is good enough.
    std::this_thread::sleep_for(std::chrono::milliseconds(1100));
    EXPECT_EQ(refusal(client.ask("GET", "/v1/reference", session)), "403 VL-SRV-0011");
    EXPECT_EQ(refusal(server.login(client, server.clerk)), "403 VL-SRV-0011");
}

TEST_F(LoginTest, ASessionBelongsToItsDevice) {
    server.addDevice("ces-02", "CES");
    auto first = server.connect();
    auto second = server.connect("ces-02");
    const auto session = server.session(first, server.clerk);
    EXPECT_EQ(refusal(second.ask("GET", "/v1/reference", session)), "403 VL-SRV-0004");
    const auto request = contract::encode(server.loginFor(first, server.clerk));
    EXPECT_EQ(refusal(second.ask("POST", "/v1/sessions", {}, request)), "401 VL-SRV-0006")
        << "a challenge of another device";
}

TEST_F(LoginTest, AfterLogoutTheTokenIsWorthless) {
    auto client = server.connect();
    const auto session = server.session(client, server.clerk);
    EXPECT_EQ(client.ask("DELETE", "/v1/sessions/current", session).status, 204);
    EXPECT_EQ(refusal(client.ask("GET", "/v1/reference", session)), "401 VL-SRV-0001");
}

TEST_F(LoginTest, DevicesAreKnownAndNotRevoked) {
    TlsClient nobody(server.address, server.deviceFolder("ces-01"), false);
    EXPECT_EQ(nobody.ask("GET", "/livez").status, 0) << "no certificate, no connection";

    server.addDevice("ces-02", "CES");
    auto client = server.connect("ces-02");
    const auto session = server.session(client, server.clerk);
    ASSERT_EQ(server.admin({"device", "revoke", "ces-02"}), 0);
    EXPECT_EQ(refusal(client.ask("GET", "/v1/reference", session)), "403 VL-SRV-0003");
    EXPECT_EQ(refusal(client.ask("POST", "/v1/login/challenges")), "403 VL-SRV-0003");

    ServerFixture other(ServerFixture::Authority::Own);
    TlsClient stranger(server.address, other.deviceFolder("ces-01"));
    EXPECT_EQ(stranger.ask("GET", "/livez").status, 0);
}

TEST_F(LoginTest, ProblemsSpeakTheLanguageOfTheRequest) {
    auto client = server.connect();
    const auto titleIn = [&](const char* language) {
        return client.ask("GET", "/v1/reference", {{"Accept-Language", language}}).body;
    };
    EXPECT_NE(titleIn("en").find("You are not logged in"), std::string::npos);
    EXPECT_NE(titleIn("ru").find("Вы не вошли"), std::string::npos);
    EXPECT_NE(titleIn("xx").find("Jūs neesat"), std::string::npos);
}
