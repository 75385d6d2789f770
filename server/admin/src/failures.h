// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/base/failure.h"

namespace vienlogs::server::admin::codes {

inline constexpr base::FailureCode alreadyThere{"VL-SRV-0050"}; ///< "%1" exists and is not replaced.
inline constexpr base::FailureCode noSuch{"VL-SRV-0051"};       ///< There is no "%1".
inline constexpr base::FailureCode usage{"VL-SRV-0052"};        ///< The command line is not understood.
inline constexpr base::FailureCode keyElsewhere{"VL-SRV-0053"}; ///< The audit's newest key is not here.

} // namespace vienlogs::server::admin::codes
