// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "case_table.h"

#include <algorithm>
#include <limits>

#include "vienlogs/base/failures_base.h"
#include "vienlogs/contract/codec.h"

namespace vienlogs::store {

namespace {

using domain::cases::Case;

base::Result<std::optional<Case>> readCase(Statement& row) {
    if (row.isNull(0))
        return std::nullopt;
    return contract::decode<Case>(row.text(0)).map([](Case&& c) {
        return std::optional<Case>(std::move(c));
    });
}

} // namespace

base::Result<std::optional<Case>> CaseTable::shown(base::Ulid id) {
    return readFirst(database_, "SELECT shown FROM cases WHERE id = ?", readCase, id.toString())
        .map([](std::optional<std::optional<Case>>&& found) {
            return found ? std::move(*found) : std::nullopt;
        });
}

base::Result<CaseTable::Snapshot> CaseTable::snapshot(base::Ulid id) {
    return readFirst(
               database_, "SELECT snapshot, snapshot_version FROM cases WHERE id = ?",
               [](Statement& row) {
                   return readCase(row).map([&](std::optional<Case>&& c) {
                       return Snapshot{std::move(c), row.integer(1)};
                   });
               },
               id.toString())
        .map([](std::optional<Snapshot>&& found) { return found ? std::move(*found) : Snapshot{}; });
}

base::Result<std::vector<Case>> CaseTable::recent(int limit) {
    return readAll(
        database_, "SELECT shown FROM cases WHERE shown IS NOT NULL ORDER BY opened_at DESC, id DESC LIMIT ?",
        [](Statement& row) { return contract::decode<Case>(row.text(0)); }, limit);
}

base::Result<void> CaseTable::show(base::Ulid id, const std::optional<Case>& view) {
    std::optional<std::string> text;
    if (view)
        text = contract::encode(*view);
    return database_.run("INSERT INTO cases(id, shown, opened_at) VALUES(?, ?, ?) ON CONFLICT(id) DO UPDATE "
                         "SET shown = excluded.shown, opened_at = excluded.opened_at",
                         id.toString(), text, view ? base::toRfc3339(view->openedAt) : std::string());
}

base::Result<void> CaseTable::takeChange(const contract::Change& change, const std::string& epoch) {
    const auto id = base::Ulid::parse(change.id);
    if (!id)
        return base::fail(base::codes::invalidArgument, "id of a changed case");
    std::optional<Case> theCase;
    std::optional<std::string> body;
    std::string openedAt;
    std::int64_t version = std::numeric_limits<std::int64_t>::max(); // a tombstone ends all that was accepted
    if (!change.tombstone) {
        auto decoded = contract::decode<Case>(change.bodyJson);
        if (!decoded)
            return base::fail(decoded.error());
        theCase = std::move(*decoded);
        if (theCase->id != *id)
            return base::fail(base::codes::invalidArgument, "a changed case of another id");
        if (const auto skipped = skipNumberOf(*theCase); !skipped)
            return skipped;
        body = change.bodyJson;
        openedAt = base::toRfc3339(theCase->openedAt);
        version = theCase->version;
    }
    const auto ours = outbox_.hasStream(*id);
    if (!ours)
        return base::fail(ours.error());
    if (*ours && theCase)
        if (const auto accepted = acceptTaken(*theCase); !accepted)
            return accepted;
    // A case of other desks is shown as the server has it; after a month away that is nearly all of them.
    const auto kept = database_.run(
        "INSERT INTO cases(id, snapshot, snapshot_version, snapshot_epoch, shown, opened_at) "
        "VALUES(?1, ?2, ?3, ?4, ?2, ?5) "
        "ON CONFLICT(id) DO UPDATE SET snapshot = excluded.snapshot, "
        "snapshot_version = excluded.snapshot_version, snapshot_epoch = excluded.snapshot_epoch, "
        "shown = excluded.shown, opened_at = excluded.opened_at "
        "WHERE snapshot_epoch <> excluded.snapshot_epoch OR excluded.snapshot IS NULL "
        "OR snapshot IS NULL OR snapshot_version <= excluded.snapshot_version",
        change.id, body, version, epoch, openedAt);
    return kept && *ours ? refresh(*id) : kept;
}

base::Result<void> CaseTable::skipNumberOf(const Case& theCase) {
    if (theCase.device != outbox_.device())
        return {};
    const auto given = domain::cases::sequenceIn(theCase.number);
    const auto known = counters_.at(caseNumber);
    if (!known)
        return base::fail(known.error());
    return given > *known ? counters_.set(caseNumber, given) : base::Result<void>();
}

base::Result<void> CaseTable::acceptTaken(const Case& theCase) {
    const auto refused = outbox_.refusedOf(theCase.id);
    if (!refused)
        return base::fail(refused.error());
    for (const auto& key : *refused)
        if (std::any_of(theCase.history.begin(), theCase.history.end(),
                        [&](const auto& event) { return event.command == key; }))
            if (const auto done = outbox_.accept(key, theCase.version); !done)
                return done;
    return {};
}

base::Result<std::optional<std::string>> CaseTable::nameOfDocument(const std::string& sha256) {
    return readFirst(
        database_,
        "SELECT document.value ->> '$.title' || ' (' || (shown ->> '$.number') || ')' "
        "FROM cases, json_each(shown, '$.documents') AS document "
        "WHERE shown IS NOT NULL AND document.value ->> '$.sha256' = ?",
        [](Statement& row) { return base::Result<std::string>(row.text(0)); }, sha256);
}

base::Result<void> CaseTable::refresh(base::Ulid id) {
    const auto server = snapshot(id);
    if (!server)
        return base::fail(server.error());
    const auto commands = outbox_.ofStream(id);
    if (!commands)
        return base::fail(commands.error());
    return show(id, viewOf(server->theCase, server->version, *commands));
}

} // namespace vienlogs::store
