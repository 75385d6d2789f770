// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "checks.h"
#include "marked_text.h"

namespace vienlogs::drafting_rules {

namespace {

void checkSpaces(const MarkedText& text, Findings& found) {
    const auto& all = text.characters();
    for (std::size_t i = 0; i + 1 < all.size(); ++i) {
        if (all[i] != U' ')
            continue;
        auto end = i + 1;
        while (end < all.size() && all[end] == U' ')
            ++end;
        if (end - i > 1)
            found.push_back(text.wrong(rules::doubleSpace, i, end, " "));
        else if (all[end] == U',' || all[end] == U';' ||
                 (all[end] == U'.' && (end + 1 == all.size() || all[end + 1] == U' ')))
            found.push_back(text.wrong(rules::spaceBefore, i, end, ""));
        i = end - 1;
    }
}

/// Published acts have straight quotation marks only.
void checkQuotes(const MarkedText& text, Findings& found) {
    const auto& all = text.characters();
    for (std::size_t i = 0; i < all.size(); ++i)
        if (std::u32string_view(U"„“”«»").find(all[i]) != std::u32string_view::npos)
            found.push_back(text.wrong(rules::quotes, i, i + 1, "\""));
}

/// "5.pants", "2026.gada", "3.punktā" without the space.
void checkNumbersInWords(const MarkedText& text, Findings& found) {
    const auto& all = text.characters();
    for (std::size_t i = 1; i + 1 < all.size(); ++i) {
        if (all[i] != U'.' || !isDigit(all[i - 1]) || !isLetter(all[i + 1]))
            continue;
        const auto rest = std::u32string_view(all).substr(i + 1);
        for (const std::u32string_view noun :
             {U"pant", U"punkt", U"daļ", U"gad", U"apakšpunkt", U"nodaļ", U"pielikum", U"janvār", U"februār",
              U"mart", U"aprīl", U"maij", U"jūnij", U"jūlij", U"august", U"septembr", U"oktobr", U"novembr",
              U"decembr"})
            if (rest.starts_with(noun)) {
                found.push_back(text.wrong(rules::spaceAfterNumber, i + 1, i + 1, " "));
                break;
            }
    }
}

} // namespace

void checkTypography(const acts::Act& act, Findings& found) {
    for (const auto* element : withText(act)) {
        const MarkedText text(*element);
        checkSpaces(text, found);
        checkQuotes(text, found);
        checkNumbersInWords(text, found);
    }
}

} // namespace vienlogs::drafting_rules
