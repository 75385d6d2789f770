// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <memory>

#include "vienlogs/base/bytes.h"
#include "vienlogs/base/result.h"
#include "vienlogs/server/store/store.h"

namespace vienlogs::server::store {

/// Opens (or makes) the encrypted store of one server in a file: one writer, a few readers. Brings the schema
/// up to date. Failures as sqlcipher::Database::open().
[[nodiscard]] base::Result<std::unique_ptr<Store>> openSqlCipherStore(const std::filesystem::path& file,
                                                                      const base::Secret& rawKey,
                                                                      Access access = Access::Use);

} // namespace vienlogs::server::store
