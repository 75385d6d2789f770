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
    entry.purpose = json.value("serviceId", std::string());
    entry.legalBasis = json.value("legalBasis", std::string());
    const auto actingFor = json.value("actingFor", nlohmann::json::object());
    std::set<std::string> named{kept.client};
    if (auto represented = actingFor.value("represented", std::string()); !represented.empty())
        named.insert(std::move(represented));
    std::vector<AuditEntry> looks;
    for (const auto& subject : named) {
        entry.subject = subject;
        looks.push_back(entry);
    }
    return looks;
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
