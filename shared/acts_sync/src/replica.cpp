// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/acts_sync/replica.h"

#include <algorithm>

namespace vienlogs::acts_sync {

namespace {

/// The log as the page shows it: our first `common` entries, then those of the page from `from` on.
base::Result<Log> logOf(const Log& ours, std::size_t common, const Page& page, std::size_t from) {
    auto log = ours.first(common);
    for (auto i = from; i < page.entries.size(); ++i)
        if (auto added = log.append(page.entries[i]); !added)
            return base::fail(added.error());
    return log;
}

/// How many entries of the page the replica's shared part has at the same place.
std::size_t sameIn(const Replica& replica, const Page& page) {
    std::size_t same = 0;
    while (same < page.entries.size() && page.after.count + same < replica.shared &&
           replica.history.entries()[page.after.count + same] == page.entries[same])
        ++same;
    return same;
}

std::optional<std::size_t> askAfter(std::size_t known, const Page& page) {
    return known < page.total ? std::optional(known) : std::nullopt;
}

} // namespace

Push pushOf(const Replica& replica) {
    const auto& all = replica.history.entries();
    const auto to = std::min(all.size(), replica.shared + mostEntries);
    return {replica.history.head(replica.shared),
            {all.begin() + std::ptrdiff_t(replica.shared), all.begin() + std::ptrdiff_t(to)}};
}

base::Result<Taken> take(const Replica& replica, const Page& page, const NewId& newId) {
    if (page.after.count > replica.shared || replica.history.head(page.after.count) != page.after)
        return Taken{replica, 0};
    const auto same = sameIn(replica, page);
    const auto common = page.after.count + same;
    const bool lost = common < replica.shared && (same < page.entries.size() || page.total <= common);
    if (!lost && same == page.entries.size())
        return Taken{replica, askAfter(common, page)};
    auto log = logOf(replica.history, common, page, same);
    if (!log)
        return base::fail(log.error());
    Taken taken{{std::move(*log), 0, replica.setAside}};
    auto& now = taken.replica;
    now.shared = now.history.entries().size();
    taken.askAfter = askAfter(now.shared, page);
    const auto own = std::span(replica.history.entries()).subspan(common);
    for (auto& each : rebase(replica.history.history().version(common), own, now.history, newId))
        now.setAside.push_back(std::move(each));
    return taken;
}

std::optional<Replica> sent(const Replica& replica, std::size_t pushed, const Head& head) {
    if (replica.history.head(replica.shared + pushed) != head)
        return std::nullopt;
    auto now = replica;
    now.shared = head.count;
    return now;
}

} // namespace vienlogs::acts_sync
