// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "vienlogs/acts/act.h"

namespace vienlogs::office {

/// One paragraph to write.
struct LaidParagraph {
    const acts::Element* element = nullptr;
    std::string style{};
};

/// One place of a table's grid.
struct LaidSlot {
    const acts::Element* cell = nullptr; ///< null: no cell of the act, an empty one is written
    bool coveredByRow = false;           ///< a cell above reaches down to here
    std::size_t columns = 1;             ///< how many places it takes, itself included
    std::size_t rows = 1;                ///< how many rows it reaches down, its own included
};

/// A table as a full grid: in each row the slots' columns add up to `columns`.
struct LaidTable {
    const acts::Element* table = nullptr;
    std::size_t columns = 1;
    std::vector<std::vector<LaidSlot>> rows{};
};

using LaidBlock = std::variant<LaidParagraph, LaidTable>;

/// The act from the top to the bottom as every office format writes it.
[[nodiscard]] std::vector<LaidBlock> layOut(const acts::Act& act);

} // namespace vienlogs::office
