// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "query.h"
#include "sql_acts.h"

namespace vienlogs::server::store {

namespace {

base::Result<ActRow> readAct(const SqlRow& row) {
    const auto id = base::Ulid::parse(row.text(0));
    if (!id)
        return unreadable("acts.id");
    return ActRow{*id, row.text(1), row.text(2), row.integer(3), row.text(4), timeAt(row, 5)};
}

base::Result<ActLine> readLine(const SqlRow& row) {
    return ActLine{row.integer(0), row.text(1), row.text(2), row.text(3)};
}

} // namespace

base::Result<std::optional<ActRow>> SqlActs::act(base::Ulid id) {
    return one<ActRow>(database_, "SELECT id,institution,kind,entries,chain,changed FROM acts WHERE id=?",
                       readAct, id.toString());
}

base::Result<std::vector<ActRow>> SqlActs::acts(const std::string& institution, base::Ulid after, int limit) {
    return all<ActRow>(
        database_,
        "SELECT id,institution,kind,entries,chain,changed FROM acts WHERE institution=? AND id>? "
        "ORDER BY id LIMIT ?",
        readAct, institution, after.toString(), limit);
}

base::Result<void> SqlActs::saveAct(const ActRow& row) {
    return database_.run("INSERT INTO acts(id,institution,kind,entries,chain,changed) VALUES(?,?,?,?,?,?) "
                         "ON CONFLICT(id) DO UPDATE SET entries=excluded.entries,chain=excluded.chain,"
                         "changed=excluded.changed",
                         row.id.toString(), row.institution, row.kind, row.count, row.chain,
                         toMilliseconds(row.changed));
}

base::Result<std::vector<ActLine>> SqlActs::lines(base::Ulid act, std::int64_t after, int limit) {
    return all<ActLine>(database_,
                        "SELECT position,line,chain,sender FROM act_lines WHERE act=? AND position>? "
                        "ORDER BY position LIMIT ?",
                        readLine, act.toString(), after, limit);
}

base::Result<void> SqlActs::addLine(base::Ulid act, const ActLine& line) {
    return database_.run("INSERT INTO act_lines(act,position,line,chain,sender) VALUES(?,?,?,?,?)",
                         act.toString(), line.position, line.line, line.chain, line.sender);
}

} // namespace vienlogs::server::store
