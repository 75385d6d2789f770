// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>

#include "vienlogs/acts/act.h"

namespace vienlogs::amendments {

/// A text as single characters, raised ones behind "^"; one each position of the text.
using Glyphs = std::vector<std::string>;
[[nodiscard]] Glyphs glyphsOf(const acts::Runs& runs);
/// The glyphs in one string, for phrases: "5.^1 pantu".
[[nodiscard]] std::string flat(const acts::Runs& runs);
/// Back from it.
[[nodiscard]] acts::Runs fromFlat(std::string_view text);
/// Raised digits that are characters become formatting.
[[nodiscard]] acts::Runs fromRaisedDigits(std::string_view text);
[[nodiscard]] bool isWordGlyph(const std::string& glyph);

/// Characters [from, to) of a text.
struct Stretch {
    std::size_t from, to;
};
/// Where whole words stand in a text.
[[nodiscard]] std::vector<std::size_t> positionsOf(const Glyphs& words, const Glyphs& text);
/// The sentences of a text, the space behind each left out.
[[nodiscard]] std::vector<Stretch> sentencesOf(const Glyphs& text);

/// The element of a unit whose text its sentences are counted in: the only paragraph of an article, the unit
/// itself elsewhere.
[[nodiscard]] std::optional<base::Ulid> bodyOf(const acts::Act& act, const base::Ulid& unit);

} // namespace vienlogs::amendments
