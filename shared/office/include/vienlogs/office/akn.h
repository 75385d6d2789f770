// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <functional>
#include <optional>

#include "vienlogs/acts/act.h"
#include "vienlogs/base/result.h"

namespace vienlogs::office {

/// What an amending act does to another one (AKN 3.0, textualMod).
struct TextualModification {
    std::string type;        ///< repeal, substitution, insertion
    base::Ulid source{};     ///< the element of the amending act that orders it
    std::string destination; ///< the address of what is amended: "/akn/lv/act#art_5__para_2"
};

/// What the act itself does not know.
struct AknMeta {
    std::size_t version = 0; ///< how many entries its log has
    std::chrono::year_month_day work{std::chrono::year(1970), std::chrono::January, std::chrono::day(1)};
    std::chrono::year_month_day expression{std::chrono::year(1970), std::chrono::January,
                                           std::chrono::day(1)};
    std::string author{};                ///< the institution; empty for not said
    const acts::Act* original = nullptr; ///< the first version, whose positions are the wId; null: none
    std::vector<TextualModification> modifications{};
};

/// An act as Akoma Ntoso 3.0 (OASIS LegalDocML), valid against its schema: GUID is the element's identity,
/// eId its present position, wId its original one. What the standard has no word for stands in attributes of
/// our namespace, so that readAkn() gives the same act back; comments stay behind.
[[nodiscard]] std::string writeAkn(const acts::Act& act, const AknMeta& meta);

/// An act read from Akoma Ntoso.
struct AknRead {
    acts::Act act;
    std::optional<std::size_t> version{};
    std::vector<std::string> warnings{}; ///< what was left aside or put elsewhere
};

/// Ours exactly; another program's as far as its units are known. Identities that are missing or double are
/// new ones. VL-OFFICE-0001 to 0003.
[[nodiscard]] base::Result<AknRead> readAkn(std::string_view text, const std::function<base::Ulid()>& newId);

/// One step of a position: "art_5-1", "para_2".
[[nodiscard]] std::string aknStep(acts::ElementKind kind, const acts::Number& number);

/// Every live element's position in the act: "art_5-1__para_2__point_1"; unique.
[[nodiscard]] std::unordered_map<base::Ulid, std::string> aknPositions(const acts::Act& act);

} // namespace vienlogs::office
