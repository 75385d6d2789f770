// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/acts/act.h"

namespace vienlogs::acts {

/// What is printed before the text of a unit, and what stands between the two.
struct Label {
    Runs text{}; ///< "5." and a raised "1" and " pants."; empty for a unit without a number
    std::string_view separator{};
};

/// The label as the act's kind wants it (MK Nr. 108): in a law "5.¹ pants.", "(2¹)", "3)", "a)"; elsewhere,
/// in annexes and in transitional provisions "6.", "6.1.¹"; chapters in Roman numerals.
[[nodiscard]] Label labelOf(const Act& act, const base::Ulid& id);

/// The same text with raised digits as characters, for a place that knows no formatting: "5.¹ pants."
[[nodiscard]] std::string withRaisedDigits(const Runs& runs);

/// Whether the unit is numbered by the whole path ("6.1.1.") and not on its own ("a)").
[[nodiscard]] bool isNumberedByPath(const Act& act, const Element& element);

/// The numbers of a unit and of those it counts within, the outermost first: 6 and 1¹ for "6.1.¹".
[[nodiscard]] std::vector<Number> pathNumbers(const Act& act, const Element& element);

/// "6.1.¹" from its numbers; after an index a space: "6.¹ 1."
[[nodiscard]] Runs dotted(const std::vector<Number>& numbers);

[[nodiscard]] std::string roman(std::uint32_t value);
/// 1 is "a", 26 is "z", 27 is "aa".
[[nodiscard]] std::string letter(std::uint32_t value);

/// What gives every unit its number. Within what it counts in, units that are not published are numbered one
/// after the other; a published one keeps its number, what was inserted behind it gets an index (5.¹), and
/// what follows the last published one goes on counting. An only annex has no number.
[[nodiscard]] std::vector<Operation> renumber(const Act& act);

/// What marks every number of a published act as never to be changed.
[[nodiscard]] std::vector<Operation> fixNumbers(const Act& act);

} // namespace vienlogs::acts
