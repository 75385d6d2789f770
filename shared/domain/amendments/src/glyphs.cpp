// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "glyphs.h"

#include <algorithm>
#include <array>

namespace vienlogs::amendments {

namespace {

std::size_t characterLength(std::string_view text) {
    std::size_t length = 1;
    while (length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80U)
        ++length;
    return length;
}

bool isCapital(const std::string& glyph) {
    static constexpr std::array<std::string_view, 11> latvian{"Ā", "Č", "Ē", "Ģ", "Ī", "Ķ",
                                                              "Ļ", "Ņ", "Š", "Ū", "Ž"};
    return (glyph.size() == 1 && glyph[0] >= 'A' && glyph[0] <= 'Z') ||
           std::find(latvian.begin(), latvian.end(), glyph) != latvian.end();
}

void put(acts::Runs& runs, std::string_view character, bool raised) {
    acts::Run run{std::string(character)};
    run.script = raised ? acts::Script::Super : acts::Script::Line;
    runs.push_back(std::move(run));
}

} // namespace

Glyphs glyphsOf(const acts::Runs& runs) {
    Glyphs glyphs;
    for (const auto& run : runs)
        for (std::string_view rest = run.text; !rest.empty();) {
            const auto length = characterLength(rest);
            glyphs.push_back((run.script == acts::Script::Super ? "^" : "") +
                             std::string(rest.substr(0, length)));
            rest.remove_prefix(length);
        }
    return glyphs;
}

std::string flat(const acts::Runs& runs) {
    std::string text;
    for (const auto& run : runs)
        text += (run.script == acts::Script::Super ? "^" : "") + run.text;
    return text;
}

acts::Runs fromFlat(std::string_view text) {
    acts::Runs runs;
    bool raised = false;
    for (const char c : text)
        if (c == '^')
            raised = true;
        else {
            raised = raised && c >= '0' && c <= '9';
            put(runs, std::string_view(&c, 1), raised);
        }
    return acts::normalised(runs);
}

acts::Runs fromRaisedDigits(std::string_view text) {
    static constexpr std::array<std::string_view, 10> digits{"⁰", "¹", "²", "³", "⁴",
                                                             "⁵", "⁶", "⁷", "⁸", "⁹"};
    acts::Runs runs;
    while (!text.empty()) {
        const auto character = text.substr(0, characterLength(text));
        const auto digit = std::find(digits.begin(), digits.end(), character);
        put(runs, digit == digits.end() ? std::string(character) : std::to_string(digit - digits.begin()),
            digit != digits.end());
        text.remove_prefix(character.size());
    }
    return acts::normalised(runs);
}

bool isWordGlyph(const std::string& glyph) {
    const auto c = static_cast<unsigned char>(glyph[0]);
    return c >= 0x80 || c == '^' || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
           (c >= 'a' && c <= 'z');
}

std::vector<std::size_t> positionsOf(const Glyphs& words, const Glyphs& text) {
    std::vector<std::size_t> positions;
    if (words.empty())
        return positions;
    for (auto at = text.begin();; ++at) {
        at = std::search(at, text.end(), words.begin(), words.end());
        if (at == text.end())
            return positions;
        const auto end = at + std::ptrdiff_t(words.size());
        const bool inWord = (at != text.begin() && isWordGlyph(words.front()) && isWordGlyph(*(at - 1))) ||
                            (end != text.end() && isWordGlyph(words.back()) && isWordGlyph(*end));
        if (!inWord)
            positions.push_back(std::size_t(at - text.begin()));
    }
}

std::vector<Stretch> sentencesOf(const Glyphs& text) {
    std::vector<Stretch> sentences;
    std::size_t from = 0;
    for (std::size_t i = 0; i + 2 < text.size(); ++i) {
        const bool mark = text[i] == "." || text[i] == "!" || text[i] == "?";
        if (mark && text[i + 1] == " " && isCapital(text[i + 2])) {
            sentences.push_back({from, i + 1});
            from = i + 2;
        }
    }
    if (from < text.size())
        sentences.push_back({from, text.size()});
    return sentences;
}

std::optional<base::Ulid> bodyOf(const acts::Act& act, const base::Ulid& unit) {
    const auto& element = *act.find(unit);
    if (element.kind != acts::ElementKind::Article)
        return unit;
    if (element.children.size() == 1)
        if (const auto* only = act.find(element.children[0]); only->kind == acts::ElementKind::Paragraph)
            return only->id;
    return std::nullopt;
}

} // namespace vienlogs::amendments
