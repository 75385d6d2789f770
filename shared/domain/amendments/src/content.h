// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/amendments/unit.h"

namespace vienlogs::amendments {

/// One line of an amending act, or one table in it.
struct Line {
    acts::Runs text{};
    std::size_t level = 0; ///< 1 for a point of the amending act itself, 2 for a sub-point; 0: no number
    base::Ulid origin{};   ///< of the unit that the line quotes
    std::optional<Unit> table{};
};

/// Quoted units as lines with their printed numbers, without the quotation marks.
[[nodiscard]] std::vector<Line> linesOf(const acts::Act& act, const std::vector<Unit>& units);

/// Units from such lines, by their printed numbers.
[[nodiscard]] std::vector<Unit> unitsOf(const std::vector<Line>& lines);

} // namespace vienlogs::amendments
