// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "stem.h"

#include <algorithm>
#include <set>
#include <vector>

#include "fold.h"

namespace vienlogs::catalogue {
namespace {

constexpr std::size_t shortestStem = 3;

/// Endings in their folded form, longest first.
std::vector<std::string> endingsOf(std::string_view list) {
    auto endings = foldedWords(list, 500);
    std::stable_sort(endings.begin(), endings.end(),
                     [](const std::string& a, const std::string& b) { return a.size() > b.size(); });
    return endings;
}

const std::vector<std::string>& latinEndings() {
    // Latvian nouns, adjectives and verbs; English plurals and -ing.
    static const auto endings = endingsOf("šanas šanai šanu šanā šana jumu jums juma jumi jumam jumiem jumā "
                                          "ajiem ajām ajam ajai ajās ajos ajā ajo "
                                          "ieties amies simies sies ties jies tos tas tais usi ušas uši ies "
                                          "iem iens ām as ai am os us es is em im ā a e "
                                          "ē i ī o u s š t ju jas jai jam jos ja ji sim siet ot uši ējis "
                                          "ējusi ējās ījās āju ēju īju ing ings ed ion "
                                          "ions ment ments er ers");
    return endings;
}

const std::vector<std::string>& cyrillicEndings() {
    static const auto endings = endingsOf("иями ениями ениях ениям ение ения ению ением ировать аться иться "
                                          "еться ться лся лась лись ал ала али ил ила "
                                          "или ыл ыла ами ями ого его ому ему ыми ими ах ях ов ев ой ей ий "
                                          "ый ая яя ое ее ые ие ую юю ом ем ам ям ию ия "
                                          "ии ть ет ит ют ут ят ат ю у а я ы и о е ь й");
    return endings;
}

bool cyrillic(std::string_view word) {
    return !word.empty() && static_cast<unsigned char>(word.front()) >= 0xE0;
}

} // namespace

std::string stem(std::string_view word) {
    for (const auto& ending : cyrillic(word) ? cyrillicEndings() : latinEndings())
        if (word.size() >= ending.size() + shortestStem && word.ends_with(ending))
            return std::string(word.substr(0, word.size() - ending.size()));
    return std::string(word);
}

bool saysNothing(std::string_view word) {
    static const auto list = [] {
        const auto words =
            foldedWords("es man mani mans mana mūsu un par pie ar no uz ir esmu vai kā kur kas gribu vēlos "
                        "vajag jauns jauna jaunu i am a an the my our in of to and for is how want need "
                        "we have has get got new я мы мой моя моего меня мне и в на с у о по за как хочу "
                        "надо нужно новый новая",
                        500);
        return std::set<std::string, std::less<>>(words.begin(), words.end());
    }();
    return list.contains(word);
}

bool oneLetterApart(std::string_view a, std::string_view b) {
    if (a.size() > b.size())
        std::swap(a, b);
    if (b.size() - a.size() > 1)
        return false;
    const auto [inA, inB] = std::mismatch(a.begin(), a.end(), b.begin());
    const auto at = static_cast<std::size_t>(inA - a.begin());
    if (a.size() != b.size())
        return a.substr(at) == b.substr(at + 1);
    if (at == a.size() || a.substr(at + 1) == b.substr(at + 1))
        return true;
    return at + 1 < a.size() && a[at] == b[at + 1] && a[at + 1] == b[at] &&
           a.substr(at + 2) == b.substr(at + 2);
}

} // namespace vienlogs::catalogue
