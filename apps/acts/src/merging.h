// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "arguments.h"
#include "vienlogs/base/clock.h"
#include "vienlogs/base/result.h"

namespace vienlogs::acts_tool {

/// Several returned files against an act: one list, and what of it is taken over.
[[nodiscard]] base::Result<void> merge(const Arguments& arguments, const base::Clock& clock);

} // namespace vienlogs::acts_tool
