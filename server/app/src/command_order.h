// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/base/result.h"
#include "vienlogs/domain/cases/commands.h"
#include "vienlogs/server/store/tables.h"

namespace vienlogs::server::app {

/// Whether a new command's turn has come. A device counts its commands 1, 2, 3 …; one that is missing could
/// belong to the same stream, so what comes after it waits, unless the missing one is known to wait for
/// something of another stream.
enum class Turn { Now, Later, StaleEpoch, SequenceReused };

[[nodiscard]] base::Result<Turn> turnOf(store::CaseTable& cases, const domain::cases::Command& command);
/// Counts a decided command; to be called after it was stored.
[[nodiscard]] base::Result<void> advance(store::CaseTable& cases, const domain::cases::Command& command);

} // namespace vienlogs::server::app
