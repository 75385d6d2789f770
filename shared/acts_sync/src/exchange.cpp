// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/acts_sync/exchange.h"

#include <algorithm>

#include "vienlogs/acts/log_codec.h"
#include "vienlogs/base/failures_base.h"
#include "vienlogs/digest/sha256.h"

namespace vienlogs::acts_sync {

Head next(const Head& head, std::string_view line) {
    digest::Sha256Stream stream;
    stream.add(std::string_view(head.chain));
    stream.add(std::string_view("\n"));
    stream.add(line);
    return {head.count + 1, digest::toHex(stream.finish())};
}

Head headOf(const acts::History& history, std::size_t count) {
    Head head;
    for (std::size_t i = 0; i < std::min(count, history.entries().size()); ++i)
        head = next(head, acts::entryLine(history.entries()[i]));
    return head;
}

Page pageOf(const acts::History& log, std::size_t after) {
    const auto& all = log.entries();
    const auto from = std::min(after, all.size());
    const auto to = std::min(from + mostEntries, all.size());
    return {headOf(log, from),
            {all.begin() + std::ptrdiff_t(from), all.begin() + std::ptrdiff_t(to)},
            all.size()};
}

base::Result<Answer> receive(acts::History& log, const Push& push) {
    if (push.entries.size() > mostEntries)
        return base::fail(base::codes::invalidArgument, "too many entries");
    const auto known = std::min(push.after.count, log.entries().size());
    if (headOf(log, known) != push.after)
        return pageOf(log, 0);
    if (known < log.entries().size())
        return pageOf(log, known);
    auto head = push.after;
    auto grown = log;
    for (const auto& entry : push.entries) {
        if (auto added = grown.append(entry); !added)
            return base::fail(added.error());
        head = next(head, acts::entryLine(entry));
    }
    log = std::move(grown);
    return head;
}

} // namespace vienlogs::acts_sync
