// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "arguments.h"
#include "vienlogs/base/clock.h"

namespace vienlogs::acts_tool {

/// `archive ACT --to F.zip`: Akoma Ntoso, ODT, PDF/A, the log, given signatures and a manifest of SHA-256
/// sums.
[[nodiscard]] base::Result<void> archiveAct(const Arguments& arguments);
/// `validate FILE`: an act's log, an .akn.xml or an archive; every problem is a line on the standard output,
/// and VL-OFFICE-0008 when there is one.
[[nodiscard]] base::Result<void> validate(const Arguments& arguments, const base::Clock& clock);

} // namespace vienlogs::acts_tool
