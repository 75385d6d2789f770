// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/acts/history.h"

#include <algorithm>

#include "vienlogs/acts/failures.h"

namespace vienlogs::acts {

base::Result<void> History::append(Entry entry) {
    if (!entries_.empty() && entry.time < entries_.back().time)
        return base::fail(codes::logDamaged, "an entry older than the one before it");
    if (auto applied = now_.apply(entry.operation); !applied)
        return applied;
    for (const auto& id : touchedBy(entry.operation))
        touching_[id].push_back(entries_.size());
    entries_.push_back(std::move(entry));
    return {};
}

Act History::version(std::size_t count) const {
    Act act(now_.id(), now_.kind());
    for (std::size_t i = 0; i < std::min(count, entries_.size()); ++i)
        (void)act.apply(entries_[i].operation); // each was accepted in this very state
    return act;
}

std::size_t History::countAt(base::Timestamp time) const {
    const auto later =
        std::upper_bound(entries_.begin(), entries_.end(), time,
                         [](base::Timestamp at, const Entry& entry) { return at < entry.time; });
    return std::size_t(later - entries_.begin());
}

std::optional<Element> History::elementAt(const base::Ulid& id, base::Timestamp time) const {
    if (!touching_.contains(id) && id != now_.id())
        return std::nullopt;
    const auto act = versionAt(time);
    const auto* element = act.findLive(id);
    return element ? std::optional(*element) : std::nullopt;
}

std::vector<const Entry*> History::entriesOf(const base::Ulid& id) const {
    std::vector<const Entry*> found;
    if (const auto touching = touching_.find(id); touching != touching_.end())
        for (const auto index : touching->second)
            found.push_back(&entries_[index]);
    return found;
}

} // namespace vienlogs::acts
