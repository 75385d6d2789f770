// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/office/tracked.h"

namespace vienlogs::office {

Since changesSince(const acts::History& history, std::size_t count) {
    Since since{history.version(count)};
    const auto& entries = history.entries();
    for (auto i = count; i < entries.size(); ++i) {
        since.last = {entries[i].author, entries[i].time};
        for (const auto& id : acts::touchedBy(entries[i].operation))
            since.credits[id] = since.last;
    }
    return since;
}

} // namespace vienlogs::office
