// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>

#include "postgres_connection.h"
#include "vienlogs/sqlcipher/database.h"

namespace vienlogs::server::store {

/// Brings the schema up to date, each step in a transaction of its own; several servers may do so at the same
/// time. VL-STORE-0003 when the schema is newer than this program.
[[nodiscard]] base::Result<void> migrate(PostgresConnection& connection,
                                         std::span<const sqlcipher::Migration> steps);

} // namespace vienlogs::server::store
