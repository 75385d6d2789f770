// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "vienlogs/server/front/body_parser.h"
#include "vienlogs/server/front/head_parser.h"

using namespace vienlogs::server::front;

namespace {

const std::string host = "Host: localhost\r\n";

/// "ok" or "status what".
std::string verdictOn(const std::string& bytes) {
    const Limits limits;
    HeadScanner scanner;
    const auto scanned = scanner.scan(bytes, limits);
    const auto text = [](const Refusal& refusal) {
        return std::to_string(refusal.status) + " " + std::string(refusal.what);
    };
    if (const auto* refusal = std::get_if<Refusal>(&scanned))
        return text(*refusal);
    if (std::holds_alternative<HeadScanner::Incomplete>(scanned))
        return "incomplete";
    const auto head = parseHead(bytes.substr(0, std::get<std::size_t>(scanned)), limits);
    const auto* refusal = std::get_if<Refusal>(&head);
    return refusal ? text(*refusal) : "ok";
}

std::string get(const std::string& headers) {
    return "GET /livez HTTP/1.1\r\n" + headers + "\r\n";
}
std::string post(const std::string& headers) {
    return "POST /v1/sessions HTTP/1.1\r\n" + host + headers + "\r\n";
}

/// The body that chunks hold, or the refusal; `step` bytes at a time.
std::string bodyOf(const std::string& chunks, std::size_t step, std::size_t most = 1000) {
    Head head;
    head.chunked = true;
    BodyParser parser(head, Limits{}, most);
    std::string body;
    for (std::size_t at = 0; at < chunks.size() && !parser.isDone(); at += step) {
        std::string_view piece = std::string_view(chunks).substr(at, step);
        while (!piece.empty() && !parser.isDone()) {
            const auto consumed = parser.consume(piece, &body);
            if (const auto* refusal = std::get_if<Refusal>(&consumed))
                return std::to_string(refusal->status) + " " + std::string(refusal->what);
            piece.remove_prefix(std::get<std::size_t>(consumed));
        }
    }
    return parser.isDone() ? body : "incomplete";
}

} // namespace

TEST(HeadParser, EveryMalformedClassHasItsRefusal) {
    const std::vector<std::pair<std::string, std::string>> requests{
        {get(host), "ok"},
        {get("host: LOCALHOST:8443\r\nAccept: */*\r\nX: \r\nY:\ta b\t\r\n"), "ok"},
        {get("Host: [::1]:80\r\n"), "ok"},
        {"OPTIONS * HTTP/1.1\r\n" + host + "\r\n", "ok"},
        {"GET http://localhost/livez?a=b HTTP/1.1\r\n" + host + "\r\n", "ok"},
        {"GET http://LocalHost HTTP/1.1\r\n" + host + "\r\n", "ok"},
        {post("Content-Length: 0\r\n"), "ok"},
        {post("Transfer-Encoding: Chunked\r\n"), "ok"},
        {"GET /livez HTTP/1.1\r\n" + host, "incomplete"},
        // hosts
        {get(""), "400 no host"},
        {get("Host:\r\n"), "400 no host"},
        {get(host + host), "400 two hosts"},
        {get("Host: a@b\r\n"), "400 host"},
        {get("Host: a b\r\n"), "400 host"},
        {get("Host: a:b\r\n"), "400 host"},
        {get("Host: a:123456\r\n"), "400 host"},
        {get("Host: [::1\r\n"), "400 host"},
        {get("Host: a, b\r\n"), "400 host"},
        {"GET http://elsewhere/livez HTTP/1.1\r\n" + host + "\r\n", "400 host mismatch"},
        {"GET http://localhost:1/ HTTP/1.1\r\n" + host + "\r\n", "400 host mismatch"},
        {"GET http://u@localhost/ HTTP/1.1\r\n" + host + "\r\n", "400 host mismatch"},
        {"GET ftp://localhost/ HTTP/1.1\r\n" + host + "\r\n", "400 target"},
        {"GET * HTTP/1.1\r\n" + host + "\r\n", "400 target"},
        // lengths and codings
        {post("Content-Length: 2\r\nContent-Length: 3\r\n"), "400 two lengths"},
        {post("Content-Length: 2\r\nContent-Length: 2\r\n"), "400 two lengths"},
        {post("Content-Length: 2, 2\r\n"), "400 length"},
        {post("Content-Length: -2\r\n"), "400 length"},
        {post("Content-Length: +2\r\n"), "400 length"},
        {post("Content-Length: 0x2\r\n"), "400 length"},
        {post("Content-Length:\r\n"), "400 length"},
        {post("Content-Length: 99999999999999999999\r\n"), "413 length"},
        {post("Content-Length: 18446744073709551615\r\n"), "413 length"},
        {post("Content-Length: 2\r\nTransfer-Encoding: chunked\r\n"), "400 length and coding"},
        {post("Transfer-Encoding: gzip, chunked\r\n"), "501 coding"},
        {post("Transfer-Encoding: identity\r\n"), "501 coding"},
        {post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n"), "400 header twice"},
        {post(""), "411 no length"},
        {get(host + "Content-Length: 2\r\n"), "400 body where none belongs"},
        {get(host + "Transfer-Encoding: chunked\r\n"), "400 body where none belongs"},
        {post("Content-Length: 2\r\nExpect: miracles\r\n"), "417 expectation"},
        // request line
        {std::string("G\0T /livez HTTP/1.1\r\n", 21) + host + "\r\n", "400 method"},
        {"get /livez HTTP/1.1\r\n" + host + "\r\n", "400 method"},
        {"G(T /livez HTTP/1.1\r\n" + host + "\r\n", "400 method"},
        {std::string(17, 'A') + " /livez HTTP/1.1\r\n" + host + "\r\n", "400 method"},
        {"GET /livez HTTP/1.0\r\n" + host + "\r\n", "505 version"},
        {"GET /livez HTTP/2.0\r\n" + host + "\r\n", "505 version"},
        {"GET /livez HTTP/1.12\r\n" + host + "\r\n", "400 request line"},
        {"GET /livez http/1.1\r\n" + host + "\r\n", "400 request line"},
        {"GET /livez\r\n" + host + "\r\n", "400 request line"},
        {"GET  /livez HTTP/1.1\r\n" + host + "\r\n", "400 target"},
        {"GET /li vez HTTP/1.1\r\n" + host + "\r\n", "400 target"},
        {"GET /liv\x01z HTTP/1.1\r\n" + host + "\r\n", "400 target"},
        {"GET /li#vez HTTP/1.1\r\n" + host + "\r\n", "400 target"},
        {"GET /\xc4\x81 HTTP/1.1\r\n" + host + "\r\n", "400 target"},
        {" GET /livez HTTP/1.1\r\n" + host + "\r\n", "400 method"},
        {"CONNECT localhost:443 HTTP/1.1\r\n" + host + "\r\n", "501 connect"},
        {"GET /" + std::string(5000, 'a') + " HTTP/1.1\r\n" + host + "\r\n", "414 request line"},
        {std::string(5000, 'A'), "414 request line"},
        // headers
        {"GET /livez HTTP/1.1\n" + host + "\r\n", "400 bare line feed"},
        {"GET /livez HTTP/1.1\r\nHost: localhost\n\n", "400 bare line feed"},
        {"\n", "400 bare line feed"},
        {get(host + "A: b\rc\r\n"), "400 header value"},
        {get(host + "A: b\r\n folded\r\n"), "400 folded header"},
        {get(" " + host), "400 folded header"},
        {get(host + "A : b\r\n"), "400 header name"},
        {get(host + "A\r\n"), "400 header name"},
        {get(host + ": b\r\n"), "400 header name"},
        {get(host + "A\xc4: b\r\n"), "400 header name"},
        {get(host + "A: b\x7f\r\n"), "400 header value"},
        {get(host + std::string("A: b\0c\r\n", 8)), "400 header value"},
        {get(host + "A: b\r\na: c\r\n"), "400 header twice"},
        {get(host + "A: " + std::string(20'000, 'b') + "\r\n"), "431 head"},
        {get(host + "A: " + std::string(20'000, 'b')), "431 head"},
    };
    for (const auto& [bytes, verdict] : requests)
        EXPECT_EQ(verdictOn(bytes), verdict) << bytes.substr(0, 100);
    std::string many = host;
    for (int i = 0; i < 70; ++i)
        many += "A" + std::to_string(i) + ": b\r\n";
    EXPECT_EQ(verdictOn(get(many)), "431 header count");
}

TEST(HeadParser, GivesWhatWasSent) {
    const auto parsed = parseHead(
        "PUT http://LOCALHOST?q HTTP/1.1\r\nhOSt: localhost\r\nX-A: \t b c \r\nConnection: x, Close\r\n"
        "Expect: 100-Continue\r\nContent-Length: 0012\r\n\r\n",
        Limits{});
    const auto* head = std::get_if<Head>(&parsed);
    ASSERT_TRUE(head);
    EXPECT_EQ(head->method, "PUT");
    EXPECT_EQ(head->target, "/?q");
    EXPECT_EQ(head->header("x-a"), "b c");
    EXPECT_EQ(head->length, 12U);
    EXPECT_FALSE(head->keepAlive);
    EXPECT_TRUE(head->expectsContinue);
}

/// However the bytes are cut, the end of the head is found where it is.
TEST(HeadParser, FindsTheEndInAnyPieces) {
    const auto bytes = get(host + "A: b\r\n") + "GET /";
    for (std::size_t first = 1; first + 1 < bytes.size(); ++first) {
        HeadScanner scanner;
        auto scanned = scanner.scan(std::string_view(bytes).substr(0, first), Limits{});
        if (std::holds_alternative<HeadScanner::Incomplete>(scanned))
            scanned = scanner.scan(bytes, Limits{});
        ASSERT_TRUE(std::holds_alternative<std::size_t>(scanned)) << first;
        EXPECT_EQ(std::get<std::size_t>(scanned), bytes.size() - 5);
    }
}

TEST(BodyParser, ChunksInAnyPieces) {
    for (const std::size_t step : {1, 2, 3, 7, 1000}) {
        EXPECT_EQ(bodyOf("5\r\nhello\r\nA\r\n, chunked!\r\n0\r\n\r\n", step), "hello, chunked!");
        EXPECT_EQ(bodyOf("1\r\na\r\n0\r\nTrailer: dropped\r\n\r\n", step), "a");
        EXPECT_EQ(bodyOf("0\r\n\r\n", step), "");
        EXPECT_EQ(bodyOf("5\r\nhel", step), "incomplete");
        EXPECT_EQ(bodyOf("5\r\nhello\r\n0\r\n", step), "incomplete");
        EXPECT_EQ(bodyOf("-5\r\nhello\r\n", step), "400 chunk size");
        EXPECT_EQ(bodyOf("+5\r\nhello\r\n", step), "400 chunk size");
        EXPECT_EQ(bodyOf("0x5\r\nhello\r\n", step), "400 chunk size");
        EXPECT_EQ(bodyOf("\r\nhello\r\n", step), "400 chunk size");
        EXPECT_EQ(bodyOf(" 5\r\nhello\r\n", step), "400 chunk size");
        EXPECT_EQ(bodyOf("5;a=b\r\nhello\r\n0\r\n\r\n", step), "400 chunk size");
        EXPECT_EQ(bodyOf("fffffffff\r\n", step), "400 chunk size");
        EXPECT_EQ(bodyOf("ffffffff\r\n", step), "413 body");
        EXPECT_EQ(bodyOf("5\nhello\r\n", step), "400 bare line feed");
        EXPECT_EQ(bodyOf("5\r\nhello!\r\n", step), "400 chunk end");
        EXPECT_EQ(bodyOf("5\r\nhello\n", step), "400 bare line feed");
        EXPECT_EQ(bodyOf("5\r\nhello\r\r\n", step), "400 chunk end");
        EXPECT_EQ(bodyOf("0\r\nno colon\r\n\r\n", step), "400 trailer");
        EXPECT_EQ(bodyOf("0\r\nA: " + std::string(9000, 'b') + "\r\n\r\n", step), "431 trailer");
        EXPECT_EQ(bodyOf("3e8\r\n" + std::string(1000, 'a') + "\r\n1\r\na\r\n0\r\n\r\n", step), "413 body");
    }
}

TEST(BodyParser, TakesExactlyTheLength) {
    Head head;
    head.length = 5;
    BodyParser parser(head, Limits{}, 5);
    std::string body;
    EXPECT_EQ(std::get<std::size_t>(parser.consume("helloGET / HTTP/1.1", &body)), 5U);
    EXPECT_TRUE(parser.isDone());
    EXPECT_EQ(body, "hello");
    BodyParser small(head, Limits{}, 4);
    EXPECT_EQ(std::get<Refusal>(small.consume("h", &body)).status, 413);
}
