// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "random_acts.h"
#include "vienlogs/acts/failures.h"

using namespace vienlogs;
using namespace vienlogs::acts;
using namespace vienlogs::acts::test;

TEST(ActTree, ASplitKeepsTheFirstHalfsIdentityAndAJoinUndoesIt) {
    SmallLaw law;
    const auto created = law.random.id();
    ASSERT_TRUE(law.act.apply(SplitElement{law.part, 8, created}));
    EXPECT_EQ(textOf(law.act.find(law.part)->text), "Persona ");
    EXPECT_EQ(textOf(law.act.find(created)->text), "iesniedz iesniegumu.");
    EXPECT_EQ(law.act.find(created)->origin, law.part);
    EXPECT_EQ(law.act.find(law.point)->parent, created);
    ASSERT_TRUE(law.act.apply(JoinElements{law.part, created}));
    EXPECT_EQ(textOf(law.act.find(law.part)->text), "Persona iesniedz iesniegumu.");
    EXPECT_EQ(law.act.find(law.point)->parent, law.part);
    EXPECT_FALSE(law.act.isLive(created));
    EXPECT_EQ(brokenInvariants(law.act), std::vector<std::string>{});
}

TEST(ActTree, WhatIsDeletedGoesWithItsInsideAndComesBackWithIt) {
    SmallLaw law;
    ASSERT_TRUE(law.act.apply(DeleteElement{law.part}));
    EXPECT_FALSE(law.act.isLive(law.point));
    EXPECT_EQ(law.act.apply(ReplaceText{law.point, 0, 0, plain("x")}).error().code, codes::elementUnknown);
    ASSERT_TRUE(law.act.apply(RestoreElement{law.part, {law.nextArticle}}));
    EXPECT_TRUE(law.act.isLive(law.point));
}

TEST(ActTree, RefusesWhatCannotBe) {
    SmallLaw law;
    EXPECT_EQ(law.act.apply(MoveElement{law.article, {law.part}}).error().code, codes::placeWrong);
    EXPECT_EQ(law.act.apply(InsertElement{law.point, ElementKind::Point, {law.part}}).error().code,
              codes::identityUsed);
    EXPECT_EQ(law.act.apply(InsertElement{law.random.id(), ElementKind::Row, {law.part}}).error().code,
              codes::placeWrong);
    EXPECT_EQ(law.act.apply(ReplaceText{law.part, 5, 5000, {}}).error().code, codes::textWrong);
    EXPECT_EQ(law.act.apply(ReplaceText{law.part, 0, 0, plain("\xC3")}).error().code, codes::textWrong);
    EXPECT_EQ(law.act.apply(ReplaceText{law.part, 0, 0, plain("\x01")}).error().code, codes::textWrong);
    EXPECT_EQ(law.act.apply(SetNumber{law.act.inOrder()[0]->id, {1}}).error().code, codes::placeWrong);
}

TEST(ActTree, SubPointsAreNestedOnlySoDeep) {
    SmallLaw law;
    auto inner = law.point;
    std::size_t depth = 4; // chapter, article, part, point
    for (;; ++depth) {
        const auto id = law.random.id();
        const auto added = law.act.apply(InsertElement{id, ElementKind::SubPoint, {inner}});
        if (!added) {
            EXPECT_EQ(added.error().code, codes::actTooLarge);
            break;
        }
        inner = id;
    }
    EXPECT_EQ(depth, Bounds::depth);
}
