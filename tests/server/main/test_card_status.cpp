// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <fstream>

#include "../../smartcard/trust/stand_in.h"
#include "vienlogs/testkit/server_fixture.h"

using namespace vienlogs;
using namespace vienlogs::testkit;

namespace {

std::string serialOf(const base::Bytes& der) {
    const auto* at = der.data();
    const std::unique_ptr<X509, decltype(&X509_free)> certificate(
        d2i_X509(nullptr, &at, static_cast<long>(der.size())), X509_free);
    const std::unique_ptr<BIGNUM, decltype(&BN_free)> number(
        ASN1_INTEGER_to_BN(X509_get0_serialNumber(certificate.get()), nullptr), BN_free);
    char* hex = BN_bn2hex(number.get());
    std::string text(hex);
    OPENSSL_free(hex);
    return text;
}

/// The server and a status service for its cards, both processes of their own.
class CardStatusTest : public testing::Test {
protected:
    void SetUp() override {
        std::ofstream(server.folder / "cards.crt") << server.cards.pem();
        std::ofstream(server.folder / "cards.key") << server.cards.keyPem();
        trust = std::make_unique<testhelp::TrustStandIn>(
            server.folder, std::vector<std::string>{"--issuer-cert", server.folder / "cards.crt",
                                                    "--issuer-key", server.folder / "cards.key"});
        server.admin({"user", "add", "--id", "K-0001", "--identifier", "PNOLV-161175-19997", "--name",
                      "Līga Kalniņa", "--institution", "CESIS", "--role", "clerk"});
        server.start({"--ocsp-url", trust->address + "/ocsp"});
    }
    HttpAnswer logIn() {
        auto client = server.connect();
        return server.login(client, server.clerk);
    }
    ServerFixture server;
    std::unique_ptr<testhelp::TrustStandIn> trust;
};

} // namespace

TEST_F(CardStatusTest, ALoginWithARevokedCardIsRefused) {
    const auto entry =
        R"({"serial": ")" + serialOf(server.clerk.certificate) + R"(", "reason": "affiliationChanged"})";
    ASSERT_TRUE(trust->control("revoked", entry));
    const auto refused = logIn();
    EXPECT_EQ(refused.status, 401);
    EXPECT_EQ(codeOf(refused), "VL-SRV-0027");
    EXPECT_NE(refused.body.find("affiliationChanged"), std::string::npos) << refused.body;
}

TEST_F(CardStatusTest, AGoodAnswerCountsThroughAnOutageUntilItsEnd) {
    EXPECT_EQ(logIn().status, 201);
    ASSERT_TRUE(trust->state("ocsp", "down"));
    EXPECT_EQ(logIn().status, 201);
    server.stop();
    EXPECT_EQ(server.log().find("http://127"), std::string::npos) << "no address in the log";
}

TEST_F(CardStatusTest, AnOutageLocksNobodyOut) {
    for (const auto* state : {"down", "wrongResponder"}) {
        ASSERT_TRUE(trust->state("ocsp", state));
        EXPECT_EQ(logIn().status, 201) << state;
    }
}
