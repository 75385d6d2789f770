// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/base/failure.h"

namespace vienlogs::server::store::codes {

inline constexpr base::FailureCode keyringOpen{"VL-SRV-0030"}; ///< Others may read a file of the keyring.

// VL-STORE-0030 to -0039: a store that is a database server, and moving to it.
inline constexpr base::FailureCode unreachable{"VL-STORE-0030"};    ///< The database does not answer.
inline constexpr base::FailureCode moved{"VL-STORE-0031"};          ///< Everything is in another store now.
inline constexpr base::FailureCode addressUnsafe{"VL-STORE-0032"};  ///< A password in it, or no checked TLS.
inline constexpr base::FailureCode moveUnfinished{"VL-STORE-0033"}; ///< Half a copy; the move has to go on.
inline constexpr base::FailureCode targetInUse{"VL-STORE-0034"};    ///< It holds data of its own.
inline constexpr base::FailureCode copyDiffers{"VL-STORE-0035"};    ///< "%1" is not the same on both sides.

} // namespace vienlogs::server::store::codes
