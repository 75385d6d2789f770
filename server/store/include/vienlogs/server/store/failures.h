// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/base/failure.h"

namespace vienlogs::server::store::codes {

inline constexpr base::FailureCode keyringOpen{"VL-SRV-0030"}; ///< Others may read a file of the keyring.

} // namespace vienlogs::server::store::codes
