// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/acts/merge.h"

#include <algorithm>

namespace vienlogs::acts {

namespace {

/// Positions in `sequence` that belong to a longest ascending part of it.
std::vector<bool> ascending(const std::vector<std::size_t>& sequence) {
    std::vector<std::size_t> ends, previous(sequence.size());
    for (std::size_t i = 0; i < sequence.size(); ++i) {
        const auto smaller = [&](std::size_t end, std::size_t value) { return sequence[end] < value; };
        const auto at = std::lower_bound(ends.begin(), ends.end(), sequence[i], smaller);
        previous[i] = at == ends.begin() ? sequence.size() : *(at - 1);
        if (at == ends.end())
            ends.push_back(i);
        else
            *at = i;
    }
    std::vector<bool> kept(sequence.size(), false);
    if (!ends.empty())
        for (auto i = ends.back(); i < sequence.size(); i = previous[i])
            kept[i] = true;
    return kept;
}

void movedChildren(const Element& before, const Element& after, std::vector<base::Ulid>& moved) {
    std::unordered_map<base::Ulid, std::size_t> position;
    for (std::size_t i = 0; i < before.children.size(); ++i)
        position.emplace(before.children[i], i);
    std::vector<std::size_t> sequence;
    std::vector<base::Ulid> common;
    for (const auto& child : after.children)
        if (const auto at = position.find(child); at != position.end()) {
            sequence.push_back(at->second);
            common.push_back(child);
        }
    const auto kept = ascending(sequence);
    for (std::size_t i = 0; i < common.size(); ++i)
        if (!kept[i])
            moved.push_back(common[i]);
}

} // namespace

std::vector<base::Ulid> movedBetween(const Act& before, const Act& after) {
    std::vector<base::Ulid> moved;
    movedChildren(before.root(), after.root(), moved);
    for (const auto* element : after.inOrder()) {
        const auto* old = before.findLive(element->id);
        if (!old)
            continue;
        if (old->parent != element->parent)
            moved.push_back(element->id);
        movedChildren(*old, *element, moved);
    }
    return moved;
}

} // namespace vienlogs::acts
