// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/base/failure.h"

/// What a clerk is told of the server and of this desk.
namespace vienlogs::sync::codes {

inline constexpr base::FailureCode serverRestored{"VL-SYNC-0001"}; ///< "%1" acts are sent again.
inline constexpr base::FailureCode deskRestored{"VL-SYNC-0002"};   ///< Or cloned; "%1" acts are sent again.
inline constexpr base::FailureCode longAway{"VL-SYNC-0003"};       ///< For "%1" days.
/// The head of the audit that was kept here cannot be read.
inline constexpr base::FailureCode auditPinLost{"VL-AUD-0004"};

} // namespace vienlogs::sync::codes
