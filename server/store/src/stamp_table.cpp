// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "query.h"
#include "sql_stamps.h"

namespace vienlogs::server::store {

namespace {

base::Result<contract::AuditStamp> readStamp(const SqlRow& row) {
    return contract::AuditStamp{{row.integer(0), row.text(1), timeAt(row, 2), row.text(3), row.text(4)},
                                timeAt(row, 5),
                                base::toBase64(row.bytes(6))};
}

} // namespace

base::Result<std::optional<contract::AuditStamp>> SqlStamps::newest() {
    return one<contract::AuditStamp>(
        database_,
        "SELECT size,root,at,signature,key_id,stamped_at,token FROM audit_stamps "
        "ORDER BY size DESC LIMIT 1",
        readStamp);
}

base::Result<std::vector<contract::AuditStamp>> SqlStamps::after(std::int64_t size, int limit) {
    return all<contract::AuditStamp>(
        database_,
        "SELECT size,root,at,signature,key_id,stamped_at,token FROM audit_stamps "
        "WHERE size>? ORDER BY size LIMIT ?",
        readStamp, size, limit);
}

base::Result<void> SqlStamps::add(const contract::AuditStamp& stamp) {
    const auto token = base::fromBase64(stamp.token);
    if (!token)
        return base::fail(base::codes::invalidArgument, "token");
    const auto& head = stamp.head;
    return database_.run("INSERT INTO audit_stamps(size,root,at,signature,key_id,stamped_at,token) "
                         "VALUES(?,?,?,?,?,?,?) ON CONFLICT DO NOTHING",
                         head.size, head.root, toMilliseconds(head.at), head.signature, head.keyId,
                         toMilliseconds(stamp.at), *token);
}

} // namespace vienlogs::server::store
