// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "store_fixture.h"

using namespace vienlogs;
using namespace vienlogs::store;
using contract::CommandStatus;
using ports::OutboxState;
namespace cases = vienlogs::domain::cases;

namespace {

contract::CommandResult result(const cases::Command& command, CommandStatus status,
                               std::int64_t version = 0) {
    contract::CommandResult r{command.key, status, std::nullopt, version};
    if (status == CommandStatus::Rejected || status == CommandStatus::Conflict)
        r.problem = contract::Problem{409, "VL-CASE-0003", "t", "d"};
    return r;
}

} // namespace

TEST_F(StoreTest, SequenceCountsFromOneWithoutGapsAlsoOverRefusalsAndRestarts) {
    open();
    const auto stream = test::newUlid();
    EXPECT_EQ(record(test::open(stream)).sequence, 1);
    EXPECT_EQ(store->record(test::open(stream)).error().code.text, "VL-CASE-0002"); // takes no number
    EXPECT_EQ(record(test::answers(stream, "1")).sequence, 2);
    open();
    const auto third = record(test::command(test::newUlid(), cases::OpenContact{"desk"}));
    EXPECT_EQ(third.sequence, 3);
    EXPECT_EQ(third.device, "CES-01");
    const auto next = record(test::answers(stream, "2"));
    EXPECT_EQ(next.epoch, third.epoch);
    EXPECT_EQ(next.sequence, 4);
}

TEST_F(StoreTest, WhatTheServerCannotPlaceIsCountedAnewAndNotRefused) {
    open();
    const auto stream = test::newUlid();
    const auto taken = record(test::open(stream));
    const auto second = record(test::answers(stream, "1"));
    const auto third = record(test::answers(stream, "2"));
    auto behind = result(second, CommandStatus::Conflict);
    behind.problem->code = "VL-SRV-0015";
    ASSERT_TRUE(store->applyResults({result(taken, CommandStatus::Accepted, 1), behind}));
    EXPECT_EQ(store->counts()->refused, 0);
    ASSERT_TRUE(store->prepareToSend());
    const auto waiting = *store->unanswered(10);
    ASSERT_EQ(waiting.size(), 2U);
    EXPECT_EQ(waiting[0].command.key, second.key);
    EXPECT_EQ(waiting[0].command.sequence, 1);
    EXPECT_EQ(waiting[1].command.sequence, 2);
    EXPECT_GT(waiting[1].command.epoch, third.epoch);
    EXPECT_EQ(waiting[0].command.epoch, waiting[1].command.epoch);
    ASSERT_TRUE(store->prepareToSend()); // once is enough
    EXPECT_EQ(store->unanswered(10)->front().command.epoch, waiting[0].command.epoch);
    EXPECT_EQ(record(test::answers(stream, "3")).sequence, 3);
}

TEST_F(StoreTest, AStoreMadeAnewDoesNotBeginWithAnEpochTheServerMayKnow) {
    open();
    const auto before = std::chrono::system_clock::now().time_since_epoch();
    const auto first = record(test::open(test::newUlid()));
    EXPECT_GE(first.epoch + 60, std::chrono::duration_cast<std::chrono::seconds>(before).count());
}

TEST_F(StoreTest, AKeyIsRecordedOnce) {
    open();
    const auto once = record(test::command(test::newUlid(), cases::OpenContact{"desk"}));
    EXPECT_EQ(store->record(once).error().code.text, "VL-STORE-0013");
    EXPECT_EQ(store->counts()->waiting, 1);
}

TEST_F(StoreTest, CommandAndEffectAreThereTogetherAfterARestart) {
    open();
    const auto stream = test::newUlid();
    record(test::open(stream));
    record(test::answers(stream, "7"));
    const auto before = *store->caseById(stream);
    ASSERT_TRUE(before);
    open();
    EXPECT_EQ(*store->caseById(stream), before);
    EXPECT_EQ(before->answersJson, R"({"a":"7"})");
    EXPECT_EQ(before->version, 2);
    EXPECT_EQ(before->device, "CES-01");
    EXPECT_EQ(store->unanswered(10)->size(), 2U);
}

TEST_F(StoreTest, RecordingTellsWhoSends) {
    open();
    int told = 0;
    store->onQueued([&] { ++told; });
    record(test::open(test::newUlid()));
    EXPECT_FALSE(store->record(test::answers(test::newUlid(), "no case")));
    ASSERT_TRUE(store->putBlob({1}, false));
    EXPECT_EQ(told, 1);
    ASSERT_TRUE(store->putBlob({1}, true));
    EXPECT_EQ(told, 2);
}

TEST_F(StoreTest, StatesGoFromQueuedToAnswered) {
    open();
    const auto stream = test::newUlid();
    const auto a = record(test::open(stream));
    const auto b = record(test::answers(stream, "1"));
    const auto c = record(test::answers(stream, "2"));
    ASSERT_TRUE(store->markSent({a.key, b.key}));
    EXPECT_EQ(store->stateOf(a.key), OutboxState::Sent);
    EXPECT_EQ(store->stateOf(c.key), OutboxState::Queued);
    ASSERT_TRUE(
        store->applyResults({result(a, CommandStatus::Accepted, 1), result(b, CommandStatus::InFlight)}));
    EXPECT_EQ(store->stateOf(a.key), OutboxState::Accepted);
    EXPECT_EQ(store->stateOf(b.key), OutboxState::Sent);
    const auto waiting = *store->unanswered(10);
    ASSERT_EQ(waiting.size(), 2U);
    EXPECT_EQ(waiting[0].command.key, b.key);
    EXPECT_EQ(store->unanswered(1)->size(), 1U);
    EXPECT_EQ(store->stateOf(test::newUlid()).error().code.text, "VL-BASE-0003");
    // A late duplicate of another answer changes nothing.
    ASSERT_TRUE(store->applyResults({result(a, CommandStatus::Rejected)}));
    EXPECT_EQ(store->stateOf(a.key), OutboxState::Accepted);
}

TEST_F(StoreTest, ARefusedCommandTakesItsEffectBackAndStaysVisibleUntilDismissed) {
    open();
    const auto stream = test::newUlid();
    const auto a = record(test::open(stream));
    const auto b = record(test::answers(stream, "1"));
    const auto c = record(test::attach(stream, std::string(64, 'c')));
    ASSERT_TRUE(
        store->applyResults({result(a, CommandStatus::Accepted, 1), result(b, CommandStatus::Rejected),
                             result(c, CommandStatus::Accepted, 2)}));
    const auto shown = **store->caseById(stream);
    EXPECT_EQ(shown.answersJson, "{}");
    EXPECT_EQ(shown.documents.size(), 1U);
    ASSERT_EQ(store->refused()->size(), 1U);
    EXPECT_EQ(store->refused()->front().problem->code, "VL-CASE-0003");
    EXPECT_EQ(store->counts()->refused, 1);
    EXPECT_EQ(store->counts()->waiting, 0);
    ASSERT_TRUE(store->dismissRefused(b.key));
    EXPECT_EQ(store->counts()->refused, 0);
    EXPECT_TRUE(store->refused()->empty());
    EXPECT_FALSE(store->dismissRefused(a.key));
}

TEST_F(StoreTest, WhatFollowsARefusedOpeningIsNotShown) {
    open();
    const auto stream = test::newUlid();
    const auto a = record(test::open(stream));
    record(test::answers(stream, "1"));
    ASSERT_TRUE(store->applyResults({result(a, CommandStatus::Conflict)}));
    EXPECT_EQ(*store->caseById(stream), std::nullopt);
    EXPECT_TRUE(store->recentCases(5)->empty());
    EXPECT_EQ(store->counts()->waiting, 1);
}

TEST_F(StoreTest, NewestCasesComeFirst) {
    open();
    std::vector<base::Ulid> streams;
    for (int i = 0; i < 4; ++i)
        record(test::open(streams.emplace_back(test::newUlid())));
    const auto recent = *store->recentCases(3);
    ASSERT_EQ(recent.size(), 3U);
    EXPECT_EQ(recent[0].id, streams[3]);
    EXPECT_EQ(recent[2].id, streams[1]);
}

TEST_F(StoreTest, TheNextEpochIsAfterTheOneTheServerKnows) {
    open();
    const auto waiting = record(test::open(test::newUlid()));
    auto behind = result(waiting, CommandStatus::Conflict);
    behind.problem->code = "VL-SRV-0014";
    behind.deviceEpoch = waiting.epoch + 400L * 24 * 3600; // begun when the clock was a year ahead
    ASSERT_TRUE(store->applyResults({behind}));
    ASSERT_TRUE(store->prepareToSend());
    EXPECT_GT(store->unanswered(1)->front().command.epoch, behind.deviceEpoch);
}

TEST_F(StoreTest, AnswersThatOthersGaveMeanwhileStayBesideOurs) {
    open();
    const auto stream = test::newUlid();
    record(test::open(stream));
    auto mine = test::command(stream, cases::SaveAnswers{R"({"a":"mine"})", base::Ulid()});
    record(mine);
    auto conflict = result(mine, CommandStatus::Conflict);
    conflict.problem->code = "VL-CASE-0014";
    ASSERT_TRUE(store->applyResults({conflict}));
    const auto refused = *store->refused();
    ASSERT_EQ(refused.size(), 1U);
    EXPECT_EQ(refused[0].state, OutboxState::Conflict);
    EXPECT_EQ(std::get<cases::SaveAnswers>(refused[0].command.body).answersJson, R"({"a":"mine"})");
    EXPECT_EQ((*store->caseById(stream))->answersJson, "{}");
}
