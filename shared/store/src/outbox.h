// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <set>

#include "case_view.h"
#include "counters.h"
#include "vienlogs/ports/local_store.h"

namespace vienlogs::store {

/// The commands of this desk and what became of them. Answered ones stay, because a restored server is
/// offered them again. Callers bring the transaction.
class Outbox {
public:
    Outbox(Database& database, std::shared_ptr<const base::Clock> clock)
        : database_(database), counters_(database), clock_(std::move(clock)) {}

    /// Makes `device` the one whose commands are recorded; another name than before begins a new epoch.
    [[nodiscard]] base::Result<void> assignTo(const std::string& device);
    [[nodiscard]] const std::string& device() const { return device_; }
    /// What waits is to be counted from 1 in a new epoch, later than `afterEpoch`, before it is sent the next
    /// time. The server says what it knows, because the clock may have been wrong when that epoch began.
    [[nodiscard]] base::Result<void> askToCountAnew(std::int64_t afterEpoch);
    [[nodiscard]] base::Result<void> countAnewIfAsked();
    /// Adds the command with its device, epoch and sequence, and returns it so.
    [[nodiscard]] base::Result<domain::cases::Command> add(domain::cases::Command command);

    [[nodiscard]] base::Result<std::vector<ports::OutboxEntry>> unanswered(int limit);
    [[nodiscard]] base::Result<std::vector<ports::OutboxEntry>> refused();
    [[nodiscard]] base::Result<std::vector<ports::OutboxEntry>> newest(int limit);
    [[nodiscard]] base::Result<ports::OutboxState> stateOf(base::Ulid key);
    [[nodiscard]] base::Result<void> markSent(base::Ulid key);
    /// Takes one answer; gives the stream whose picture may have changed, or nothing. A command that was
    /// answered before, or that is not from here, is passed over.
    [[nodiscard]] base::Result<std::optional<base::Ulid>> take(const contract::CommandResult& result);
    /// The keys of the refused commands of a stream.
    [[nodiscard]] base::Result<std::vector<base::Ulid>> refusedOf(base::Ulid stream);
    /// Takes a refused command for accepted, because the server's picture at `version` contains it.
    [[nodiscard]] base::Result<void> accept(base::Ulid key, std::int64_t version);
    [[nodiscard]] base::Result<void> dismiss(base::Ulid key);
    [[nodiscard]] base::Result<void> requeueAccepted();
    [[nodiscard]] base::Result<bool> hasStream(base::Ulid stream);
    [[nodiscard]] base::Result<std::vector<StreamCommand>> ofStream(base::Ulid stream);
    [[nodiscard]] base::Result<ports::OutboxCounts> counts();

private:
    [[nodiscard]] base::Result<void> beginEpoch(std::int64_t atLeast);
    [[nodiscard]] base::Result<void> countAnew(domain::cases::Command command);
    [[nodiscard]] base::Result<bool> knows(base::Ulid key);
    Database& database_;
    Counters counters_;
    std::shared_ptr<const base::Clock> clock_;
    std::string device_;
};

} // namespace vienlogs::store
