// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "query.h"
#include "read_rows.h"
#include "sql_case_tables.h"
#include "vienlogs/base/names.h"

namespace vienlogs::server::store {

namespace {

using contract::CommandStatus;

constexpr int maxWaiting = 10'000;
constexpr base::Names<CommandStatus, 3> decided{{{CommandStatus::Accepted, "accepted"},
                                                 {CommandStatus::Rejected, "rejected"},
                                                 {CommandStatus::Conflict, "conflict"}}};

} // namespace

base::Result<StoredCommand> readCommand(const SqlRow& row) {
    const auto key = base::Ulid::parse(row.text(1));
    const auto stream = base::Ulid::parse(row.text(2));
    const auto status = base::valueIn(decided, row.text(6));
    if (!key || !stream || !status)
        return unreadable("commands");
    return StoredCommand{row.text(0), *key,        *stream,     row.integer(3), row.integer(4), row.text(5),
                         *status,     row.text(7), row.text(8), row.integer(9), timeAt(row, 10)};
}

base::Result<std::optional<StoredCommand>> SqlCases::command(const std::string& device, base::Ulid key) {
    if (const auto known = commands_.find({device, key}); known != commands_.end())
        return known->second;
    static const auto sql = std::string(commandColumns) + "=? AND device=?";
    auto found = one<StoredCommand>(database_.bare(), sql, readCommand, key.toString(), device);
    if (found)
        commands_.emplace(CommandKey{device, key}, *found);
    return found;
}

base::Result<void> SqlCases::addCommand(const StoredCommand& c) {
    commands_.insert_or_assign({c.device, c.key}, c);
    return database_.defer(Deferred::Commands,
                           {c.key.toString(), c.device, c.stream.toString(), c.epoch, c.sequence,
                            c.fingerprint, std::string(base::nameIn(decided, c.status)), c.failureCode,
                            c.failureArgument, c.version, toMilliseconds(c.receivedAt)});
}

base::Result<void> SqlCases::moveCommand(const std::string& device, base::Ulid key, std::int64_t epoch,
                                         std::int64_t sequence) {
    commands_.erase({device, key});
    return database_.run("UPDATE commands SET epoch=?, sequence=? WHERE device=? AND key=?", epoch, sequence,
                         device, key.toString());
}

base::Result<bool> SqlCases::hasAhead(const std::string& device) {
    if (const auto known = ahead_.find(device); known != ahead_.end())
        return known->second;
    const auto count = number(database_.bare(), "SELECT count(*) FROM waiting WHERE device=?", device);
    if (!count)
        return base::fail(count.error());
    return ahead_.emplace(device, *count > 0).first->second;
}

base::Result<std::map<std::int64_t, base::Ulid>> SqlCases::sequencesBetween(const std::string& device,
                                                                            std::int64_t epoch,
                                                                            std::int64_t after,
                                                                            std::int64_t before) {
    using Entry = std::pair<std::int64_t, base::Ulid>;
    const auto entries = all<Entry>(
        database_.bare(),
        "SELECT sequence,stream FROM waiting WHERE device=? AND epoch=? AND sequence>? AND sequence<?",
        [](const auto& r) -> base::Result<Entry> {
            return Entry{r.integer(0), base::Ulid::parse(r.text(1)).value_or(base::Ulid())};
        },
        device, epoch, after, before);
    if (!entries)
        return base::fail(entries.error());
    return std::map<std::int64_t, base::Ulid>(entries->begin(), entries->end());
}

base::Result<bool> SqlCases::isDecidedAhead(const std::string& device, std::int64_t epoch,
                                            std::int64_t sequence) {
    const auto ahead = hasAhead(device);
    if (!ahead || !*ahead)
        return ahead;
    return number(database_.bare(),
                  "SELECT count(*) FROM waiting WHERE device=? AND epoch=? AND sequence=? AND stream=''",
                  device, epoch, sequence)
        .map([](std::int64_t count) { return count > 0; });
}

base::Result<void> SqlCases::addDecidedAhead(const std::string& device, std::int64_t epoch,
                                             std::int64_t sequence) {
    ahead_[device] = true;
    return database_.run("INSERT INTO waiting(device,epoch,sequence,stream) VALUES(?,?,?,'') ON "
                         "CONFLICT(device,epoch,sequence) DO UPDATE SET stream=''",
                         device, epoch, sequence);
}

base::Result<Progress> SqlCases::progress(const std::string& device) {
    if (const auto known = progress_.find(device); known != progress_.end())
        return known->second;
    const auto row = one<Progress>(
        database_.bare(), "SELECT epoch,contiguous FROM progress WHERE device=?",
        [](const auto& r) -> base::Result<Progress> {
            return Progress{r.integer(0), r.integer(1)};
        },
        device);
    if (!row)
        return base::fail(row.error());
    return progress_[device] = row->value_or(Progress{});
}

base::Result<void> SqlCases::saveProgress(const std::string& device, const Progress& progress) {
    const auto ahead = hasAhead(device);
    if (!ahead)
        return base::fail(ahead.error());
    progress_[device] = progress;
    auto saved = database_.defer(Deferred::Progress, {device, progress.epoch, progress.contiguous});
    if (!saved || !*ahead)
        return saved;
    ahead_.erase(device); // Perhaps these were the last.
    return database_.run("DELETE FROM waiting WHERE device=? AND (epoch<? OR (epoch=? AND sequence<=?))",
                         device, progress.epoch, progress.epoch, progress.contiguous);
}

base::Result<void> SqlCases::addWaiting(const std::string& device, std::int64_t epoch, std::int64_t sequence,
                                        base::Ulid stream) {
    const auto count = number(database_.bare(), "SELECT count(*) FROM waiting WHERE device=?", device);
    if (!count)
        return base::fail(count.error());
    if (*count >= maxWaiting)
        return {}; // It is asked for again all the same; only others may wait for it meanwhile.
    ahead_[device] = true;
    return database_.run(
        "INSERT INTO waiting(device,epoch,sequence,stream) VALUES(?,?,?,?) ON CONFLICT DO NOTHING", device,
        epoch, sequence, stream.toString());
}

} // namespace vienlogs::server::store
