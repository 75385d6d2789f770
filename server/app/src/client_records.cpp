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

/// A look at each whose data a case shows: the client and whom the client acts for. Of the case itself only
/// what the record needs is taken.
base::Result<std::vector<AuditEntry>> looksAt(const store::CaseText& kept, AuditEntry entry) {
    static const std::set<std::string> wanted{"serviceId", "legalBasis", "actingFor"};
    const auto pick = [](int depth, nlohmann::json::parse_event_t event, nlohmann::json& parsed) {
        return depth != 1 || event != nlohmann::json::parse_event_t::key ||
               wanted.contains(parsed.get_ref<const std::string&>());
    };
    const auto json = nlohmann::json::parse(kept.json, pick, false);
    if (!json.is_object())
        return base::fail(base::codes::internal, "a case that is no JSON");
    const auto text = [&](const char* pointer) {
        const auto at = nlohmann::json::json_pointer(pointer);
        return json.contains(at) && json[at].is_string() ? json[at].get<std::string>() : std::string();
    };
    entry.purpose = text("/serviceId");
    entry.legalBasis = text("/legalBasis");
    std::set<std::string> named{kept.client};
    if (auto represented = text("/actingFor/represented"); !represented.empty())
        named.insert(std::move(represented));
    std::vector<AuditEntry> looks;
    for (const auto& subject : named) {
        entry.subject = subject;
        looks.push_back(entry);
    }
    return looks;
}

base::Result<std::vector<contract::AccessRecord>>
accessesTo(store::Transaction& transaction, const base::Identifier& client, std::int64_t before, int limit) {
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
                        store_, [&](store::Transaction& t) { return accessesTo(t, client, before, limit); }));
}

base::Result<CaseLook> ClientRecords::caseById(const Actor& actor, base::Ulid id) const {
    auto kept = store::inRead<std::optional<store::CaseText>>(
        store_, [&](store::Transaction& t) { return t.cases().caseText(id); });
    if (!kept)
        return base::fail(kept.error());
    if (!*kept || (*kept)->place != actor.place)
        return base::fail(base::codes::notFound, "case");
    auto entry = entryOf(actor, "case.read");
    entry.object = id.toString();
    auto looks = looksAt(**kept, std::move(entry));
    if (!looks)
        return base::fail(looks.error());
    return CaseLook{std::move((*kept)->json), (*kept)->version, std::move(*looks)};
}

base::Result<std::vector<store::AuditRow>> ClientRecords::auditRows(std::int64_t from) const {
    return store::inRead<std::vector<store::AuditRow>>(
        store_, [&](store::Transaction& t) { return t.audit().rows(from, exportPage); });
}

base::Result<void> ClientRecords::recordExport(const Actor& actor) const {
    return audit_.record(entryOf(actor, "audit.export"));
}

} // namespace vienlogs::server::app
