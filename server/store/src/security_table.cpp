// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "query.h"
#include "sql_factor_tables.h"

namespace vienlogs::server::store {

base::Result<void> SqlSecurity::count(const SecurityEvent& event) {
    return database_.run("INSERT INTO security_events(hour,code,device,operation,first_at,last_at,count) "
                         "VALUES(?,?,?,?,?,?,?) "
                         "ON CONFLICT(hour,code,device,operation) DO UPDATE SET last_at=excluded.last_at, "
                         "count=security_events.count+excluded.count",
                         event.hour, event.code, event.device, event.operation, toMilliseconds(event.firstAt),
                         toMilliseconds(event.lastAt), event.count);
}

base::Result<std::vector<SecurityEvent>> SqlSecurity::events(int limit) {
    return all<SecurityEvent>(
        database_,
        "SELECT hour,code,device,operation,first_at,last_at,count FROM security_events "
        "ORDER BY last_at DESC, code, device, operation LIMIT ?",
        [](const auto& r) -> base::Result<SecurityEvent> {
            return SecurityEvent{r.integer(0), r.text(1),    r.text(2),   r.text(3),
                                 timeAt(r, 4), timeAt(r, 5), r.integer(6)};
        },
        limit);
}

base::Result<void> SqlSecurity::forgetBefore(std::int64_t hour) {
    return database_.run("DELETE FROM security_events WHERE hour<?", hour);
}

} // namespace vienlogs::server::store
