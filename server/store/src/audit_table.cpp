// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "query.h"
#include "sql_tables.h"

namespace vienlogs::server::store {

namespace {

base::Result<AuditRow> readRow(const SqlRow& row) {
    return AuditRow{row.integer(0), row.text(1), row.text(2), row.bytes(3)};
}

} // namespace

base::Result<std::int64_t> SqlAudit::size() {
    if (size_)
        return *size_;
    const auto size = number(database_, "SELECT coalesce(max(idx)+1,0) FROM audit");
    if (size)
        size_ = *size;
    return size;
}

base::Result<void> SqlAudit::append(const AuditRow& row) {
    size_.reset();
    auto added = database_.run("INSERT INTO audit(idx,leaf,subject,hash) VALUES(?,?,?,?)", row.index,
                               row.leaf, row.subject, row.hash);
    if (added)
        size_ = row.index + 1;
    return added;
}

base::Result<std::vector<AuditRow>> SqlAudit::rows(std::int64_t from, int limit) {
    return all<AuditRow>(database_,
                         "SELECT idx,leaf,subject,hash FROM audit WHERE idx>=? ORDER BY idx LIMIT ?", readRow,
                         from, limit);
}

base::Result<std::vector<AuditRow>> SqlAudit::about(const std::string& subject, int limit) {
    return all<AuditRow>(database_,
                         "SELECT idx,leaf,subject,hash FROM audit WHERE subject=? ORDER BY idx DESC LIMIT ?",
                         readRow, subject, limit);
}

base::Result<std::map<int, base::Bytes>> SqlAudit::frontier() {
    if (frontier_)
        return *frontier_;
    using Entry = std::pair<int, base::Bytes>;
    const auto entries = all<Entry>(database_, "SELECT level,hash FROM audit_frontier",
                                    [](const auto& r) -> base::Result<Entry> {
                                        return Entry{static_cast<int>(r.integer(0)), r.bytes(1)};
                                    });
    if (!entries)
        return base::fail(entries.error());
    frontier_.emplace(entries->begin(), entries->end());
    return *frontier_;
}

base::Result<void> SqlAudit::saveFrontier(int level, const base::Bytes& hash) {
    if (frontier_)
        (*frontier_)[level] = hash;
    return database_.run(
        "INSERT INTO audit_frontier(level,hash) VALUES(?,?) ON CONFLICT(level) DO UPDATE SET "
        "hash=excluded.hash",
        level, hash);
}

base::Result<std::optional<contract::AuditHead>> SqlAudit::head() {
    return one<contract::AuditHead>(
        database_, "SELECT size,root,at,signature FROM audit_heads ORDER BY size DESC LIMIT 1",
        [](const auto& r) -> base::Result<contract::AuditHead> {
            return contract::AuditHead{r.integer(0), r.text(1), timeAt(r, 2), r.text(3)};
        });
}

base::Result<void> SqlAudit::saveHead(const contract::AuditHead& head) {
    // Only the newest is kept: an older one follows from the records and proves nothing more.
    return database_.run("DELETE FROM audit_heads").and_then([&] {
        return database_.run("INSERT INTO audit_heads(size,root,at,signature) VALUES(?,?,?,?)", head.size,
                             head.root, toMilliseconds(head.at), head.signature);
    });
}

} // namespace vienlogs::server::store
