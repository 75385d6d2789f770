// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/base/failure.h"

/// VL-STORE-0001 to -0009 belong to this layer. A full disk is VL-BASE-0004, an unreadable file VL-BASE-0005.
namespace vienlogs::sqlcipher::codes {

inline constexpr base::FailureCode wrongKey{"VL-STORE-0001"};     ///< The key does not open this file.
inline constexpr base::FailureCode notEncrypted{"VL-STORE-0002"}; ///< The file is, or would be, plain text.
inline constexpr base::FailureCode newerVersion{"VL-STORE-0003"}; ///< Written by a newer program.
inline constexpr base::FailureCode inUse{"VL-STORE-0004"};        ///< Another program holds it.
inline constexpr base::FailureCode damaged{"VL-STORE-0005"};      ///< The file contradicts itself.
inline constexpr base::FailureCode constraint{"VL-STORE-0006"};   ///< A row breaks a rule of its table.

} // namespace vienlogs::sqlcipher::codes
