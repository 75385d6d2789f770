// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/acts/citation.h"

#include <array>

namespace vienlogs::acts {

namespace {

using Forms = std::array<std::string_view, 5>; // nominative, genitive, dative, accusative, locative

enum class Gender { Masculine, Feminine, MasculinePlural };

struct Declension {
    Gender gender;
    Forms forms;
};

constexpr std::array<Declension, 12> nouns{{
    {Gender::Masculine, {"pants", "panta", "pantam", "pantu", "pantā"}},
    {Gender::Feminine, {"daļa", "daļas", "daļai", "daļu", "daļā"}},
    {Gender::Masculine, {"punkts", "punkta", "punktam", "punktu", "punktā"}},
    {Gender::Masculine, {"apakšpunkts", "apakšpunkta", "apakšpunktam", "apakšpunktu", "apakšpunktā"}},
    {Gender::Feminine, {"nodaļa", "nodaļas", "nodaļai", "nodaļu", "nodaļā"}},
    {Gender::Masculine, {"pielikums", "pielikuma", "pielikumam", "pielikumu", "pielikumā"}},
    {Gender::Feminine, {"tabula", "tabulas", "tabulai", "tabulu", "tabulā"}},
    {Gender::Masculine, {"teikums", "teikuma", "teikumam", "teikumu", "teikumā"}},
    {Gender::Masculine, {"likums", "likuma", "likumam", "likumu", "likumā"}},
    {Gender::MasculinePlural, {"noteikumi", "noteikumu", "noteikumiem", "noteikumus", "noteikumos"}},
    {Gender::Masculine, {"rīkojums", "rīkojuma", "rīkojumam", "rīkojumu", "rīkojumā"}},
    {Gender::MasculinePlural,
     {"pārejas noteikumi", "pārejas noteikumu", "pārejas noteikumiem", "pārejas noteikumus",
      "pārejas noteikumos"}},
}};

constexpr std::array<Forms, 3> definiteEndings{
    {{"ais", "ā", "ajam", "o", "ajā"}, {"ā", "ās", "ajai", "o", "ajā"}, {"ie", "o", "ajiem", "os", "ajos"}}};

constexpr std::array<Forms, 3> thisForms{{{"šis", "šā", "šim", "šo", "šajā"},
                                          {"šī", "šīs", "šai", "šo", "šajā"},
                                          {"šie", "šo", "šiem", "šos", "šajos"}}};

constexpr std::array<std::string_view, 20> stems{
    "",           "pirm",          "otr",          "treš",
    "ceturt",     "piekt",         "sest",         "septīt",
    "astot",      "devīt",         "desmit",       "vienpadsmit",
    "divpadsmit", "trīspadsmit",   "četrpadsmit",  "piecpadsmit",
    "sešpadsmit", "septiņpadsmit", "astoņpadsmit", "deviņpadsmit"};

constexpr std::array<std::string_view, 10> tens{
    "",           "",          "divdesmit",    "trīsdesmit",  "četrdesmit",
    "piecdesmit", "sešdesmit", "septiņdesmit", "astoņdesmit", "deviņdesmit"};

const Declension& of(Noun noun) {
    return nouns[std::size_t(noun)];
}

} // namespace

std::string_view declined(Noun noun, Case in) {
    return of(noun).forms[std::size_t(in)];
}

std::string_view thisOne(Noun noun, Case in) {
    return thisForms[std::size_t(of(noun).gender)][std::size_t(in)];
}

std::string ordinal(std::uint32_t value, Noun noun, Case in) {
    if (value == 0 || value > 99)
        return {};
    const std::string ending(definiteEndings[std::size_t(of(noun).gender)][std::size_t(in)]);
    if (value < 20)
        return std::string(stems[value]) + ending;
    // Only the last word is an ordinal: "divdesmit pirmā".
    const std::string ten(tens[value / 10]);
    return value % 10 == 0 ? ten + ending : ten + " " + std::string(stems[value % 10]) + ending;
}

} // namespace vienlogs::acts
