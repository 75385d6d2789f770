// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>

#include "vienlogs/acts/element.h"

namespace vienlogs::acts {

/// What a paragraph without a known style looks like: "5. pants.", "(1)", "1)", "a)", "1.1.".
struct Recognised {
    ElementKind kind;
    std::size_t depth = 1; ///< of a sub-point
    Number number{};
    std::size_t length = 0; ///< characters of the label and the space behind it
};
/// The label at the beginning of the text, its raised digits as such; nothing when there is none.
[[nodiscard]] std::optional<Recognised> recognise(const Runs& text);

} // namespace vienlogs::acts
