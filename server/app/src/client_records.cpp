// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/server/app/client_records.h"

#include <algorithm>
#include <set>

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

/// Everybody whose data a case shows: the client and whom the client acts for.
std::set<std::string> namedIn(const domain::cases::Case& theCase) {
    std::set<std::string> named{theCase.client.identifier.toString()};
    if (const auto& represented = theCase.actingFor.represented)
        named.insert(represented->toString());
    return named;
}

} // namespace

base::Result<std::vector<contract::HistoryEntry>>
ClientRecords::history(const Actor& actor, const base::Identifier& client, const std::string& purpose) const {
    if (purpose.empty())
        return base::fail(codes::purposeMissing);
    std::vector<contract::HistoryEntry> lines;
    const auto done = audit_.write([&](store::Transaction& t) -> base::Result<void> {
        auto entry = entryOf(actor, "history.read");
        entry.subject = client.toString();
        entry.purpose = purpose;
        auto found = t.cases().history(client, maxLines);
        if (!found)
            return base::fail(found.error());
        lines = std::move(*found);
        return audit_.append(t, entry);
    });
    if (!done)
        return base::fail(done.error());
    return lines;
}

base::Result<std::vector<contract::AccessRecord>> ClientRecords::accessLog(const Actor& actor,
                                                                           const base::Identifier& client,
                                                                           std::int64_t before,
                                                                           int limit) const {
    std::vector<contract::AccessRecord> lines;
    const auto done = audit_.write([&](store::Transaction& t) -> base::Result<void> {
        auto entry = entryOf(actor, "access-log.read");
        entry.subject = client.toString();
        const auto rows = t.audit().about(client.toString(), before, std::min(limit, maxLines));
        if (!rows)
            return base::fail(rows.error());
        lines.clear();
        for (const auto& row : *rows) {
            auto record = recordOf(row);
            if (!record)
                return base::fail(record.error());
            lines.push_back(std::move(*record));
        }
        return audit_.append(t, entry);
    });
    if (!done)
        return base::fail(done.error());
    return lines;
}

base::Result<domain::cases::Case> ClientRecords::caseById(const Actor& actor, base::Ulid id) const {
    std::optional<domain::cases::Case> found;
    const auto done = audit_.write([&](store::Transaction& t) -> base::Result<void> {
        auto known = t.cases().caseById(id);
        if (!known)
            return base::fail(known.error());
        if (!*known || (*known)->place != actor.place)
            return base::fail(base::codes::notFound, "case");
        found = std::move(*known);
        auto entry = entryOf(actor, "case.read");
        entry.purpose = found->serviceId;
        entry.legalBasis = std::string(domain::clients::nameOf(found->legalBasis));
        entry.object = id.toString();
        for (const auto& subject : namedIn(*found)) {
            entry.subject = subject;
            if (auto recorded = audit_.append(t, entry); !recorded)
                return recorded;
        }
        return {};
    });
    if (!done)
        return base::fail(done.error());
    return std::move(*found);
}

base::Result<std::vector<store::AuditRow>> ClientRecords::auditRows(std::int64_t from) const {
    return store::inRead<std::vector<store::AuditRow>>(
        store_, [&](store::Transaction& t) { return t.audit().rows(from, exportPage); });
}

base::Result<void> ClientRecords::recordExport(const Actor& actor) const {
    return audit_.record(entryOf(actor, "audit.export"));
}

} // namespace vienlogs::server::app
