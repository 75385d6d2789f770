// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/acts/operation.h"

namespace vienlogs::acts {

/// A stretch of one sequence that stands in the place of a stretch of another; either may be empty.
struct Hunk {
    std::size_t oldFrom, oldTo, newFrom, newTo;
    friend bool operator==(const Hunk&, const Hunk&) = default;
};

/// Where two sequences differ, fewest differences first (Myers 1986). Beyond 2 000 differences what lies
/// between the common beginning and end is one hunk, so that time and memory stay bounded.
[[nodiscard]] std::vector<Hunk> differences(const std::vector<int>& before, const std::vector<int>& after);

/// A text as words, spaces, single signs and whole citations, for comparing.
[[nodiscard]] std::vector<Run> wordsOf(const Runs& runs);

/// Where two texts differ, in words.
[[nodiscard]] std::vector<Hunk> wordDifferences(const std::vector<Run>& before,
                                                const std::vector<Run>& after);

/// Two changed texts of one base in one.
struct MergedText {
    Runs text;             ///< both changes; where they collide, ours
    bool collides = false; ///< both changed the same words differently
};
[[nodiscard]] MergedText mergeText(const Runs& base, const Runs& ours, const Runs& theirs);

/// How much two texts have in common: 1 when their words are equal, 0 when none is.
[[nodiscard]] double likeness(const Runs& one, const Runs& other);

/// The smallest replacement that makes the one text of the other; nothing when they are equal.
[[nodiscard]] std::vector<Operation> textChange(const base::Ulid& id, const Runs& before, const Runs& after);

} // namespace vienlogs::acts
