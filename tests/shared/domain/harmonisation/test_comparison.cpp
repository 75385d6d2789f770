// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <map>

#include "example.h"
#include "vienlogs/harmonisation/comparison.h"

using namespace vienlogs;
using namespace vienlogs::harmonisation;
using namespace vienlogs::harmonisation::test;

namespace {

acts::Runs sideOf(const Compared& row, Side side) {
    acts::Runs text;
    for (const auto& piece : row.pieces)
        if (piece.side == Side::Both || piece.side == side)
            text = acts::joined(std::move(text), piece.text);
    return acts::normalised(text);
}

void expectTold(const acts::Act& act, const std::map<base::Ulid, const Compared*>& rows, Side side) {
    for (const auto* element : act.inOrder()) {
        const auto row = rows.find(element->id);
        ASSERT_NE(row, rows.end()) << "an element is in no row";
        EXPECT_NE(row->second->existence, side == Side::Before ? Side::After : Side::Before);
        EXPECT_EQ(sideOf(*row->second, side), acts::normalised(element->text));
    }
}

} // namespace

TEST(Comparison, ShowsWhatChangedInsideOneElement) {
    Draft draft;
    draft.change(acts::ReplaceText{draft.second, 15, 7, acts::plain("nedēļas")});
    const auto rows = compare(draft.history.version(draft.sent), draft.history.now());
    ASSERT_EQ(rows.size(), 5U);
    for (const auto& row : rows)
        EXPECT_EQ(row.same(), row.element != draft.second);
    EXPECT_EQ(acts::textOf(sideOf(rows[3], Side::Before)), "Iestāde atbild mēneša laikā.");
    EXPECT_EQ(acts::textOf(sideOf(rows[3], Side::After)),
              acts::textOf(draft.history.now().find(draft.second)->text));
    EXPECT_EQ(acts::textOf(rows[3].labelAfter), "(2)");
}

TEST(Comparison, PutsWhatIsGoneWhereItWas) {
    Draft draft;
    draft.change(acts::DeleteElement{draft.part});
    const auto rows = compare(draft.history.version(draft.sent), draft.history.now());
    ASSERT_EQ(rows.size(), 5U);
    EXPECT_EQ(rows[2].element, draft.part);
    EXPECT_EQ(rows[2].existence, Side::Before);
    EXPECT_EQ(rows[3].existence, Side::Both);
}

TEST(Comparison, KnowsAMoveFromARewriting) {
    Draft draft;
    draft.change(acts::MoveElement{draft.second, {draft.article, {}}});
    const auto rows = compare(draft.history.version(draft.sent), draft.history.now());
    ASSERT_EQ(rows.size(), 5U);
    int moved = 0;
    for (const auto& row : rows) {
        moved += row.moved;
        EXPECT_TRUE(
            std::ranges::all_of(row.pieces, [](const auto& piece) { return piece.side == Side::Both; }));
    }
    EXPECT_EQ(moved, 1);
}

TEST(Comparison, TellsBothVersionsWholeAfterAnyChanges) {
    for (std::uint32_t seed = 1; seed <= 200; ++seed) {
        SCOPED_TRACE(seed);
        acts::test::RandomActs random(seed);
        const auto from = random.changed(acts::Act(random.id(), acts::ActKind::Law), 60);
        const auto to = random.changed(from, 40);
        const auto rows = compare(from, to);
        std::map<base::Ulid, const Compared*> byElement;
        for (const auto& row : rows)
            EXPECT_TRUE(byElement.emplace(row.element, &row).second) << "an element is in two rows";
        expectTold(from, byElement, Side::Before);
        expectTold(to, byElement, Side::After);
        if (HasFailure())
            return;
    }
}
