// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <fstream>

#include "vienlogs/server/pki/authority.h"
#include "vienlogs/testkit/server_fixture.h"

using namespace vienlogs;
using namespace vienlogs::testkit;

namespace {

class HostileTest : public testing::Test {
protected:
    void SetUp() override { server.start(); }
    ServerFixture server;
};

const std::string host = "Host: localhost\r\n";

} // namespace

TEST_F(HostileTest, ABodyIsNeverTheNextRequest) {
    auto client = server.connect();
    const std::string smuggled = "GET /metrics HTTP/1.1\r\n" + host + "\r\n";
    // Refused by its head (no session), the body unread: it must be thrown away.
    client.send("POST /v1/commands:batch HTTP/1.1\r\n" + host +
                "Content-Length: " + std::to_string(smuggled.size()) + "\r\n\r\n" + smuggled);
    EXPECT_EQ(client.receive().status, 401);
    EXPECT_EQ(client.ask("GET", "/livez").body, "live\n") << "not the figures";
}

TEST_F(HostileTest, ALargeBodyIsRefusedByItsLength) {
    auto client = server.connect();
    client.send("POST /v1/sessions HTTP/1.1\r\n" + host + "Content-Length: 500000000\r\n\r\n");
    const auto answer = client.receive();
    EXPECT_EQ(answer.status, 413);
    EXPECT_EQ(codeOf(answer), "VL-SRV-0016");
    EXPECT_EQ(answer.headers.at("connection"), "close");
}

TEST_F(HostileTest, UnknownPathsAndMethods) {
    auto client = server.connect();
    for (const auto* path : {"/", "/v1", "/v1/", "/v1/cases", "/v1/cases/", "/v2/changes", "/livez/",
                             "//livez", "/v1/cases/../../livez", "/v1/blobs/a/pieces/1/2"})
        EXPECT_EQ(client.ask("GET", path).status, 404) << path;
    const auto other = client.ask("PUT", "/livez", {}, "x");
    EXPECT_EQ(other.status, 405);
    EXPECT_EQ(other.headers.at("allow"), "GET");
    EXPECT_EQ(client.ask("BREW", "/livez").status, 405);
}

TEST_F(HostileTest, HostileJson) {
    auto client = server.connect();
    const auto session = server.session(client, server.clerk);
    const auto post = [&](const std::string& body) {
        return client.ask("POST", "/v1/commands:batch", session, body).status;
    };
    for (const auto& body :
         {std::string(), std::string("{}"), std::string("null"), std::string("[{}]"), std::string("[1,2"),
          std::string(100'000, '['), std::string("[{\"key\":1}]"), std::string("\xff\xfe"),
          std::string("[{\"key\":\"a\",\"key\":\"b\"}]"), std::string(1000, '\0')})
        EXPECT_EQ(post(body), 400);
    EXPECT_EQ(post("[]"), 200);
    EXPECT_EQ(client.ask("POST", "/v1/blobs", session, "{\"sha256\":5}").status, 400);
    EXPECT_EQ(client.ask("GET", "/v1/cases/'OR'1'='1", session).status, 400);
}

TEST_F(HostileTest, ADeviceHasOnlySoManyConnections) {
    std::vector<std::unique_ptr<TlsClient>> many;
    for (int i = 0; i < 64; ++i) {
        many.push_back(std::make_unique<TlsClient>(server.address, server.deviceFolder("ces-01")));
        ASSERT_EQ(many.back()->ask("GET", "/livez").status, 200) << i;
    }
    EXPECT_EQ(server.connect().ask("GET", "/livez").status, 0);
    server.addDevice("ces-02", "CES");
    EXPECT_EQ(server.connect("ces-02").ask("GET", "/livez").status, 200) << "another device has its own";
    many.clear();
    server.stop();
    EXPECT_NE(server.log().find("\"what\":\"too many connections of a device\""), std::string::npos);
}

TEST_F(HostileTest, HalfARequestEndsByItself) {
    {
        auto client = server.connect();
        client.send("POST /v1/sessions HTTP/1.1\r\n" + host + "Content-Length: 100\r\n\r\n{\"half\":");
        client.close();
    }
    EXPECT_EQ(server.connect().ask("GET", "/readyz").status, 200);
    auto plain = server.connect();
    EXPECT_EQ(plain.ask("GET", "/metrics").body.find("vienlogs_requests_total") == std::string::npos, false);
}

/// A device's certificate of another authority, of nobody, past its end, of a device that is revoked, or
/// copied to another machine: no access, and a record of it.
TEST_F(HostileTest, CertificatesThatAreNotRight) {
    const auto isRefused = [&](const std::filesystem::path& folder, bool show = true) {
        TlsClient client(server.address, folder, show);
        return client.ask("GET", "/livez").status == 0;
    };
    EXPECT_TRUE(isRefused(server.deviceFolder("ces-01"), false)) << "none";
    const ServerFixture other(ServerFixture::Authority::Own);
    EXPECT_TRUE(isRefused(other.deviceFolder("ces-01"))) << "of another authority";

    const auto folder = server.folder / "past";
    std::filesystem::copy(server.deviceFolder("ces-01"), folder, std::filesystem::copy_options::recursive);
    const auto read = [](const std::filesystem::path& path) {
        std::ifstream stream(path);
        return std::string{std::istreambuf_iterator<char>(stream), {}};
    };
    const auto authority = vienlogs::server::pki::Authority::load(
        read(server.data / "ca" / "ca.pem"), base::Secret(read(server.data / "keyring" / "ca.key")));
    ASSERT_TRUE(authority);
    const base::ManualClock past(base::SystemClock().now() - std::chrono::hours(24 * 1095));
    const auto expired = authority->issueDevice("ces-01", past);
    ASSERT_TRUE(expired);
    std::ofstream(folder / "device.pem") << expired->certificate;
    std::ofstream(folder / "device.key") << expired->privateKey.view();
    EXPECT_TRUE(isRefused(folder)) << "past its end";

    const auto second = authority->issueDevice("ces-01", base::SystemClock());
    ASSERT_TRUE(second);
    std::ofstream(folder / "device.pem") << second->certificate;
    std::ofstream(folder / "device.key") << second->privateKey.view();
    TlsClient cloned(server.address, folder);
    EXPECT_EQ(codeOf(cloned.ask("POST", "/v1/login/challenges")), "VL-SRV-0003") << "the name of another";

    server.addDevice("ces-03", "CES");
    TlsClient stolen(server.address, server.deviceFolder("ces-03"));
    EXPECT_EQ(stolen.ask("POST", "/v1/login/challenges").status, 201);
    ASSERT_EQ(server.admin({"device", "revoke", "ces-03"}), 0);
    EXPECT_EQ(codeOf(stolen.ask("POST", "/v1/login/challenges")), "VL-SRV-0003") << "on the same connection";

    server.stop();
    const auto log = server.log();
    for (const auto* why : {"\"why\":\"peer did not return a certificate\"",
                            "\"why\":\"certificate has expired\"", "\"what\":\"VL-SRV-0003\""})
        EXPECT_NE(log.find(why), std::string::npos) << why;
}

TEST(RateLimit, ADeviceThatAsksTooMuchIsToldToWait) {
    ServerFixture server;
    server.start({"--rate", "2"});
    auto client = server.connect();
    HttpAnswer answer;
    for (int i = 0; i < 12 && answer.status != 429; ++i)
        answer = client.ask("POST", "/v1/login/challenges");
    EXPECT_EQ(answer.status, 429);
    EXPECT_EQ(codeOf(answer), "VL-SRV-0017");
    EXPECT_EQ(answer.headers.at("retry-after"), "1");
    EXPECT_EQ(answer.headers.at("ratelimit-policy"), "\"device\";q=8;w=4");
    EXPECT_TRUE(answer.headers.at("ratelimit").starts_with("\"device\";r=0;t="));
}
