// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "arguments.h"
#include "vienlogs/base/clock.h"

namespace vienlogs::acts_tool {

/// `lint ACT`: what the drafting rules and, with --spelling, the dictionary say; --fix puts right what needs
/// no thinking.
[[nodiscard]] base::Result<void> lintAct(const Arguments& arguments, const base::Clock& clock);

} // namespace vienlogs::acts_tool
