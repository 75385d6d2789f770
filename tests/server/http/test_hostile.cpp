// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "vienlogs/testkit/server_fixture.h"

using namespace vienlogs;
using namespace vienlogs::testkit;

namespace {

class HostileTest : public testing::Test {
protected:
    void SetUp() override { server.start(); }
    /// What the server says to these bytes, and that it ends the connection after them.
    int statusOf(const std::string& bytes) {
        auto client = server.connect();
        client.send(bytes);
        return client.receive().status;
    }
    ServerFixture server;
};

const std::string host = "Host: localhost\r\n";

} // namespace

TEST_F(HostileTest, WhatIsNotStrictHttpIsRefused) {
    const std::vector<std::pair<const char*, std::string>> requests{
        {"no Host", "GET /livez HTTP/1.1\r\n\r\n"},
        {"two Hosts", "GET /livez HTTP/1.1\r\n" + host + host + "\r\n"},
        {"HTTP/1.0", "GET /livez HTTP/1.0\r\n" + host + "\r\n"},
        {"two lengths",
         "POST /v1/sessions HTTP/1.1\r\n" + host + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}"},
        {"negative length", "POST /v1/sessions HTTP/1.1\r\n" + host + "Content-Length: -2\r\n\r\n{}"},
        {"length in words", "POST /v1/sessions HTTP/1.1\r\n" + host + "Content-Length: two\r\n\r\n{}"},
        {"huge length",
         "POST /v1/sessions HTTP/1.1\r\n" + host + "Content-Length: 99999999999999999999\r\n\r\n{}"},
        {"no length", "POST /v1/sessions HTTP/1.1\r\n" + host + "\r\n{}"},
        {"chunked", "POST /v1/sessions HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
        {"both", "POST /v1/sessions HTTP/1.1\r\n" + host +
                     "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
        {"a body on GET", "GET /livez HTTP/1.1\r\n" + host + "Content-Length: 2\r\n\r\n{}"},
        {"percent", "GET /livez%2f HTTP/1.1\r\n" + host + "\r\n"},
        {"NUL in the method", std::string("G\0T /livez HTTP/1.1\r\n", 20) + host + "\r\n"},
        {"small letters", "get /livez HTTP/1.1\r\n" + host + "\r\n"},
        {"absolute", "GET http://localhost/livez HTTP/1.1\r\n" + host + "\r\n"},
        {"long target", "GET /livez?" + std::string(3000, 'a') + " HTTP/1.1\r\n" + host + "\r\n"},
    };
    for (const auto& [what, bytes] : requests) {
        const int status = statusOf(bytes);
        EXPECT_TRUE(status == 400 || status == 0) << what << ": " << status;
    }
    EXPECT_EQ(server.connect().ask("GET", "/readyz").status, 200) << "and is well afterwards";
}

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
    EXPECT_EQ(answer.headers.at("connection"), "Close");
}

TEST_F(HostileTest, UnknownPathsAndMethods) {
    auto client = server.connect();
    for (const auto* path : {"/", "/v1", "/v1/", "/v1/cases", "/v1/cases/", "/v2/changes", "/livez/",
                             "//livez", "/v1/cases/../../livez", "/v1/blobs/a/pieces/1/2"})
        EXPECT_EQ(client.ask("GET", path).status, 404) << path;
    EXPECT_EQ(client.ask("PUT", "/livez", {}, "x").status, 405);
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
}
