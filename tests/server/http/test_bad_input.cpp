// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
//
// Every kind of bad input in one place: what it is answered, that the connection ends where its bytes can no
// longer be trusted, the record that it leaves, and that nothing of it was done.
#include <gtest/gtest.h>

#include <fstream>
#include <functional>
#include <map>
#include <sstream>
#include <tuple>

#include "vienlogs/contract/codec.h"
#include "vienlogs/digest/sha256.h"
#include "vienlogs/server/pki/authority.h"
#include "vienlogs/testkit/server_fixture.h"

using namespace vienlogs;
using namespace vienlogs::testkit;

namespace {

const std::string host = "Host: localhost\r\n";
constexpr const char* history = R"({"client":"PNOLV-010181-15098","purpose":"serving"})";

class BadInputTest : public testing::Test {
protected:
    void SetUp() override {
        for (const auto* device : {"ces-02", "ces-03", "ces-04"})
            server.addDevice(device, "CES");
        server.start();
        office = std::make_unique<TlsClient>(server.address, server.deviceFolder("office-01"));
        auditor = server.session(*office, server.auditor, "CESP");
        line = std::make_unique<TlsClient>(server.address, server.deviceFolder("ces-01"));
        session = server.session(*line, server.clerk);
    }
    void TearDown() override {
        EXPECT_EQ(server.connect().ask("GET", "/readyz").status, 200) << "and is well afterwards";
        EXPECT_EQ(server.stop(), 0);
        EXPECT_EQ(server.admin({"verify"}), 0) << "nothing half done";
    }

    /// How often the security list counts a code of a device.
    std::int64_t counted(const std::string& code, const std::string& device) {
        const auto events = contract::decode<std::vector<contract::SecurityEvent>>(
            office->ask("GET", "/v1/security-events", auditor).body);
        std::int64_t count = 0;
        for (const auto& event : events.value_or(std::vector<contract::SecurityEvent>()))
            if (event.code == code && event.device == device)
                count += event.count;
        return count;
    }
    /// How many audit records have it.
    int audited(const std::string& what, const std::string& result) {
        const auto text = office->ask("GET", "/v1/audit/export", auditor).body;
        int count = 0;
        std::istringstream lines(text);
        for (std::string one; std::getline(lines, one);)
            count += one.find("\"what\":\"" + what + "\"") != std::string::npos &&
                     one.find(result) != std::string::npos;
        return count;
    }
    HttpAnswer post(const std::string& target, const std::string& body) {
        return line->ask("POST", target, session, body);
    }
    HttpAnswer postKeyed(const std::string& key, const std::string& body) {
        auto headers = session;
        headers["Idempotency-Key"] = key;
        return line->ask("POST", "/v1/clients:history", headers, body);
    }
    /// A folder like a device's, with another certificate in it.
    std::filesystem::path withCertificate(const vienlogs::server::pki::Issued& identity);

    ServerFixture server;
    std::unique_ptr<TlsClient> office;
    std::unique_ptr<TlsClient> line;
    TlsClient::Headers auditor;
    TlsClient::Headers session;
    Desk desk{"ces-01"};
};

std::string read(const std::filesystem::path& path) {
    std::ifstream stream(path);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::string get(const std::string& headers) {
    return "GET /livez HTTP/1.1\r\n" + host + headers + "\r\n";
}

std::string login(const std::string& headers, const std::string& body) {
    return "POST /v1/sessions HTTP/1.1\r\n" + host + headers + "\r\n" + body;
}

std::string chunked(const std::string& body) {
    return "POST /v1/login/challenges HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n" + body;
}

struct Bytes {
    const char* what;
    int status;
    std::string bytes;
};

/// RFC 9112, and the classes that other servers were found to take.
std::vector<Bytes> malformed() {
    return {
        {"no Host", 400, "GET /livez HTTP/1.1\r\n\r\n"},
        {"two Hosts", 400, get(host)},
        {"an empty Host beside another", 400, get("Host:\r\n")},
        {"HTTP/1.0", 505, "GET /livez HTTP/1.0\r\n" + host + "\r\n"},
        {"HTTP/2.0", 505, "GET /livez HTTP/2.0\r\n" + host + "\r\n"},
        {"no version", 400, "GET /livez\r\n" + host + "\r\n"},
        {"two spaces", 400, "GET  /livez HTTP/1.1\r\n" + host + "\r\n"},
        {"tab for space", 400, "GET\t/livez HTTP/1.1\r\n" + host + "\r\n"},
        {"a word too many", 400, "GET /livez HTTP/1.1 x\r\n" + host + "\r\n"},
        {"two lengths", 400, login("Content-Length: 2\r\nContent-Length: 3\r\n", "{}")},
        {"the same length twice", 400, login("Content-Length: 2\r\nContent-Length: 2\r\n", "{}")},
        {"a list of lengths", 400, login("Content-Length: 2, 2\r\n", "{}")},
        {"negative length", 400, login("Content-Length: -2\r\n", "{}")},
        {"length with a sign", 400, login("Content-Length: +2\r\n", "{}")},
        {"length in hex", 400, login("Content-Length: 0x2\r\n", "{}")},
        {"length in words", 400, login("Content-Length: two\r\n", "{}")},
        {"empty length", 400, login("Content-Length:\r\n", "{}")},
        {"huge length", 413, login("Content-Length: 99999999999999999999\r\n", "{}")},
        {"no length", 411, login("", "{}")},
        {"unknown coding", 501, login("Transfer-Encoding: gzip\r\n", "{}")},
        {"chunked not last", 501, login("Transfer-Encoding: chunked, gzip\r\n", "{}")},
        {"chunked twice", 501, login("Transfer-Encoding: chunked, chunked\r\n", "0\r\n\r\n")},
        {"length and coding", 400, login("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n")},
        {"bad chunk size", 400, chunked("none\r\n\r\n")},
        {"negative chunk", 400, chunked("-1\r\n\r\n")},
        {"huge chunk", 400, chunked("ffffffffffffffff\r\n")},
        {"a chunk longer than it says", 400, chunked("1\r\nxx\r\n0\r\n\r\n")},
        {"endless chunk extension", 400, chunked("1;" + std::string(20'000, 'a') + "\r\nx\r\n0\r\n\r\n")},
        {"a body on GET", 400, get("Content-Length: 2\r\n") + "{}"},
        {"a body on HEAD", 400, "HEAD /livez HTTP/1.1\r\n" + host + "Content-Length: 2\r\n\r\n{}"},
        {"percent", 400, "GET /livez%2f HTTP/1.1\r\n" + host + "\r\n"},
        {"NUL in the method", 400, std::string("G\0T /livez HTTP/1.1\r\n", 21) + host + "\r\n"},
        {"NUL in the target", 400, std::string("GET /li\0ez HTTP/1.1\r\n", 21) + host + "\r\n"},
        {"NUL in a header", 400, get(std::string("A: b\0c\r\n", 8))},
        {"small letters", 400, "get /livez HTTP/1.1\r\n" + host + "\r\n"},
        {"another host", 400, "GET http://elsewhere/livez HTTP/1.1\r\n" + host + "\r\n"},
        {"long target", 414, "GET /livez?" + std::string(5000, 'a') + " HTTP/1.1\r\n" + host + "\r\n"},
        {"long header", 431, get("A: " + std::string(20'000, 'a') + "\r\n")},
        {"folded header", 400, get("A: b\r\n c\r\n")},
        {"space before the colon", 400, get("A : b\r\n")},
        {"no colon", 400, get("A b\r\n")},
        {"no name", 400, get(": b\r\n")},
        {"bare carriage return", 400, get("A: b\rc\r\n")},
        {"bare line feed", 400, "GET /livez HTTP/1.1\nHost: localhost\n\n"},
        {"TLS inside TLS", 400, std::string("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11) + "\r\n\r\n"},
    };
}

} // namespace

std::filesystem::path BadInputTest::withCertificate(const vienlogs::server::pki::Issued& identity) {
    auto folder = server.folder / "certificates";
    std::filesystem::remove_all(folder);
    std::filesystem::copy(server.deviceFolder("ces-01"), folder, std::filesystem::copy_options::recursive);
    std::ofstream(folder / "device.pem") << identity.certificate;
    std::ofstream(folder / "device.key") << identity.privateKey.view();
    return folder;
}

TEST_F(BadInputTest, WhatIsNotStrictHttpIsRefusedClosedAndRecorded) {
    const auto rows = malformed();
    std::map<std::string, std::int64_t> before;
    for (const auto* code : {"VL-SRV-0022", "VL-SRV-0016"})
        before[code] = counted(code, "ces-02");
    for (const auto& [what, status, bytes] : rows) {
        auto client = server.connect("ces-02");
        client.send(bytes);
        const auto answer = client.receive();
        EXPECT_EQ(answer.status, status) << what;
        EXPECT_EQ(answer.headers.at("connection"), "close") << what;
        EXPECT_EQ(client.receive().status, 0) << what << ": the connection goes on";
        const auto* code = status == 413 ? "VL-SRV-0016" : "VL-SRV-0022";
        const auto now = counted(code, "ces-02");
        EXPECT_EQ(now, before[code] + 1) << what << ": no record, or more than one";
        before[code] = now;
    }
    server.terminate();
    EXPECT_EQ(server.wait(), 0);
    const auto log = server.log();
    for (const auto* event : {"two hosts", "length and coding", "chunk size", "head", "host mismatch"})
        EXPECT_NE(log.find("\"event\":\"security\",\"what\":\"" + std::string(event) + "\""),
                  std::string::npos)
            << event;
    server.start();
}

TEST_F(BadInputTest, HostileContentIsRefusedAndRecorded) {
    const std::string commands = "/v1/commands:batch";
    const std::string deep(40'000, '[');
    const std::vector<std::tuple<const char*, std::string, std::string, int, std::string>> rows{
        {"depth", commands, deep, 400, "VL-BASE-0002"},
        {"depth that ends", commands, deep + std::string(deep.size(), ']'), 400, "VL-BASE-0002"},
        {"a number out of range", commands, R"([{"sequence":18446744073709551616}])", 400, "VL-BASE-0002"},
        {"a number without end", commands, "[1e999]", 400, "VL-BASE-0002"},
        {"a number of 100 000 digits", commands, '[' + std::string(100'000, '9') + ']', 400, "VL-BASE-0002"},
        {"a key twice", commands, R"([{"key":"a","key":"b"}])", 400, "VL-BASE-0002"},
        {"no UTF-8", commands, "\xff\xfe", 400, "VL-BASE-0002"},
        {"half a surrogate", commands, R"(["\ud800"])", 400, "VL-BASE-0002"},
        {"nothing", commands, "", 400, "VL-BASE-0002"},
        {"two documents", commands, "[][]", 400, "VL-BASE-0002"},
        {"size of a batch", commands, std::string(5 * 1024 * 1024, ' '), 413, "VL-SRV-0016"},
        {"size of a login", "/v1/sessions", std::string(70 * 1024, ' '), 413, "VL-SRV-0016"},
        {"a blob of no size", "/v1/blobs", R"({"sha256":"0","size":-1})", 400, "VL-BASE-0002"},
        {"half a number", "/v1/blobs", R"({"sha256":")" + std::string(64, 'a') + R"(","size":1.5})", 400,
         "VL-BASE-0002"},
    };
    for (const auto& [what, target, body, status, code] : rows) {
        const auto before = counted(code, "ces-01");
        const auto answer = post(target, body);
        EXPECT_EQ(answer.status, status) << what;
        EXPECT_EQ(codeOf(answer), code) << what;
        EXPECT_EQ(counted(code, "ces-01"), before + 1) << what;
        if (status == 413) {
            EXPECT_EQ(answer.headers.at("connection"), "close") << what;
        }
    }
    const auto page = contract::decode<contract::ChangesPage>(
        line->ask("GET", "/v1/changes?scope=place:CES", session).body);
    ASSERT_TRUE(page);
    EXPECT_TRUE(page->changes.empty()) << "nothing half done";
}

TEST_F(BadInputTest, DevicesThatAreNotWhoTheySayAreRefusedAndRecorded) {
    const auto authority = vienlogs::server::pki::Authority::load(
        read(server.data / "ca" / "ca.pem"), base::Secret(read(server.data / "keyring" / "ca.key")));
    ASSERT_TRUE(authority);
    const auto cloned = authority->issueDevice("ces-02", base::SystemClock());
    const auto wrong = authority->issueDevice("nobody", base::SystemClock());
    ASSERT_TRUE(cloned && wrong);
    const auto clonedFolder = withCertificate(*cloned);
    ASSERT_EQ(server.admin({"device", "revoke", "ces-03"}), 0);
    std::filesystem::rename(server.deviceFolder("ces-04"), server.folder / "stolen");
    server.addDevice("ces-04", "CES");
    const auto isRefused = [&](const std::string& what, const std::filesystem::path& folder,
                               const std::string& device) {
        const auto before = counted("VL-SRV-0003", device);
        TlsClient client(server.address, folder);
        for (const auto* target : {"/v1/login/challenges", "/v1/commands:batch"}) {
            const auto answer = client.ask("POST", target, session, "[]");
            EXPECT_EQ(answer.status, 403) << what;
            EXPECT_EQ(codeOf(answer), "VL-SRV-0003") << what;
        }
        EXPECT_EQ(counted("VL-SRV-0003", device), before + 2) << what;
    };
    isRefused("cloned: the name of another", clonedFolder, "ces-02");
    isRefused("wrong: known to the authority only", withCertificate(*wrong), "nobody");
    isRefused("revoked", server.deviceFolder("ces-03"), "ces-03");
    isRefused("stolen, before the device got a new one", server.folder / "stolen", "ces-04");
}

/// What was good once is shown again, or shown by somebody else.
TEST_F(BadInputTest, ReplaysAreRefusedAndRecorded) {
    const auto request = contract::encode(server.loginFor(*line, server.clerk));
    ASSERT_EQ(line->ask("POST", "/v1/sessions", {}, request).status, 201);
    const auto key = desk.newId().toString();
    ASSERT_EQ(postKeyed(key, history).status, 200);
    auto other = server.connect("ces-02");
    const std::vector<std::tuple<const char*, std::string, std::string, std::function<HttpAnswer()>>> rows{
        {"a login", "401 VL-SRV-0007", "ces-01",
         [&] { return line->ask("POST", "/v1/sessions", {}, request); }},
        {"a login on another device", "401 VL-SRV-0006", "ces-02",
         [&] { return other.ask("POST", "/v1/sessions", {}, request); }},
        {"another device's session", "403 VL-SRV-0004", "ces-02",
         [&] { return other.ask("POST", "/v1/commands:batch", session, "[]"); }},
        {"another body under an old key", "422 VL-SRV-0012", "ces-01",
         [&] { return postKeyed(key, R"({"client":"PNOLV-010181-15098","purpose":"curiosity"})"); }},
        {"what the role may not", "403 VL-SRV-0002", "ces-01",
         [&] { return line->ask("GET", "/v1/audit/export", session); }},
    };
    for (const auto& [what, refusal, device, act] : rows) {
        const auto code = refusal.substr(4);
        const auto before = counted(code, device) + audited("login", code);
        const auto answer = act();
        EXPECT_EQ(std::to_string(answer.status) + " " + codeOf(answer), refusal) << what;
        EXPECT_GT(counted(code, device) + audited("login", code), before) << what;
    }
    EXPECT_EQ(audited("refused.clientHistory", "VL-SRV-0012"), 1);
    EXPECT_EQ(audited("refused.auditExport", "VL-SRV-0002"), 1);
    EXPECT_EQ(audited("history.read", "curiosity"), 0) << "nothing was looked at";
}

TEST_F(BadInputTest, AChangedCommandUnderAnOldKeyChangesNothingAndIsAudited) {
    const auto id = desk.newId();
    auto command = desk.openCase(id);
    const auto send = [&] {
        const auto results = contract::decode<std::vector<contract::CommandResult>>(
            post("/v1/commands:batch", contract::encode(std::vector{command})).body);
        return results && results->size() == 1 && results->front().problem ? results->front().problem->code
                                                                           : std::string();
    };
    EXPECT_EQ(send(), "");
    const auto before = line->ask("GET", "/v1/cases/" + id.toString(), session).body;
    std::get<domain::cases::OpenCase>(command.body).serviceId = "something-else";
    EXPECT_EQ(send(), "VL-SRV-0012");
    EXPECT_EQ(line->ask("GET", "/v1/cases/" + id.toString(), session).body, before);
    EXPECT_EQ(audited("refused.case.open", "VL-SRV-0012"), 1);
}

TEST_F(BadInputTest, ACursorThatIsNotOfThisStoreIsToldAndRecorded) {
    const auto page = [&](const std::string& query) {
        return line->ask("GET", "/v1/changes?scope=place:CES" + query, session);
    };
    const auto now = contract::decode<contract::ChangesPage>(page("").body);
    ASSERT_TRUE(now);
    const auto other = contract::decode<contract::ChangesPage>(
        page("&after=" + now->next + "&epoch=01ARZ3NDEKTSV4RRFFQ69G5FAV").body);
    ASSERT_TRUE(other);
    EXPECT_EQ(other->epoch, now->epoch) << "told by the epoch, never by wrong changes";
    EXPECT_EQ(counted("VL-SRV-0014", "ces-01"), 1);
    EXPECT_EQ(codeOf(page("&after=99999999999999999999&epoch=" + now->epoch)), "VL-BASE-0002");
    EXPECT_EQ(codeOf(page("&after=-1&epoch=" + now->epoch)), "VL-BASE-0002");
    EXPECT_EQ(counted("VL-BASE-0002", "ces-01"), 2);
    EXPECT_EQ(page("&after=" + now->next + "&epoch=" + now->epoch).status, 200);
    EXPECT_EQ(counted("VL-SRV-0014", "ces-01"), 1) << "its own is no event";
}

/// Bytes that are not what was announced: refused, recorded, and the scan is missing as before.
TEST_F(BadInputTest, WrongBytesOfAScanAreRefusedAndRecorded) {
    const std::string scan(3'000, 's');
    const auto name = digest::toHex(digest::sha256(scan));
    const auto put = [&](const std::string& bytes) {
        EXPECT_EQ(post("/v1/blobs", R"({"sha256":")" + name + R"(","size":3000})").status, 200);
        return line->ask("PUT", "/v1/blobs/" + name + "/pieces/0", session, bytes);
    };
    for (const auto& bytes : {scan.substr(0, 1'500), scan + "s", std::string(3'000, 'x')}) {
        const auto before = counted("VL-SRV-0020", "ces-01");
        EXPECT_EQ(codeOf(put(bytes)), "VL-SRV-0020");
        EXPECT_EQ(counted("VL-SRV-0020", "ces-01"), before + 1);
        EXPECT_EQ(line->ask("GET", "/v1/blobs/" + name, session).status, 404);
    }
    EXPECT_EQ(put(scan).status, 200);
    EXPECT_EQ(line->ask("GET", "/v1/blobs/" + name, session).body, scan);
}
