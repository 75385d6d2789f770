// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <chrono>
#include <thread>

#include "stand_in.h"
#include "vienlogs/contract/codec.h"
#include "vienlogs/testkit/server_fixture.h"

using namespace vienlogs;
using namespace vienlogs::testkit;

namespace {

/// The real server beside the stand-in, and its export without both.
class WholeWayTest : public testing::Test {
protected:
    std::optional<contract::AuditStampState> state(TlsClient& client, const TlsClient::Headers& session) {
        const auto answer =
            contract::decode<contract::AuditStampState>(client.ask("GET", "/v1/audit/stamps", session).body);
        return answer ? std::optional(*answer) : std::nullopt;
    }
    int verify(std::vector<std::string> more) const {
        more.insert(more.begin(), {"audit", "verify", "--file", server.folder / "export"});
        return server.admin(more);
    }
    [[nodiscard]] std::string exported() const {
        std::ifstream stream(server.folder / "export");
        return {std::istreambuf_iterator<char>(stream), {}};
    }
    void replace(std::string text, const std::string& what, const std::string& by) const {
        ASSERT_NE(text.find(what), std::string::npos) << what;
        text.replace(text.find(what), what.size(), by);
        std::ofstream(server.folder / "export", std::ios::trunc) << text;
    }

    ServerFixture server;
    testhelp::TimeStampStandIn standIn{server.folder};
};

} // namespace

TEST_F(WholeWayTest, AnAuditorSeesTheBacklogAndProvesTheTimeWithoutTheServer) {
    ASSERT_EQ(standIn.control(R"({"state":"down"})"), 204);
    server.start({"--tsa", standIn.address + "/tsa", "--tsa-ca", standIn.caFile, "--tsa-every", "1"});
    auto office = server.connect("office-01");
    const auto session = server.session(office, server.auditor, "CESP");
    auto seen = state(office, session);
    ASSERT_TRUE(seen);
    EXPECT_TRUE(seen->isConfigured);
    EXPECT_GT(seen->waiting, 0);
    EXPECT_NE(office.ask("GET", "/metrics")
                  .body.find("vienlogs_audit_unstamped_records " + std::to_string(seen->waiting) + "\n"),
              std::string::npos);
    // A server that starts anew asks at once, without the back-off.
    EXPECT_EQ(server.stop(), 0);
    ASSERT_EQ(standIn.control(R"({"state":"up"})"), 204);
    server.start({"--tsa", standIn.address + "/tsa", "--tsa-ca", standIn.caFile, "--tsa-every", "1"});
    auto again = server.connect("office-01");
    const auto later = server.session(again, server.auditor, "CESP");
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    for (seen = state(again, later); seen && !seen->newest && std::chrono::steady_clock::now() < deadline;
         seen = state(again, later))
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    ASSERT_TRUE(seen && seen->newest);
    std::ofstream(server.folder / "export") << again.ask("GET", "/v1/audit/export", later).body;
    EXPECT_EQ(server.stop(), 0);

    const std::string key = server.data / "ca" / "audit.pem";
    EXPECT_EQ(server.admin({"audit", "status"}), 0);
    EXPECT_EQ(server.admin({"audit", "verify", "--tsa-ca", standIn.caFile}), 0);
    EXPECT_EQ(verify({"--key", key, "--tsa-ca", standIn.caFile}), 0) << "as the server exports it";
    ASSERT_EQ(server.admin({"audit", "export", server.folder / "export"}), 0);
    EXPECT_EQ(verify({"--key", key}), 0);
    EXPECT_EQ(verify({"--key", key, "--tsa-ca", standIn.caFile}), 0);
    EXPECT_NE(verify({"--key", key, "--tsa-ca", server.data / "ca" / "ca.pem"}), 0) << "another authority";

    const auto good = exported();
    replace(good, "\"token\":\"MII", "\"token\":\"MIJ");
    EXPECT_NE(verify({"--key", key, "--tsa-ca", standIn.caFile}), 0) << "a changed token";
    replace(good, "{\"auditStamp\":{\"at\":\"2", "{\"auditStamp\":{\"at\":\"1");
    EXPECT_NE(verify({"--key", key, "--tsa-ca", standIn.caFile}), 0) << "another time beside it";
    replace(good, "{\"auditStamp\":{", "{\"auditStamp\":");
    EXPECT_NE(verify({"--key", key}), 0) << "a line that is none";
}

TEST_F(WholeWayTest, WhoTrustsOnlyTheFirstKeyFollowsToTheNewest) {
    std::filesystem::copy_file(server.data / "ca" / "audit.pem", server.folder / "first.pem");
    ASSERT_EQ(server.admin({"audit", "rotate-key"}), 0);
    ASSERT_EQ(server.admin({"place", "add", "LIM", "Limbažu VPVKAC"}), 0);
    ASSERT_EQ(server.admin({"audit", "export", server.folder / "export"}), 0);
    EXPECT_EQ(verify({"--key", server.folder / "first.pem"}), 0);
    const auto good = exported();
    const auto last = good.rfind("\"endorsement\":\"") + 15;
    auto forged = good;
    forged[last] = forged[last] == 'A' ? 'B' : 'A';
    std::ofstream(server.folder / "export", std::ios::trunc) << forged;
    EXPECT_NE(verify({"--key", server.folder / "first.pem"}), 0) << "nobody vouches for the second key";
}
