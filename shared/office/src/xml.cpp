// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "xml.h"

#include <charconv>

#include "vienlogs/office/failures.h"
#include "vienlogs/office/package.h"

namespace vienlogs::office {

std::string together(std::initializer_list<std::string_view> parts) {
    std::size_t size = 0;
    for (const auto part : parts)
        size += part.size();
    std::string text;
    text.reserve(size);
    for (const auto part : parts)
        text += part;
    return text;
}

std::string escaped(std::string_view text) {
    std::string out;
    out.reserve(text.size() + 8);
    for (const char c : text)
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        case '\n':
        case '\t':
            out += ' ';
            break;
        default:
            out += c;
        }
    return out;
}

namespace {

/// Behind the ">" that ends the tag at `at`. One inside a quoted value ends nothing (XML 1.0, 3.1): taken for
/// the end, "/>" in a value would hide an open element from the bound of depth.
std::size_t behindTag(std::string_view text, std::size_t at) {
    char quote = 0;
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (quote != 0)
            quote = c == quote ? char(0) : quote;
        else if (c == '"' || c == '\'')
            quote = c;
        else if (c == '>')
            return at + 1;
    }
    return text.size();
}

} // namespace

base::Result<void> checkXml(std::string_view text) {
    std::size_t depth = 0;
    const auto skip = [&](std::size_t at, std::string_view end) {
        const auto found = text.find(end, at);
        return found == std::string_view::npos ? text.size() : found + end.size();
    };
    for (auto at = text.find('<'); at != std::string_view::npos && at + 1 < text.size();
         at = text.find('<', at)) {
        const auto rest = text.substr(at);
        if (rest.starts_with("<!--"))
            at = skip(at, "-->");
        else if (rest.starts_with("<![CDATA["))
            at = skip(at, "]]>");
        else if (rest.starts_with("<!"))
            return base::fail(codes::forbidden, "a document type");
        else if (rest.starts_with("<?"))
            at = skip(at, "?>");
        else {
            const auto end = behindTag(text, at);
            const bool closes = rest.starts_with("</");
            const bool empty = text.substr(at, end - at).ends_with("/>");
            depth += closes || empty ? 0 : 1;
            depth -= closes && depth > 0 ? 1 : 0;
            if (depth > PackageBounds::depth)
                return base::fail(codes::tooLarge, "depth");
            at = end;
        }
    }
    return {};
}

base::Result<void> parseXml(const std::string& text, pugi::xml_document& document) {
    if (auto allowed = checkXml(text); !allowed)
        return allowed;
    // Spaces between spans are text.
    const auto parsed =
        document.load_buffer(text.data(), text.size(), pugi::parse_default | pugi::parse_ws_pcdata);
    if (!parsed)
        return base::fail(codes::forbidden, "XML at " + std::to_string(parsed.offset));
    return {};
}

std::optional<std::size_t> versionOf(std::string_view text) {
    std::size_t version = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), version);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional(version) : std::nullopt;
}

} // namespace vienlogs::office
