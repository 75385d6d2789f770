// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/base/failure.h"

/// VL-STORE-0010 to -0029: the desk's store. -0001 to -0009 are those of shared/sqlcipher.
namespace vienlogs::store::codes {

inline constexpr base::FailureCode keyMissing{
    "VL-STORE-0010"}; ///< There is a store, but its key file is gone.
inline constexpr base::FailureCode keyExposed{"VL-STORE-0011"}; ///< Others may read a key file.
inline constexpr base::FailureCode blobDamaged{
    "VL-STORE-0012"}; ///< A document's bytes are not what they were.
inline constexpr base::FailureCode commandKnown{"VL-STORE-0013"}; ///< A command's key was used before.
inline constexpr base::FailureCode blobTooLarge{"VL-STORE-0014"}; ///< "%1": the limit in MB.
inline constexpr base::FailureCode documentLost{
    "VL-STORE-0015"}; ///< "%1": the document's title and case, whose bytes are gone or damaged.

} // namespace vienlogs::store::codes
