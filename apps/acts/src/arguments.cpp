// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "arguments.h"

#include <algorithm>
#include <array>

#include "vienlogs/base/failures_base.h"

namespace vienlogs::acts_tool {

namespace {

constexpr std::array withValue = std::to_array<std::string_view>(
    {"--kind",         "--base",         "--report",  "--to",         "--by",        "--date",
     "--in-force",     "--published",    "--adopted", "--giver",      "--stance",    "--element",
     "--what",         "--who",          "--due",     "--done",       "--objection", "--proposal",
     "--wording",      "--outcome",      "--text",    "--maintained", "--field",     "--from",
     "--until",        "--in-force-act", "--author",  "--schema",     "--spelling",  "--language",
     "--changes-since"});
constexpr std::array switches = std::to_array<std::string_view>(
    {"--accept", "--help", "--version", "--check", "--agreed", "--with-proposals", "--fix"});

template<typename List>
bool contains(const List& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

} // namespace

std::string Arguments::value(const std::string& name, const std::string& otherwise) const {
    const auto found = options.find(name);
    return found == options.end() ? otherwise : found->second;
}

base::Result<Arguments> argumentsOf(const std::vector<std::string>& words) {
    Arguments arguments;
    for (std::size_t i = 0; i < words.size(); ++i)
        if (!words[i].starts_with("--"))
            arguments.rest.push_back(words[i]);
        else if (contains(switches, words[i])) {
            auto& named = arguments.options[words[i]];
            const bool lines =
                words[i] == "--accept" && !arguments.rest.empty() && arguments.rest[0] == "merge";
            for (; lines && i + 1 < words.size() && !words[i + 1].starts_with("--"); ++i)
                named += (named.empty() ? "" : " ") + words[i + 1];
        } else if (contains(withValue, words[i]) && i + 1 < words.size()) {
            arguments.options[words[i]] = words[i + 1];
            ++i;
        } else
            return base::fail(base::codes::invalidArgument, words[i]);
    return arguments;
}

} // namespace vienlogs::acts_tool
