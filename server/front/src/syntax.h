// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <string>
#include <string_view>

/// The character classes of RFC 9110 and RFC 3986, as far as requests need them.
namespace vienlogs::server::front {

[[nodiscard]] constexpr bool isDigit(char c) {
    return c >= '0' && c <= '9';
}
[[nodiscard]] constexpr bool isAlpha(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}
/// A set of characters that is looked up without a search: letters, digits and some others.
class CharSet {
public:
    constexpr explicit CharSet(std::string_view others) {
        for (char c = 0; c < 127; ++c)
            has_[static_cast<std::size_t>(c)] = isDigit(c) || isAlpha(c);
        for (const char c : others)
            has_[static_cast<unsigned char>(c)] = true;
    }
    /// Every byte from one to another as well.
    [[nodiscard]] constexpr CharSet with(std::size_t first, std::size_t last) const {
        CharSet wider = *this;
        for (auto c = first; c <= last; ++c)
            wider.has_[c] = true;
        return wider;
    }
    [[nodiscard]] constexpr bool has(char c) const { return has_[static_cast<unsigned char>(c)]; }

private:
    std::array<bool, 256> has_{};
};

inline constexpr CharSet tokenChars("!#$%&'*+-.^_`|~");
/// Of a path, a query or an absolute address; no fragment.
inline constexpr CharSet targetChars("-._~%!$&'()*+,;=:@/?");
/// Visible ASCII, space, tab and bytes above ASCII.
inline constexpr CharSet valueChars = CharSet("\t").with(0x20, 0x7e).with(0x80, 0xff);

[[nodiscard]] constexpr bool areAll(std::string_view text, const CharSet& set) {
    for (const char c : text)
        if (!set.has(c))
            return false;
    return true;
}

[[nodiscard]] constexpr bool isHostChar(char c) {
    return isDigit(c) || isAlpha(c) || c == '-' || c == '.';
}

[[nodiscard]] constexpr std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix(1);
    return text;
}

[[nodiscard]] inline std::string lowered(std::string_view text) {
    std::string lower(text);
    for (auto& c : lower)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

/// "name", "name:port", "[address of version 6]:port".
[[nodiscard]] inline bool isHost(std::string_view text) {
    const auto bracket = text.starts_with('[') ? text.find(']') : 0;
    if (bracket == std::string_view::npos)
        return false;
    const auto colon = text.find(':', bracket);
    const auto name = text.substr(0, colon);
    const auto port = colon == std::string_view::npos ? std::string_view("0") : text.substr(colon + 1);
    if (port.empty() || port.size() > 5 || name.empty())
        return false;
    for (const char c : port)
        if (!isDigit(c))
            return false;
    if (bracket > 0 && name.size() != bracket + 1)
        return false;
    const auto inner = bracket > 0 ? name.substr(1, bracket - 1) : name;
    for (const char c : inner)
        if (!isHostChar(c) && !(bracket > 0 && c == ':'))
            return false;
    return !inner.empty();
}

} // namespace vienlogs::server::front
