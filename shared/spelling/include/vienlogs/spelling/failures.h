// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/base/failure.h"

/// Why spelling cannot be checked.
namespace vienlogs::spelling::codes {

inline constexpr base::FailureCode noDictionary{"VL-SPELL-0001"}; ///< Not installed, or unreadable.

} // namespace vienlogs::spelling::codes
