// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <map>

#include "checks.h"
#include "marked_text.h"

namespace vienlogs::drafting_rules {

using acts::ElementKind;

namespace {

/// Words of wishes and programmes, which bind nobody.
constexpr std::u32string_view declarative[] = {
    U"jācenšas",         U"cenšas",          U"pēc iespējas",         U"būtu vēlams",
    U"ir vēlams",        U"iespēju robežās", U"ir svarīgi",           U"jāapzinās",
    U"veicina izpratni", U"tiecas",          U"par prioritāti atzīst"};
/// Lists without an end.
constexpr std::u32string_view vague[] = {U"u.c.",    U"u. c.",  U"utt.",       U"u.tml.",
                                         U"u. tml.", U"un/vai", U"un tā tālāk"};

template<std::size_t Size>
void checkPhrases(const MarkedText& text, const std::u32string_view (&phrases)[Size], const Rule& rule,
                  Findings& found) {
    for (const auto phrase : phrases)
        for (auto at = text.find(phrase); at != std::u32string::npos; at = text.find(phrase, at + 1))
            found.push_back(text.doubtful(rule, at, at + phrase.size()));
}

constexpr std::size_t shortestRepeated = 40; // shorter ones are formulas

/// The same sentence as another unit of the act.
void checkRepeated(const acts::Act& act, Findings& found) {
    std::map<std::u32string, base::Ulid> seen;
    for (const auto* element : withText(act)) {
        if (acts::hasHeading(element->kind) || element->kind == ElementKind::Paragraph)
            continue;
        const MarkedText text(*element);
        if (text.characters().size() < shortestRepeated)
            continue;
        if (!seen.emplace(text.characters(), element->id).second)
            found.push_back(text.doubtful(rules::repeated, 0, text.characters().size()));
    }
}

void checkBasis(const acts::Act& act, Findings& found) {
    if (act.kind() != acts::ActKind::Regulation && act.kind() != acts::ActKind::RegulationAmendments)
        return;
    for (const auto* element : act.inOrder())
        if (element->kind == ElementKind::Basis &&
            MarkedText(*element).find(U"izdoti saskaņā ar") != std::u32string::npos)
            return;
    found.push_back({rules::noBasis});
}

} // namespace

void checkWording(const acts::Act& act, Findings& found) {
    checkBasis(act, found);
    if (isAmending(act))
        return;
    for (const auto* element : withText(act)) {
        const MarkedText text(*element);
        checkPhrases(text, declarative, rules::declarative, found);
        checkPhrases(text, vague, rules::vague, found);
    }
    checkRepeated(act, found);
}

} // namespace vienlogs::drafting_rules
