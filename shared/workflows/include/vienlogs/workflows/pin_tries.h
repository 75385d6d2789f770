// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>

#include "vienlogs/base/failure.h"

namespace vienlogs::workflows {

/// How many tries a PIN has left by what a card answered: 0 when it is blocked; nothing when it was not about
/// that.
[[nodiscard]] std::optional<int> triesIn(const base::Failure& failure);

/// The holder left the reader's pad without a PIN: cancelled, or too late.
[[nodiscard]] bool notEntered(const base::Failure& failure);

} // namespace vienlogs::workflows
