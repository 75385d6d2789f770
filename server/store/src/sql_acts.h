// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "sql.h"
#include "vienlogs/server/store/act_table.h"

namespace vienlogs::server::store {

/// As sql_tables.h, for acts.
class SqlActs final : public ActTable {
public:
    explicit SqlActs(SqlConnection& database) : database_(database) {}
    base::Result<std::optional<ActRow>> act(base::Ulid id) override;
    base::Result<std::vector<ActRow>> acts(const std::string& institution, base::Ulid after,
                                           int limit) override;
    base::Result<void> saveAct(const ActRow& row) override;
    base::Result<std::vector<ActLine>> lines(base::Ulid act, std::int64_t after, int limit) override;
    base::Result<void> addLine(base::Ulid act, const ActLine& line) override;

private:
    SqlConnection& database_;
};

} // namespace vienlogs::server::store
