// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/acts/act.h"

namespace vienlogs::acts {

/// The nouns that Latvian citations decline.
enum class Noun {
    Article,
    Part,
    Point,
    SubPoint,
    Chapter,
    Annex,
    Table,
    Sentence,
    Law,
    Regulation,
    Order,
    Provisions
};

/// "pants" in its case: "panta", "pantam"…; regulations and provisions stand in the plural.
[[nodiscard]] std::string_view declined(Noun noun, Case in);

/// The ordinal with the definite ending that agrees with the noun: "trešajā" (daļā), "otro" (teikumu); 1 to
/// 99, empty beyond.
[[nodiscard]] std::string ordinal(std::uint32_t value, Noun noun, Case in);

/// "šis" agreeing with the noun: "šā" (panta), "šīs" (daļas), "šo" (noteikumu).
[[nodiscard]] std::string_view thisOne(Noun noun, Case in);

/// How one unit is cited in official texts, the last word in the case asked for and all before it in the
/// genitive: "5.¹ panta trešās daļas 5. punktā", "6.1.¹ apakšpunktā", "pārejas noteikumu 3. punkts". A unit
/// without a number is cited by the nearest numbered one around it; empty when there is none.
[[nodiscard]] Runs cite(const Act& act, const base::Ulid& id, Case in);

/// The same from inside the act, at the element `from`: "šā panta trešajā daļā", "šo noteikumu 6. punktā".
[[nodiscard]] Runs citeFrom(const Act& act, const base::Ulid& from, const base::Ulid& id, Case in);

/// What brings the words of every citation in the act up to date. One of a deleted element keeps its words.
[[nodiscard]] std::vector<Operation> renderReferences(const Act& act);

} // namespace vienlogs::acts
