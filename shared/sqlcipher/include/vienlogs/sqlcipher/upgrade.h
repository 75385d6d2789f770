// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <span>

#include "vienlogs/sqlcipher/database.h"

namespace vienlogs::sqlcipher {

/// Applies the steps that a database lacks. One of an older form is copied before, as NAME-form-N.db beside
/// its file, so that a program of that time can go back to it; without the copy (disk full) nothing is
/// changed. VL-STORE-0003, and nothing touched, when it is newer than the list.
[[nodiscard]] base::Result<void> upgrade(Database& database, const std::filesystem::path& file,
                                         const base::Secret& rawKey, std::span<const Migration> steps);

} // namespace vienlogs::sqlcipher
