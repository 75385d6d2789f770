// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/acts_sync/wire.h"

#include "vienlogs/acts/log_codec.h"
#include "vienlogs/base/failures_base.h"
#include "vienlogs/jsonread/json.h"

namespace vienlogs::acts_sync {

namespace {

using nlohmann::json;

json jsonOf(const Head& head) {
    return {{"count", head.count}, {"chain", head.chain}};
}

json linesOf(const std::vector<acts::Entry>& entries) {
    auto lines = json::array();
    for (const auto& entry : entries)
        lines.push_back(acts::entryLine(entry));
    return lines;
}

/// A member, or null when it is missing.
const json& member(const json& object, const char* name) {
    static const json none;
    return object.is_object() && object.contains(name) ? object.at(name) : none;
}

base::Result<std::size_t> countOf(const json& value) {
    if (!value.is_number_unsigned() || value.get<std::uint64_t>() > 10'000'000)
        return base::fail(base::codes::invalidArgument, "count");
    return value.get<std::size_t>();
}

base::Result<Head> readHead(const json& value) {
    const auto count = countOf(member(value, "count"));
    const auto& chain = member(value, "chain");
    if (!count || !chain.is_string() || chain.get_ref<const std::string&>().size() != (*count > 0 ? 64U : 0U))
        return base::fail(base::codes::invalidArgument, "head");
    return Head{*count, chain.get<std::string>()};
}

base::Result<std::vector<acts::Entry>> readEntries(const json& value) {
    if (!value.is_array() || value.size() > mostEntries)
        return base::fail(base::codes::invalidArgument, "entries");
    std::vector<acts::Entry> entries;
    for (const auto& line : value) {
        if (!line.is_string())
            return base::fail(base::codes::invalidArgument, "entries");
        auto entry = acts::entryOf(line.get_ref<const std::string&>());
        if (!entry)
            return base::fail(entry.error());
        entries.push_back(std::move(*entry));
    }
    return entries;
}

base::Result<json> read(std::string_view text, std::size_t most) {
    return jsonread::parse(text, {.bytes = most, .depth = 4, .values = 1'000'000});
}

/// Both have these two members.
base::Result<Push> readPush(const json& value) {
    auto after = readHead(member(value, "after"));
    auto entries = readEntries(member(value, "entries"));
    if (!after || !entries)
        return base::fail(after ? entries.error() : after.error());
    return Push{std::move(*after), std::move(*entries)};
}

} // namespace

std::string encode(const Head& head) {
    return jsonOf(head).dump();
}

std::string encode(const Push& push) {
    return json{{"after", jsonOf(push.after)}, {"entries", linesOf(push.entries)}}.dump();
}

std::string encode(const Page& page) {
    return json{{"after", jsonOf(page.after)}, {"entries", linesOf(page.entries)}, {"total", page.total}}
        .dump();
}

base::Result<Head> headFrom(std::string_view text) {
    return read(text, mostBytes).and_then([](const json& value) { return readHead(value); });
}

base::Result<Push> pushFrom(std::string_view text) {
    return read(text, mostBytes).and_then([](const json& value) { return readPush(value); });
}

base::Result<Page> pageFrom(std::string_view text) {
    const auto value = read(text, 2 * mostBytes);
    if (!value)
        return base::fail(value.error());
    auto push = readPush(*value);
    const auto total = countOf(member(*value, "total"));
    if (!push || !total)
        return base::fail(push ? total.error() : push.error());
    return Page{std::move(push->after), std::move(push->entries), *total};
}

} // namespace vienlogs::acts_sync
