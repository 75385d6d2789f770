// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <functional>
#include <thread>

#include <Poco/Net/ServerSocket.h>
#include <Poco/Net/StreamSocket.h>
#include <gtest/gtest.h>

#include "vienlogs/server/gateway/http_exchange.h"
#include "vienlogs/server/gateway/register_failures.h"

using namespace vienlogs;
using namespace vienlogs::server::gateway;
using namespace std::chrono_literals;

namespace {

/// Takes one connection, and answers whatever the test wants, on the level of bytes.
class RawServer {
public:
    explicit RawServer(std::function<void(Poco::Net::StreamSocket&)> answer)
        : socket_(Poco::Net::SocketAddress("127.0.0.1", 0)), thread_([this, answer = std::move(answer)] {
              try {
                  auto connection = socket_.acceptConnection();
                  std::string piece(64 * 1024, '\0');
                  request_.append(piece.data(), static_cast<std::size_t>(connection.receiveBytes(
                                                    piece.data(), static_cast<int>(piece.size()))));
                  answer(connection);
              } catch (const Poco::Exception&) { // the other side hung up, which is what some tests are about
              }
          }) {}
    explicit RawServer(const std::string& answer)
        : RawServer([answer](auto& connection) {
              connection.sendBytes(answer.data(), static_cast<int>(answer.size()));
          }) {}
    ~RawServer() { thread_.join(); }
    Endpoint endpoint() const { return {"127.0.0.1", socket_.address().port()}; }
    const std::string& request() const { return request_; }

private:
    Poco::Net::ServerSocket socket_;
    std::string request_;
    std::thread thread_;
};

const ExchangeLimits limits{500ms, 400ms, 16 * 1024, 2 * 1024 * 1024};

base::Result<HttpReply> ask(const RawServer& server) {
    return exchange(server.endpoint(), {"POST", "/x", {{"X-Test", "yes"}}, "body"}, limits);
}

base::FailureCode failureOf(const std::string& answer) {
    const RawServer server(answer);
    const auto reply = ask(server);
    EXPECT_FALSE(reply) << answer.substr(0, 100);
    return reply ? base::FailureCode{} : reply.error().code;
}

const std::string head = "HTTP/1.1 200 OK\r\n";

} // namespace

TEST(HttpExchange, SendsAndReadsAWholeMessage) {
    std::string request;
    {
        RawServer server(head + "Content-Length: 5\r\nX-Answer:  a b \r\n\r\nhello");
        const auto reply = ask(server);
        ASSERT_TRUE(reply);
        EXPECT_EQ(reply->status, 200);
        EXPECT_EQ(reply->header("x-answer"), "a b");
        EXPECT_EQ(reply->body, "hello");
        request = server.request();
    }
    EXPECT_TRUE(request.starts_with("POST /x HTTP/1.1\r\nHost: 127.0.0.1:"));
    EXPECT_NE(request.find("X-Test: yes\r\n"), std::string::npos);
    EXPECT_TRUE(request.ends_with("Content-Length: 4\r\n\r\nbody"));
}

TEST(HttpExchange, ReadsChunksAndUntilTheEnd) {
    {
        const RawServer server(
            head + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nA;x=1\r\n0123456789\r\n0\r\n\r\n");
        EXPECT_EQ(ask(server)->body, "abc0123456789");
    }
    const RawServer server("HTTP/1.0 404 Not Found\r\n\r\ngone");
    const auto reply = ask(server);
    EXPECT_EQ(reply->status, 404);
    EXPECT_EQ(reply->body, "gone");
}

TEST(HttpExchange, RefusesWhatIsNotHttp) {
    for (const std::string answer : {"hello\r\n", "HTTP/2 200 OK\r\n\r\n", "HTTP/1.1 2OO OK\r\n\r\n",
                                     "HTTP/1.1 100 Continue\r\n\r\n", "HTTP/1.1 200", "SSH-2.0-x\r\n"})
        EXPECT_EQ(failureOf(answer), codes::registerNonsense) << answer;
    EXPECT_EQ(failureOf(head + "no colon\r\n\r\n"), codes::registerNonsense);
    EXPECT_EQ(failureOf(head + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello"),
              codes::registerNonsense);
    EXPECT_EQ(failureOf(head + "Content-Length: -5\r\n\r\nhello"), codes::registerNonsense);
    EXPECT_EQ(failureOf(head + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
              codes::registerNonsense);
    EXPECT_EQ(failureOf(head + "Transfer-Encoding: gzip\r\n\r\nx"), codes::registerNonsense);
    EXPECT_EQ(failureOf(head + "Transfer-Encoding: chunked\r\n\r\nxyz\r\n"), codes::registerNonsense);
    EXPECT_EQ(failureOf(head + "Transfer-Encoding: chunked\r\n\r\n3\r\nabcde\r\n0\r\n\r\n"),
              codes::registerNonsense);
    EXPECT_EQ(failureOf(head + "Content-Length: 50\r\n\r\nhello"),
              codes::registerNonsense); // less than promised
}

TEST(HttpExchange, RefusesWhatIsTooLong) {
    const std::string three(3 * 1024 * 1024, 'x');
    EXPECT_EQ(failureOf(head + "Content-Length: 99999999999\r\n\r\nx"), codes::registerNonsense);
    EXPECT_EQ(failureOf(head + "Content-Length: " + std::to_string(three.size()) + "\r\n\r\n" + three),
              codes::registerNonsense);
    EXPECT_EQ(failureOf(head + "\r\n" + three), codes::registerNonsense);
    EXPECT_EQ(failureOf(head + "Transfer-Encoding: chunked\r\n\r\n300000\r\n" + three),
              codes::registerNonsense);
    EXPECT_EQ(failureOf(head + "X: " + std::string(40'000, 'x') + "\r\n\r\n"), codes::registerNonsense);
    EXPECT_EQ(failureOf(std::string(40'000, 'x')), codes::registerNonsense);
    std::string many = head;
    for (int i = 0; i < 2000; ++i)
        many += "X-" + std::to_string(i) + ": value\r\n";
    EXPECT_EQ(failureOf(many + "\r\n"), codes::registerNonsense);
}

TEST(HttpExchange, ManySmallChunksCannotPassTheLimit) {
    std::string answer = head + "Transfer-Encoding: chunked\r\n\r\n";
    const std::string chunk = "10000\r\n" + std::string(0x10000, 'x') + "\r\n";
    for (int i = 0; i < 40; ++i)
        answer += chunk;
    EXPECT_EQ(failureOf(answer + "0\r\n\r\n"), codes::registerNonsense);
}

TEST(HttpExchange, ClosingWithoutAWordIsDown) {
    const RawServer server([](auto&) {});
    EXPECT_EQ(ask(server).error().code, codes::registerDown);
}

TEST(HttpExchange, DrippingDoesNotPassTheTimeOut) {
    const RawServer server([](auto& connection) {
        for (const char c : "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n") {
            connection.sendBytes(&c, 1);
            std::this_thread::sleep_for(50ms);
        }
    });
    const auto start = std::chrono::steady_clock::now();
    EXPECT_EQ(ask(server).error().code, codes::registerDown);
    EXPECT_LT(std::chrono::steady_clock::now() - start, 700ms);
}

TEST(HttpExchange, ALateBeginningDoesNotBuyMoreTime) {
    const RawServer server([](auto& connection) {
        std::this_thread::sleep_for(900ms);
        connection.sendBytes("HTTP/1.1", 8);
        std::this_thread::sleep_for(1200ms);
    });
    const auto start = std::chrono::steady_clock::now();
    const auto reply = exchange(server.endpoint(), {"GET", "/", {}, {}}, {500ms, 1000ms});
    EXPECT_EQ(reply.error().code, codes::registerDown);
    EXPECT_LT(std::chrono::steady_clock::now() - start, 1600ms);
}

TEST(HttpExchange, NobodyListeningIsDown) {
    std::uint16_t port = 0;
    {
        const Poco::Net::ServerSocket free(Poco::Net::SocketAddress("127.0.0.1", 0));
        port = free.address().port();
    }
    EXPECT_EQ(exchange({"127.0.0.1", port}, {"GET", "/", {}, {}}, limits).error().code, codes::registerDown);
}

TEST(HttpExchange, AFullBacklogEndsWithTheConnectTimeOut) {
    const Poco::Net::ServerSocket deaf(Poco::Net::SocketAddress("127.0.0.1", 0), 1);
    std::vector<Poco::Net::StreamSocket> waiting;
    try {
        for (int i = 0; i < 4; ++i) {
            waiting.emplace_back();
            waiting.back().connect(deaf.address(), Poco::Timespan(100'000));
        }
    } catch (const Poco::Exception&) { // the queue is full
    }
    const auto start = std::chrono::steady_clock::now();
    EXPECT_EQ(exchange({"127.0.0.1", deaf.address().port()}, {"GET", "/", {}, {}}, limits).error().code,
              codes::registerDown);
    EXPECT_LT(std::chrono::steady_clock::now() - start, 1500ms);
}
