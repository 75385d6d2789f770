// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <span>

#include "vienlogs/sqlcipher/database.h"

namespace vienlogs::store {

/// The store's form from its first version on; steps are added at the end and never changed.
[[nodiscard]] std::span<const sqlcipher::Migration> migrations();

/// Applies the steps that a store lacks. A store of an older form is copied before (store-form-N.db in the
/// folder), so that an older program can go back to it.
[[nodiscard]] base::Result<void> bringUpToDate(sqlcipher::Database& database,
                                               const std::filesystem::path& folder, const base::Secret& key,
                                               std::span<const sqlcipher::Migration> steps);

} // namespace vienlogs::store
