// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "arguments.h"
#include "vienlogs/base/clock.h"

namespace vienlogs::acts_tool {

/// Prints the amending act between two files of one act, and keeps it as an act of its own with --to.
[[nodiscard]] base::Result<void> amend(const Arguments& arguments, const base::Clock& clock);
/// Prints the act as amended, and with --accept amends it.
[[nodiscard]] base::Result<void> applyAmendment(const Arguments& arguments, const base::Clock& clock);
/// Prints the act as it is in force on a day, or writes it as a document with --to.
[[nodiscard]] base::Result<void> consolidate(const Arguments& arguments, const base::Clock& clock);

} // namespace vienlogs::acts_tool
