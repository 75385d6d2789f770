// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "sql.h"
#include "vienlogs/server/store/stamp_table.h"

namespace vienlogs::server::store {

/// As sql_tables.h, for time stamps.
class SqlStamps final : public StampTable {
public:
    explicit SqlStamps(SqlConnection& database) : database_(database) {}
    base::Result<std::optional<contract::AuditStamp>> newest() override;
    base::Result<std::vector<contract::AuditStamp>> after(std::int64_t size, int limit) override;
    base::Result<void> add(const contract::AuditStamp& stamp) override;

private:
    SqlConnection& database_;
};

} // namespace vienlogs::server::store
