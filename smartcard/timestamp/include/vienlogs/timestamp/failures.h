// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/base/failure.h"

namespace vienlogs::timestamp::codes {

inline constexpr base::FailureCode away{"VL-TSA-0001"};      ///< The time stamp service does not answer.
inline constexpr base::FailureCode refused{"VL-TSA-0002"};   ///< Its answer does not hold: "%1".
inline constexpr base::FailureCode authority{"VL-TSA-0003"}; ///< The file "%1" holds no certificate.

} // namespace vienlogs::timestamp::codes
