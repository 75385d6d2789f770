// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>

#include "vienlogs/harmonisation/comparison.h"
#include "vienlogs/harmonisation/harmonising.h"

namespace vienlogs::harmonisation {

/// One row of the izziņa.
struct SettledRemark {
    RemarkState state;
    std::string sentWording{};  ///< the element with all inside it, as it was sent out
    std::string finalWording{}; ///< as it is now; empty when it is gone
};

/// The izziņa on the objections: what is not agreed, then what is; each in the order of the text.
struct Izzina {
    std::vector<SettledRemark> open{};
    std::vector<SettledRemark> settled{};
};
/// Objections only, or with the proposals.
[[nodiscard]] Izzina izzinaOf(const Harmonising& harmonising, const acts::History& act, bool withProposals);

/// One row of Saeima's reading table.
struct ReadingRow {
    base::Ulid element;
    std::string inForce{};  ///< the law as it is; empty where it has no such element
    std::string previous{}; ///< the previous reading's wording
    std::vector<std::string> proposals{};
    std::vector<std::string> committee{}; ///< one for each proposal
};
/// `inForce` null for a new law. Elements are one row with all inside them: articles, or what stands outside
/// one.
[[nodiscard]] std::vector<ReadingRow> readingTable(const acts::Act* inForce, const acts::Act& previous,
                                                   const Harmonising& harmonising);

using NewId = std::function<base::Ulid()>;

/// Papers as acts without numbers, so that every way out of an act (ODF, OOXML, PDF) is theirs too. In
/// Latvian: they are official papers.
[[nodiscard]] acts::Act izzinaPaper(const Izzina& izzina, const acts::History& act, const NewId& newId);
[[nodiscard]] acts::Act readingPaper(const std::vector<ReadingRow>& rows, const std::string& title,
                                     const NewId& newId);
/// Removed words struck are not known to an act's text: they are italic in brackets, added ones bold.
[[nodiscard]] acts::Act comparisonPaper(const std::vector<Compared>& rows, const std::string& title,
                                        const NewId& newId);
[[nodiscard]] acts::Act annotationPaper(const std::map<std::string, std::string>& fields,
                                        const std::string& title, const NewId& newId);

/// An element with all inside it as lines of text with their numbers: "5.¹ pants. Heading\n(1) …".
[[nodiscard]] std::string wordingOf(const acts::Act& act, const base::Ulid& element);

} // namespace vienlogs::harmonisation
