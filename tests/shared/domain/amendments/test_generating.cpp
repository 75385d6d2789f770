// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "realistic_acts.h"

using namespace vienlogs;
using namespace vienlogs::amendments;
using namespace vienlogs::amendments::test;

namespace {

/// How many of the edits an amending act said wholly; each that it did not say is checked to be named.
void roundTrips(acts::ActKind kind, std::uint32_t seeds, std::uint32_t atLeast) {
    std::uint32_t said = 0, fromLines = 0;
    std::size_t narrow = 0, all = 0;
    for (std::uint32_t seed = 1; seed <= seeds; ++seed) {
        RealisticActs acts(seed);
        const NewId newId = [&] { return acts.id(); };
        const auto before = acts.published(kind);
        const auto after = acts.edited(before);
        const auto generated = generate(before, after, {}, newId);
        const auto applied = apply(before, read(generated.act), newId);
        const bool same = sameText(applied.act, after);
        EXPECT_NE(same, generated.amendments.problems.size() > 0) << "seed " << seed << "\n"
                                                                  << printed(generated.act);
        EXPECT_TRUE(acts::brokenInvariants(applied.act).empty());
        said += same ? 1 : 0;
        // The same from its printed lines, which know no identities and no formatting.
        const auto fromText = apply(before, readText(printed(generated.act)), newId);
        const bool sameLines = printed(fromText.act) == printed(after);
        EXPECT_TRUE(sameLines || !fromText.problems.empty()) << "seed " << seed << "\n"
                                                             << printed(generated.act);
        fromLines += sameLines ? 1 : 0;
        if (!same && said + 3 > seed)
            std::cout << "seed " << seed << " unsaid: " << generated.amendments.problems.front().line << "\n"
                      << printed(generated.act);
        for (const auto& change : generated.amendments.changes) {
            ++all;
            narrow += change.verb != Verb::RestateUnit ? 1 : 0;
        }
    }
    std::cout << said << " of " << seeds << " said, " << fromLines << " read from bare lines, " << narrow
              << " of " << all << " changes narrow\n";
    EXPECT_GE(said, atLeast);
    EXPECT_GE(fromLines * 100, seeds * 99);
    EXPECT_GT(narrow * 2, all);
}

} // namespace

TEST(Generating, ALawsAmendmentsMakeEveryEdit) {
    roundTrips(acts::ActKind::Law, 500, 500);
}

TEST(Generating, ARegulationsAmendmentsMakeEveryEdit) {
    roundTrips(acts::ActKind::Regulation, 500, 500);
}
