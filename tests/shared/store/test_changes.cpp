// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "store_fixture.h"
#include "vienlogs/contract/codec.h"

using namespace vienlogs;
using namespace vienlogs::store;
using contract::CommandStatus;
namespace cases = vienlogs::domain::cases;

namespace {

contract::Change changed(const cases::Case& c, std::int64_t sequence = 1) {
    return {sequence, "case", c.id.toString(), false, contract::encode(c)};
}

contract::ChangesPage page(const std::string& epoch, std::vector<contract::Change> changes,
                           const std::string& next = "n1") {
    return {epoch, std::move(changes), next, false};
}

cases::Case applied(std::optional<cases::Case> before, const std::vector<cases::Command>& commands) {
    for (const auto& command : commands)
        before = *cases::apply(before, command);
    return *before;
}

} // namespace

TEST_F(StoreTest, APageAndItsCursorAreTakenTogether) {
    open();
    const auto other =
        applied({}, {test::open(test::newUlid()), test::command({}, cases::SaveAnswers{"{}"})});
    EXPECT_EQ(store->cursor("place:CES")->after, "");
    ASSERT_TRUE(store->applyChanges("place:CES", page("e1", {changed(other)}, "n7")));
    open();
    EXPECT_EQ(store->cursor("place:CES")->after, "n7");
    EXPECT_EQ(store->cursor("place:CES")->epoch, "e1");
    EXPECT_EQ(**store->caseById(other.id), other);
    EXPECT_EQ(store->cursor("place:RIX")->after, "");
}

TEST_F(StoreTest, AMalformedPageIsRefusedWhole) {
    open();
    const auto other = applied({}, {test::open(test::newUlid())});
    auto broken = changed(other, 2);
    broken.bodyJson = R"({"id":"nonsense"})";
    EXPECT_FALSE(store->applyChanges("place:CES", page("e1", {changed(other), broken})));
    EXPECT_EQ(*store->caseById(other.id), std::nullopt);
    EXPECT_EQ(store->cursor("place:CES")->after, "");
    ASSERT_TRUE(store->applyChanges("place:CES", page("e1", {{1, "of a newer server", "x", false, "{}"}})));
}

TEST_F(StoreTest, WaitingCommandsStandOnTopOfWhatTheServerSaid) {
    open();
    const auto stream = test::newUlid();
    const auto a = record(test::open(stream));
    const auto b = record(test::answers(stream, "mine"));
    const auto theirs = test::attach(stream, std::string(64, 'd'));
    // Another desk attached a document; our answers have not arrived yet.
    const auto atServer = applied({}, {a, theirs});
    ASSERT_TRUE(store->applyChanges("place:CES", page("e1", {changed(atServer)})));
    auto shown = **store->caseById(stream);
    EXPECT_EQ(shown.answersJson, R"({"a":"mine"})");
    EXPECT_EQ(shown.documents.size(), 1U);
    EXPECT_EQ(shown.history.size(), 3U); // the opening once, though its answer is outstanding
    // Accepted, and the change not here yet: the effect does not flicker away.
    ASSERT_TRUE(store->applyResults(
        {{a.key, CommandStatus::Accepted, {}, 1}, {b.key, CommandStatus::Accepted, {}, 3}}));
    EXPECT_EQ(**store->caseById(stream), shown);
    ASSERT_TRUE(store->applyChanges("place:CES", page("e1", {changed(applied(atServer, {b}))})));
    EXPECT_EQ(**store->caseById(stream), shown);
}

TEST_F(StoreTest, AnOlderPictureNeverReplacesANewerOne) {
    open();
    const auto opened = applied({}, {test::open(test::newUlid())});
    const auto later = applied(opened, {test::answers(opened.id, "later")});
    ASSERT_TRUE(store->applyChanges("place:CES", page("e1", {changed(later)})));
    ASSERT_TRUE(store->applyChanges("place:CES", page("e1", {changed(opened)})));
    EXPECT_EQ(**store->caseById(opened.id), later);
}

TEST_F(StoreTest, OnlyATombstoneTakesACaseAway) {
    open();
    const auto stream = test::newUlid();
    const auto a = record(test::open(stream));
    ASSERT_TRUE(store->applyResults({{a.key, CommandStatus::Accepted, {}, 1}}));
    ASSERT_TRUE(store->applyChanges("place:CES", page("e1", {})));
    EXPECT_TRUE(*store->caseById(stream));
    ASSERT_TRUE(store->applyChanges("place:CES", page("e1", {{2, "case", stream.toString(), true, ""}})));
    EXPECT_FALSE(*store->caseById(stream));
}

TEST_F(StoreTest, AStoreMadeAnewGivesNoCaseNumberTwice) {
    open();
    EXPECT_EQ(*store->nextCaseNumber(), 1);
    auto opening = test::open(test::newUlid());
    opening.device = "CES-01";
    std::get<domain::cases::OpenCase>(opening.body).number = "CES-CES-01-26-000041-7KQ4";
    auto foreign = test::open(test::newUlid());
    foreign.device = "CES-02";
    std::get<domain::cases::OpenCase>(foreign.body).number = "CES-CES-02-26-000099-0ABC";
    ASSERT_TRUE(store->applyChanges(
        "place:CES", page("e1", {changed(applied({}, {opening})), changed(applied({}, {foreign}))})));
    EXPECT_EQ(*store->nextCaseNumber(), 42);
}

TEST_F(StoreTest, ARestoredServerIsOfferedAllAgain) {
    open();
    const auto stream = test::newUlid();
    const auto a = record(test::open(stream));
    const auto b = record(test::answers(stream, "1"));
    const auto sha = *store->putBlob({1, 2, 3}, true);
    ASSERT_TRUE(store->markBlobSent(sha));
    ASSERT_TRUE(store->applyResults(
        {{a.key, CommandStatus::Accepted, {}, 1}, {b.key, CommandStatus::Accepted, {}, 2}}));
    ASSERT_TRUE(store->applyChanges("place:CES", page("e1", {changed(applied({}, {a, b}))})));
    const auto shown = **store->caseById(stream);
    EXPECT_TRUE(store->unanswered(10)->empty());
    EXPECT_TRUE(store->blobsToSend()->empty());

    const auto foreign = applied({}, {test::open(test::newUlid())});
    ASSERT_TRUE(store->applyChanges("place:CES", page("e2", {changed(foreign)}, "n2")));
    EXPECT_EQ(store->cursor("place:CES")->epoch, "e2");
    EXPECT_EQ(store->cursor("place:CES")->after, ""); // from the beginning
    EXPECT_EQ(store->unanswered(10)->size(), 2U);
    EXPECT_EQ(store->blobsToSend()->size(), 1U);
    EXPECT_EQ(**store->caseById(stream), shown);

    // The restored server knows less; its older picture counts now, with ours on top.
    ASSERT_TRUE(store->applyChanges("place:CES", page("e2", {changed(applied({}, {a}))})));
    EXPECT_EQ(**store->caseById(stream), shown);
}

// A copy of this store had the same command taken by a server restored to before it refused it.
TEST_F(StoreTest, ARefusedCommandInTheServersPictureIsTakenForAccepted) {
    open();
    const auto stream = test::newUlid();
    const auto a = record(test::open(stream));
    const auto b = record(test::answers(stream, "1"));
    const auto c = record(test::answers(stream, "2"));
    ASSERT_TRUE(store->applyResults({{a.key, CommandStatus::Accepted, {}, 1},
                                     {b.key, CommandStatus::Rejected, contract::Problem{}, 0},
                                     {c.key, CommandStatus::Conflict, contract::Problem{}, 0}}));
    ASSERT_EQ(store->refused()->size(), 2U);
    const auto atServer = applied({}, {a, b});
    ASSERT_TRUE(store->applyChanges("place:CES", page("e1", {changed(atServer)})));
    ASSERT_EQ(store->refused()->size(), 1U);
    EXPECT_EQ(store->refused()->front().command.key, c.key);
    EXPECT_EQ(*store->stateOf(b.key), ports::OutboxState::Accepted);
    EXPECT_EQ(**store->caseById(stream), atServer);
}

// The same clerk's act of the same moment, but another command.
TEST_F(StoreTest, ARefusedCommandStaysRefusedWhenTheServerHasOneThatLooksTheSame) {
    open();
    const auto stream = test::newUlid();
    const auto a = record(test::open(stream));
    const auto mine = record(test::answers(stream, "1"));
    auto theirs = test::answers(stream, "2");
    theirs.at = mine.at;
    theirs.clerk = mine.clerk;
    theirs.place = mine.place;
    ASSERT_TRUE(store->applyResults({{a.key, CommandStatus::Accepted, {}, 1},
                                     {mine.key, CommandStatus::Conflict, contract::Problem{}, 0}}));
    ASSERT_TRUE(store->applyChanges("place:CES", page("e1", {changed(applied({}, {a, theirs}))})));
    ASSERT_EQ(store->refused()->size(), 1U);
}
