// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <vector>

#include "vienlogs/acts/kinds.h"
#include "vienlogs/acts/runs.h"
#include "vienlogs/base/clock.h"

namespace vienlogs::acts {

/// A number of a unit: "5.¹" is value 5, index 1. The index is a field, never text: "6.1.1" flattened could
/// be either 6.1.¹ or a nested 6.1.1.
struct Number {
    std::uint32_t value = 0; ///< 0: not numbered yet
    std::uint32_t index = 0; ///< 0: none
    bool fixed = false;      ///< published: renumbering leaves it
    friend bool operator==(const Number&, const Number&) = default;
};

/// How many columns and rows a cell takes.
struct Spans {
    std::uint16_t columns = 1;
    std::uint16_t rows = 1;
    friend bool operator==(const Spans&, const Spans&) = default;
};

/// One unit of an act. The identity is permanent and never given to another one.
struct Element {
    base::Ulid id;
    ElementKind kind = ElementKind::Paragraph;
    base::Ulid parent{};
    std::vector<base::Ulid> children{};
    Number number{};
    Runs text{};
    Spans spans{};
    base::Ulid origin{};  ///< from which it was split or copied; nil for none
    bool deleted = false; ///< taken out; what is inside went with it and keeps its place
};

/// A remark of a person at one element, as office suites know it; replies name the remark they answer.
struct Comment {
    base::Ulid id;
    base::Ulid element{};
    base::Ulid replyTo{};
    std::string author{};
    base::Timestamp time{};
    std::string text{};
    std::string quoted{}; ///< the words it is about; empty for the whole element
    bool resolved = false;
    friend bool operator==(const Comment&, const Comment&) = default;
};

} // namespace vienlogs::acts
