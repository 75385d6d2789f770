// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>

#include "vienlogs/acts/merge.h"
#include "vienlogs/office/returned.h"

namespace vienlogs::office {

/// What became of one element on its way; several may hold.
enum class Fate {
    Unchanged,
    Changed,  ///< its words
    Numbered, ///< its number was changed by hand
    New,
    Deleted,
    Moved,
    Duplicated, ///< new, copied from `origin`
    Split,      ///< new, the rest of `origin`
    Joined,     ///< its words stand in `origin` now
    Guessed,    ///< which element or kind it is was guessed, a person must look
};

inline constexpr base::Names<Fate, 10> fateNames{{{Fate::Unchanged, "unchanged"},
                                                  {Fate::Changed, "changed"},
                                                  {Fate::Numbered, "numbered"},
                                                  {Fate::New, "new"},
                                                  {Fate::Deleted, "deleted"},
                                                  {Fate::Moved, "moved"},
                                                  {Fate::Duplicated, "duplicated"},
                                                  {Fate::Split, "split"},
                                                  {Fate::Joined, "joined"},
                                                  {Fate::Guessed, "guessed"}}};

/// One line of the merge list: an element, what happened to it and who tracked what.
struct MergeItem {
    base::Ulid element;
    acts::ElementKind kind = acts::ElementKind::Paragraph;
    std::vector<Fate> fates{};
    base::Ulid origin{};
    acts::Runs before{}, after{};
    std::vector<TrackedChange> changes{};
    std::vector<std::string> notes{};
    std::size_t labelled = 0; ///< characters of the printed number, which places in `changes` count
    [[nodiscard]] bool has(Fate fate) const;
};

/// A returned document as a version of the act, with one item for each element of either.
struct Import {
    acts::Act act;                ///< the version it was exported from, changed as the document says
    std::vector<MergeItem> items; ///< in the order of the document, deleted ones at the end
    std::vector<std::string> warnings;
};

/// Finds out which paragraph is which element of `exported`, the version of the act that the document was
/// made from: by bookmark, xml:id, paragraph style, at last by likeness. Every paragraph becomes an element
/// and every element an item, so nothing is lost silently. `newId` gives identities never used.
/// VL-OFFICE-0005 for another act's document.
[[nodiscard]] base::Result<Import> importReturned(const acts::Act& exported, const Returned& returned,
                                                  const std::function<base::Ulid()>& newId);

} // namespace vienlogs::office
