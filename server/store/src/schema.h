// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>

#include "vienlogs/sqlcipher/database.h"

namespace vienlogs::server::store {

/// The schema's history; a step that was released is never edited, only followed by another.
[[nodiscard]] std::span<const sqlcipher::Migration> migrations();

} // namespace vienlogs::server::store
