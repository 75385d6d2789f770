// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "fold.h"

#include <array>
#include <utility>

namespace vienlogs::catalogue {
namespace {

/// The next code point; advances. A broken sequence counts as a separator.
char32_t next(std::string_view text, std::size_t& at) {
    const auto lead = static_cast<unsigned char>(text[at++]);
    if (lead < 0x80)
        return lead;
    const int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
    char32_t code = lead & (0x3F >> more);
    for (int i = 0; i < more; ++i) {
        if (at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80)
            return ' ';
        code = (code << 6) | (static_cast<unsigned char>(text[at++]) & 0x3F);
    }
    return code;
}

constexpr std::array<std::pair<std::u32string_view, char>, 18> diacritics{{{U"āĀäÄàáÀÁâãåąĄ", 'a'},
                                                                           {U"čČçćĆ", 'c'},
                                                                           {U"ēĒéÉèêëęĘė", 'e'},
                                                                           {U"ģĢ", 'g'},
                                                                           {U"īĪíìîïį", 'i'},
                                                                           {U"ķĶ", 'k'},
                                                                           {U"ļĻłŁ", 'l'},
                                                                           {U"ņŅñńŃ", 'n'},
                                                                           {U"ōŌöÖóÓòôõ", 'o'},
                                                                           {U"ŗŖ", 'r'},
                                                                           {U"šŠśŚ", 's'},
                                                                           {U"ūŪüÜúÚùûų", 'u'},
                                                                           {U"žŽźŹżŻ", 'z'},
                                                                           {U"ýÿ", 'y'},
                                                                           {U"ß", 's'},
                                                                           {U"ťŤ", 't'},
                                                                           {U"ďĎ", 'd'},
                                                                           {U"ő", 'o'}}};

/// One letter in our one-byte form; 0 separates words.
char fold(char32_t code) {
    if ((code >= 'a' && code <= 'z') || (code >= '0' && code <= '9'))
        return static_cast<char>(code);
    if (code >= 'A' && code <= 'Z')
        return static_cast<char>(code - 'A' + 'a');
    if (code >= 0x430 && code <= 0x44F) // а–я
        return static_cast<char>(code - 0x430 + 0xE0);
    if (code >= 0x410 && code <= 0x42F) // А–Я
        return static_cast<char>(code - 0x410 + 0xE0);
    if (code == 0x451 || code == 0x401) // ё as е
        return static_cast<char>(0xE5);
    for (const auto& [letters, plain] : diacritics)
        if (letters.find(code) != std::u32string_view::npos)
            return plain;
    return 0;
}

} // namespace

std::vector<std::string> foldedWords(std::string_view text, std::size_t most) {
    std::vector<std::string> words;
    std::string word;
    for (std::size_t at = 0; at < text.size() && words.size() < most;) {
        if (const char letter = fold(next(text, at)))
            word.push_back(letter);
        else if (!word.empty())
            words.push_back(std::exchange(word, {}));
    }
    if (!word.empty() && words.size() < most)
        words.push_back(std::move(word));
    return words;
}

} // namespace vienlogs::catalogue
