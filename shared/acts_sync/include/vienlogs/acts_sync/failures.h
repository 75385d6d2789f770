// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/base/failure.h"

/// Why a shared log does not take entries.
namespace vienlogs::acts_sync::codes {

inline constexpr base::FailureCode clockAhead{"VL-ACT-0007"}; ///< An entry is of the future.
inline constexpr base::FailureCode movedOn{"VL-ACT-0008"};    ///< Others wrote meanwhile: ask for the log.

} // namespace vienlogs::acts_sync::codes
