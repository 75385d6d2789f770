// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/acts/runs.h"

#include <algorithm>
#include <cstdint>

namespace vienlogs::acts {

namespace {

bool isContinuation(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

std::size_t bytesOf(std::string_view text, std::size_t characters) {
    std::size_t at = 0;
    while (at < text.size() && characters-- > 0)
        do
            ++at;
        while (at < text.size() && isContinuation(text[at]));
    return at;
}

/// Length of the well-formed sequence at the beginning, 0 if there is none.
std::size_t sequenceLength(std::string_view text) {
    const auto first = static_cast<unsigned char>(text[0]);
    if (first < 0x80)
        return first >= 0x20 && first != 0x7F ? 1 : first == '\t' || first == '\n';
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || text.size() < length)
        return 0;
    std::uint32_t point = first & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if (!isContinuation(text[i]))
            return 0;
        point = point << 6U | (static_cast<unsigned char>(text[i]) & 0x3FU);
    }
    const bool overlong = (length == 3 && point < 0x800) || (length == 4 && point < 0x10000);
    const bool surrogate = point >= 0xD800 && point <= 0xDFFF;
    const bool noCharacter = (point & 0xFFFEU) == 0xFFFEU || (point >= 0x80 && point < 0xA0);
    return overlong || surrogate || noCharacter || point > 0x10FFFF ? 0 : length;
}

} // namespace

bool Run::looksLike(const Run& other) const {
    return bold == other.bold && italic == other.italic && script == other.script && link == other.link &&
           reference == other.reference;
}

Runs plain(std::string_view text) {
    return text.empty() ? Runs{} : Runs{Run{std::string(text)}};
}

std::string textOf(const Runs& runs) {
    std::string text;
    for (const auto& run : runs)
        text += run.text;
    return text;
}

std::size_t lengthOf(std::string_view text) {
    return std::size_t(std::count_if(text.begin(), text.end(), [](char c) { return !isContinuation(c); }));
}

std::size_t lengthOf(const Runs& runs) {
    std::size_t length = 0;
    for (const auto& run : runs)
        length += lengthOf(run.text);
    return length;
}

Runs cut(const Runs& runs, std::size_t from, std::size_t to) {
    Runs part;
    std::size_t at = 0;
    for (const auto& run : runs) {
        const auto length = lengthOf(run.text);
        const auto first = std::clamp(from, at, at + length) - at;
        const auto last = std::clamp(to, at, at + length) - at;
        if (first < last) {
            const auto begin = bytesOf(run.text, first);
            Run piece = run;
            piece.text = run.text.substr(begin, bytesOf(run.text, last) - begin);
            if (last - first < length)
                piece.reference.reset(); // half a citation cites nothing
            part.push_back(std::move(piece));
        }
        at += length;
    }
    return normalised(part);
}

Runs joined(Runs first, const Runs& second) {
    first.insert(first.end(), second.begin(), second.end());
    return normalised(first);
}

Runs normalised(const Runs& runs) {
    Runs normal;
    for (const auto& run : runs) {
        if (run.text.empty())
            continue;
        // Two citations side by side stay two, even of the same element.
        if (!normal.empty() && normal.back().looksLike(run) && !run.reference)
            normal.back().text += run.text;
        else
            normal.push_back(run);
    }
    return normal;
}

bool isCleanText(std::string_view text) {
    while (!text.empty()) {
        const auto length = sequenceLength(text);
        if (length == 0)
            return false;
        text.remove_prefix(length);
    }
    return true;
}

} // namespace vienlogs::acts
