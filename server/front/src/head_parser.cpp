// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/server/front/head_parser.h"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <limits>

#include "syntax.h"

namespace vienlogs::server::front {

namespace {

constexpr std::string_view version = "HTTP/1.1";
constexpr std::size_t maxMethod = 16;

/// The next line without its end; the head has been scanned, so there is one.
std::string_view nextLine(std::string_view& rest) {
    const auto end = rest.find("\r\n");
    const auto line = rest.substr(0, end);
    rest.remove_prefix(end + 2);
    return line;
}

std::optional<Refusal> readVersion(std::string_view text) {
    if (text == version)
        return {};
    const bool isVersion = text.size() == version.size() && text.starts_with("HTTP/") && isDigit(text[5]) &&
                           text[6] == '.' && isDigit(text[7]);
    return isVersion ? Refusal{505, "version"} : Refusal{400, "request line"};
}

std::optional<Refusal> readRequestLine(std::string_view line, Head& head) {
    const auto first = line.find(' ');
    const auto last = line.rfind(' ');
    if (first == std::string_view::npos || first == last)
        return Refusal{400, "request line"};
    const auto method = line.substr(0, first);
    const auto target = line.substr(first + 1, last - first - 1);
    if (method.empty() || method.size() > maxMethod ||
        !std::all_of(method.begin(), method.end(), [](char c) { return c >= 'A' && c <= 'Z'; }))
        return Refusal{400, "method"};
    if (const auto refused = readVersion(line.substr(last + 1)))
        return refused;
    if (method == "CONNECT")
        return Refusal{501, "connect"};
    if (target.empty() || !areAll(target, targetChars))
        return Refusal{400, "target"};
    head.method = method;
    head.target = target;
    return {};
}

std::optional<Refusal> readField(std::string_view line, Head& head) {
    if (line.front() == ' ' || line.front() == '\t')
        return Refusal{400, "folded header"};
    const auto colon = line.find(':');
    if (colon == std::string_view::npos || colon == 0 || !areAll(line.substr(0, colon), tokenChars))
        return Refusal{400, "header name"};
    const auto value = trimmed(line.substr(colon + 1));
    if (!areAll(value, valueChars))
        return Refusal{400, "header value"};
    auto name = lowered(line.substr(0, colon));
    for (const auto& [known, unused] : head.headers)
        if (known == name)
            return name == "host"             ? Refusal{400, "two hosts"}
                   : name == "content-length" ? Refusal{400, "two lengths"}
                                              : Refusal{400, "header twice"};
    head.headers.emplace_back(std::move(name), value);
    return {};
}

/// An absolute target must name the host that Host names; what is left is its path.
std::optional<Refusal> readAuthority(Head& head) {
    const auto host = head.header("host");
    if (host.empty())
        return Refusal{400, "no host"};
    if (!isHost(host))
        return Refusal{400, "host"};
    if (head.target.front() == '/' || (head.target == "*" && head.method == "OPTIONS"))
        return {};
    const auto lower = lowered(head.target);
    const std::size_t scheme = lower.starts_with("http://") ? 7 : lower.starts_with("https://") ? 8 : 0;
    if (scheme == 0)
        return Refusal{400, "target"};
    const auto end = std::min(lower.find_first_of("/?", scheme), lower.size());
    if (lower.substr(scheme, end - scheme) != lowered(host))
        return Refusal{400, "host mismatch"};
    const auto path = head.target.substr(end);
    head.target = path.starts_with('/') ? path : "/" + path;
    return {};
}

std::optional<Refusal> readLength(Head& head) {
    const auto found = std::find_if(head.headers.begin(), head.headers.end(),
                                    [](const auto& header) { return header.first == "content-length"; });
    if (found == head.headers.end())
        return {};
    const auto& digits = found->second;
    if (digits.empty() || !std::all_of(digits.begin(), digits.end(), isDigit))
        return Refusal{400, "length"};
    std::size_t length = 0;
    const auto [at, error] = std::from_chars(digits.data(), digits.data() + digits.size(), length);
    if (error != std::errc() || length > std::numeric_limits<std::int64_t>::max())
        return Refusal{413, "length"};
    head.length = length;
    return {};
}

std::optional<Refusal> readFraming(Head& head) {
    if (const auto refused = readLength(head))
        return refused;
    const auto coding = std::find_if(head.headers.begin(), head.headers.end(),
                                     [](const auto& header) { return header.first == "transfer-encoding"; });
    if (coding != head.headers.end()) {
        if (head.length)
            return Refusal{400, "length and coding"};
        if (lowered(coding->second) != "chunked")
            return Refusal{501, "coding"};
        head.chunked = true;
    }
    const bool mayHaveBody = head.method == "POST" || head.method == "PUT" || head.method == "PATCH";
    if (mayHaveBody && !head.chunked && !head.length)
        return Refusal{411, "no length"};
    if (!mayHaveBody && head.hasBody())
        return Refusal{400, "body where none belongs"};
    return {};
}

std::optional<Refusal> readOptions(Head& head) {
    std::string connection = lowered(head.header("connection"));
    for (std::string_view rest = connection; !rest.empty();) {
        const auto comma = rest.find(',');
        if (trimmed(rest.substr(0, comma)) == "close")
            head.keepAlive = false;
        rest = comma == std::string_view::npos ? std::string_view() : rest.substr(comma + 1);
    }
    const auto expect = head.header("expect");
    if (expect.empty())
        return {};
    if (lowered(expect) != "100-continue")
        return Refusal{417, "expectation"};
    head.expectsContinue = true;
    return {};
}

} // namespace

std::string_view Head::header(std::string_view name) const {
    for (const auto& [known, value] : headers)
        if (known == name)
            return value;
    return {};
}

std::variant<std::size_t, HeadScanner::Incomplete, Refusal> HeadScanner::scan(std::string_view bytes,
                                                                              const Limits& limits) {
    while (scanned_ < bytes.size()) {
        const auto* found = std::memchr(bytes.data() + scanned_, '\n', bytes.size() - scanned_);
        if (!found)
            break;
        const auto at = static_cast<std::size_t>(static_cast<const char*>(found) - bytes.data());
        if (lineBegan_ == 0 && at > limits.requestLine)
            return Refusal{414, "request line"};
        if (at + 1 > limits.headBytes)
            return Refusal{431, "head"};
        if (at == 0 || bytes[at - 1] != '\r')
            return Refusal{400, "bare line feed"};
        scanned_ = at + 1;
        if (at == lineBegan_ + 1)
            return at + 1;
        lineBegan_ = at + 1;
    }
    scanned_ = bytes.size();
    if (lineBegan_ == 0 && bytes.size() > limits.requestLine)
        return Refusal{414, "request line"};
    if (bytes.size() > limits.headBytes)
        return Refusal{431, "head"};
    return Incomplete{};
}

std::variant<Head, Refusal> parseHead(std::string_view bytes, const Limits& limits) {
    Head head;
    if (const auto refused = readRequestLine(nextLine(bytes), head))
        return *refused;
    for (auto line = nextLine(bytes); !line.empty(); line = nextLine(bytes)) {
        if (head.headers.size() >= limits.headerCount)
            return Refusal{431, "header count"};
        if (const auto refused = readField(line, head))
            return *refused;
    }
    for (const auto& read : {readAuthority, readFraming, readOptions})
        if (const auto refused = read(head))
            return *refused;
    return head;
}

} // namespace vienlogs::server::front
