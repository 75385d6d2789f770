// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "query.h"
#include "read_rows.h"
#include "sql_case_tables.h"
#include "vienlogs/contract/codec.h"
#include "vienlogs/domain/cases/failures.h"

namespace vienlogs::server::store {

using domain::cases::Case;

/// Of a case as a desk is sent it. What a desk cannot take would stop the feed of its whole place.
constexpr std::size_t maxCase = 2 * 1024 * 1024;

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

base::Result<std::optional<Case>> SqlCases::caseById(base::Ulid id) {
    if (const auto known = cases_.find(id); known != cases_.end())
        return known->second;
    const auto body = one<std::string>(
        database_.bare(), "SELECT body FROM cases WHERE id=?",
        [](const auto& r) -> base::Result<std::string> { return r.text(0); }, id.toString());
    if (!body)
        return base::fail(body.error());
    if (!*body)
        return std::optional<Case>();
    const auto found = contract::decode<Case>(**body);
    if (!found)
        return base::fail(found.error());
    remember(*found, (*body)->size());
    return std::optional<Case>(*found);
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
    auto body = contract::encode(c);
    if (body.size() > maxCase)
        return base::fail(domain::cases::codes::caseTooLarge);
    remember(c, body.size());
    return database_.defer(Deferred::Cases,
                           {c.id.toString(), c.place, c.client.identifier.toString(), c.number,
                            std::string(domain::cases::nameOf(c.state)), c.version, std::move(body)});
}

void SqlCases::remember(const Case& theCase, std::size_t size) {
    cases_.insert_or_assign(theCase.id, theCase);
    caseBytes_ += size;
}

base::Result<std::optional<Contact>> SqlCases::contact(base::Ulid id) {
    if (const auto known = contacts_.find(id); known != contacts_.end())
        return known->second;
    static const auto sql = std::string(contactColumns) + "=?";
    auto found = one<Contact>(database_.bare(), sql, readContact, id.toString());
    if (found && *found)
        contacts_.emplace(id, *found);
    return found;
}

base::Result<void> SqlCases::saveContact(const Contact& c) {
    const auto cell = [](const auto& value) { return value ? Cell(*value) : Cell(); };
    contacts_.insert_or_assign(c.id, c);
    return database_.defer(Deferred::Contacts,
                           {c.id.toString(), c.place, c.device, c.clerk, c.channel,
                            toMilliseconds(c.openedAt), cell(toMilliseconds(c.endedAt)),
                            cell(c.client ? std::optional(c.client->toString()) : std::nullopt),
                            c.identityLevel, c.outcome});
}

base::Result<void> SqlCases::addHistory(const base::Identifier& client, std::int64_t version,
                                        const contract::HistoryEntry& entry) {
    return database_.defer(Deferred::History,
                           {client.toString(), entry.caseId.toString(), version, toMilliseconds(entry.at),
                            contract::encode(std::vector{entry})});
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
