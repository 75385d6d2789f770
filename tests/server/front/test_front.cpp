// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "raw_client.h"
#include "vienlogs/server/front/front.h"

using namespace vienlogs;
using namespace vienlogs::server::front;
using namespace std::chrono_literals;
using testkit::RawClient;

namespace {

/// Answers what it is asked for by the path, and keeps what it was told of.
class Echo final : public Application {
public:
    std::optional<Answer> begin(Exchange& exchange) override {
        if (exchange.head.target == "/quick")
            return Answer{.contentType = "text/plain", .body = "quick"};
        if (exchange.head.target == "/slow")
            exchange.load = Load::Slow;
        return {};
    }
    std::variant<std::size_t, Answer> admit(Exchange& exchange) override {
        if (exchange.head.target == "/forbidden")
            return Answer{.status = 403, .contentType = "text/plain", .body = "forbidden"};
        return std::size_t{200'000};
    }
    void serve(const std::shared_ptr<Exchange>& exchange) override {
        const auto& target = exchange->head.target;
        if (target == "/parked") {
            const std::scoped_lock lock(mutex);
            return parked.push_back(exchange);
        }
        if (target == "/throws")
            throw std::runtime_error("a library below");
        if (target == "/slow")
            std::this_thread::sleep_for(200ms);
        Answer answer{.contentType = "text/plain", .body = exchange->body.empty() ? target : exchange->body};
        if (target == "/pieces" || target == "/counted") {
            answer.next = [n = 0]() mutable -> base::Result<std::string> {
                return ++n > 5 ? std::string() : std::string(100'000, static_cast<char>('0' + n));
            };
            if (target == "/counted")
                answer.length = 500'000;
        }
        exchange->answer(std::move(answer));
    }
    Answer refusal(const Refusal& refusal, const Peer&) override {
        const std::scoped_lock lock(mutex);
        refused.emplace_back(refusal.what);
        return {.status = refusal.status, .contentType = "text/plain", .body = std::string(refusal.what)};
    }
    void cutOff(const Exchange& exchange) override {
        const std::scoped_lock lock(mutex);
        cut.push_back(exchange.head.target + " " + std::to_string(exchange.body.size()));
    }
    void turnedAway(const Peer&, std::string_view what, std::string_view) override {
        const std::scoped_lock lock(mutex);
        refused.emplace_back(what);
    }

    std::mutex mutex;
    std::vector<std::string> refused;
    std::vector<std::string> cut;
    std::vector<std::shared_ptr<Exchange>> parked;
};

class FrontTest : public testing::Test {
protected:
    void start(const Limits& limits = {}) {
        auto started = Front::start({.limits = limits}, echo);
        ASSERT_TRUE(started) << started.error().detail;
        front = std::move(*started);
    }
    [[nodiscard]] RawClient connect() const { return RawClient(front->address()); }
    static std::string get(const std::string& target) {
        return "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    }
    static std::string post(const std::string& target, const std::string& body) {
        return "POST " + target +
               " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" +
               body;
    }
    static std::string bodyOf(const std::string& answer) {
        return answer.substr(answer.find("\r\n\r\n") + 4);
    }
    template<typename Condition>
    static bool soon(const Condition& condition) {
        for (int i = 0; i < 2000 && !condition(); ++i)
            std::this_thread::sleep_for(5ms);
        return condition();
    }

    Echo echo;
    std::unique_ptr<Front> front;
};

} // namespace

/// What came of a body whose rest never will is handed over, whether its line closed or fell silent.
TEST_F(FrontTest, ABodyThatIsCutOffIsHandedOver) {
    Limits limits;
    limits.bodyGrace = 300ms;
    limits.bytesPerSecond = 10'000'000;
    start(limits);
    const auto head = [](const std::string& target) {
        return "PUT " + target + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 150000\r\n\r\n";
    };
    {
        const auto closes = connect();
        closes.send(head("/closes") + std::string(90'000, 'x'));
    }
    const auto silent = connect();
    silent.send(head("/silent") + std::string(70'000, 'x'));
    auto forbidden = connect();
    forbidden.send(head("/forbidden") + std::string(70'000, 'x'));
    EXPECT_EQ(forbidden.status(), 403);
    EXPECT_TRUE(soon([&] {
        const std::scoped_lock lock(echo.mutex);
        return echo.cut.size() == 2;
    }));
    EXPECT_EQ(echo.cut, (std::vector<std::string>{"/closes 90000", "/silent 70000"}));
}

TEST_F(FrontTest, OneConnectionServesManyRequests) {
    start();
    auto client = connect();
    for (int i = 0; i < 50; ++i) {
        client.send(get("/quick"));
        EXPECT_EQ(bodyOf(client.receive()), "quick");
        client.send(post("/echo", "body " + std::to_string(i)));
        EXPECT_EQ(bodyOf(client.receive()), "body " + std::to_string(i));
    }
    EXPECT_EQ(front->figures().accepted, 1U);
    EXPECT_TRUE(soon([&] { return front->figures().bodyBytes == 0; }));
}

/// Whatever is sent together is answered in its order, however it is cut.
TEST_F(FrontTest, PipelinedRequestsAreAnsweredInTheirOrder) {
    start();
    std::string all;
    for (int i = 0; i < 100; ++i)
        all += i % 3 == 0   ? get("/quick")
               : i % 3 == 1 ? get("/n" + std::to_string(i))
                            : post("/p", std::to_string(i));
    for (const std::size_t step : {std::size_t{1}, std::size_t{13}, all.size()}) {
        auto client = connect();
        std::thread sender([&] {
            for (std::size_t at = 0; at < all.size(); at += step)
                client.send(all.substr(at, step));
        });
        for (int i = 0; i < 100; ++i)
            EXPECT_EQ(bodyOf(client.receive()), i % 3 == 0   ? "quick"
                                                : i % 3 == 1 ? "/n" + std::to_string(i)
                                                             : std::to_string(i));
        sender.join();
    }
}

TEST_F(FrontTest, AMalformedRequestEndsTheConnection) {
    start();
    auto client = connect();
    client.send("GET /quick HTTP/1.1\r\n\r\n" + get("/quick"));
    const auto all = client.receiveAll();
    EXPECT_TRUE(all.starts_with("HTTP/1.1 400 Bad Request\r\n")) << all;
    EXPECT_NE(all.find("Connection: close\r\n"), std::string::npos);
    EXPECT_EQ(all.find("quick"), std::string::npos) << "what follows is not served";
    EXPECT_EQ(front->figures().malformed, 1U);
    EXPECT_EQ(echo.refused, std::vector<std::string>{"no host"});
}

TEST_F(FrontTest, AnUnreadBodyIsNeverTheNextRequest) {
    start();
    auto client = connect();
    client.send(post("/forbidden", get("/smuggled")));
    EXPECT_EQ(client.status(), 403);
    client.send(get("/quick"));
    EXPECT_EQ(bodyOf(client.receive()), "quick");
    // Its body comes later and in pieces.
    auto late = connect();
    const auto request = post("/forbidden", get("/smuggled") + std::string(50'000, 'x'));
    late.send(request.substr(0, 100));
    EXPECT_EQ(late.status(), 403);
    late.send(request.substr(100, 30'000));
    late.send(request.substr(30'100) + get("/quick"));
    EXPECT_EQ(bodyOf(late.receive()), "quick");
    // Too large to be thrown away, or in chunks: the connection ends.
    auto large = connect();
    large.send("POST /forbidden HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10000000\r\n\r\n" +
               get("/quick"));
    const auto all = large.receiveAll();
    EXPECT_TRUE(all.starts_with("HTTP/1.1 403")) << all;
    EXPECT_EQ(all.find("quick"), std::string::npos);
}

TEST_F(FrontTest, BodiesInChunksAndWithLength) {
    start();
    auto client = connect();
    client.send("POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n");
    client.send("7\r\n, world\r\n0\r\n\r\n" + get("/quick"));
    EXPECT_EQ(bodyOf(client.receive()), "hello, world");
    EXPECT_EQ(bodyOf(client.receive()), "quick");
    const std::string large(200'000, 'L');
    client.send(post("/echo", large));
    EXPECT_EQ(bodyOf(client.receive()), large);
    client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 200001\r\n\r\n");
    EXPECT_EQ(client.status(), 413) << "by its head alone";
    auto chunked = connect();
    chunked.send("POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n30d41\r\n");
    EXPECT_EQ(chunked.status(), 413);
    auto wrong = connect();
    wrong.send("POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello, world\r\n");
    EXPECT_EQ(wrong.status(), 400);
    EXPECT_TRUE(soon([&] { return front->figures().bodyBytes == 0; }));
}

TEST_F(FrontTest, SaysContinueOnlyToWhoIsAdmitted) {
    start();
    auto client = connect();
    client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n");
    EXPECT_EQ(client.status(), 100);
    client.send("hello");
    EXPECT_EQ(bodyOf(client.receive()), "hello");
    client.send("POST /forbidden HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n");
    EXPECT_TRUE(client.receiveAll().starts_with("HTTP/1.1 403")) << "and nobody knows whether the body comes";
}

TEST_F(FrontTest, LongAnswersComeInPieces) {
    start();
    auto client = connect();
    client.send(get("/counted"));
    EXPECT_EQ(bodyOf(client.receive()).size(), 500'000U);
    client.send("GET /pieces HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    const auto all = client.receiveAll();
    EXPECT_NE(all.find("Transfer-Encoding: chunked"), std::string::npos);
    EXPECT_NE(all.find("186a0\r\n1111"), std::string::npos);
    EXPECT_TRUE(all.ends_with("5555\r\n0\r\n\r\n"));
}

TEST_F(FrontTest, WhatIsSlowIsEnded) {
    Limits limits;
    limits.headTime = 300ms;
    limits.idleTime = 600ms;
    limits.bodyGrace = 300ms;
    limits.lingerTime = 100ms;
    start(limits);
    auto head = connect();
    auto body = connect();
    auto idle = connect();
    auto drip = connect();
    std::atomic<bool> over{false};
    std::thread dripping([&] { // One byte at a time: the time for a head is for the whole of it.
        for (const char c : "GET /quick HTTP/1.1\r\nHost: a\r\nA: " + std::string(1000, 'b')) {
            if (over || !drip.send(std::string(1, c)))
                break;
            std::this_thread::sleep_for(30ms);
        }
    });
    head.send("GET /quick HTTP/1.1\r\nHos");
    body.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\nhalf");
    EXPECT_EQ(head.status(), 408);
    EXPECT_EQ(body.status(), 408);
    EXPECT_EQ(drip.status(), 408);
    EXPECT_EQ(idle.receiveAll(), "") << "closed without a word";
    over = true;
    dripping.join();
    EXPECT_TRUE(soon([&] { return front->figures().connections == 0; }));
    EXPECT_GE(front->figures().timedOut, 3U);
}

TEST_F(FrontTest, WhoDoesNotReadIsEnded) {
    Limits limits;
    limits.bodyGrace = 300ms;
    limits.bytesPerSecond = 100'000'000;
    start(limits);
    auto client = connect();
    for (int i = 0; i < 30; ++i) // More than the buffers between both hold.
        client.send(get("/counted"));
    EXPECT_TRUE(soon([&] { return front->figures().timedOut == 1; }));
    EXPECT_TRUE(soon([&] { return front->figures().connections == 0; }));
}

TEST_F(FrontTest, CutBodiesLeaveNothing) {
    start();
    for (int i = 0; i < 20; ++i) {
        auto client = connect();
        client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n" +
                    std::string(50'000, 'x'));
    }
    EXPECT_TRUE(soon([&] { return front->figures().connections == 0; }));
    EXPECT_TRUE(soon([&] { return front->figures().bodyBytes == 0; }));
    auto client = connect();
    client.send(get("/quick"));
    EXPECT_EQ(client.status(), 200);
}

TEST_F(FrontTest, ParkedRequestsHoldNoThread) {
    Limits limits;
    limits.threads = 2;
    start(limits);
    std::vector<std::unique_ptr<RawClient>> desks;
    for (int i = 0; i < 200; ++i) {
        desks.push_back(std::make_unique<RawClient>(front->address()));
        desks.back()->send(get("/parked"));
    }
    ASSERT_TRUE(soon([&] {
        const std::scoped_lock lock(echo.mutex);
        return echo.parked.size() == 200;
    }));
    auto client = connect();
    client.send(get("/other"));
    EXPECT_EQ(client.status(), 200) << "two threads, two hundred waiting";
    for (const auto& exchange : echo.parked)
        exchange->answer({.contentType = "text/plain", .body = "news"});
    for (const auto& desk : desks)
        EXPECT_EQ(bodyOf(desk->receive()), "news");
}

TEST_F(FrontTest, SlowRequestsLeaveThreadsToOthers) {
    Limits limits;
    limits.threads = 2;
    start(limits);
    std::vector<std::unique_ptr<RawClient>> slow;
    for (int i = 0; i < 6; ++i) {
        slow.push_back(std::make_unique<RawClient>(front->address()));
        slow.back()->send(get("/slow"));
    }
    auto client = connect();
    const auto began = std::chrono::steady_clock::now();
    client.send(get("/other"));
    EXPECT_EQ(client.status(), 200);
    EXPECT_LT(std::chrono::steady_clock::now() - began, 600ms)
        << "the slow ones take 1200 ms on their thread";
    for (const auto& one : slow)
        EXPECT_EQ(one->status(), 200);
}

TEST_F(FrontTest, ConnectionsAreCounted) {
    Limits limits;
    limits.connectionsPerAddress = 3;
    start(limits);
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 3; ++i) {
        clients.push_back(std::make_unique<RawClient>(front->address()));
        clients.back()->send(get("/quick"));
        EXPECT_EQ(clients.back()->status(), 200);
    }
    EXPECT_EQ(connect().receiveAll(), "");
    EXPECT_EQ(front->figures().turnedAway, 1U);
    clients.pop_back();
    EXPECT_TRUE(soon([&] { return front->figures().connections == 2; }));
    auto client = connect();
    client.send(get("/quick"));
    EXPECT_EQ(client.status(), 200);
}

TEST_F(FrontTest, AnExceptionIsAnAnswer) {
    start();
    auto client = connect();
    client.send(get("/throws"));
    EXPECT_EQ(client.status(), 500);
}

TEST_F(FrontTest, AStopFinishesWhatIsInWork) {
    Limits limits;
    limits.lingerTime = 100ms;
    start(limits);
    auto idle = connect();
    auto busy = connect();
    busy.send(get("/slow") + get("/quick"));
    ASSERT_TRUE(soon([&] { return front->figures().working == 1; }));
    front->stop();
    const auto all = busy.receiveAll();
    EXPECT_TRUE(all.starts_with("HTTP/1.1 200 OK")) << all;
    EXPECT_NE(all.find("Connection: close"), std::string::npos);
    EXPECT_EQ(all.find("quick"), std::string::npos) << "the client sends it again elsewhere";
    EXPECT_EQ(idle.receiveAll(), "");
    EXPECT_EQ(RawClient(front->address()).receiveAll(), "");
}

TEST_F(FrontTest, PlainIsForThisMachineOnly) {
    const auto beyond = Front::start({.host = "0.0.0.0"}, echo);
    ASSERT_FALSE(beyond);
    EXPECT_EQ(beyond.error().code.text, "VL-SRV-0044");
    EXPECT_EQ(Front::start({.host = "no address"}, echo).error().code.text, "VL-SRV-0043");
    start();
    const auto taken = Front::start({.port = static_cast<std::uint16_t>(std::stoi(
                                         front->address().substr(front->address().rfind(':') + 1)))},
                                    echo);
    EXPECT_EQ(taken.error().code.text, "VL-SRV-0043");
}
