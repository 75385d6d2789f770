// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/devices/pos/zvt_text.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace vienlogs::devices::pos {

namespace {

/// Unicode of the bytes 80 to FF of code page 437.
constexpr std::array<char16_t, 128> cp437{
    0x00C7, 0x00FC, 0x00E9, 0x00E2, 0x00E4, 0x00E0, 0x00E5, 0x00E7, 0x00EA, 0x00EB, 0x00E8, 0x00EF, 0x00EE,
    0x00EC, 0x00C4, 0x00C5, 0x00C9, 0x00E6, 0x00C6, 0x00F4, 0x00F6, 0x00F2, 0x00FB, 0x00F9, 0x00FF, 0x00D6,
    0x00DC, 0x00A2, 0x00A3, 0x00A5, 0x20A7, 0x0192, 0x00E1, 0x00ED, 0x00F3, 0x00FA, 0x00F1, 0x00D1, 0x00AA,
    0x00BA, 0x00BF, 0x2310, 0x00AC, 0x00BD, 0x00BC, 0x00A1, 0x00AB, 0x00BB, 0x2591, 0x2592, 0x2593, 0x2502,
    0x2524, 0x2561, 0x2562, 0x2556, 0x2555, 0x2563, 0x2551, 0x2557, 0x255D, 0x255C, 0x255B, 0x2510, 0x2514,
    0x2534, 0x252C, 0x251C, 0x2500, 0x253C, 0x255E, 0x255F, 0x255A, 0x2554, 0x2569, 0x2566, 0x2560, 0x2550,
    0x256C, 0x2567, 0x2568, 0x2564, 0x2565, 0x2559, 0x2558, 0x2552, 0x2553, 0x256B, 0x256A, 0x2518, 0x250C,
    0x2588, 0x2584, 0x258C, 0x2590, 0x2580, 0x03B1, 0x00DF, 0x0393, 0x03C0, 0x03A3, 0x03C3, 0x00B5, 0x03C4,
    0x03A6, 0x0398, 0x03A9, 0x03B4, 0x221E, 0x03C6, 0x03B5, 0x2229, 0x2261, 0x00B1, 0x2265, 0x2264, 0x2320,
    0x2321, 0x00F7, 0x2248, 0x00B0, 0x2219, 0x00B7, 0x221A, 0x207F, 0x00B2, 0x25A0, 0x00A0};

/// Unicode of the bytes A0 to FF of ISO 8859-13 (Baltic).
constexpr std::array<char16_t, 96> iso8859_13{
    0x00A0, 0x201D, 0x00A2, 0x00A3, 0x00A4, 0x201E, 0x00A6, 0x00A7, 0x00D8, 0x00A9, 0x0156, 0x00AB,
    0x00AC, 0x00AD, 0x00AE, 0x00C6, 0x00B0, 0x00B1, 0x00B2, 0x00B3, 0x201C, 0x00B5, 0x00B6, 0x00B7,
    0x00F8, 0x00B9, 0x0157, 0x00BB, 0x00BC, 0x00BD, 0x00BE, 0x00E6, 0x0104, 0x012E, 0x0100, 0x0106,
    0x00C4, 0x00C5, 0x0118, 0x0112, 0x010C, 0x00C9, 0x0179, 0x0116, 0x0122, 0x0136, 0x012A, 0x013B,
    0x0160, 0x0143, 0x0145, 0x00D3, 0x014C, 0x00D5, 0x00D6, 0x00D7, 0x0172, 0x0141, 0x015A, 0x016A,
    0x00DC, 0x017B, 0x017D, 0x00DF, 0x0105, 0x012F, 0x0101, 0x0107, 0x00E4, 0x00E5, 0x0119, 0x0113,
    0x010D, 0x00E9, 0x017A, 0x0117, 0x0123, 0x0137, 0x012B, 0x013C, 0x0161, 0x0144, 0x0146, 0x00F3,
    0x014D, 0x00F5, 0x00F6, 0x00F7, 0x0173, 0x0142, 0x015B, 0x016B, 0x00FC, 0x017C, 0x017E, 0x2019};

constexpr char32_t replacement = 0xFFFD;

/// What a letter is written as where the character set lacks it.
struct Plain {
    char32_t letter;
    char plain;
};

constexpr Plain plainLetters[] = {
    {0x0100, 'A'}, {0x0101, 'a'}, {0x010C, 'C'}, {0x010D, 'c'}, {0x0112, 'E'}, {0x0113, 'e'}, {0x0122, 'G'},
    {0x0123, 'g'}, {0x012A, 'I'}, {0x012B, 'i'}, {0x0136, 'K'}, {0x0137, 'k'}, {0x013B, 'L'}, {0x013C, 'l'},
    {0x0145, 'N'}, {0x0146, 'n'}, {0x014C, 'O'}, {0x014D, 'o'}, {0x0156, 'R'}, {0x0157, 'r'}, {0x0160, 'S'},
    {0x0161, 's'}, {0x016A, 'U'}, {0x016B, 'u'}, {0x017D, 'Z'}, {0x017E, 'z'}};

char32_t unicodeOf(std::uint8_t byte, ZvtCharset charset) {
    if (byte < 0x80)
        return byte;
    if (charset == ZvtCharset::Cp437)
        return cp437[byte - 0x80U];
    if (byte < 0xA0)
        return replacement;
    return charset == ZvtCharset::Iso8859_13 ? iso8859_13[byte - 0xA0U] : byte;
}

void append(std::string& text, char32_t letter) {
    const auto continued = [](char32_t bits) { return static_cast<char>(0x80 | (bits & 0x3F)); };
    if (letter < 0x80) {
        text += static_cast<char>(letter);
    } else if (letter < 0x800) {
        text += static_cast<char>(0xC0 | letter >> 6);
        text += continued(letter);
    } else {
        text += static_cast<char>(0xE0 | letter >> 12);
        text += continued(letter >> 6);
        text += continued(letter);
    }
}

/// Takes one letter from the front of UTF-8; what is not UTF-8, or beyond the basic plane, is U+FFFD.
char32_t takeLetter(std::string_view& text) {
    const auto first = static_cast<unsigned char>(text.front());
    const std::size_t length = first < 0x80    ? 1
                               : first >= 0xF0 ? 4
                               : first >= 0xE0 ? 3
                               : first >= 0xC0 ? 2
                                               : 0;
    if (length == 0 || text.size() < length) {
        text.remove_prefix(1);
        return replacement;
    }
    char32_t letter = length == 1 ? first : first & (0x7FU >> length);
    for (std::size_t at = 1; at < length; ++at)
        letter = letter << 6 | (static_cast<unsigned char>(text[at]) & 0x3FU);
    text.remove_prefix(length);
    return length == 4 ? replacement : letter;
}

std::uint8_t byteOf(char32_t letter, ZvtCharset charset) {
    if (letter < 0x80)
        return static_cast<std::uint8_t>(letter);
    for (int byte = 0x80; byte <= 0xFF && letter != replacement; ++byte)
        if (unicodeOf(static_cast<std::uint8_t>(byte), charset) == letter)
            return static_cast<std::uint8_t>(byte);
    const auto* const plain = std::find_if(std::begin(plainLetters), std::end(plainLetters),
                                           [&](const Plain& entry) { return entry.letter == letter; });
    return static_cast<std::uint8_t>(plain == std::end(plainLetters) ? '?' : plain->plain);
}

} // namespace

std::string toUtf8(std::span<const std::uint8_t> text, ZvtCharset charset) {
    std::string result;
    for (const auto byte : text)
        if (byte >= 0x20 && byte != 0x7F)
            append(result, unicodeOf(byte, charset));
    return result;
}

base::Bytes fromUtf8(std::string_view text, ZvtCharset charset) {
    base::Bytes result;
    while (!text.empty())
        result.push_back(byteOf(takeLetter(text), charset));
    return result;
}

} // namespace vienlogs::devices::pos
