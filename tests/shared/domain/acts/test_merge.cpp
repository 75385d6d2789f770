// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "random_acts.h"
#include "vienlogs/acts/merge.h"
#include "vienlogs/acts/words.h"

using namespace vienlogs;
using namespace vienlogs::acts;
using namespace vienlogs::acts::test;

namespace {

Act with(Act act, std::vector<Operation> operations) {
    for (const auto& operation : operations)
        EXPECT_TRUE(act.apply(operation));
    return act;
}

Operation wording(const base::Ulid& id, const Act& act, std::string_view text) {
    return textChange(id, act.find(id)->text, plain(text)).at(0);
}

} // namespace

TEST(Merge, ChangesOfDifferentWordsOfOneUnitComeTogether) {
    SmallLaw law;
    const auto ours = with(law.act, {wording(law.part, law.act, "Ikviena persona iesniedz iesniegumu.")});
    const auto theirs =
        with(law.act, {wording(law.part, law.act, "Persona iesniedz iesniegumu ministrijai.")});
    const auto merged = merge(law.act, ours, theirs);
    EXPECT_TRUE(merged.conflicts.empty());
    EXPECT_EQ(textOf(with(ours, merged.operations).find(law.part)->text),
              "Ikviena persona iesniedz iesniegumu ministrijai.");
}

TEST(Merge, TheSameWordsChangedDifferentlyCollideAndOursStays) {
    SmallLaw law;
    const auto ours = with(law.act, {wording(law.part, law.act, "Persona iesniedz sūdzību.")});
    const auto theirs = with(law.act, {wording(law.part, law.act, "Persona iesniedz lūgumu.")});
    const auto merged = merge(law.act, ours, theirs);
    ASSERT_EQ(merged.conflicts.size(), 1U);
    EXPECT_EQ(merged.conflicts[0].aspect, Aspect::Text);
    EXPECT_EQ(textOf(merged.conflicts[0].base), "Persona iesniedz iesniegumu.");
    EXPECT_EQ(textOf(merged.conflicts[0].ours), "Persona iesniedz sūdzību.");
    EXPECT_EQ(textOf(merged.conflicts[0].theirs), "Persona iesniedz lūgumu.");
    EXPECT_TRUE(merged.operations.empty());
}

TEST(Merge, WhatOneDeletedAndTheOtherRewroteIsAskedBothWays) {
    SmallLaw law;
    const auto deleted = with(law.act, {DeleteElement{law.part}});
    const auto rewritten = with(law.act, {wording(law.point, law.act, "vārdu un dzimumu;")});
    const auto theirsDeleted = merge(law.act, rewritten, deleted);
    ASSERT_EQ(theirsDeleted.conflicts.size(), 1U);
    EXPECT_EQ(theirsDeleted.conflicts[0].aspect, Aspect::Existence);
    EXPECT_TRUE(theirsDeleted.conflicts[0].theirsDeleted);
    EXPECT_TRUE(theirsDeleted.operations.empty());
    const auto oursDeleted = merge(law.act, deleted, rewritten);
    ASSERT_EQ(oursDeleted.conflicts.size(), 1U);
    EXPECT_EQ(oursDeleted.conflicts[0].element, law.point);
    EXPECT_TRUE(oursDeleted.conflicts[0].oursDeleted);
}

TEST(Merge, AMovedUnitKeepsTheWordsTheOtherGaveIt) {
    SmallLaw law;
    const auto ours = with(law.act, {MoveElement{law.secondPart, {law.nextArticle}}});
    const auto theirs = with(law.act, {wording(law.secondPart, law.act, "Iestāde atbild nedēļas laikā.")});
    const auto merged = merge(law.act, ours, theirs);
    EXPECT_TRUE(merged.conflicts.empty());
    const auto result = with(ours, merged.operations);
    EXPECT_EQ(result.find(law.secondPart)->parent, law.nextArticle);
    EXPECT_EQ(textOf(result.find(law.secondPart)->text), "Iestāde atbild nedēļas laikā.");
}

TEST(Merge, TwoPlacesForOneUnitCollide) {
    SmallLaw law;
    const auto ours = with(law.act, {MoveElement{law.secondPart, {law.nextArticle}}});
    const auto theirs = with(law.act, {MoveElement{law.secondPart, {law.article}}});
    const auto merged = merge(law.act, ours, theirs);
    ASSERT_EQ(merged.conflicts.size(), 1U);
    EXPECT_EQ(merged.conflicts[0].aspect, Aspect::Place);
    EXPECT_TRUE(merge(law.act, ours, ours).conflicts.empty());
    EXPECT_EQ(merge(law.act, ours, ours).agreed.size(), 1U);
}

TEST(Merge, CommentsOfBothAreKept) {
    SmallLaw law;
    const Comment comment{law.random.id(), law.part, {}, "Ž", {}, "Kāpēc?"};
    const auto theirs = with(law.act, {AddComment{comment}});
    const auto merged = merge(law.act, law.act, theirs);
    EXPECT_EQ(with(law.act, merged.operations).comments(), std::vector<Comment>{comment});
}
