// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/jsonread/json.h"

#include <string>

#include "vienlogs/base/failures_base.h"

namespace vienlogs::jsonread {
namespace {

/// Depth and number of values of a text, without parsing it: brackets and separators outside strings.
struct Scan {
    std::size_t depth = 0, deepest = 0, values = 1;
    bool inString = false, escaped = false;

    void take(char c) {
        if (inString) {
            if (escaped)
                escaped = false;
            else if (c == '\\')
                escaped = true;
            else if (c == '"')
                inString = false;
            return;
        }
        if (c == '"')
            inString = true;
        else if (c == '{' || c == '[')
            deepest = std::max(deepest, ++depth);
        else if ((c == '}' || c == ']') && depth > 0)
            --depth;
        else if (c == ',' || c == ':')
            ++values;
    }
};

} // namespace

base::Result<nlohmann::json> parse(std::string_view text, const Limits& limits) {
    if (text.size() > limits.bytes)
        return base::fail(base::codes::invalidArgument, "JSON: " + std::to_string(text.size()) + " bytes");
    Scan scan;
    for (const char c : text) {
        scan.take(c);
        if (scan.deepest > limits.depth)
            return base::fail(base::codes::invalidArgument, "JSON: too deep");
        if (scan.values > limits.values)
            return base::fail(base::codes::invalidArgument, "JSON: too many values");
    }
    try {
        return nlohmann::json::parse(text);
    } catch (const nlohmann::json::parse_error& error) {
        // Only the place: the message quotes the text, which may be personal.
        return base::fail(base::codes::invalidArgument, "JSON: byte " + std::to_string(error.byte));
    } catch (const nlohmann::json::exception& error) {
        return base::fail(base::codes::invalidArgument, "JSON: error " + std::to_string(error.id));
    }
}

} // namespace vienlogs::jsonread
