// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/acts/numbering.h"

#include <algorithm>
#include <array>

namespace vienlogs::acts {

namespace {

Run raised(std::uint32_t value) {
    Run run{std::to_string(value)};
    run.script = Script::Super;
    return run;
}

Runs withIndex(std::string before, const Number& number, std::string_view behind) {
    Runs label = plain(before);
    if (number.index > 0)
        label.push_back(raised(number.index));
    return joined(std::move(label), plain(behind));
}

Runs ownNumber(const Act& act, const Element& element) {
    const auto& number = element.number;
    switch (element.kind) {
    case ElementKind::Part:
        return withIndex("(" + std::to_string(number.value), number, ")");
    case ElementKind::Point:
        return withIndex(std::to_string(number.value), number, ")");
    case ElementKind::SubPoint: {
        // Under "3." of the transitional provisions stands "1)", under "1)" stands "a)".
        const auto* parent = act.find(element.parent);
        const bool digits = parent && parent->kind == ElementKind::Point && isNumberedByPath(act, *parent);
        return withIndex(digits ? std::to_string(number.value) : letter(number.value), number, ")");
    }
    default:
        return {};
    }
}

bool isLaw(ActKind kind) {
    return kind == ActKind::Law;
}

} // namespace

std::string roman(std::uint32_t value) {
    static constexpr std::array<std::pair<std::uint32_t, std::string_view>, 13> signs{{{1000, "M"},
                                                                                       {900, "CM"},
                                                                                       {500, "D"},
                                                                                       {400, "CD"},
                                                                                       {100, "C"},
                                                                                       {90, "XC"},
                                                                                       {50, "L"},
                                                                                       {40, "XL"},
                                                                                       {10, "X"},
                                                                                       {9, "IX"},
                                                                                       {5, "V"},
                                                                                       {4, "IV"},
                                                                                       {1, "I"}}};
    if (value > 3999)
        return std::to_string(value); // what Romans could not write either
    std::string text;
    for (const auto& [worth, sign] : signs)
        for (; value >= worth; value -= worth)
            text += sign;
    return text;
}

std::string letter(std::uint32_t value) {
    std::string text;
    for (; value > 0; value = (value - 1) / 26)
        text.insert(text.begin(), char('a' + (value - 1) % 26));
    return text;
}

Runs dotted(const std::vector<Number>& numbers) {
    Runs label;
    bool index = false;
    for (const auto& number : numbers) {
        label.push_back(Run{(index ? " " : "") + std::to_string(number.value) + "."});
        index = number.index > 0;
        if (index)
            label.push_back(raised(number.index));
    }
    return normalised(label);
}

bool isNumberedByPath(const Act& act, const Element& element) {
    if (element.kind != ElementKind::Point && element.kind != ElementKind::SubPoint)
        return false;
    if (!isLaw(act.kind()))
        return true;
    for (const auto* outer : act.pathTo(element.id))
        if (outer->kind == ElementKind::Annex)
            return true;
        else if (outer->kind == ElementKind::TransitionalProvisions)
            return element.kind == ElementKind::Point;
    return false;
}

std::vector<Number> pathNumbers(const Act& act, const Element& element) {
    std::vector<Number> numbers;
    for (const auto* outer : act.pathTo(element.id))
        if (outer->kind == ElementKind::Point || outer->kind == ElementKind::SubPoint)
            numbers.push_back(outer->number);
    return numbers;
}

Label labelOf(const Act& act, const base::Ulid& id) {
    const auto* element = act.find(id);
    if (!element || !isNumbered(element->kind))
        return {};
    const auto& number = element->number;
    if (element->kind == ElementKind::Annex)
        return {number.value == 0 ? plain("Pielikums") : joined(dotted({number}), plain(" pielikums")), "\n"};
    if (number.value == 0)
        return {};
    switch (element->kind) {
    case ElementKind::Chapter:
        return isLaw(act.kind()) ? Label{withIndex(roman(number.value), number, " nodaļa"), "\n"}
                                 : Label{withIndex(roman(number.value) + ".", number, ""), " "};
    case ElementKind::Article:
        return {joined(dotted({number}), plain(" pants.")), " "};
    case ElementKind::Footnote:
        return {{raised(number.value)}, " "};
    default:
        return {isNumberedByPath(act, *element) ? dotted(pathNumbers(act, *element))
                                                : ownNumber(act, *element),
                " "};
    }
}

std::string withRaisedDigits(const Runs& runs) {
    static constexpr std::array<std::string_view, 10> digits{"⁰", "¹", "²", "³", "⁴",
                                                             "⁵", "⁶", "⁷", "⁸", "⁹"};
    std::string text;
    for (const auto& run : runs)
        for (const char c : run.text)
            if (run.script == Script::Super && c >= '0' && c <= '9')
                text += digits[std::size_t(c - '0')];
            else
                text += c;
    return text;
}

} // namespace vienlogs::acts
