// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "case_view.h"

#include <algorithm>

namespace vienlogs::store {

namespace {

using domain::cases::Case;
using domain::cases::CaseEvent;
using domain::cases::Command;

/// The events of a case that no command of ours was found to have caused yet.
class Unclaimed {
public:
    explicit Unclaimed(const std::optional<Case>& snapshot)
        : events_(snapshot ? snapshot->history : std::vector<CaseEvent>{}) {}

    bool claim(const Command& command) {
        if (claimByKey(command.key))
            return true;
        const CaseEvent sought{
            std::string(domain::cases::typeOf(command.body)), command.at, command.clerk, command.place, {}};
        return claim(std::find(events_.begin(), events_.end(), sought));
    }
    bool claimByKey(base::Ulid key) {
        return claim(std::find_if(events_.begin(), events_.end(),
                                  [&](const CaseEvent& event) { return event.command == key; }));
    }

private:
    bool claim(std::vector<CaseEvent>::iterator found) {
        if (found == events_.end())
            return false;
        events_.erase(found);
        return true;
    }
    std::vector<CaseEvent> events_;
};

bool isRefused(ports::OutboxState state) {
    return state == ports::OutboxState::Rejected || state == ports::OutboxState::Conflict;
}

} // namespace

std::optional<Case> viewOf(const std::optional<Case>& snapshot, std::int64_t version,
                           const std::vector<StreamCommand>& commands) {
    Unclaimed unclaimed(snapshot);
    auto view = snapshot;
    for (const auto& [command, state, after] : commands) {
        if (isRefused(state) || unclaimed.claim(command))
            continue;
        if (state == ports::OutboxState::Accepted && after <= version)
            continue;
        // One that no longer fits what others did meanwhile is left out here; the server will refuse it, and
        // then it stands in the list of refused commands.
        if (auto next = domain::cases::apply(view, command))
            view = std::move(*next);
    }
    return view;
}

} // namespace vienlogs::store
