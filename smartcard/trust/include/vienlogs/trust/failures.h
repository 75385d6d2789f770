// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/base/failure.h"

namespace vienlogs::trust::codes {

inline constexpr base::FailureCode away{"VL-TRUST-0001"};    ///< Word on revocation cannot be had.
inline constexpr base::FailureCode refused{"VL-TRUST-0002"}; ///< An answer on revocation does not hold: "%1".
inline constexpr base::FailureCode noAddress{
    "VL-TRUST-0003"};                                       ///< Nothing names a service that could be asked.
inline constexpr base::FailureCode noList{"VL-TRUST-0004"}; ///< No trusted list, neither fetched nor kept.
inline constexpr base::FailureCode listUnsigned{"VL-TRUST-0005"}; ///< Its signature does not hold: "%1".
inline constexpr base::FailureCode listRolledBack{
    "VL-TRUST-0006"}; ///< Its number "%1" is below the kept one's.
inline constexpr base::FailureCode listUnreadable{"VL-TRUST-0007"}; ///< It is no trusted list: "%1".
inline constexpr base::FailureCode certificate{"VL-TRUST-0008"};    ///< "%1" holds no certificate.
inline constexpr base::FailureCode listNotKept{"VL-TRUST-0009"};    ///< The list cannot be written to "%1".
inline constexpr base::FailureCode listPast{"VL-TRUST-0010"};       ///< It should have been renewed by "%1".
inline constexpr base::FailureCode revoked{"VL-TRUST-0011"};        ///< A certificate was revoked: "%1".

} // namespace vienlogs::trust::codes
