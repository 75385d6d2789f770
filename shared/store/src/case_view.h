// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <vector>

#include "vienlogs/ports/local_store.h"

namespace vienlogs::store {

/// A command of a case as the outbox holds it.
struct StreamCommand {
    domain::cases::Command command;
    ports::OutboxState state = ports::OutboxState::Queued;
    std::int64_t version = 0; ///< Of the case at the server after it, when accepted.
};

/// The case as a clerk sees it: what the server last said, and on top of it those commands of this desk that
/// it does not yet contain (accepted ones above `version`, and unanswered ones). A command may be in the
/// server's picture before its answer arrives; it is recognised in the history and not applied twice.
[[nodiscard]] std::optional<domain::cases::Case> viewOf(const std::optional<domain::cases::Case>& snapshot,
                                                        std::int64_t version,
                                                        const std::vector<StreamCommand>& commands);

} // namespace vienlogs::store
