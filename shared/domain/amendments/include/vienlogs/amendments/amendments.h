// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>

#include "vienlogs/amendments/unit.h"

namespace vienlogs::amendments {

/// What an amending act does at one place.
enum class Verb {
    ReplaceWords,    ///< aizstāt vārdus "x" ar vārdiem "y"
    AddWords,        ///< papildināt aiz vārdiem "x" ar vārdiem "y"
    DeleteWords,     ///< izslēgt (svītrot) vārdus "x"
    RestateSentence, ///< izteikt otro teikumu šādā redakcijā
    RestateText,     ///< izteikt nosaukumu or ievaddaļu šādā redakcijā
    RestateUnit,     ///< izteikt otro daļu šādā redakcijā
    AddUnits,        ///< papildināt ar 5.¹ pantu šādā redakcijā
    DeleteUnits,     ///< izslēgt (svītrot) 5. un 6. pantu
};

/// One change that an amending act orders.
struct Change {
    Verb verb;
    std::vector<Path> units{};   ///< what it is about; several for DeleteUnits; AddUnits: where to
    acts::Runs words{};          ///< looked for
    acts::Runs others{};         ///< put in their place or behind them, or the restated text
    std::uint32_t sentence = 0;  ///< from 1
    bool everywhere = false;     ///< ReplaceWords: each time they occur
    std::vector<Unit> content{}; ///< restated or new units
    std::string source{};        ///< the phrase it was read from
};

/// Why a line of an amending act was not carried out.
enum class ProblemKind {
    NotUnderstood, ///< no phrase that is known
    UnitUnknown,   ///< no such unit, or more than one
    WordsMissing,  ///< the words are not in the unit
    WordsTwice,    ///< the words are in the unit more than once
    UnitThere,     ///< there is a unit with this number already
    Refused,       ///< the act's rules do not allow it
    NotExpressed,  ///< generating: no phrase says this change
};

inline constexpr base::Names<ProblemKind, 7> problemNames{{{ProblemKind::NotUnderstood, "not-understood"},
                                                           {ProblemKind::UnitUnknown, "unit-unknown"},
                                                           {ProblemKind::WordsMissing, "words-missing"},
                                                           {ProblemKind::WordsTwice, "words-twice"},
                                                           {ProblemKind::UnitThere, "unit-there"},
                                                           {ProblemKind::Refused, "refused"},
                                                           {ProblemKind::NotExpressed, "not-expressed"}}};

/// A line that a person has to see to.
struct Problem {
    ProblemKind kind;
    std::string line;
};

/// An amending act as what it orders.
struct Amendments {
    std::vector<Change> changes{};
    std::vector<Problem> problems{};
    std::optional<std::chrono::year_month_day> inForce{}; ///< "stājas spēkā 2027. gada 1. janvārī"
};

/// What an amending act says of the act that it amends.
struct Heading {
    std::string published{}; ///< "Latvijas Vēstnesis, 2012, 183. nr."; empty: left out
    std::string adopted{};   ///< of a regulation: "2020. gada 5. maija noteikumos Nr. 108"
    std::optional<std::chrono::year_month_day> inForce{};
};

/// An amending act between two versions, and what it cannot say.
struct Generated {
    Amendments amendments;
    acts::Act act;
};

/// The amending act that makes the one version of the other, in the narrowest phrases: each is read back and
/// carried out on `before` first, and a wider one taken where the result is not `after`. What no phrase says
/// is a problem NotExpressed. Both are versions of one act.
[[nodiscard]] Generated generate(const acts::Act& before, const acts::Act& after, const Heading& heading,
                                 const NewId& newId);

/// What an amending act orders; lines without a known phrase are problems.
[[nodiscard]] Amendments read(const acts::Act& amending);
/// The same from bare lines of text, raised digits as characters, the old nested style ("1.1. izteikt…") too.
[[nodiscard]] Amendments readText(std::string_view text);

/// The amended act as operations on it, and what was not carried out.
struct Applied {
    acts::Act act;
    std::vector<acts::Operation> operations{};
    std::vector<Problem> problems{};
};

/// Carries the changes out. All citations mean the act as it was before, as a law takes effect at once.
[[nodiscard]] Applied apply(const acts::Act& act, const Amendments& amendments, const NewId& newId);

/// The act with all amendments that are in force on a day, the earliest first. One without a date is a
/// problem NotUnderstood and is left out.
[[nodiscard]] Applied consolidate(const acts::Act& act, std::vector<Amendments> amendments,
                                  std::chrono::year_month_day day, const NewId& newId);

} // namespace vienlogs::amendments
