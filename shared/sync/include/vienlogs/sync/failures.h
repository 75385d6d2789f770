// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/base/failure.h"

/// What a clerk is told that is no mistake of anybody here.
namespace vienlogs::sync::codes {

inline constexpr base::FailureCode serverRestored{"VL-SYNC-0001"}; ///< "%1" acts are sent again.
inline constexpr base::FailureCode deskRestored{"VL-SYNC-0002"};   ///< Or cloned; "%1" acts are sent again.
inline constexpr base::FailureCode longAway{"VL-SYNC-0003"};       ///< For "%1" days.

} // namespace vienlogs::sync::codes
