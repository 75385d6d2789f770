// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/harmonisation/comparison.h"

#include <algorithm>
#include <unordered_set>

#include "vienlogs/acts/merge.h"
#include "vienlogs/acts/numbering.h"
#include "vienlogs/acts/words.h"

namespace vienlogs::harmonisation {

namespace {

void add(std::vector<Piece>& pieces, Side side, const std::vector<acts::Run>& words, std::size_t from,
         std::size_t to) {
    if (from == to)
        return;
    const acts::Runs text(words.begin() + static_cast<std::ptrdiff_t>(from),
                          words.begin() + static_cast<std::ptrdiff_t>(to));
    pieces.push_back({side, acts::normalised(text)});
}

std::vector<Piece> piecesOf(const acts::Runs& before, const acts::Runs& after) {
    const auto left = acts::wordsOf(before), right = acts::wordsOf(after);
    std::vector<Piece> pieces;
    std::size_t at = 0;
    for (const auto& hunk : acts::wordDifferences(left, right)) {
        add(pieces, Side::Both, left, at, hunk.oldFrom);
        add(pieces, Side::Before, left, hunk.oldFrom, hunk.oldTo);
        add(pieces, Side::After, right, hunk.newFrom, hunk.newTo);
        at = hunk.oldTo;
    }
    add(pieces, Side::Both, left, at, left.size());
    return pieces;
}

Compared inBoth(const acts::Act& from, const acts::Act& to, const acts::Element& before,
                const acts::Element& after) {
    return {after.id, after.kind, acts::labelOf(from, before.id).text, acts::labelOf(to, after.id).text,
            piecesOf(before.text, after.text)};
}

Compared inOne(const acts::Act& act, const acts::Element& element, Side side) {
    Compared row{element.id, element.kind};
    (side == Side::Before ? row.labelBefore : row.labelAfter) = acts::labelOf(act, element.id).text;
    if (!element.text.empty())
        row.pieces.push_back({side, element.text});
    row.existence = side;
    return row;
}

} // namespace

bool Compared::same() const {
    return existence == Side::Both && !moved && labelBefore == labelAfter &&
           std::ranges::all_of(pieces, [](const Piece& piece) { return piece.side == Side::Both; });
}

std::vector<Compared> compare(const acts::Act& from, const acts::Act& to) {
    const auto before = from.inOrder();
    const auto moves = acts::movedBetween(from, to);
    const std::unordered_set<base::Ulid> moved(moves.begin(), moves.end());
    std::vector<Compared> rows;
    auto next = before.begin();
    const auto goneUpTo = [&](const base::Ulid& stop) {
        for (; next != before.end() && (*next)->id != stop; ++next)
            if (!to.isLive((*next)->id))
                rows.push_back(inOne(from, **next, Side::Before));
    };
    // What moved, or went along with what moved, does not say how far the earlier text has been read.
    const auto wandered = [&](const base::Ulid& id) {
        const auto path = to.pathTo(id);
        return std::ranges::any_of(path, [&](const auto* element) { return moved.contains(element->id); });
    };
    for (const auto* element : to.inOrder()) {
        const auto* earlier = from.findLive(element->id);
        if (!earlier) {
            rows.push_back(inOne(to, *element, Side::After));
            continue;
        }
        if (!wandered(element->id))
            goneUpTo(element->id);
        rows.push_back(inBoth(from, to, *earlier, *element));
        rows.back().moved = moved.contains(element->id);
    }
    goneUpTo({});
    return rows;
}

} // namespace vienlogs::harmonisation
