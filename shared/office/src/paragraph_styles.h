// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "vienlogs/acts/kinds.h"

namespace vienlogs::office {

enum class Align { Left, Center, Right, Justify };

/// How the paragraphs of a kind look, whatever the format; lengths in tenths of a millimetre.
struct ParagraphStyle {
    acts::ElementKind kind;
    std::string_view name;
    Align align = Align::Left;
    int before = 0, after = 0;
    bool keepWithNext = false, pageBefore = false, bold = false, italic = false;
    int points = 12;
};

/// All of them; sub-points have one for each depth, named by it and indented.
[[nodiscard]] std::span<const ParagraphStyle> paragraphStyles();
/// How deep sub-points have a style of their own.
inline constexpr std::size_t deepestStyle = 8;
/// What a sub-point is further to the right than the one around it, in tenths of a millimetre.
inline constexpr int indentStep = 100;

/// The page: A4 with its margins, in tenths of a millimetre.
struct PageLayout {
    static constexpr int width = 2100, height = 2970, top = 200, bottom = 200, left = 300, right = 200;
};

/// The paragraph style of a kind; sub-points have one for each depth.
[[nodiscard]] std::string styleOf(acts::ElementKind kind, std::size_t depth);

/// What a style name says, also as other suites rewrite it ("LV_20_Pants"); nothing for a style that is not
/// ours.
struct StyledKind {
    acts::ElementKind kind;
    std::size_t depth = 1;
};
[[nodiscard]] std::optional<StyledKind> kindOfStyle(std::string_view style);

} // namespace vienlogs::office
