// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "query.h"
#include "read_rows.h"
#include "sql_case_tables.h"
#include "vienlogs/contract/codec.h"

namespace vienlogs::server::store {

namespace {

base::Result<DayClosingRow> readClosing(const SqlRow& row) {
    return contract::decode<domain::payments::DayClosing>(row.text(2)).map([&](auto&& closing) {
        return DayClosingRow{row.text(0), row.text(1), std::move(closing)};
    });
}

} // namespace

base::Result<void> SqlCases::saveDayClosing(const DayClosingRow& row) {
    return database_.run("INSERT INTO day_closings(id,place,device,at,body) VALUES(?,?,?,?,?) "
                         "ON CONFLICT(id) DO UPDATE SET body=excluded.body",
                         row.closing.id.toString(), row.place, row.device, toMilliseconds(row.closing.at),
                         contract::encode(row.closing));
}

base::Result<std::optional<DayClosingRow>> SqlCases::dayClosing(base::Ulid id) {
    return one<DayClosingRow>(database_, "SELECT place,device,body FROM day_closings WHERE id=?", readClosing,
                              id.toString());
}

base::Result<std::vector<DayClosingRow>> SqlCases::dayClosings(base::Timestamp since, int limit) {
    return all<DayClosingRow>(
        database_, "SELECT place,device,body FROM day_closings WHERE at>=? ORDER BY at DESC, id DESC LIMIT ?",
        readClosing, toMilliseconds(since), limit);
}

} // namespace vienlogs::server::store
