// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "entry_name.h"

#include <algorithm>
#include <cstdint>

namespace vienlogs::verify {

namespace {

constexpr std::size_t longestName = 512;

/// The next character of UTF-8 (RFC 3629); nothing if it is not well formed.
std::optional<char32_t> nextCharacter(const std::string& text, std::size_t& at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const auto first = byte(at);
    const int more = first < 0x80             ? 0
                     : (first & 0xE0) == 0xC0 ? 1
                     : (first & 0xF0) == 0xE0 ? 2
                     : (first & 0xF8) == 0xF0 ? 3
                                              : -1;
    if (more < 0 || at + std::size_t(more) >= text.size())
        return std::nullopt;
    char32_t value = more == 0 ? first : first & (0x3F >> more);
    for (int i = 1; i <= more; ++i) {
        if ((byte(at + std::size_t(i)) & 0xC0) != 0x80)
            return std::nullopt;
        value = value << 6 | (byte(at + std::size_t(i)) & 0x3F);
    }
    constexpr char32_t smallest[] = {0, 0x80, 0x800, 0x10000};
    if (value < smallest[more] || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000))
        return std::nullopt;
    at += std::size_t(more) + 1;
    return value;
}

/// Control characters, and those that turn the direction of writing and so make "exe.fdp" of "pdf.exe".
bool invisible(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x61C || (c >= 0x200B && c <= 0x200F) ||
           (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF;
}

char32_t smallLetter(char32_t c) {
    if ((c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7) || (c >= 0x410 && c <= 0x42F))
        return c + 32;
    if (c >= 0x400 && c <= 0x40F)
        return c + 80;
    const bool capitalsAreOdd = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E);
    if (c >= 0x100 && c <= 0x17E && (c % 2 == 1) == capitalsAreOdd)
        return c + 1;
    return c;
}

bool wrongPart(const std::string& part) {
    return part.empty() || part == "." || part == "..";
}

} // namespace

std::optional<std::string> wrongWith(const std::string& name) {
    if (name.empty() || name.size() > longestName)
        return "an empty or very long name";
    for (std::size_t at = 0; at < name.size();) {
        const auto c = nextCharacter(name, at);
        if (!c)
            return "a name that is not UTF-8";
        if (invisible(*c) || *c == '\\' || *c == ':')
            return "a name with characters of another meaning";
    }
    const auto path = name.back() == '/' ? name.substr(0, name.size() - 1) : name;
    for (std::size_t from = 0; from <= path.size();) {
        const auto to = std::min(path.find('/', from), path.size());
        if (wrongPart(path.substr(from, to - from)))
            return "a name that leads out of the container";
        from = to + 1;
    }
    return std::nullopt;
}

std::string folded(const std::string& name) {
    std::string result;
    for (std::size_t at = 0; at < name.size();) {
        const auto c = nextCharacter(name, at);
        if (!c)
            return name;
        if (*c == '/')
            while (!result.empty() && (result.back() == '.' || result.back() == ' '))
                result.pop_back();
        // Only to be compared: four bytes for every character.
        const auto small = smallLetter(*c);
        if (small < 0x80)
            result.push_back(static_cast<char>(small));
        else
            for (int shift = 24; shift >= 0; shift -= 8)
                result.push_back(static_cast<char>(small >> shift));
    }
    while (!result.empty() && (result.back() == '.' || result.back() == ' '))
        result.pop_back();
    return result;
}

std::string shown(const std::string& text, std::size_t most) {
    std::string result;
    for (std::size_t at = 0; at < text.size() && result.size() < most;) {
        const auto from = at;
        const auto c = nextCharacter(text, at);
        if (!c)
            ++at;
        result += c && !invisible(*c) ? text.substr(from, at - from) : "?";
    }
    return result;
}

} // namespace vienlogs::verify
