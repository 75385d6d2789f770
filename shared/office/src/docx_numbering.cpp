// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "docx_numbering.h"

#include "docx_xml.h"

namespace vienlogs::office {

namespace {

constexpr int highest = 100'000; // a start beyond it is nonsense
constexpr int mostLetters = 40;

std::string roman(int value) {
    constexpr std::array<std::pair<int, std::string_view>, 13> parts{{{1000, "M"},
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
    std::string text;
    for (const auto& [worth, letters] : parts)
        for (; value >= worth && text.size() < std::size_t(mostLetters); value -= worth)
            text += letters;
    return text;
}

std::string lower(std::string text) {
    for (auto& c : text)
        c = c >= 'A' && c <= 'Z' ? char(c + 32) : c;
    return text;
}

std::string shown(const std::string& format, int value) {
    if (format == "upperRoman")
        return roman(value);
    if (format == "lowerRoman")
        return lower(roman(value));
    if (format == "upperLetter" || format == "lowerLetter") {
        // "a" to "z", then "aa", "bb" (17.18.59).
        const auto times = std::size_t(std::clamp((value - 1) / 26 + 1, 1, mostLetters));
        const std::string text(times, char('A' + (std::max(value, 1) - 1) % 26));
        return format == "upperLetter" ? text : lower(text);
    }
    return std::to_string(value);
}

} // namespace

void DocxNumbering::readLevel(const pugi::xml_node& node, Level& level) {
    if (const auto start = node.child("w:start"))
        level.start = std::clamp(start.attribute("w:val").as_int(1), 0, highest);
    if (const auto format = node.child("w:numFmt"))
        level.format = format.attribute("w:val").value();
    if (const auto text = node.child("w:lvlText"))
        level.text = text.attribute("w:val").value();
}

void DocxNumbering::read(const pugi::xml_node& numbering) {
    std::map<std::string, Levels> abstract;
    for (const auto& list : numbering.children("w:abstractNum"))
        for (const auto& level : list.children("w:lvl"))
            if (const int at = level.attribute("w:ilvl").as_int(-1); at >= 0 && at < levels)
                readLevel(level, abstract[list.attribute("w:abstractNumId").value()][std::size_t(at)]);
    for (const auto& node : numbering.children("w:num")) {
        auto& list = lists_[node.attribute("w:numId").value()];
        list.abstract = node.child("w:abstractNumId").attribute("w:val").value();
        list.levels = abstract[list.abstract];
        for (const auto& change : node.children("w:lvlOverride")) {
            const int at = change.attribute("w:ilvl").as_int(-1);
            if (at < 0 || at >= levels)
                continue;
            readLevel(change.child("w:lvl"), list.levels[std::size_t(at)]);
            if (const auto start = change.child("w:startOverride")) {
                list.levels[std::size_t(at)].start =
                    std::clamp(start.attribute("w:val").as_int(1), 0, highest);
                list.abstract += "/" + std::string(node.attribute("w:numId").value()); // counts for itself
            }
        }
    }
}

std::string DocxNumbering::next(const NumberingPlace& place) {
    const auto found = lists_.find(place.list);
    if (found == lists_.end() || place.level < 0 || place.level >= levels)
        return {};
    const auto& list = found->second;
    auto [at, fresh] = counts_.try_emplace(list.abstract);
    auto& counts = at->second;
    if (fresh)
        for (std::size_t i = 0; i < std::size_t(levels); ++i)
            counts[i] = list.levels[i].start - 1;
    const auto level = std::size_t(place.level);
    ++counts[level];
    for (auto deeper = level + 1; deeper < std::size_t(levels); ++deeper)
        counts[deeper] = list.levels[deeper].start - 1;
    if (list.levels[level].format == "bullet" || list.levels[level].format == "none")
        return {};
    std::string label;
    const auto& text = list.levels[level].text;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (text[i] == '%' && i + 1 < text.size() && text[i + 1] >= '1' && text[i + 1] <= '9') {
            const auto other = std::size_t(text[++i] - '1');
            // A level that has not begun yet counts as begun.
            label += shown(list.levels[other].format, std::max(counts[other], list.levels[other].start));
        } else
            label += text[i];
    return label;
}

} // namespace vienlogs::office
