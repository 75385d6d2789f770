// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/domain/clients/names.h"

#include <algorithm>
#include <optional>

namespace vienlogs::domain::clients {

namespace {

using Letters = std::u32string;

bool isContinuation(char c) {
    return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

/// Letters of at most two bytes, which all names of our registers have, and three-byte signs; else nothing.
std::optional<Letters> lettersOf(std::string_view text) {
    Letters letters;
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const std::size_t length = lead < 0x80 ? 1 : lead >> 5 == 6 ? 2 : lead >> 4 == 14 ? 3 : 0;
        if (length == 0 || i + length > text.size())
            return std::nullopt;
        char32_t letter = length == 1 ? lead : lead & (length == 2 ? 0x1F : 0x0F);
        for (std::size_t k = 1; k < length; ++k) {
            if (!isContinuation(text[i + k]))
                return std::nullopt;
            letter = letter << 6 | (static_cast<unsigned char>(text[i + k]) & 0x3F);
        }
        letters += letter;
        i += length;
    }
    return letters;
}

std::string textOf(const Letters& letters) {
    std::string text;
    for (const auto letter : letters) {
        if (letter < 0x80) {
            text += static_cast<char>(letter);
        } else if (letter < 0x800) {
            text += static_cast<char>(0xC0 | letter >> 6);
            text += static_cast<char>(0x80 | (letter & 0x3F));
        } else {
            text += static_cast<char>(0xE0 | letter >> 12);
            text += static_cast<char>(0x80 | (letter >> 6 & 0x3F));
            text += static_cast<char>(0x80 | (letter & 0x3F));
        }
    }
    return text;
}

bool within(char32_t c, char32_t first, char32_t last) {
    return c >= first && c <= last;
}

/// Capital and small letter stand side by side in Latin Extended-A; which comes first changes twice.
bool isCapitalOfPair(char32_t c) {
    const bool even = within(c, 0x100, 0x137) || within(c, 0x14A, 0x177);
    const bool odd = within(c, 0x139, 0x148) || within(c, 0x179, 0x17E);
    return (even && c % 2 == 0) || (odd && c % 2 == 1);
}

char32_t smallOf(char32_t c) {
    if (within(c, U'A', U'Z') || (within(c, 0xC0, 0xDE) && c != 0xD7) || within(c, 0x410, 0x42F))
        return c + 0x20;
    if (within(c, 0x400, 0x40F))
        return c + 0x50;
    return isCapitalOfPair(c) ? c + 1 : c == 0x178 ? 0xFF : c;
}

bool isSmall(char32_t c) {
    return within(c, U'a', U'z') || (within(c, 0xDF, 0xFF) && c != 0xF7) || within(c, 0x430, 0x45F) ||
           (within(c, 0x101, 0x17E) && smallOf(c - 1) == c && isCapitalOfPair(c - 1));
}

bool isSeparator(char32_t c) {
    return c == U' ' || c == U'-' || c == U'\'' || c == 0x2019 || c == U'.';
}

void settle(Letters::iterator first, Letters::iterator last) {
    if (last - first > 1 && std::none_of(first, last, isSmall))
        std::transform(first + 1, last, first + 1, smallOf);
}

} // namespace

std::string properCase(std::string_view name) {
    auto letters = lettersOf(name);
    if (!letters)
        return std::string(name);
    for (auto at = letters->begin(); at != letters->end();) {
        const auto end = std::find_if(at, letters->end(), isSeparator);
        settle(at, end);
        at = end == letters->end() ? end : end + 1;
    }
    return textOf(*letters);
}

bool sameName(std::string_view a, std::string_view b) {
    auto first = lettersOf(a);
    auto second = lettersOf(b);
    if (!first || !second)
        return a == b;
    std::transform(first->begin(), first->end(), first->begin(), smallOf);
    std::transform(second->begin(), second->end(), second->begin(), smallOf);
    return first == second;
}

} // namespace vienlogs::domain::clients
