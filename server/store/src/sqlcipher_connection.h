// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>

#include "sql.h"
#include "vienlogs/sqlcipher/database.h"

namespace vienlogs::server::store {

/// A connection to an encrypted file.
class SqlCipherConnection final : public SqlConnection {
public:
    explicit SqlCipherConnection(std::unique_ptr<sqlcipher::Database> database)
        : database_(std::move(database)) {}
    base::Result<void> perform(std::string_view sql, std::span<const SqlValue> values) override;
    base::Result<void> select(std::string_view sql, std::span<const SqlValue> values,
                              const EachRow& each) override;
    [[nodiscard]] sqlcipher::Database& database() { return *database_; }

private:
    std::unique_ptr<sqlcipher::Database> database_;
};

} // namespace vienlogs::server::store
