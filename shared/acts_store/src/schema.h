// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>

#include "vienlogs/sqlcipher/database.h"

namespace vienlogs::acts_store {

/// The steps of the schema; add one at the end, never change one.
[[nodiscard]] std::span<const sqlcipher::Migration> migrations();

} // namespace vienlogs::acts_store
