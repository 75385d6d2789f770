// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <cstdlib>

#include "drafting_group.h"

using namespace vienlogs;
using namespace vienlogs::acts_sync;

namespace {

/// What every history must end in: all copies are the shared log, and every change that anybody made is in it
/// once, or set aside whole by whoever put it on top of the others'.
void hold(const acts_sync::test::DraftingGroup& group) {
    std::map<base::Ulid, int> inLog;
    for (const auto& entry : group.log().entries())
        ++inLog[entry.id];
    for (const auto& [id, times] : inLog)
        ASSERT_EQ(times, 1) << id.toString();
    std::set<base::Ulid> aside;
    for (const auto& drafter : group.drafters()) {
        ASSERT_EQ(drafter.replica.history.entries(), group.log().entries());
        for (const auto& each : drafter.replica.setAside)
            aside.insert(each.entry.id);
    }
    for (const auto& drafter : group.drafters())
        for (const auto& id : drafter.made)
            ASSERT_TRUE(inLog.contains(id) || aside.contains(id)) << "lost: " << id.toString();
}

/// One seed again: VIENLOGS_SEED=17.
std::pair<std::uint32_t, std::uint32_t> seeds(std::uint32_t all) {
    if (const auto* one = std::getenv("VIENLOGS_SEED"))
        return {std::uint32_t(std::atoi(one)), std::uint32_t(std::atoi(one)) + 1};
    return {0, all};
}

} // namespace

TEST(DraftingGroup, EndsInOneActWithoutLosingAChange) {
    std::map<std::string, int> happened;
    const auto [first, last] = seeds(500);
    for (auto seed = first; seed < last; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        acts_sync::test::DraftingGroup group(seed, 2 + seed % 4);
        for (int i = 0; i < 90; ++i)
            group.step();
        ASSERT_TRUE(group.settle());
        ASSERT_NO_FATAL_FAILURE(hold(group));
        for (const auto& [what, times] : group.happened)
            happened[what] += times;
    }
    if (last - first > 1) {
        for (const auto* what : {"typed", "taken", "stale", "put back", "restored", "killed", "dropped"})
            EXPECT_GT(happened[what], 30) << what;
    }
    for (const auto& [what, times] : happened)
        RecordProperty(what, times);
}
