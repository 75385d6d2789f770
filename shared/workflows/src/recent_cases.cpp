// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/workflows/recent_cases.h"

#include <algorithm>
#include <set>

#include "vienlogs/ports/local_store.h"

namespace vienlogs::workflows {

namespace {

constexpr int mostCases = 30;
constexpr int mostCommands = 2000;

base::Result<std::vector<RecentCase>> read(ports::LocalStore& store) {
    auto cases = store.recentCases(mostCases);
    if (!cases)
        return base::fail(cases.error());
    const auto waiting = store.unanswered(mostCommands);
    if (!waiting)
        return base::fail(waiting.error());
    const auto refused = store.refused();
    if (!refused)
        return base::fail(refused.error());
    std::vector<RecentCase> read;
    for (auto& found : *cases) {
        RecentCase recent{.theCase = std::move(found)};
        const auto ofCase = [&](const auto& entry) { return entry.command.stream == recent.theCase.id; };
        if (const auto bad = std::find_if(refused->begin(), refused->end(), ofCase); bad != refused->end()) {
            recent.sent = Sent::Refused;
            if (bad->problem)
                recent.problemCode = bad->problem->code;
        } else if (std::any_of(waiting->begin(), waiting->end(), ofCase)) {
            recent.sent = Sent::Waiting;
        }
        read.push_back(std::move(recent));
    }
    return read;
}

} // namespace

const RecentCase* RecentCases::find(base::Ulid id) const {
    const auto found =
        std::find_if(cases_.begin(), cases_.end(), [&](const auto& c) { return c.theCase.id == id; });
    return found == cases_.end() ? nullptr : &*found;
}

void RecentCases::refresh() {
    if (std::exchange(reading_, true)) {
        again_ = true;
        return;
    }
    store_.run(this, read, [this](base::Result<std::vector<RecentCase>> now) {
        reading_ = false;
        if (now) {
            cases_ = *std::move(now);
            Q_EMIT changed();
        } else {
            Q_EMIT failed(now.error());
        }
        if (std::exchange(again_, false))
            refresh();
    });
}

} // namespace vienlogs::workflows
