// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <atomic>
#include <thread>

#include <Poco/Net/ServerSocket.h>

#include "gateway_fixture.h"

using namespace vienlogs;
using namespace vienlogs::server::gateway;
using namespace std::chrono_literals;

namespace {

/// What every register does under each switch, seen through the gateway.
class GatewayStates : public GatewayTest {
protected:
    std::vector<RegisterQuery> oneOfEach() { return {personQuery(), companyQuery(), addressQuery("cesis")}; }
    RegisterHealth health(const std::string& id) {
        for (auto& one : gateway->health())
            if (one.registerId == id)
                return one;
        return {};
    }
};

} // namespace

TEST_F(GatewayStates, Down) {
    for (const auto& query : oneOfEach()) {
        control(query.registerId, {{"state", "down"}});
        const auto answer = ask(query);
        EXPECT_EQ(answer.state, AnswerState::Down) << query.registerId;
        EXPECT_EQ(answer.failure->code, codes::registerDown);
        EXPECT_EQ(health(query.registerId).state, AnswerState::Down);
    }
}

TEST_F(GatewayStates, SilentEndsInTime) {
    control("population", {{"state", "silent"}});
    const auto start = std::chrono::steady_clock::now();
    EXPECT_EQ(ask(personQuery()).state, AnswerState::Down);
    const auto took = std::chrono::steady_clock::now() - start;
    EXPECT_GE(took, 500ms);
    EXPECT_LT(took, 1500ms);
}

TEST_F(GatewayStates, Error) {
    for (const auto& query : oneOfEach()) {
        control(query.registerId, {{"state", "error"}});
        EXPECT_EQ(ask(query).state, AnswerState::Down) << query.registerId;
    }
}

TEST_F(GatewayStates, ClosedDiffersFromDownAndSaysUntilWhen) {
    for (const auto& query : oneOfEach()) {
        control(query.registerId, {{"state", "closed"}, {"closedUntil", "2026-11-24T06:30:00Z"}});
        const auto answer = ask(query);
        EXPECT_EQ(answer.state, AnswerState::Closed) << query.registerId;
        EXPECT_EQ(answer.closedUntil, base::fromRfc3339("2026-11-24T06:30:00Z"));
        EXPECT_EQ(answer.failure->code, codes::registerClosed);
        EXPECT_EQ(answer.failure->argument, "2026-11-24T06:30:00.000Z");
        EXPECT_EQ(health(query.registerId).closedUntil, answer.closedUntil);
    }
}

TEST_F(GatewayStates, StaleDataComeWithTheirAge) {
    for (const auto& query : oneOfEach()) {
        control(query.registerId, {{"state", "stale"}, {"staleSince", "2026-11-19T10:00:00Z"}});
        const auto answer = ask(query);
        EXPECT_EQ(answer.state, AnswerState::Stale) << query.registerId;
        EXPECT_EQ(answer.asOf, base::fromRfc3339("2026-11-19T10:00:00Z"));
        EXPECT_EQ(answer.failure->code, codes::answerStale);
        EXPECT_EQ(answer.failure->argument, "4 d");
        EXPECT_FALSE(answer.data.is_null());
    }
    control("population", {{"state", "stale"}, {"staleSince", "2026-11-22T09:00:00Z"}});
    EXPECT_EQ(ask(personQuery()).failure->argument, "25 h");
}

TEST_F(GatewayStates, DataOfTheFutureAreNonsense) {
    control("population", {{"state", "stale"}, {"staleSince", "2026-11-23T11:00:00Z"}});
    EXPECT_EQ(ask(personQuery()).state, AnswerState::Invalid);
}

TEST_F(GatewayStates, NonsenseOfEveryKindIsSeenAsSuch) {
    for (auto& description : descriptions)
        description.failuresToPause = 100;
    restart();
    for (const auto& query : oneOfEach()) {
        control(query.registerId, {{"state", "nonsense"}});
        for (int kind = 0; kind < 4; ++kind) {
            const auto answer = ask(query);
            EXPECT_EQ(answer.state, AnswerState::Invalid) << query.registerId << " " << kind;
            EXPECT_EQ(answer.failure->code, codes::registerNonsense);
            EXPECT_TRUE(answer.data.is_null());
        }
    }
}

TEST_F(GatewayStates, OneRegisterDownLeavesTheOthers) {
    control("population", {{"state", "down"}});
    EXPECT_EQ(ask(personQuery()).state, AnswerState::Down);
    EXPECT_EQ(ask(companyQuery()).state, AnswerState::Ok);
    EXPECT_EQ(ask(addressQuery("riga")).state, AnswerState::Ok);
}

TEST_F(GatewayStates, TheCacheAnswersForItsTimeAndTellsTheAge) {
    const auto first = ask(personQuery());
    EXPECT_FALSE(first.fromCache);
    clock.advance(299s);
    const auto cached = ask(personQuery());
    EXPECT_TRUE(cached.fromCache);
    EXPECT_EQ(cached.asOf, first.asOf);
    EXPECT_EQ(clock.now() - *cached.asOf, 299s);
    EXPECT_EQ(cached.data, first.data);
    clock.advance(1s);
    const auto fresh = ask(personQuery());
    EXPECT_FALSE(fresh.fromCache);
    EXPECT_EQ(fresh.asOf, clock.now());
}

TEST_F(GatewayStates, TheCacheDoesNotMixPeople) {
    ask(personQuery());
    EXPECT_EQ(ask(personQuery("PNOLV-161175-19997")).data["givenName"], "Līga");
    auto household = personQuery();
    household.operation = "household";
    household.parameters["addressCode"] = ask(personQuery()).data["residence"]["addressCode"];
    const auto one = ask(household).data;
    household.parameters["addressCode"] =
        ask(personQuery("PNOLV-161175-19997")).data["residence"]["addressCode"];
    EXPECT_NE(ask(household).data, one);
}

TEST_F(GatewayStates, AnOldAnswerStandsInForARegisterThatIsDown) {
    const auto first = ask(personQuery());
    clock.advance(2h);
    control("population", {{"state", "down"}});
    const auto kept = ask(personQuery());
    EXPECT_EQ(kept.state, AnswerState::Stale);
    EXPECT_EQ(kept.data, first.data);
    EXPECT_EQ(kept.asOf, first.asOf);
    EXPECT_EQ(kept.failure->code, codes::answerStale);
    EXPECT_EQ(kept.failure->argument, "2 h");
    EXPECT_EQ(health("population").state, AnswerState::Down); // the status list is not deceived
    clock.advance(3h);
    EXPECT_EQ(ask(personQuery()).state, AnswerState::Down);
}

TEST_F(GatewayStates, WhatItsOwnerClosedIsNotAnsweredFromMemory) {
    ask(personQuery());
    clock.advance(10min);
    control("population", {{"state", "closed"}});
    EXPECT_EQ(ask(personQuery()).state, AnswerState::Closed);
}

TEST_F(GatewayStates, ARegisterThatFailsIsLeftAloneForAWhile) {
    control("population", {{"state", "silent"}});
    for (int i = 0; i < 3; ++i) {
        EXPECT_EQ(ask(personQuery()).state, AnswerState::Down);
    }
    EXPECT_TRUE(health("population").paused);
    control("population", {{"state", "up"}});
    const auto start = std::chrono::steady_clock::now();
    EXPECT_EQ(ask(personQuery()).state, AnswerState::Down); // at once
    EXPECT_LT(std::chrono::steady_clock::now() - start, 300ms);
    clock.advance(15s);
    EXPECT_EQ(ask(personQuery()).state, AnswerState::Ok);
    EXPECT_FALSE(health("population").paused);
}

TEST_F(GatewayStates, AfterThePauseOnlyOneTries) {
    control("population", {{"state", "down"}});
    for (int i = 0; i < 3; ++i)
        ask(personQuery());
    control("population", {{"state", "up"}, {"latencyMs", 300}});
    clock.advance(15s);
    std::atomic<int> good = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 6; ++i)
        threads.emplace_back([&] { good += gateway->ask(personQuery())->state == AnswerState::Ok ? 1 : 0; });
    for (auto& thread : threads)
        thread.join();
    EXPECT_EQ(good, 1);
    EXPECT_EQ(ask(personQuery()).state, AnswerState::Ok);
}

TEST_F(GatewayStates, HealthBeforeAndAfterTheFirstCall) {
    EXPECT_EQ(gateway->health().size(), 3u);
    EXPECT_FALSE(health("population").state);
    control("population", {{"latencyMs", 60}});
    const auto answer = ask(personQuery());
    EXPECT_GE(answer.latency, 60ms);
    const auto after = health("population");
    EXPECT_EQ(after.state, AnswerState::Ok);
    EXPECT_EQ(after.latency, answer.latency);
    EXPECT_EQ(after.at, clock.now());
    EXPECT_EQ(after.owner, "PMLP");
    EXPECT_EQ(after.name.en, "Population register");
}

TEST_F(GatewayStates, AProbeFindsOutBeforeAnybodyAsks) {
    control("population", {{"state", "closed"}, {"closedUntil", "2026-11-24T06:30:00Z"}});
    control("enterprises", {{"state", "down"}});
    gateway->probe();
    EXPECT_EQ(health("population").state, AnswerState::Closed);
    EXPECT_EQ(health("population").closedUntil, base::fromRfc3339("2026-11-24T06:30:00Z"));
    EXPECT_EQ(health("enterprises").state, AnswerState::Down);
    EXPECT_EQ(health("addresses").state, AnswerState::Ok);
    control("population", {{"state", "up"}});
    control("enterprises", {{"state", "up"}});
    gateway->probe();
    EXPECT_EQ(health("population").state, AnswerState::Ok);
    EXPECT_EQ(health("enterprises").state, AnswerState::Ok);
    EXPECT_TRUE(witness.steps.empty()); // nobody was looked at
}

TEST_F(GatewayStates, AProbeSeesNonsenseToo) {
    control("population", {{"state", "nonsense"}});
    gateway->probe();
    EXPECT_EQ(health("population").state, AnswerState::Invalid);
}

TEST_F(GatewayStates, NobodyListeningIsDown) {
    {
        const Poco::Net::ServerSocket free(Poco::Net::SocketAddress("127.0.0.1", 0));
        description("population").address = "http://127.0.0.1:" + std::to_string(free.address().port());
    }
    restart();
    EXPECT_EQ(ask(personQuery()).state, AnswerState::Down);
}
