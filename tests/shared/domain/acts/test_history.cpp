// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "random_acts.h"
#include "vienlogs/acts/failures.h"

using namespace vienlogs;
using namespace vienlogs::acts;
using namespace vienlogs::acts::test;

namespace {

base::Timestamp at(int second) {
    return base::Timestamp(std::chrono::seconds(1'700'000'000 + second));
}

} // namespace

TEST(History, GivesAnElementAsItWasAtAMoment) {
    RandomActs random(1);
    History history(random.id(), ActKind::Order);
    const auto point = random.id();
    const auto add = [&](int second, const char* reason, Operation operation) {
        return history.append({random.id(), at(second), "Jānis Ozols", reason, std::move(operation)});
    };
    ASSERT_TRUE(
        add(1, "", InsertElement{point, ElementKind::Point, {history.now().id()}, {1}, plain("Uzdot")}));
    ASSERT_TRUE(add(5, "saskaņots", ReplaceText{point, 5, 0, plain(" ministrijai")}));
    ASSERT_TRUE(add(9, "", DeleteElement{point}));
    EXPECT_FALSE(history.elementAt(point, at(0)));
    EXPECT_EQ(textOf(history.elementAt(point, at(1))->text), "Uzdot");
    EXPECT_EQ(textOf(history.elementAt(point, at(8))->text), "Uzdot ministrijai");
    EXPECT_FALSE(history.elementAt(point, at(9)));
    ASSERT_EQ(history.entriesOf(point).size(), 3U);
    EXPECT_EQ(history.entriesOf(point)[1]->reason, "saskaņots");
}

TEST(History, RefusesAnEntryFromThePastAndKeepsNothingOfARefusedOne) {
    RandomActs random(1);
    History history(random.id(), ActKind::Order);
    const auto point = random.id();
    ASSERT_TRUE(history.append(
        {random.id(), at(5), "J", "", InsertElement{point, ElementKind::Point, {history.now().id()}}}));
    EXPECT_EQ(history.append({random.id(), at(4), "J", "", DeleteElement{point}}).error().code,
              codes::logDamaged);
    EXPECT_FALSE(history.append({random.id(), at(6), "J", "", DeleteElement{random.id()}}));
    EXPECT_EQ(history.entries().size(), 1U);
}
