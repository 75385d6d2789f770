// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "random_acts.h"
#include "vienlogs/acts/words.h"

using namespace vienlogs;
using namespace vienlogs::acts;
using namespace vienlogs::acts::test;

namespace {

std::size_t commonOf(const std::vector<int>& a,
                     const std::vector<int>& b) { // longest common subsequence, by table
    std::vector<std::vector<std::size_t>> best(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 1; i <= a.size(); ++i)
        for (std::size_t j = 1; j <= b.size(); ++j)
            best[i][j] =
                a[i - 1] == b[j - 1] ? best[i - 1][j - 1] + 1 : std::max(best[i - 1][j], best[i][j - 1]);
    return best[a.size()][b.size()];
}

} // namespace

TEST(Words, DifferencesRebuildTheOtherSequenceAndAreTheFewest) {
    RandomActs random(11);
    for (int round = 0; round < 500; ++round) {
        std::vector<int> before(random.below(14)), after(random.below(14));
        for (auto* sequence : {&before, &after})
            for (auto& value : *sequence)
                value = int(random.below(4));
        std::vector<int> built;
        std::size_t at = 0, removed = 0;
        for (const auto& hunk : differences(before, after)) {
            built.insert(built.end(), before.begin() + long(at), before.begin() + long(hunk.oldFrom));
            ASSERT_EQ(built.size(), hunk.newFrom);
            built.insert(built.end(), after.begin() + long(hunk.newFrom), after.begin() + long(hunk.newTo));
            removed += hunk.oldTo - hunk.oldFrom;
            at = hunk.oldTo;
        }
        built.insert(built.end(), before.begin() + long(at), before.end());
        ASSERT_EQ(built, after);
        ASSERT_EQ(before.size() - removed, commonOf(before, after));
    }
}

TEST(Words, NothingInCommonIsOneHunkInBoundedTime) {
    std::vector<int> before(20'000), after(20'000);
    for (std::size_t i = 0; i < before.size(); ++i) {
        before[i] = int(i);
        after[i] = -int(i) - 1;
    }
    EXPECT_EQ(differences(before, after), (std::vector<Hunk>{{0, 20'000, 0, 20'000}}));
}

TEST(Words, AnyTextBecomesAnyOtherByOneReplacement) {
    RandomActs random(12);
    for (int round = 0; round < 500; ++round) {
        Act act(random.id(), ActKind::Order);
        const auto id = random.id();
        ASSERT_TRUE(act.apply(InsertElement{id, ElementKind::Point, {act.id()}, {}, random.text()}));
        auto wanted =
            normalised(random.below(3) == 0 ? joined(act.find(id)->text, random.text()) : random.text());
        for (const auto& change : textChange(id, act.find(id)->text, wanted))
            ASSERT_TRUE(act.apply(change));
        ASSERT_EQ(act.find(id)->text, wanted);
    }
}

TEST(Words, MergingWithOneselfOrTheBaseGivesTheChangedText) {
    RandomActs random(13);
    for (int round = 0; round < 300; ++round) {
        const auto base = normalised(random.text()), changed = normalised(random.text());
        EXPECT_EQ(mergeText(base, changed, base).text, changed);
        EXPECT_EQ(mergeText(base, base, changed).text, changed);
        EXPECT_EQ(mergeText(base, changed, changed).text, changed);
        EXPECT_FALSE(mergeText(base, changed, changed).collides);
    }
}

TEST(Words, LikenessTellsARewrittenSentenceFromAnother) {
    const auto text = plain("Persona iesniedz iesniegumu ministrijai mēneša laikā.");
    EXPECT_EQ(likeness(text, text), 1.0);
    EXPECT_GT(likeness(text, plain("Persona iesniedz sūdzību ministrijai mēneša laikā.")), 0.7);
    EXPECT_LT(likeness(text, plain("Noteikumi stājas spēkā 2027. gada 1. janvārī.")), 0.6);
}
