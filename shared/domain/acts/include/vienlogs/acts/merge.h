// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/acts/act.h"

namespace vienlogs::acts {

/// What of an element two people changed differently.
enum class Aspect { Existence, Place, Number, Text };

inline constexpr base::Names<Aspect, 4> aspectNames{{{Aspect::Existence, "existence"},
                                                     {Aspect::Place, "place"},
                                                     {Aspect::Number, "number"},
                                                     {Aspect::Text, "text"}}};

/// A collision that only a person can decide; until then ours stays.
struct Conflict {
    base::Ulid element;
    Aspect aspect = Aspect::Text;
    Runs base{}, ours{}, theirs{}; ///< the three texts; a side that deleted it has none
    bool oursDeleted = false;
    bool theirsDeleted = false;
};

/// Their changes, as what is to be done to ours.
struct Merged {
    std::vector<Operation> operations;
    std::vector<Conflict> conflicts;
    std::vector<base::Ulid> agreed; ///< changed by both in the same way
};

/// Three-way merge by element, and inside an element's text by word. All three are versions of one act; what
/// `base` does not know is new. The operations apply to `ours` one after the other.
[[nodiscard]] Merged merge(const Act& base, const Act& ours, const Act& theirs);

/// What makes the one version of the other.
[[nodiscard]] inline std::vector<Operation> changesBetween(const Act& before, const Act& after) {
    return merge(before, before, after).operations;
}

/// The elements that stand elsewhere in `after`: under another parent, or in another order among those that
/// stayed. As few as explain the order.
[[nodiscard]] std::vector<base::Ulid> movedBetween(const Act& before, const Act& after);

} // namespace vienlogs::acts
