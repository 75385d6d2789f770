// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "vienlogs/acts/act.h"
#include "vienlogs/office/merged.h"
#include "vienlogs/office/tracked.h"

namespace vienlogs::office {

/// What became of a whole paragraph since the version that changes are tracked from.
enum class Track { None, Inserted, Deleted };

/// One paragraph to write.
struct LaidParagraph {
    const acts::Element* element = nullptr; ///< when deleted, the one of the earlier version
    std::string style{};
    std::vector<Piece> pieces{};    ///< number and text; one kept piece when nothing is tracked
    std::size_t labelled = 0;       ///< characters of the number and what separates it, after all changes
    Track track = Track::None;      ///< an inserted one is one added piece, a deleted one a removed piece
    bool marked = true;             ///< carries its identity; the old place of a moved one does not
    const Credit* credit = nullptr; ///< whose the changes are; null when nothing is tracked
};

/// One place of a table's grid.
struct LaidSlot {
    const acts::Element* cell = nullptr; ///< null: no cell of the act, an empty one is written
    bool coveredByRow = false;           ///< a cell above reaches down to here
    std::size_t columns = 1;             ///< how many places it takes, itself included
    std::size_t rows = 1;                ///< how many rows it reaches down, its own included
    std::vector<LaidParagraph> paragraphs{};
};

/// A table as a full grid: in each row the slots' columns add up to `columns`.
struct LaidTable {
    const acts::Element* table = nullptr;
    std::size_t columns = 1;
    std::vector<std::vector<LaidSlot>> rows{};
};

using LaidBlock = std::variant<LaidParagraph, LaidTable>;

/// The act from the top to the bottom as every office format writes it, with what changed since an earlier
/// version if one is given. What was deleted stands behind what it stood behind; the rows and cells of a
/// table are not tracked, their text is.
[[nodiscard]] std::vector<LaidBlock> layOut(const acts::Act& act, const Since* since = nullptr);

} // namespace vienlogs::office
