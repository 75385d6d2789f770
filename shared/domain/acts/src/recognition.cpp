// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/acts/recognition.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <regex>

#include "vienlogs/acts/numbering.h"

namespace vienlogs::acts {

namespace {

constexpr std::size_t longestLabel = 60;

/// The beginning of a paragraph with "^" before raised digits, so that "5.¹" and "5.1" differ.
std::string beginning(const Runs& text) {
    std::string flat;
    for (const auto& run : cut(text, 0, longestLabel))
        flat += (run.script == Script::Super ? "^" : "") + run.text;
    std::replace(flat.begin(), flat.end(), '\n', ' ');
    return flat;
}

std::uint32_t numberIn(const std::string& digits) {
    std::uint32_t value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

std::uint32_t romanIn(const std::string& text) {
    for (std::uint32_t value = 1; value < 400; ++value)
        if (roman(value) == text)
            return value;
    return 0;
}

struct Pattern {
    ElementKind kind;
    std::regex shape; ///< group 1 the number, group 2 the index
};

const std::array<Pattern, 7>& patterns() {
    static const std::array<Pattern, 7> known{
        {{ElementKind::Article, std::regex(R"(^(\d{1,5})\.(?:\^(\d{1,3}))? ?pants\.? *)")},
         {ElementKind::Annex, std::regex(R"(^(\d{1,5})\.(?:\^(\d{1,3}))? ?pielikums *)")},
         {ElementKind::Part, std::regex(R"(^\((\d{1,5})(?:\^(\d{1,3}))?\) *)")},
         {ElementKind::Point, std::regex(R"(^(\d{1,5})(?:\^(\d{1,3}))?\) *)")},
         {ElementKind::Chapter, std::regex(R"(^([IVXLC]{1,9})(?:\^(\d{1,3}))? nodaļa\.? *)")},
         {ElementKind::Chapter, std::regex(R"(^([IVXLC]{1,9})\.(?:\^(\d{1,3}))? +)")},
         {ElementKind::SubPoint, std::regex(R"(^([a-z]{1,2})(?:\^(\d{1,3}))?\) +)")}}};
    return known;
}

std::size_t charactersIn(const std::string& matched) {
    return lengthOf(matched) - std::size_t(std::count(matched.begin(), matched.end(), '^'));
}

std::optional<Recognised> dottedNumber(const std::string& flat) {
    static const std::regex shape(R"(^((?:\d{1,5}\.(?:\^\d{1,3} ?)?){1,8}) *)");
    static const std::regex last(R"((\d{1,5})\.(?:\^(\d{1,3}) ?)?)");
    std::smatch match;
    if (!std::regex_search(flat, match, shape))
        return std::nullopt;
    Recognised found{ElementKind::Point, 0, {}, charactersIn(match[0])};
    const std::string numbers = match[1];
    for (std::sregex_iterator at(numbers.begin(), numbers.end(), last), end; at != end; ++at) {
        found.number = {numberIn((*at)[1]), numberIn((*at)[2])};
        ++found.depth;
    }
    found.kind = found.depth == 1 ? ElementKind::Point : ElementKind::SubPoint;
    found.depth = std::max<std::size_t>(1, found.depth - 1);
    return found;
}

std::uint32_t valueOf(ElementKind kind, const std::string& text) {
    if (kind == ElementKind::Chapter)
        return romanIn(text);
    if (kind != ElementKind::SubPoint)
        return numberIn(text);
    return text.size() == 1 ? std::uint32_t(text[0] - 'a' + 1)
                            : std::uint32_t(26 * (text[0] - 'a' + 1) + text[1] - 'a' + 1);
}

} // namespace

std::optional<Recognised> recognise(const Runs& text) {
    const auto flat = beginning(text);
    for (const auto& pattern : patterns()) {
        std::smatch match;
        if (!std::regex_search(flat, match, pattern.shape))
            continue;
        const auto value = valueOf(pattern.kind, match[1]);
        if (value > 0)
            return Recognised{pattern.kind, 1, {value, numberIn(match[2])}, charactersIn(match[0])};
    }
    return dottedNumber(flat);
}

} // namespace vienlogs::acts
