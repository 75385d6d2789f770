// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <chrono>
#include <fstream>
#include <thread>

#include <Poco/Net/HTTPClientSession.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPResponse.h>
#include <Poco/StreamCopier.h>
#include <Poco/URI.h>

#include "vienlogs/base/clock.h"
#include "vienlogs/contract/codec.h"
#include "vienlogs/server/app/second_factor.h"
#include "vienlogs/server/oidc/issuer_client.h"
#include "vienlogs/server/pki/authority.h"
#include "vienlogs/testkit/server_fixture.h"

using namespace vienlogs;
using namespace vienlogs::testkit;

namespace {

constexpr const char* back = "http://127.0.0.1:9/back";

/// The issuer as a process of its own, its staff list, and a browser that clicks one name.
class FederatedTest : public testing::Test {
protected:
    void SetUp() override {
        std::ofstream(server.folder / "people.json")
            << R"([{"sub":"s-1","name":"Ilze"},{"sub":"s-2","name":"X"}])";
        issuer = std::make_unique<Process>(
            std::vector<std::string>{VIENLOGS_BIN_DIR "/vienlogs-oidc", "--listen", "127.0.0.1:0", "--people",
                                     server.folder / "people.json", "--staff", server.folder / "staff.json"},
            server.folder / "oidc.log");
        address = "http://" + issuer->readLine().substr(std::string("listening ").size());
        prepare({"--issuer", address + " Cēsu novada pašvaldība"});
    }
    /// Staff of the issuer, and the server with these options more.
    void prepare(const std::vector<std::string>& options) {
        writeStaff("2026-11-23T06:00:00Z", R"(["CES"])");
        ASSERT_EQ(server.admin({"users", "import", server.folder / "staff.json"}), 0);
        secret = newSecret("F-0001");
        ASSERT_EQ(secret.size(), 20U);
        server.start(options);
        client = std::make_unique<TlsClient>(server.address, server.deviceFolder("ces-01"));
    }
    void writeStaff(const std::string& asOf, const std::string& places) const {
        std::ofstream(server.folder / "staff.json")
            << R"({"format":"vienlogs-staff-1","asOf":")" << asOf
            << R"(","employees":[{"id":"F-0001","identifier":"PNOLV-070190-12346","name":"Ilze Liepa",)"
            << R"("institution":"Cēsu novada pašvaldība","roles":["clerk"],"places":)" << places
            << R"(,"subject":")" << address << R"(#s-1"}]})";
    }
    [[nodiscard]] base::Bytes newSecret(const std::string& clerk) const;
    static std::pair<int, std::string> ask(const std::string& method, const std::string& url,
                                           const std::string& body, std::string* location = nullptr) {
        const Poco::URI uri(url);
        Poco::Net::HTTPClientSession session(uri.getHost(), uri.getPort());
        Poco::Net::HTTPRequest request(method, uri.getPathAndQuery(), "HTTP/1.1");
        request.setContentLength(static_cast<std::streamsize>(body.size()));
        session.sendRequest(request) << body;
        Poco::Net::HTTPResponse response;
        std::string text;
        Poco::StreamCopier::copyToString(session.receiveResponse(response), text);
        if (location)
            *location = response.get("Location", "");
        return {response.getStatus(), text};
    }
    void control(const std::string& state) const {
        ASSERT_EQ(ask("PUT", address + "/control", "{\"state\":\"" + state + "\"}").first, 200);
    }
    std::string codeNow(int stepsFromNow = 0) const {
        return server::app::codeAt(
            secret, base::SystemClock().now().time_since_epoch() / server::app::codeStep + stepsFromNow);
    }
    /// A begun login that the browser has brought back.
    contract::FederatedLoginRequest visited(const std::string& who = "s-1") {
        const auto begun = contract::decode<contract::FederatedChallenge>(
            client->ask("POST", "/v1/login/federated", {}, contract::encode(contract::FederatedBegin{back}))
                .body);
        if (!begun)
            return {};
        std::string location;
        const auto status = ask("GET", begun->authorizationUrl + "&login_hint=" + who, "", &location).first;
        EXPECT_EQ(status, 302);
        contract::FederatedLoginRequest request{begun->id, "CES", "", "", codeNow()};
        for (const auto& [name, value] : Poco::URI(location).getQueryParameters())
            (name == "code" ? request.code : request.state) = value;
        return request;
    }
    std::string login(const contract::FederatedLoginRequest& request) {
        const auto answer = client->ask("POST", "/v1/sessions:federated", {}, contract::encode(request));
        return std::to_string(answer.status) + " " + codeOf(answer);
    }

    ServerFixture server;
    std::unique_ptr<Process> issuer;
    std::string address;
    base::Bytes secret;
    std::unique_ptr<TlsClient> client;
};

/// What the authenticator was shown: the secret of "otpauth://…?secret=BASE32&…" on the admin's terminal.
base::Bytes FederatedTest::newSecret(const std::string& clerk) const {
    Process admin({VIENLOGS_BIN_DIR "/vienlogs-admin", "--data", server.data, "user", "second-factor", clerk},
                  server.folder / "admin.log");
    const auto uri = admin.readLine();
    EXPECT_EQ(admin.wait(), 0);
    const auto begin = uri.find("secret=") + 7;
    base::Bytes bytes;
    std::uint32_t buffer = 0;
    int bits = 0;
    for (const char c : uri.substr(begin, uri.find('&') - begin)) {
        buffer = (buffer << 5) | static_cast<std::uint32_t>(c >= 'A' ? c - 'A' : c - '2' + 26);
        if ((bits += 5) >= 8)
            bytes.push_back(static_cast<std::uint8_t>(buffer >> (bits -= 8)));
    }
    return bytes;
}

} // namespace

TEST_F(FederatedTest, IssuerAndSecondFactorOpenASession) {
    const auto answer = client->ask("POST", "/v1/sessions:federated", {}, contract::encode(visited()));
    ASSERT_EQ(answer.status, 201) << answer.body;
    const auto session = contract::decode<contract::Session>(answer.body);
    EXPECT_EQ(session->clerkId, "F-0001");
    const TlsClient::Headers headers{{"Authorization", "Bearer " + session->token}};
    EXPECT_EQ(client->ask("GET", "/v1/reference", headers).status, 200);
    const auto log = server.log();
    for (const auto& hidden : {session->token, session->refreshToken, std::string("070190")})
        EXPECT_EQ(log.find(hidden), std::string::npos);
}

TEST_F(FederatedTest, EachPartIsGoodOnce) {
    const auto request = visited();
    EXPECT_EQ(login(request), "201 ");
    EXPECT_EQ(login(request), "401 VL-SRV-0007") << "the login";
    EXPECT_EQ(login(visited()), "401 VL-AUTH-0004") << "the second factor's code, in the same half minute";
    auto other = visited();
    other.code = request.code;
    other.secondFactor = codeNow(1);
    EXPECT_EQ(login(other), "401 VL-AUTH-0003") << "the issuer's code";
}

TEST_F(FederatedTest, AWrongCodeIsTriedAgainWithoutTheIssuer) {
    auto request = visited();
    const auto right = request.secondFactor;
    request.secondFactor = "abcdef";
    EXPECT_EQ(login(request), "401 VL-AUTH-0004");
    control("down");
    EXPECT_EQ(login(request), "401 VL-AUTH-0004");
    request.secondFactor = right;
    EXPECT_EQ(login(request), "201 ") << "the issuer is not needed a second time";
    EXPECT_EQ(login(request), "401 VL-SRV-0007") << "and the login is over";
    control("up");
    request = visited();
    request.secondFactor = "abcdef";
    EXPECT_EQ(login(request), "401 VL-AUTH-0004");
    auto other = request;
    other.state[0] = other.state[0] == '0' ? '1' : '0';
    EXPECT_EQ(login(other), "401 VL-AUTH-0003") << "who does not know the state";
    EXPECT_EQ(login(request), "401 VL-SRV-0007") << "ends it";
}

TEST_F(FederatedTest, IssuersAreListedAndChosen) {
    const auto listed = client->ask("GET", "/v1/login/issuers");
    const auto issuers = contract::decode<std::vector<contract::LoginIssuer>>(listed.body);
    ASSERT_TRUE(issuers) << listed.body;
    EXPECT_EQ(*issuers, (std::vector<contract::LoginIssuer>{{address, "Cēsu novada pašvaldība"}}));
    const auto begin = [&](const std::string& id) {
        return codeOf(client->ask("POST", "/v1/login/federated", {},
                                  contract::encode(contract::FederatedBegin{back, id})));
    };
    EXPECT_EQ(begin(address), "");
    EXPECT_EQ(begin("http://127.0.0.1:1"), "VL-AUTH-0007");
    client.reset();
    ASSERT_EQ(server.stop(), 0);
    server.start({"--issuer", address + " A", "--issuer", "http://127.0.0.1:1 B"});
    client = std::make_unique<TlsClient>(server.address, server.deviceFolder("ces-01"));
    EXPECT_EQ(begin(""), "VL-AUTH-0007") << "which of the two?";
    EXPECT_EQ(begin("http://127.0.0.1:1"), "VL-AUTH-0002") << "nobody is there";
    EXPECT_EQ(begin(address), "");
}

TEST_F(FederatedTest, AnIssuerOverTlsProvesWhoItIs) {
    const base::SystemClock clock;
    const auto made = server::pki::Authority::create("Issuers", clock);
    const auto ca = server::pki::Authority::load(made->certificate, base::Secret(made->privateKey.view()));
    const auto strangers = server::pki::Authority::create("Strangers", clock);
    const auto mine = ca->issueServer({"127.0.0.1"}, clock);
    const auto ofAnother = ca->issueServer({"issuer.example"}, clock);
    std::ofstream(server.folder / "ca.pem") << made->certificate;
    std::ofstream(server.folder / "strangers.pem") << strangers->certificate;
    const auto begun = [&](const server::pki::Issued& certificate, const char* authority) {
        std::ofstream(server.folder / "issuer.pem")
            << certificate.certificate << certificate.privateKey.view();
        issuer.reset();
        issuer = std::make_unique<Process>(
            std::vector<std::string>{VIENLOGS_BIN_DIR "/vienlogs-oidc", "--listen", "127.0.0.1:0", "--people",
                                     server.folder / "people.json", "--tls", server.folder / "issuer.pem"},
            server.folder / "oidc.log");
        address = "https://" + issuer->readLine().substr(std::string("listening ").size());
        client.reset();
        EXPECT_EQ(server.stop(), 0);
        server.start({"--issuer", address, "--issuer-ca", server.folder / authority});
        client = std::make_unique<TlsClient>(server.address, server.deviceFolder("ces-01"));
        return codeOf(client->ask("POST", "/v1/login/federated", {},
                                  contract::encode(contract::FederatedBegin{back, address})));
    };
    EXPECT_EQ(begun(*mine, "strangers.pem"), "VL-AUTH-0003") << "of another authority";
    EXPECT_EQ(begun(*ofAnother, "ca.pem"), "VL-AUTH-0003") << "of another host";
    EXPECT_EQ(begun(*mine, "ca.pem"), "");

    // The list of staff and the time stamps take the same way.
    const auto asked = [&](const char* authority) {
        client.reset();
        EXPECT_EQ(server.stop(), 0);
        std::filesystem::remove(server.folder / "server.log");
        server.start({"--staff", address + "/staff", "--staff-ca", server.folder / authority, "--tsa",
                      address + "/tsa", "--tsa-ca", server.folder / "ca.pem", "--tsa-tls-ca",
                      server.folder / authority});
        const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(30);
        const auto lacks = [&](const char* event) { return server.log().find(event) == std::string::npos; };
        while ((lacks("\"event\":\"staff\"") || lacks("\"event\":\"time-stamp\"")) &&
               std::chrono::steady_clock::now() < deadline)
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        return server.log();
    };
    auto log = asked("strangers.pem");
    EXPECT_NE(log.find("VL-REG-0011"), std::string::npos) << log;
    EXPECT_EQ(log.find("HTTP 404"), std::string::npos) << log;
    log = asked("ca.pem");
    EXPECT_EQ(log.find("VL-REG-0011"), std::string::npos) << log;
    EXPECT_NE(log.find("HTTP 404--staff"), std::string::npos) << "reached, and it has no list here: " << log;
    EXPECT_NE(log.find("HTTP 404\""), std::string::npos) << "reached, and it has no time stamps: " << log;
}

TEST_F(FederatedTest, WhatIsKnownOfAnIssuerAgesAlsoWhenTheTimeOfDayIsPutBack) {
    base::ManualClock clock(base::SystemClock().now());
    const auto issuers = server::oidc::IssuerClient::create({address, "vienlogs", {}}, clock);
    const auto isKnown = [&] { return (*issuers)->authorizationUrl({}).has_value(); };
    EXPECT_TRUE(isKnown());
    control("down");
    clock.jump(std::chrono::hours(24));
    EXPECT_TRUE(isKnown()) << "no time has gone by";
    clock.jump(-std::chrono::hours(48));
    clock.advance(std::chrono::minutes(9));
    EXPECT_TRUE(isKnown());
    clock.advance(std::chrono::minutes(2));
    EXPECT_FALSE(isKnown()) << "asked anew, and nobody answers";
}

TEST_F(FederatedTest, WhatIsNotAsBegunIsRefused) {
    auto request = visited();
    request.state[0] = request.state[0] == '0' ? '1' : '0';
    EXPECT_EQ(login(request), "401 VL-AUTH-0003");
    request = visited();
    request.place = "CESP";
    EXPECT_EQ(login(request), "403 VL-SRV-0005");
    request = visited();
    request.code = std::string(64, 'a');
    EXPECT_EQ(login(request), "401 VL-AUTH-0003");
    EXPECT_EQ(login(visited("s-2")), "403 VL-SRV-0010") << "known to the issuer, nobody here";
    EXPECT_EQ(login({"no-such-login", "CES", "x", "x", "000000"}), "401 VL-SRV-0006");
    server.addDevice("ces-02", "CES");
    request = visited();
    auto stranger = server.connect("ces-02");
    EXPECT_EQ(codeOf(stranger.ask("POST", "/v1/sessions:federated", {}, contract::encode(request))),
              "VL-SRV-0006")
        << "begun on another device";
    for (const auto* elsewhere : {"https://evil.example/", "http://127.0.0.1:9", "http://127.0.0.1:9/a?b",
                                  "http://127.0.0.1.evil:9/", "http://127.0.0.1:0/", ""})
        EXPECT_EQ(client
                      ->ask("POST", "/v1/login/federated", {},
                            contract::encode(contract::FederatedBegin{elsewhere}))
                      .status,
                  400)
            << elsewhere;
}

TEST_F(FederatedTest, TokensThatDoNotHoldAreRefused) {
    for (const auto* state :
         {"wrong-key", "wrong-issuer", "wrong-audience", "wrong-nonce", "expired", "unsigned", "nonsense"}) {
        const auto request = visited();
        control(state);
        EXPECT_EQ(login(request), "401 VL-AUTH-0003") << state;
        control("up");
    }
    for (const auto* state : {"down", "error"}) {
        const auto request = visited();
        control(state);
        EXPECT_EQ(login(request), "503 VL-AUTH-0002") << state;
        control("up");
    }
    EXPECT_EQ(login(visited()), "201 ") << "and is well afterwards";
}

TEST_F(FederatedTest, FiveWrongCodesCloseTheSecondFactor) {
    for (int i = 0; i < 5; ++i) {
        auto request = visited();
        request.secondFactor = "abc" + std::to_string(i);
        EXPECT_EQ(login(request), i < 4 ? "401 VL-AUTH-0004" : "403 VL-AUTH-0005");
    }
    EXPECT_EQ(login(visited()), "403 VL-AUTH-0005") << "also the right one";
    EXPECT_EQ(server.stop(), 0);
    std::istringstream log(server.log());
    int tried = 0;
    for (std::string one; std::getline(log, one);)
        if (one.find("\"event\":\"security\"") != std::string::npos &&
            (one.find("VL-AUTH-0004") != std::string::npos || one.find("VL-AUTH-0005") != std::string::npos))
            ++tried;
    EXPECT_EQ(tried, 6) << "who guesses codes shows in the security lines";
}

TEST_F(FederatedTest, TheListOfStaffDecidesWhoWorksWhere) {
    const auto answer = client->ask("POST", "/v1/sessions:federated", {}, contract::encode(visited()));
    const auto session = contract::decode<contract::Session>(answer.body);
    ASSERT_TRUE(session) << answer.body;
    const TlsClient::Headers headers{{"Authorization", "Bearer " + session->token}};
    const auto import = [&] { return server.admin({"users", "import", server.folder / "staff.json"}); };
    writeStaff("2026-11-23T07:00:00Z", R"(["CESP"])");
    ASSERT_EQ(import(), 0);
    EXPECT_EQ(codeOf(client->ask("GET", "/v1/reference", headers)), "VL-AUTH-0008") << "moved: out at once";
    writeStaff("2026-11-23T06:30:00Z", R"(["CES"])");
    EXPECT_NE(import(), 0) << "an older list brings nobody back";
    writeStaff("2026-11-23T08:00:00Z", R"(["MOON"])");
    EXPECT_NE(import(), 0) << "no such place";
    writeStaff("2026-11-23T09:00:00Z", R"(["CES"])");
    ASSERT_EQ(import(), 0);
    EXPECT_EQ(client->ask("GET", "/v1/reference", headers).status, 200);
}

TEST_F(FederatedTest, TheServerTakesTheListOverByItself) {
    const auto opened = client->ask("POST", "/v1/sessions:federated", {}, contract::encode(visited()));
    const auto session = contract::decode<contract::Session>(opened.body);
    ASSERT_TRUE(session) << opened.body;
    const TlsClient::Headers headers{{"Authorization", "Bearer " + session->token}};
    writeStaff("2026-11-23T10:00:00Z", R"(["CESP"])");
    const auto restart = [&] {
        client.reset();
        ASSERT_EQ(server.stop(), 0);
        server.start({"--issuer", address, "--staff", address + "/staff"});
        client = std::make_unique<TlsClient>(server.address, server.deviceFolder("ces-01"));
    };
    const auto until = [&](const auto& holds) {
        const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(30);
        while (!holds() && std::chrono::steady_clock::now() < deadline)
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        return holds();
    };
    control("down");
    restart();
    EXPECT_TRUE(until([&] { return server.log().find("\"event\":\"staff\"") != std::string::npos; }));
    EXPECT_EQ(client->ask("GET", "/v1/reference", headers).status, 200)
        << "a list that is away changes nothing";
    control("up");
    restart();
    EXPECT_TRUE(
        until([&] { return codeOf(client->ask("GET", "/v1/reference", headers)) == "VL-AUTH-0008"; }));
}
