// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/server/app/client_records.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "vienlogs/base/failures_base.h"
#include "vienlogs/server/app/failures.h"

namespace vienlogs::server::app {

namespace {

constexpr int maxLines = 500;
constexpr int exportPage = 1'000;

base::Result<contract::AccessRecord> recordOf(const store::AuditRow& row) {
    const auto json = nlohmann::json::parse(row.leaf, nullptr, false);
    if (!json.is_object())
        return base::fail(codes::auditBroken, "record " + std::to_string(row.index));
    const auto text = [&](const char* name) { return json.value(name, std::string()); };
    const auto at = base::fromRfc3339(text("at"));
    if (!at)
        return base::fail(codes::auditBroken, "time of record " + std::to_string(row.index));
    const auto who = text("name").empty() ? text("clerk") : text("name");
    return contract::AccessRecord{row.index,     *at,          who + ", " + text("institution"),
                                  text("place"), text("what"), text("purpose"),
                                  text("basis")};
}

base::Result<std::vector<contract::AccessRecord>>
looksAt(store::Transaction& transaction, const base::Identifier& client, std::int64_t before, int limit) {
    const auto rows = transaction.audit().about(client.toString(), before, std::min(limit, maxLines));
    if (!rows)
        return base::fail(rows.error());
    std::vector<contract::AccessRecord> lines;
    for (const auto& row : *rows) {
        auto record = recordOf(row);
        if (!record)
            return base::fail(record.error());
        lines.push_back(std::move(*record));
    }
    return lines;
}

/// Read by whoever reads, so that the writers, who take turns, only wait for the record. Nothing is shown
/// whose record is not durable.
template<typename Found>
base::Result<Found> recorded(const Audit& audit, const AuditEntry& entry, base::Result<Found> found) {
    if (!found)
        return found;
    if (const auto kept = audit.record(entry); !kept)
        return base::fail(kept.error());
    return found;
}

} // namespace

base::Result<std::vector<contract::HistoryEntry>>
ClientRecords::history(const Actor& actor, const base::Identifier& client, const std::string& purpose) const {
    if (purpose.empty())
        return base::fail(codes::purposeMissing);
    auto entry = entryOf(actor, "history.read");
    entry.subject = client.toString();
    entry.purpose = purpose;
    return recorded(audit_, entry,
                    store::inRead<std::vector<contract::HistoryEntry>>(
                        store_, [&](store::Transaction& t) { return t.cases().history(client, maxLines); }));
}

base::Result<std::vector<contract::AccessRecord>> ClientRecords::accessLog(const Actor& actor,
                                                                           const base::Identifier& client,
                                                                           std::int64_t before,
                                                                           int limit) const {
    auto entry = entryOf(actor, "access-log.read");
    entry.subject = client.toString();
    return recorded(audit_, entry,
                    store::inRead<std::vector<contract::AccessRecord>>(
                        store_, [&](store::Transaction& t) { return looksAt(t, client, before, limit); }));
}

base::Result<domain::cases::Case> ClientRecords::caseById(const Actor& actor, base::Ulid id) const {
    const auto found = store::inRead<std::optional<domain::cases::Case>>(
        store_, [&](store::Transaction& t) { return t.cases().caseById(id); });
    if (!found)
        return base::fail(found.error());
    if (!*found || (*found)->place != actor.place)
        return base::fail(base::codes::notFound, "case");
    auto entry = entryOf(actor, "case.read");
    entry.subject = (*found)->client.identifier.toString();
    entry.object = id.toString();
    return recorded(audit_, entry, base::Result<domain::cases::Case>(**found));
}

base::Result<std::vector<store::AuditRow>> ClientRecords::auditRows(std::int64_t from) const {
    return store::inRead<std::vector<store::AuditRow>>(
        store_, [&](store::Transaction& t) { return t.audit().rows(from, exportPage); });
}

base::Result<void> ClientRecords::recordExport(const Actor& actor) const {
    return audit_.record(entryOf(actor, "audit.export"));
}

} // namespace vienlogs::server::app
