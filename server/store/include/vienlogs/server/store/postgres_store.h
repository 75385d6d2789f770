// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <string>

#include "vienlogs/base/bytes.h"
#include "vienlogs/base/result.h"
#include "vienlogs/server/store/store.h"

namespace vienlogs::server::store {

/// Opens a store in PostgreSQL, which several servers may use at the same time; brings the schema up to date.
/// The address may name several machines ("postgresql://a,b/vienlogs"): the one that is primary is used, also
/// after it changes. The password is empty when libpq finds it itself (PGPASSFILE, a service file).
/// VL-STORE-0030 when none answers, -0032 for an unsafe address, -0033 for a copy that is not finished.
[[nodiscard]] base::Result<std::unique_ptr<Store>>
openPostgresStore(const std::string& address, base::Secret password, Access access = Access::Use);

} // namespace vienlogs::server::store
