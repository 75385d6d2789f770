// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "marked_text.h"

#include <algorithm>

namespace vienlogs::drafting_rules {

std::u32string decoded(std::string_view utf8) {
    std::u32string out;
    for (std::size_t i = 0; i < utf8.size();) {
        const auto c = static_cast<unsigned char>(utf8[i]);
        const std::size_t size = c < 0x80 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
        char32_t value = size == 1 ? c : c & (0x7FU >> size);
        for (std::size_t k = 1; k < size && i + k < utf8.size(); ++k)
            value = (value << 6) | (static_cast<unsigned char>(utf8[i + k]) & 0x3FU);
        out += value;
        i += size;
    }
    return out;
}

std::string encoded(std::u32string_view text) {
    std::string out;
    for (const char32_t c : text)
        if (c < 0x80)
            out += char(c);
        else if (c < 0x800)
            (out += char(0xC0 | (c >> 6))) += char(0x80 | (c & 0x3F));
        else if (c < 0x10000)
            ((out += char(0xE0 | (c >> 12))) += char(0x80 | ((c >> 6) & 0x3F))) += char(0x80 | (c & 0x3F));
        else
            (((out += char(0xF0 | (c >> 18))) += char(0x80 | ((c >> 12) & 0x3F))) +=
             char(0x80 | ((c >> 6) & 0x3F))) += char(0x80 | (c & 0x3F));
    return out;
}

bool isLetter(char32_t c) {
    return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= 0xC0 && c <= 0x24F);
}

char32_t lower(char32_t c) {
    if (c >= U'A' && c <= U'Z')
        return c + 32;
    // In Latin Extended-A the small letter stands behind the great one.
    if (c >= 0x100 && c <= 0x137)
        return c | 1;
    if (c >= 0x139 && c <= 0x148)
        return c % 2 == 1 ? c + 1 : c;
    if (c >= 0x14A && c <= 0x177)
        return c | 1;
    return c >= 0x179 && c <= 0x17E && c % 2 == 1 ? c + 1 : c;
}

MarkedText::MarkedText(const acts::Element& element)
    : id_(element.id), characters_(decoded(acts::textOf(element.text))) {}

Finding MarkedText::wrong(const Rule& rule, std::size_t from, std::size_t to,
                          std::string_view instead) const {
    auto finding = doubtful(rule, from, to);
    const auto inserted = instead.empty() ? acts::Runs{} : acts::plain(instead);
    finding.fix.emplace_back(acts::ReplaceText{id_, from, to - from, inserted});
    return finding;
}

Finding MarkedText::doubtful(const Rule& rule, std::size_t from, std::size_t to) const {
    return {rule, id_, from, to, encoded(std::u32string_view(characters_).substr(from, to - from))};
}

std::size_t MarkedText::find(std::u32string_view words, std::size_t at) const {
    const auto isEdge = [&](std::size_t i) { return i >= characters_.size() || !isLetter(characters_[i]); };
    for (; at + words.size() <= characters_.size(); ++at) {
        const bool same = std::equal(words.begin(), words.end(), characters_.begin() + std::ptrdiff_t(at),
                                     [](char32_t a, char32_t b) { return a == lower(b); });
        if (same && (at == 0 || isEdge(at - 1)) && (isEdge(at + words.size()) || !isLetter(words.back())))
            return at;
    }
    return std::u32string::npos;
}

std::vector<const acts::Element*> withText(const acts::Act& act) {
    auto all = act.inOrder();
    std::erase_if(all, [](const auto* element) { return !acts::hasText(element->kind); });
    return all;
}

bool isAmending(const acts::Act& act) {
    return act.kind() == acts::ActKind::LawAmendments || act.kind() == acts::ActKind::RegulationAmendments;
}

} // namespace vienlogs::drafting_rules
