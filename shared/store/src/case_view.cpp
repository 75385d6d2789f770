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
        const CaseEvent sought{std::string(domain::cases::typeOf(command.body)), command.at, command.clerk,
                               command.place};
        const auto found = std::find(events_.begin(), events_.end(), sought);
        if (found == events_.end())
            return false;
        events_.erase(found);
        return true;
    }

private:
    std::vector<CaseEvent> events_;
};

bool isRefused(ports::OutboxState state) {
    return state == ports::OutboxState::Rejected || state == ports::OutboxState::Conflict;
}

} // namespace

std::vector<base::Ulid> takenAfterAll(const std::optional<Case>& snapshot,
                                      const std::vector<StreamCommand>& commands) {
    Unclaimed unclaimed(snapshot);
    std::vector<base::Ulid> taken;
    for (const auto& [command, state, after] : commands)
        if (!isRefused(state))
            unclaimed.claim(command);
    for (const auto& [command, state, after] : commands)
        if (isRefused(state) && unclaimed.claim(command))
            taken.push_back(command.key);
    return taken;
}

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
