// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "vienlogs/base/bytes.h"
#include "vienlogs/base/result.h"

namespace vienlogs::server::store {

/// Names and values for PQconnectdbParams, and the password apart from them, empty when libpq finds it itself
/// (PGPASSFILE, a service file) or none is wanted.
struct PostgresParameters {
    std::vector<std::pair<std::string, std::string>> named;
    base::Secret password;
};

/// Reads "postgresql://…" and adds what it leaves open: only a primary will do, wait 3 s at most for a
/// connection, and over a network TLS with a checked certificate. VL-STORE-0032 when it holds a password
/// (whoever lists the processes would read it) or asks for less over a network; VL-BASE-0002 when it is none.
[[nodiscard]] base::Result<PostgresParameters> parametersOf(const std::string& address);

} // namespace vienlogs::server::store
