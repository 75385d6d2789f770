// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "random_acts.h"
#include "vienlogs/acts/log_codec.h"
#include "vienlogs/acts/merge.h"

using namespace vienlogs;
using namespace vienlogs::acts;
using namespace vienlogs::acts::test;

namespace {

/// Every identity that was ever given, with what it was given to.
using Given = std::unordered_map<base::Ulid, ElementKind>;

void note(const Act& act, const Operation& operation, Given& given) {
    if (const auto* insert = std::get_if<InsertElement>(&operation))
        given.emplace(insert->id, insert->kind);
    if (const auto* split = std::get_if<SplitElement>(&operation))
        given.emplace(split->created, act.find(split->id)->kind);
}

void expectAllThere(const Act& act, const Given& given) {
    ASSERT_EQ(brokenInvariants(act), std::vector<std::string>{});
    ASSERT_EQ(act.elements().size(), given.size() + 1); // and the root
    for (const auto& [id, kind] : given) {
        const auto* element = act.find(id);
        ASSERT_TRUE(element) << id.toString() << " is lost";
        ASSERT_EQ(element->kind, kind);
    }
}

} // namespace

TEST(RandomOperations, TenThousandLoseDoubleOrChangeNoIdentity) {
    RandomActs random(20261123);
    History history(random.id(), ActKind::Regulation);
    Given given;
    base::Timestamp time{std::chrono::milliseconds(1'700'000'000'000)};
    std::string log = headLine(history.now().id(), ActKind::Regulation) + "\n";
    int refused = 0;
    while (history.entries().size() < 10'000) {
        const Entry entry{random.id(), time += std::chrono::seconds(1), "Līga Kalniņa", "",
                          random.operation(history.now())};
        const auto before = history.now().elements().size();
        if (!history.append(entry)) {
            ASSERT_EQ(history.now().elements().size(), before) << "a refused change left something behind";
            ++refused;
            continue;
        }
        note(history.now(), entry.operation, given);
        log += entryLine(entry) + "\n";
        if (history.entries().size() % 500 == 0)
            expectAllThere(history.now(), given);
    }
    EXPECT_GT(refused, 1000); // else the bad ones were never tried
    EXPECT_TRUE(readsTheSame(history.version(10'000), history.now()));
    const auto read = readLog(log);
    ASSERT_TRUE(read) << read.error().detail;
    EXPECT_EQ(read->history.entries(), history.entries());
    EXPECT_TRUE(readsTheSame(read->history.now(), history.now()));
}

TEST(RandomOperations, WhatChangedBetweenTwoVersionsMakesTheOneOfTheOther) {
    for (std::uint32_t seed = 1; seed <= 60; ++seed) {
        RandomActs random(seed);
        const auto before = random.changed(Act(random.id(), ActKind::Law), 120);
        const auto after = random.changed(before, 40);
        auto act = before;
        const auto merged = merge(before, before, after);
        EXPECT_EQ(merged.conflicts.size(), 0U) << "seed " << seed;
        for (const auto& operation : merged.operations)
            ASSERT_TRUE(act.apply(operation));
        ASSERT_TRUE(readsTheSame(act, after)) << "seed " << seed;
    }
}

TEST(RandomOperations, AMergeKeepsTheTreeWholeAndForgetsNothingSilently) {
    for (std::uint32_t seed = 1; seed <= 60; ++seed) {
        RandomActs random(seed);
        const auto base = random.changed(Act(random.id(), ActKind::Regulation), 120);
        const auto ours = random.changed(base, 25), theirs = random.changed(base, 25);
        const auto merged = merge(base, ours, theirs);
        auto act = ours;
        for (const auto& operation : merged.operations)
            ASSERT_TRUE(act.apply(operation));
        ASSERT_EQ(brokenInvariants(act), std::vector<std::string>{});
        std::unordered_map<base::Ulid, bool> named;
        for (const auto& conflict : merged.conflicts)
            named[conflict.element] = true;
        for (const auto* element :
             theirs.inOrder()) // their every text is in the result, or a collision says so
            if (!base.isLive(element->id) || base.find(element->id)->text != element->text) {
                const auto* here = act.findLive(element->id);
                const auto* mine = ours.findLive(element->id);
                EXPECT_TRUE(named.contains(element->id) || (here && (here->text == element->text || mine)))
                    << "seed " << seed;
            }
    }
}
