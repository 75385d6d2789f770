// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <random>

#include "../domain/acts/random_acts.h"
#include "vienlogs/acts/failures.h"
#include "vienlogs/acts/numbering.h"
#include "vienlogs/acts_editing/editing.h"
#include "vienlogs/test/certificates.h"
#include "vienlogs/test/temporary_folder.h"

using namespace vienlogs;
using acts::ElementKind;
using acts_editing::Caret;
using acts_editing::Editing;
using acts_store::ActStore;

namespace {

class EditingTest : public ::testing::Test {
protected:
    EditingTest() {
        test::writeKey(folder / "device.key");
        start(acts::ActKind::Law);
    }
    void start(acts::ActKind kind) {
        id = base::Ulid::make(clock);
        openStore();
        ASSERT_TRUE(store->add(acts::History(id, kind), clock.now()));
        open();
    }
    void openStore() {
        editing.reset();
        store.reset();
        auto opened = ActStore::open(folder / "acts", folder / "device.key");
        ASSERT_TRUE(opened);
        store = std::move(*opened);
    }
    /// As another run of the program would find it; nothing is finished before.
    void open() {
        openStore();
        auto opened = Editing::open(*store, id, "Anna", clock);
        ASSERT_TRUE(opened) << opened.error().detail;
        editing = std::move(*opened);
    }
    base::Ulid add(ElementKind kind, const base::Ulid& behind, std::string_view text) {
        const auto caret = editing->insert(kind, behind);
        EXPECT_TRUE(caret);
        EXPECT_TRUE(editing->type(*caret, 0, acts::plain(text)));
        EXPECT_TRUE(editing->finishTyping());
        return caret->element;
    }
    /// All lines with their labels, "|" between.
    [[nodiscard]] std::string text() const {
        std::string all;
        for (const auto* element : editing->act().inOrder()) {
            const auto label = acts::withRaisedDigits(acts::labelOf(editing->act(), element->id).text);
            all +=
                (all.empty() ? "" : "|") + label + (label.empty() ? "" : " ") + acts::textOf(element->text);
        }
        return all;
    }

    test::TemporaryFolder folder;
    base::ManualClock clock{base::fromRfc3339("2026-11-24T08:00:00.000Z").value()};
    base::Ulid id;
    std::unique_ptr<ActStore> store;
    std::unique_ptr<Editing> editing;
};

} // namespace

TEST_F(EditingTest, ALawIsWrittenByKeysAlone) {
    auto caret = editing->insert(ElementKind::Title, {});
    ASSERT_TRUE(caret);
    const auto type = [&](std::string_view words) {
        for (const char c : words)
            caret = editing->type(*caret, 0, acts::plain(std::string_view(&c, 1)));
        ASSERT_TRUE(caret);
    };
    const auto enter = [&] { ASSERT_TRUE(caret = editing->enter(*caret)); };
    type("Law");
    enter(); // behind the title an article
    type("Aim");
    enter(); // under its heading a part
    type("One writes:");
    enter();
    ASSERT_TRUE(caret = editing->demote(caret->element));
    type("name;");
    enter();
    type("address.");
    enter();
    enter(); // in an empty point: out of the list
    type("Two.");
    EXPECT_EQ(text(), "Law|1. pants. Aim|(1) One writes:|1) name;|2) address.|(2) Two.");
    open();
    EXPECT_EQ(text(), "Law|1. pants. Aim|(1) One writes:|1) name;|2) address.|(2) Two.");
}

TEST_F(EditingTest, WhatIsTypedSideBySideIsOneEntry) {
    const auto article = add(ElementKind::Article, {}, "Aim");
    const auto count = editing->history().entries().size();
    ASSERT_TRUE(editing->type({article, 3}, 0, acts::plain("s")));
    ASSERT_TRUE(editing->type({article, 4}, 0, acts::plain("x")));
    ASSERT_TRUE(editing->type({article, 4}, 1, acts::plain("!")));
    ASSERT_TRUE(editing->type({article, 2}, 3, acts::plain("r")));
    EXPECT_EQ(text(), "1. pants. Air");
    EXPECT_EQ(editing->history().entries().size(), count);
    ASSERT_TRUE(editing->finishTyping());
    EXPECT_EQ(editing->history().entries().size(), count + 1);
    EXPECT_EQ(acts::textOf(editing->history().now().find(article)->text), "Air");
}

TEST_F(EditingTest, AKilledProgramLosesNoLetterNorDoesAClockSetBackHideOne) {
    const auto article = add(ElementKind::Article, {}, "Aim");
    clock.jump(std::chrono::hours(-48));
    ASSERT_TRUE(editing->type({article, 3}, 0, acts::plain("s of this law")));
    open();
    EXPECT_EQ(text(), "1. pants. Aims of this law");
    add(ElementKind::Article, article, "Next");
    open();
    EXPECT_EQ(text(), "1. pants. Aims of this law|2. pants. Next");
}

TEST_F(EditingTest, NumbersAndCitationsFollowAMove) {
    const auto first = add(ElementKind::Article, {}, "First");
    const auto second = add(ElementKind::Article, first, "Second");
    const auto part = editing->enter({second, 6});
    ASSERT_TRUE(part);
    ASSERT_TRUE(editing->carryOut(
        {acts::ReplaceText{
            part->element, 0, 0, {{"?", false, false, acts::Script::Line, "", acts::Reference{first}}}}},
        "atsauce"));
    EXPECT_NE(text().find("(1) šā likuma 1. pants"), std::string::npos) << text();
    ASSERT_TRUE(editing->moveDown(first));
    EXPECT_TRUE(text().starts_with("1. pants. Second|(1) šā likuma 2. pants")) << text();
    EXPECT_FALSE(editing->moveDown(first));
    ASSERT_TRUE(editing->moveUp(first));
    EXPECT_FALSE(editing->moveUp(first));
    EXPECT_TRUE(text().starts_with("1. pants. First|2. pants. Second")) << text();
}

TEST_F(EditingTest, BackspaceJoinsAndTakesEmptyOnesOut) {
    const auto article = add(ElementKind::Article, {}, "Aim");
    const auto one = add(ElementKind::Part, article, "One.");
    const auto two = add(ElementKind::Part, one, " Two.");
    EXPECT_EQ(editing->joinBefore(two), (Caret{one, 4}));
    EXPECT_EQ(text(), "1. pants. Aim|(1) One. Two.");
    const auto empty = editing->enter({one, 9});
    ASSERT_TRUE(empty);
    EXPECT_EQ(editing->joinBefore(empty->element), (Caret{one, 9}));
    EXPECT_FALSE(editing->joinBefore(one)) << "a part under a heading has nothing to join with";
    const auto split = editing->enter({one, 4});
    ASSERT_TRUE(split);
    EXPECT_EQ(text(), "1. pants. Aim|(1) One.|(2)  Two.");
}

TEST_F(EditingTest, TabAndBackKeepWhatIsInside) {
    const auto article = add(ElementKind::Article, {}, "Aim");
    const auto part = add(ElementKind::Part, article, "Lists:");
    const auto one = add(ElementKind::Point, part, "one");
    const auto two = add(ElementKind::Point, one, "two");
    const auto inner = add(ElementKind::SubPoint, two, "inner");
    const auto deeper = editing->demote(two);
    ASSERT_TRUE(deeper);
    EXPECT_EQ(editing->act().find(deeper->element)->origin, two);
    EXPECT_EQ(editing->act().findLive(inner)->parent, deeper->element);
    EXPECT_EQ(text(), "1. pants. Aim|(1) Lists:|1) one|a) two|a) inner");
    EXPECT_FALSE(editing->demote(deeper->element)) << "there is nothing before it";
    const auto back = editing->promote(deeper->element);
    ASSERT_TRUE(back);
    EXPECT_EQ(text(), "1. pants. Aim|(1) Lists:|1) one|2) two|a) inner");
    EXPECT_FALSE(editing->promote(part));
}

TEST_F(EditingTest, ARefusedOperationChangesNothing) {
    const auto article = add(ElementKind::Article, {}, "Aim");
    const auto before = text();
    const auto count = editing->history().entries().size();
    EXPECT_EQ(editing->move(article, {article}).error().code, acts::codes::placeWrong);
    EXPECT_FALSE(editing->type({article, 99}, 0, acts::plain("x")));
    EXPECT_FALSE(editing->carryOut(
        {acts::ReplaceText{article, 0, 1, {}}, acts::DeleteElement{base::Ulid::make(clock)}}, ""));
    EXPECT_FALSE(editing->enter({base::Ulid::make(clock), 0}));
    EXPECT_FALSE(editing->remove(id)) << "the act itself";
    EXPECT_EQ(text(), before);
    EXPECT_EQ(editing->history().entries().size(), count);
}

TEST_F(EditingTest, AnyKeysAreKeptAndTakenBackAndDoneAgain) {
    for (std::uint32_t seed = 1; seed <= 12; ++seed) {
        SCOPED_TRACE(seed);
        start(acts::ActKind(seed % 3 == 0 ? 2 : 0));
        std::mt19937 random(seed);
        const auto below = [&](std::size_t limit) { return limit == 0 ? 0 : random() % limit; };
        for (int key = 0; key < 150; ++key) {
            const auto all = editing->act().inOrder();
            const auto* at = all.empty() ? nullptr : all[below(all.size())];
            const auto target = at ? at->id : base::Ulid{};
            const auto length = at ? acts::lengthOf(at->text) : 0;
            const std::size_t from = below(length + 1);
            switch (below(all.size() < 3 ? 1 : 10)) {
            case 0:
                (void)editing->insert(ElementKind(1 + below(9)), target);
                break;
            case 1:
                (void)editing->enter({target, from});
                break;
            case 2:
                (void)editing->joinBefore(target);
                break;
            case 3:
                (void)editing->demote(target);
                break;
            case 4:
                (void)editing->promote(target);
                break;
            case 5:
                (void)(below(2) ? editing->moveUp(target) : editing->moveDown(target));
                break;
            case 6:
                if (below(4) == 0)
                    (void)editing->remove(target);
                break;
            default:
                (void)editing->type({target, from}, below(length - from + 1), acts::plain("ab c"));
            }
            ASSERT_EQ(acts::brokenInvariants(editing->act()), std::vector<std::string>{});
        }
        ASSERT_TRUE(editing->finishTyping());
        const auto end = editing->act();
        while (editing->canUndo())
            ASSERT_TRUE(editing->undo());
        EXPECT_TRUE(editing->act().inOrder().empty());
        while (editing->canRedo())
            ASSERT_TRUE(editing->redo());
        EXPECT_TRUE(acts::test::readsTheSame(editing->act(), end));
        open();
        EXPECT_TRUE(acts::test::readsTheSame(editing->act(), end));
    }
}
