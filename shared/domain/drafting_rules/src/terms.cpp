// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <map>
#include <set>

#include "checks.h"
#include "marked_text.h"

namespace vienlogs::drafting_rules {

namespace {

constexpr std::u32string_view opening = U"(turpmāk";
constexpr std::size_t shortestStem = 4;

struct Term {
    const acts::Element* element;
    std::size_t from, to; ///< of the term itself
    std::u32string words;
};

/// "(turpmāk – pieteikums)", "(turpmāk tekstā – …)".
void termsOf(const acts::Element& element, std::vector<Term>& terms, Findings& found) {
    const MarkedText text(element);
    const auto& all = text.characters();
    for (auto at = all.find(opening); at != all.npos; at = all.find(opening, at + 1)) {
        const auto end = all.find(U')', at);
        const auto dash = all.find_first_of(U"-–—", at);
        if (end == all.npos || dash == all.npos || dash > end)
            continue;
        if (all[dash] != U'–')
            found.push_back(text.wrong(rules::termDash, dash, dash + 1, "–"));
        auto from = dash + 1;
        while (from < end && all[from] == U' ')
            ++from;
        if (from < end)
            terms.push_back({&element, from, end, all.substr(from, end - from)});
    }
}

/// How a term begins whatever its case: Latvian endings are at most three letters.
std::u32string stemOf(const std::u32string& words) {
    std::u32string stem;
    for (const auto c : words)
        stem += lower(c);
    const auto space = stem.rfind(U' ');
    const auto last = stem.size() - (space == stem.npos ? 0 : space + 1);
    if (last > shortestStem)
        stem.resize(stem.size() - std::min<std::size_t>(last - shortestStem, 3));
    return stem;
}

bool isUsed(const std::vector<std::pair<const acts::Element*, std::u32string>>& texts, const Term& term) {
    const auto stem = stemOf(term.words);
    return std::ranges::any_of(texts, [&](const auto& text) {
        for (auto at = text.second.find(stem); at != text.second.npos; at = text.second.find(stem, at + 1))
            if (text.first != term.element || at < term.from || at >= term.to)
                return true;
        return false;
    });
}

bool isRoman(std::u32string_view word) {
    return word.find_first_not_of(U"IVXLCDM") == word.npos;
}

/// Ones that every reader knows.
bool isKnown(std::u32string_view word) {
    static const std::set<std::u32string_view> known{U"ES",  U"EEZ", U"EK", U"ANO", U"NATO",
                                                     U"PVN", U"SIA", U"AS", U"MK"};
    return known.contains(word);
}

/// Capital letters one behind the other that nothing explains.
void checkAbbreviations(const acts::Element& element, std::set<std::u32string>& explained, Findings& found) {
    const MarkedText text(element);
    const auto& all = text.characters();
    const auto isCapital = [](char32_t c) { return isLetter(c) && lower(c) != c; };
    for (std::size_t at = 0; at < all.size();) {
        auto end = at;
        while (end < all.size() && isLetter(all[end]))
            ++end;
        const auto word = all.substr(at, end - at);
        const bool inBrackets = at > 0 && all[at - 1] == U'(';
        if (word.size() >= 2 && word.size() <= 6 && std::ranges::all_of(word, isCapital) && !isRoman(word) &&
            !isKnown(word) && explained.insert(word).second && !inBrackets)
            found.push_back(text.doubtful(rules::abbreviation, at, end));
        at = std::max(end, at + 1);
    }
}

} // namespace

void checkTerms(const acts::Act& act, Findings& found) {
    std::vector<Term> terms;
    std::vector<std::pair<const acts::Element*, std::u32string>> texts;
    for (const auto* element : withText(act)) {
        termsOf(*element, terms, found);
        std::u32string small;
        for (const auto c : decoded(acts::textOf(element->text)))
            small += lower(c);
        texts.emplace_back(element, std::move(small));
    }
    std::set<std::u32string> defined;
    for (const auto& term : terms) {
        const MarkedText text(*term.element);
        if (!defined.insert(term.words).second)
            found.push_back(text.doubtful(rules::termTwice, term.from, term.to));
        else if (!isUsed(texts, term))
            found.push_back(text.doubtful(rules::termUnused, term.from, term.to));
    }
    for (const auto* element : withText(act))
        if (element->kind != acts::ElementKind::Title && !isAmending(act))
            checkAbbreviations(*element, defined, found);
}

} // namespace vienlogs::drafting_rules
