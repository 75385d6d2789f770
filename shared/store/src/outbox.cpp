// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "outbox.h"

#include <algorithm>
#include <chrono>

#include "vienlogs/base/failures_base.h"
#include "vienlogs/contract/codec.h"
#include "vienlogs/store/failures.h"

namespace vienlogs::store {

namespace {

using contract::CommandStatus;
using domain::cases::Command;
using ports::OutboxState;

constexpr const char* countAnewAsked = "count-anew";

constexpr int number(OutboxState state) {
    return static_cast<int>(state);
}

/// Columns: command, state, problem.
base::Result<ports::OutboxEntry> readEntry(Statement& row) {
    auto command = contract::decode<Command>(row.text(0));
    if (!command)
        return base::fail(command.error());
    ports::OutboxEntry entry{std::move(*command), static_cast<OutboxState>(row.integer(1)), std::nullopt};
    if (!row.isNull(2)) {
        auto problem = contract::decode<contract::Problem>(row.text(2));
        if (!problem)
            return base::fail(problem.error());
        entry.problem = std::move(*problem);
    }
    return entry;
}

std::optional<OutboxState> stateFor(CommandStatus status) {
    switch (status) {
    case CommandStatus::Accepted:
        return OutboxState::Accepted;
    case CommandStatus::Rejected:
        return OutboxState::Rejected;
    case CommandStatus::Conflict:
        return OutboxState::Conflict;
    case CommandStatus::InFlight:
        break;
    }
    return std::nullopt;
}

} // namespace

base::Result<void> Outbox::assignTo(const std::string& device) {
    const auto known = readFirst(database_, "SELECT value FROM program_values WHERE name = 'store.device'",
                                 [](Statement& row) { return base::Result<std::string>(row.text(0)); });
    if (!known)
        return base::fail(known.error());
    device_ = device;
    if (*known == device)
        return {};
    return database_
        .run("INSERT INTO program_values(name, value) VALUES('store.device', ?) "
             "ON CONFLICT(name) DO UPDATE SET value = excluded.value",
             device)
        .and_then([&] { return beginEpoch(0); });
}

base::Result<void> Outbox::beginEpoch(std::int64_t atLeast) {
    const auto last = counters_.at("epoch");
    if (!last)
        return base::fail(last.error());
    // The time, so that a store made anew does not begin with an epoch that the server knows already.
    const auto now = clock_->now().time_since_epoch();
    const std::int64_t seconds = std::chrono::duration_cast<std::chrono::seconds>(now).count();
    return counters_.set("epoch", std::max({*last + 1, seconds, atLeast})).and_then([&] {
        return counters_.set("sequence", 0);
    });
}

base::Result<void> Outbox::askToCountAnew(std::int64_t afterEpoch) {
    const auto asked = counters_.at(countAnewAsked);
    if (!asked)
        return base::fail(asked.error());
    return counters_.set(countAnewAsked, std::max(*asked, afterEpoch + 1));
}

base::Result<void> Outbox::countAnewIfAsked() {
    const auto asked = counters_.at(countAnewAsked);
    if (!asked)
        return base::fail(asked.error());
    if (*asked == 0)
        return {};
    const auto waiting =
        readAll(database_,
                "SELECT command, state, problem FROM outbox WHERE state IN (0, 1) AND device = ? "
                "ORDER BY position",
                readEntry, device_);
    if (!waiting)
        return base::fail(waiting.error());
    auto done = beginEpoch(*asked);
    for (auto entry = waiting->begin(); done && entry != waiting->end(); ++entry)
        done = countAnew(entry->command);
    return done.and_then([&] { return counters_.set(countAnewAsked, 0); });
}

base::Result<void> Outbox::countAnew(Command command) {
    const auto epoch = counters_.at("epoch");
    const auto sequence = counters_.next("sequence");
    if (!epoch || !sequence)
        return base::fail(epoch ? sequence.error() : epoch.error());
    command.epoch = *epoch;
    command.sequence = *sequence;
    return database_.run("UPDATE outbox SET epoch = ?, sequence = ?, command = ? WHERE key = ?", *epoch,
                         *sequence, contract::encode(command), command.key.toString());
}

base::Result<bool> Outbox::knows(base::Ulid key) {
    return readFirst(
               database_, "SELECT 1 FROM outbox WHERE key = ?",
               [](Statement&) { return base::Result<bool>(true); }, key.toString())
        .map([](std::optional<bool> found) { return found.has_value(); });
}

base::Result<Command> Outbox::add(Command command) {
    const auto known = knows(command.key);
    if (!known)
        return base::fail(known.error());
    if (*known)
        return base::fail(codes::commandKnown);
    const auto epoch = counters_.at("epoch");
    if (!epoch)
        return base::fail(epoch.error());
    const auto sequence = counters_.next("sequence");
    if (!sequence)
        return base::fail(sequence.error());
    command.device = device_;
    command.epoch = *epoch;
    command.sequence = *sequence;
    return database_
        .run("INSERT INTO outbox(key, device, epoch, sequence, stream, command) VALUES(?, ?, ?, ?, ?, ?)",
             command.key.toString(), device_, *epoch, *sequence, command.stream.toString(),
             contract::encode(command))
        .map([&] { return command; });
}

base::Result<std::vector<ports::OutboxEntry>> Outbox::unanswered(int limit) {
    return readAll(
        database_,
        "SELECT command, state, problem FROM outbox WHERE state IN (0, 1) ORDER BY position LIMIT ?",
        readEntry, limit);
}

base::Result<std::vector<ports::OutboxEntry>> Outbox::refused() {
    return readAll(database_,
                   "SELECT command, state, problem FROM outbox WHERE state IN (3, 4) AND dismissed = 0 "
                   "ORDER BY position",
                   readEntry);
}

base::Result<std::vector<ports::OutboxEntry>> Outbox::newest(int limit) {
    return readAll(database_,
                   "SELECT command, state, problem FROM outbox WHERE dismissed = 0 ORDER BY position DESC "
                   "LIMIT ?",
                   readEntry, limit);
}

base::Result<OutboxState> Outbox::stateOf(base::Ulid key) {
    const auto state = readFirst(
        database_, "SELECT state FROM outbox WHERE key = ?",
        [](Statement& row) { return base::Result<OutboxState>(static_cast<OutboxState>(row.integer(0))); },
        key.toString());
    if (!state)
        return base::fail(state.error());
    if (!*state)
        return base::fail(base::codes::notFound, "command");
    return **state;
}

base::Result<void> Outbox::markSent(base::Ulid key) {
    return database_.run("UPDATE outbox SET state = 1 WHERE key = ? AND state = 0", key.toString());
}

base::Result<std::optional<base::Ulid>> Outbox::take(const contract::CommandResult& result) {
    if (contract::needsNewEpoch(result)) {
        if (const auto asked = askToCountAnew(result.deviceEpoch); !asked)
            return base::fail(asked.error());
        return std::nullopt;
    }
    const auto state = stateFor(result.status);
    if (!state)
        return std::nullopt;
    const auto key = result.key.toString();
    const auto stream = readFirst(
        database_, "SELECT stream FROM outbox WHERE key = ? AND state IN (0, 1)",
        [](Statement& row) {
            return base::Result<std::optional<base::Ulid>>(base::Ulid::parse(row.text(0)));
        },
        key);
    if (!stream)
        return base::fail(stream.error());
    if (!*stream)
        return std::nullopt;
    std::optional<std::string> problem;
    if (result.problem)
        problem = contract::encode(*result.problem);
    return database_
        .run("UPDATE outbox SET state = ?, version = ?, problem = ? WHERE key = ?", number(*state),
             result.version, problem, key)
        .map([&] { return **stream; });
}

base::Result<std::vector<base::Ulid>> Outbox::refusedOf(base::Ulid stream) {
    return readAll(
        database_, "SELECT key FROM outbox WHERE stream = ? AND state IN (3, 4)",
        [](Statement& row) -> base::Result<base::Ulid> {
            const auto key = base::Ulid::parse(row.text(0));
            return key ? base::Result<base::Ulid>(*key)
                       : base::fail(base::codes::internal, "a command's key in the outbox");
        },
        stream.toString());
}

base::Result<void> Outbox::accept(base::Ulid key, std::int64_t version) {
    return database_.run("UPDATE outbox SET state = ?, version = ?, problem = NULL WHERE key = ?",
                         number(OutboxState::Accepted), version, key.toString());
}

base::Result<void> Outbox::dismiss(base::Ulid key) {
    const auto done =
        database_.run("UPDATE outbox SET dismissed = 1 WHERE key = ? AND state IN (3, 4)", key.toString());
    if (done && database_.changes() == 0)
        return base::fail(base::codes::notFound, "refused command");
    return done;
}

base::Result<void> Outbox::requeueAccepted() {
    return database_.run("UPDATE outbox SET state = 0, version = 0 WHERE state = ?",
                         number(OutboxState::Accepted));
}

base::Result<bool> Outbox::hasStream(base::Ulid stream) {
    return readFirst(
               database_, "SELECT 1 FROM outbox WHERE stream = ?",
               [](Statement&) { return base::Result<bool>(true); }, stream.toString())
        .map([](std::optional<bool> found) { return found.has_value(); });
}

base::Result<std::vector<StreamCommand>> Outbox::ofStream(base::Ulid stream) {
    return readAll(
        database_, "SELECT command, state, version FROM outbox WHERE stream = ? ORDER BY position",
        [](Statement& row) -> base::Result<StreamCommand> {
            auto command = contract::decode<Command>(row.text(0));
            if (!command)
                return base::fail(command.error());
            return StreamCommand{std::move(*command), static_cast<OutboxState>(row.integer(1)),
                                 row.integer(2)};
        },
        stream.toString());
}

base::Result<ports::OutboxCounts> Outbox::counts() {
    return readFirst(database_,
                     "SELECT (SELECT count(*) FROM outbox WHERE state IN (0, 1)), "
                     "(SELECT count(*) FROM outbox WHERE state IN (3, 4) AND dismissed = 0), "
                     "(SELECT count(*) FROM blobs WHERE send = 1 AND sent = 0)",
                     [](Statement& row) {
                         return base::Result<ports::OutboxCounts>(ports::OutboxCounts{
                             int(row.integer(0)), int(row.integer(1)), int(row.integer(2))});
                     })
        .map([](const std::optional<ports::OutboxCounts>& counts) {
            return counts.value_or(ports::OutboxCounts{});
        });
}

} // namespace vienlogs::store
