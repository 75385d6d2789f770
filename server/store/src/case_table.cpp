// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "query.h"
#include "sql_tables.h"
#include "vienlogs/base/names.h"
#include "vienlogs/contract/codec.h"
#include "vienlogs/domain/cases/failures.h"

namespace vienlogs::server::store {

namespace {

using contract::CommandStatus;
using domain::cases::Case;

constexpr int maxWaiting = 10'000;
/// Of a case as a desk is sent it. What a desk cannot take would stop the feed of its whole place.
constexpr std::size_t maxCase = 2 * 1024 * 1024;
constexpr base::Names<CommandStatus, 3> decided{{{CommandStatus::Accepted, "accepted"},
                                                 {CommandStatus::Rejected, "rejected"},
                                                 {CommandStatus::Conflict, "conflict"}}};

base::Result<StoredCommand> readCommand(const SqlRow& row) {
    const auto key = base::Ulid::parse(row.text(1));
    const auto stream = base::Ulid::parse(row.text(2));
    const auto status = base::valueIn(decided, row.text(6));
    if (!key || !stream || !status)
        return unreadable("commands");
    return StoredCommand{row.text(0), *key,        *stream,     row.integer(3), row.integer(4), row.text(5),
                         *status,     row.text(7), row.text(8), row.integer(9), timeAt(row, 10)};
}

base::Result<Contact> readContact(const SqlRow& row) {
    const auto id = base::Ulid::parse(row.text(0));
    if (!id)
        return unreadable("contacts.id");
    Contact contact{*id,
                    row.text(1),
                    row.text(2),
                    row.text(3),
                    row.text(4),
                    timeAt(row, 5),
                    optionalTimeAt(row, 6),
                    std::nullopt,
                    row.text(8),
                    row.text(9)};
    if (row.isNull(7))
        return contact;
    const auto client = base::Identifier::parse(row.text(7));
    if (!client)
        return unreadable("contacts.client");
    contact.client = *client;
    return contact;
}

} // namespace

base::Result<std::optional<StoredCommand>> SqlCases::command(const std::string& device, base::Ulid key) {
    return one<StoredCommand>(database_,
                              "SELECT device,key,stream,epoch,sequence,fingerprint,status,failure_code,"
                              "failure_argument,version,received_at FROM commands WHERE device=? AND key=?",
                              readCommand, device, key.toString());
}

base::Result<void> SqlCases::addCommand(const StoredCommand& c) {
    auto added = database_.run(
        "INSERT INTO "
        "commands(device,key,stream,epoch,sequence,fingerprint,status,failure_code,failure_argument,"
        "version,received_at) VALUES(?,?,?,?,?,?,?,?,?,?,?)",
        c.device, c.key.toString(), c.stream.toString(), c.epoch, c.sequence, c.fingerprint,
        base::nameIn(decided, c.status), c.failureCode, c.failureArgument, c.version,
        toMilliseconds(c.receivedAt));
    if (!added)
        return added;
    return database_.run("DELETE FROM waiting WHERE device=? AND epoch=? AND sequence=?", c.device, c.epoch,
                         c.sequence);
}

base::Result<void> SqlCases::moveCommand(const std::string& device, base::Ulid key, std::int64_t epoch,
                                         std::int64_t sequence) {
    return database_.run("UPDATE commands SET epoch=?, sequence=? WHERE device=? AND key=?", epoch, sequence,
                         device, key.toString());
}

base::Result<std::map<std::int64_t, base::Ulid>> SqlCases::sequencesBetween(const std::string& device,
                                                                            std::int64_t epoch,
                                                                            std::int64_t after,
                                                                            std::int64_t before) {
    using Entry = std::pair<std::int64_t, base::Ulid>;
    const auto entries = all<Entry>(
        database_,
        "SELECT sequence,'' FROM commands WHERE device=? AND epoch=? AND sequence>? AND sequence<? UNION ALL "
        "SELECT sequence,stream FROM waiting WHERE device=? AND epoch=? AND sequence>? AND sequence<?",
        [](const auto& r) -> base::Result<Entry> {
            return Entry{r.integer(0), base::Ulid::parse(r.text(1)).value_or(base::Ulid())};
        },
        device, epoch, after, before, device, epoch, after, before);
    if (!entries)
        return base::fail(entries.error());
    return std::map<std::int64_t, base::Ulid>(entries->begin(), entries->end());
}

base::Result<bool> SqlCases::isDecided(const std::string& device, std::int64_t epoch, std::int64_t sequence) {
    return number(database_, "SELECT count(*) FROM commands WHERE device=? AND epoch=? AND sequence=?",
                  device, epoch, sequence)
        .map([](std::int64_t count) { return count > 0; });
}

base::Result<Progress> SqlCases::progress(const std::string& device) {
    const auto row = one<Progress>(
        database_, "SELECT epoch,contiguous FROM progress WHERE device=?",
        [](const auto& r) -> base::Result<Progress> {
            return Progress{r.integer(0), r.integer(1)};
        },
        device);
    if (!row)
        return base::fail(row.error());
    return row->value_or(Progress{});
}

base::Result<void> SqlCases::saveProgress(const std::string& device, const Progress& progress) {
    return database_
        .run("INSERT INTO progress(device,epoch,contiguous) VALUES(?,?,?) ON CONFLICT(device) DO UPDATE "
             "SET epoch=excluded.epoch, contiguous=excluded.contiguous",
             device, progress.epoch, progress.contiguous)
        .and_then([&] {
            return database_.run("DELETE FROM waiting WHERE device=? AND epoch<?", device, progress.epoch);
        });
}

base::Result<void> SqlCases::addWaiting(const std::string& device, std::int64_t epoch, std::int64_t sequence,
                                        base::Ulid stream) {
    const auto count = number(database_, "SELECT count(*) FROM waiting WHERE device=?", device);
    if (!count)
        return base::fail(count.error());
    if (*count >= maxWaiting)
        return {}; // It is asked for again all the same; only others may wait for it meanwhile.
    return database_.run(
        "INSERT INTO waiting(device,epoch,sequence,stream) VALUES(?,?,?,?) ON CONFLICT DO NOTHING", device,
        epoch, sequence, stream.toString());
}

base::Result<std::optional<Case>> SqlCases::caseById(base::Ulid id) {
    return one<Case>(
        database_, "SELECT body FROM cases WHERE id=?",
        [](const auto& r) -> base::Result<Case> { return contract::decode<Case>(r.text(0)); }, id.toString());
}

base::Result<std::optional<CaseText>> SqlCases::caseText(base::Ulid id) {
    return one<CaseText>(
        database_, "SELECT place,client,version,body FROM cases WHERE id=?",
        [](const auto& r) -> base::Result<CaseText> {
            return CaseText{r.text(0), r.text(1), r.integer(2), r.text(3)};
        },
        id.toString());
}

base::Result<void> SqlCases::saveCase(const Case& c) {
    const auto body = contract::encode(c);
    if (body.size() > maxCase)
        return base::fail(domain::cases::codes::caseTooLarge);
    return database_.run(
        "INSERT INTO cases(id,place,client,number,state,version,body) VALUES(?,?,?,?,?,?,?) ON "
        "CONFLICT(id) DO UPDATE SET state=excluded.state, version=excluded.version, "
        "body=excluded.body",
        c.id.toString(), c.place, c.client.identifier.toString(), c.number, domain::cases::nameOf(c.state),
        c.version, body);
}

base::Result<std::optional<Contact>> SqlCases::contact(base::Ulid id) {
    return one<Contact>(
        database_,
        "SELECT id,place,device,clerk,channel,opened_at,ended_at,client,identity_level,outcome "
        "FROM contacts WHERE id=?",
        readContact, id.toString());
}

base::Result<void> SqlCases::saveContact(const Contact& c) {
    const auto client = c.client ? std::optional(c.client->toString()) : std::nullopt;
    return database_.run(
        "INSERT INTO "
        "contacts(id,place,device,clerk,channel,opened_at,ended_at,client,identity_level,outcome) "
        "VALUES(?,?,?,?,?,?,?,?,?,?) ON CONFLICT(id) DO UPDATE SET ended_at=excluded.ended_at, "
        "client=excluded.client, identity_level=excluded.identity_level, outcome=excluded.outcome",
        c.id.toString(), c.place, c.device, c.clerk, c.channel, toMilliseconds(c.openedAt),
        toMilliseconds(c.endedAt), client, c.identityLevel, c.outcome);
}

base::Result<void> SqlCases::addHistory(const base::Identifier& client, std::int64_t version,
                                        const contract::HistoryEntry& entry) {
    return database_.run("INSERT INTO history(client,case_id,version,at,entry) VALUES(?,?,?,?,?)",
                         client.toString(), entry.caseId.toString(), version, toMilliseconds(entry.at),
                         contract::encode(std::vector{entry}));
}

base::Result<std::vector<contract::HistoryEntry>> SqlCases::history(const base::Identifier& client,
                                                                    int limit) {
    return all<contract::HistoryEntry>(
        database_, "SELECT entry FROM history WHERE client=? ORDER BY at DESC, version DESC LIMIT ?",
        [](const auto& r) -> base::Result<contract::HistoryEntry> {
            auto list = contract::decode<std::vector<contract::HistoryEntry>>(r.text(0));
            if (!list || list->size() != 1)
                return unreadable("history.entry");
            return std::move(list->front());
        },
        client.toString(), limit);
}

} // namespace vienlogs::server::store
