// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/server/syslog/message.h"

#include <algorithm>

namespace vienlogs::server::syslog {

namespace {

constexpr std::size_t longestValue = 1024;
constexpr std::size_t longestData = 7 * 1024;
constexpr std::string_view dataId = "vienlogs@32473"; // the number that RFC 5612 keeps for no enterprise

/// Printable ASCII without spaces, as a header's fields are; "-" for nothing.
std::string headerField(std::string_view text, std::size_t longest) {
    std::string field;
    std::copy_if(text.begin(), text.end(), std::back_inserter(field),
                 [](char c) { return c > ' ' && c <= '~'; });
    return field.empty() ? "-" : field.substr(0, longest);
}

/// Cut between characters of UTF-8, its special ones escaped, control characters made spaces.
std::string valueOf(std::string_view text) {
    auto size = std::min(text.size(), longestValue);
    while (size < text.size() && size > 0 && (static_cast<unsigned char>(text[size]) & 0xc0) == 0x80)
        --size;
    std::string value;
    for (const char c : text.substr(0, size)) {
        if (c == '"' || c == '\\' || c == ']')
            value += '\\';
        value += static_cast<unsigned char>(c) < ' ' ? ' ' : c;
    }
    return value;
}

std::string dataOf(std::span<const Field> fields) {
    std::string data;
    for (const auto& [name, value] : fields)
        if (!value.empty() && data.size() + value.size() < longestData)
            data.append(" ").append(headerField(name, 32)).append("=\"").append(valueOf(value)).append("\"");
    return data.empty() ? "-" : "[" + std::string(dataId) + data + "]";
}

} // namespace

std::string messageOf(const Origin& origin, Facility facility, Severity severity, base::Timestamp at,
                      std::string_view event, std::span<const Field> fields) {
    const auto priority = static_cast<int>(facility) * 8 + static_cast<int>(severity);
    return "<" + std::to_string(priority) + ">1 " + base::toRfc3339(at) + " " +
           headerField(origin.host, 255) + " " + headerField(origin.program, 48) + " " +
           std::to_string(origin.process) + " " + headerField(event, 32) + " " + dataOf(fields) + " " +
           headerField(event, 32);
}

} // namespace vienlogs::server::syslog
