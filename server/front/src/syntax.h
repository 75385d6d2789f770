// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

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
[[nodiscard]] constexpr bool isTokenChar(char c) {
    return isDigit(c) || isAlpha(c) || std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}
/// Visible ASCII, space, tab and bytes above ASCII.
[[nodiscard]] constexpr bool isValueChar(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte >= 0x20 && byte != 0x7f) || c == '\t';
}
/// Of a path, a query or an absolute address; no fragment.
[[nodiscard]] constexpr bool isTargetChar(char c) {
    return isDigit(c) || isAlpha(c) ||
           std::string_view("-._~%!$&'()*+,;=:@/?").find(c) != std::string_view::npos;
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
