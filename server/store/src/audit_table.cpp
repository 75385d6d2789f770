// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "query.h"
#include "sql_case_tables.h"

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
    auto added = database_.defer(Deferred::Audit, {row.index, row.leaf, row.subject, row.hash});
    if (added)
        size_ = row.index + 1;
    return added;
}

base::Result<std::vector<AuditRow>> SqlAudit::rows(std::int64_t from, int limit) {
    return all<AuditRow>(database_,
                         "SELECT idx,leaf,subject,hash FROM audit WHERE idx>=? ORDER BY idx LIMIT ?", readRow,
                         from, limit);
}

base::Result<std::vector<AuditRow>> SqlAudit::about(const std::string& subject, std::int64_t before,
                                                    int limit) {
    return all<AuditRow>(
        database_,
        "SELECT idx,leaf,subject,hash FROM audit WHERE subject=? AND idx<? ORDER BY idx DESC LIMIT ?",
        readRow, subject, before, limit);
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
    return database_.defer(Deferred::AuditFrontier, {std::int64_t{level}, hash});
}

base::Result<std::vector<base::Bytes>> SqlAudit::leafHashes(std::int64_t from, int count) {
    return all<base::Bytes>(
        database_, "SELECT hash FROM audit WHERE idx>=? ORDER BY idx LIMIT ?",
        [](const auto& r) -> base::Result<base::Bytes> { return r.bytes(0); }, from, count);
}

base::Result<void> SqlAudit::saveNode(int level, std::int64_t index, const base::Bytes& hash) {
    return database_.defer(Deferred::AuditNodes, {std::int64_t{level}, index, hash});
}

base::Result<std::optional<base::Bytes>> SqlAudit::node(int level, std::int64_t index) {
    return one<base::Bytes>(
        database_, "SELECT hash FROM audit_nodes WHERE level=? AND idx=?",
        [](const auto& r) -> base::Result<base::Bytes> { return r.bytes(0); }, level, index);
}

base::Result<std::vector<contract::AuditKeyInfo>> SqlAudit::keys() {
    return all<contract::AuditKeyInfo>(
        database_, "SELECT id,public_key,endorsed_by,endorsement FROM audit_keys ORDER BY number",
        [](const auto& r) -> base::Result<contract::AuditKeyInfo> {
            return contract::AuditKeyInfo{r.text(0), r.text(1), r.text(2), r.text(3)};
        });
}

base::Result<void> SqlAudit::saveKey(const contract::AuditKeyInfo& key) {
    return database_.run("INSERT INTO audit_keys(number,id,public_key,endorsed_by,endorsement) "
                         "SELECT coalesce(max(number),0)+1,?,?,?,? FROM audit_keys",
                         key.id, key.publicKey, key.endorsedBy, key.endorsement);
}

base::Result<std::optional<contract::AuditHead>> SqlAudit::head() {
    return one<contract::AuditHead>(
        database_, "SELECT size,root,at,signature,key_id FROM audit_heads ORDER BY size DESC LIMIT 1",
        [](const auto& r) -> base::Result<contract::AuditHead> {
            return contract::AuditHead{r.integer(0), r.text(1), timeAt(r, 2), r.text(3), r.text(4)};
        });
}

base::Result<void> SqlAudit::saveHead(const contract::AuditHead& head) {
    // Only the newest is kept: an older one follows from the records and proves nothing more.
    return database_.run("DELETE FROM audit_heads").and_then([&] {
        return database_.run("INSERT INTO audit_heads(size,root,at,signature,key_id) VALUES(?,?,?,?,?)",
                             head.size, head.root, toMilliseconds(head.at), head.signature, head.keyId);
    });
}

} // namespace vienlogs::server::store
