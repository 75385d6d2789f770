// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <tuple>

#include "vienlogs/contract/audit_check.h"
#include "vienlogs/contract/codec.h"
#include "vienlogs/testkit/server_fixture.h"

using namespace vienlogs;
using namespace vienlogs::testkit;

namespace {

/// Each refusal has its stable code and a record that an auditor finds.
class SecurityTest : public testing::Test {
protected:
    void SetUp() override { server.start(); }
    std::vector<contract::SecurityEvent> events() {
        auto office = server.connect("office-01");
        const auto answer =
            office.ask("GET", "/v1/security-events", server.session(office, server.auditor, "CESP"));
        return contract::decode<std::vector<contract::SecurityEvent>>(answer.body)
            .value_or(std::vector<contract::SecurityEvent>());
    }
    std::int64_t counted(const std::string& code, const std::string& device) {
        std::int64_t count = 0;
        for (const auto& event : events())
            if (event.code == code && event.device == device)
                count += event.count;
        return count;
    }
    ServerFixture server;
};

} // namespace

TEST_F(SecurityTest, ADeviceThatIsNotKnownOrWasRevoked) {
    server.addDevice("ces-02", "CES");
    ASSERT_EQ(server.admin({"device", "revoke", "ces-02"}), 0);
    auto client = server.connect("ces-02");
    for (int i = 0; i < 3; ++i)
        EXPECT_EQ(codeOf(client.ask("POST", "/v1/login/challenges")), "VL-SRV-0003");
    EXPECT_EQ(counted("VL-SRV-0003", "ces-02"), 3);
}

TEST_F(SecurityTest, ANewCertificateMakesTheOldOneWorthless) {
    auto old = server.connect();
    EXPECT_EQ(old.ask("POST", "/v1/login/challenges").status, 201);
    std::filesystem::rename(server.deviceFolder("ces-01"), server.deviceFolder("stolen"));
    server.addDevice("ces-01", "CES");
    TlsClient thief(server.address, server.deviceFolder("stolen"));
    EXPECT_EQ(codeOf(thief.ask("POST", "/v1/login/challenges")), "VL-SRV-0003");
    EXPECT_EQ(codeOf(old.ask("POST", "/v1/login/challenges")), "VL-SRV-0003") << "also on an open connection";
    EXPECT_EQ(counted("VL-SRV-0003", "ces-01"), 2);
}

TEST_F(SecurityTest, AConnectionWithoutACertificateThatIsBelieved) {
    const ServerFixture elsewhere(ServerFixture::Authority::Own);
    const auto forged = server.folder / "forged";
    std::filesystem::copy(elsewhere.deviceFolder("ces-01"), forged, std::filesystem::copy_options::recursive);
    std::filesystem::copy_file(server.deviceFolder("ces-01") / "ca.pem", forged / "ca.pem",
                               std::filesystem::copy_options::overwrite_existing);
    for (int i = 0; i < 3; ++i) {
        EXPECT_EQ(TlsClient(server.address, forged).ask("GET", "/livez").status, 0);
        EXPECT_EQ(TlsClient(server.address, forged, false).ask("GET", "/livez").status, 0);
    }
    std::int64_t shown = 0;
    std::int64_t without = 0;
    // The client hears of a refusal before it is noted.
    for (int look = 0; look < 50 && shown + without < 6; ++look) {
        shown = without = 0;
        for (const auto& event : events())
            if (event.code == "VL-SRV-0003" && event.operation.starts_with("handshake: "))
                (event.device.size() == 64 ? shown : without) += event.count;
    }
    EXPECT_EQ(shown, 3) << "by the fingerprint of the certificate";
    EXPECT_EQ(without, 3);
}

TEST_F(SecurityTest, AFloodOfRefusalsStaysAFewRowsAndLosesNoCount) {
    auto client = server.connect();
    for (int i = 0; i < 200; ++i)
        std::ignore = client.ask("POST", "/v1/sessions", {}, "{}");
    EXPECT_EQ(counted("VL-BASE-0002", "ces-01"), 200);
    EXPECT_LE(events().size(), 3U);
    ASSERT_EQ(server.stop(), 0);
    EXPECT_EQ(server.admin({"security", "list"}), 0);
    server.start();
    EXPECT_EQ(counted("VL-BASE-0002", "ces-01"), 200) << "also after a restart";
}

TEST_F(SecurityTest, TheAuditProvesItselfToWhomeverSawAHead) {
    auto client = std::make_unique<TlsClient>(server.address, server.deviceFolder("ces-01"));
    auto session = server.session(*client, server.clerk);
    const auto pinned =
        contract::decode<contract::AuditHeads>(client->ask("GET", "/v1/audit/heads", session).body);
    ASSERT_TRUE(pinned);
    ASSERT_TRUE(contract::checkAuditHeads(*pinned));
    const auto grown = [&] {
        session = server.session(*client, server.clerk);
        const auto answer =
            client->ask("GET", "/v1/audit/consistency?from=" + std::to_string(pinned->head.size), session);
        const auto proof = contract::decode<contract::AuditConsistency>(answer.body);
        EXPECT_TRUE(proof) << answer.body;
        return proof && contract::checkAuditGrowth(*pinned, *proof);
    };
    EXPECT_TRUE(grown());
    ASSERT_EQ(server.admin({"audit", "rotate-key"}), 0);
    EXPECT_TRUE(grown()) << "the old key still signs";
    client.reset();
    ASSERT_EQ(server.stop(), 0);
    server.start();
    client = std::make_unique<TlsClient>(server.address, server.deviceFolder("ces-01"));
    EXPECT_TRUE(grown()) << "the new key is vouched for by the old one";
    EXPECT_EQ(server.admin({"audit", "verify"}), 0);
    ASSERT_EQ(server.admin({"audit", "export", server.folder / "export"}), 0);
    EXPECT_EQ(server.admin({"audit", "verify", "--file", server.folder / "export", "--key",
                            server.data / "ca" / "audit.pem"}),
              0);
}
