// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>

#include "vienlogs/sqlcipher/database.h"

namespace vienlogs::store {

/// The store's form from its first version on; steps are added at the end and never changed.
[[nodiscard]] std::span<const sqlcipher::Migration> migrations();

} // namespace vienlogs::store
