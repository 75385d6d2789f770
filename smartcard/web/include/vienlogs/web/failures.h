// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/base/failure.h"

namespace vienlogs::web::codes {

inline constexpr base::FailureCode away{"VL-WEB-0001"};    ///< Nobody answers, or not in time.
inline constexpr base::FailureCode status{"VL-WEB-0002"};  ///< The answer's status is "%1", not 200.
inline constexpr base::FailureCode tooLong{"VL-WEB-0003"}; ///< The answer is longer than "%1" bytes.
inline constexpr base::FailureCode address{"VL-WEB-0004"}; ///< No address of http or https.
inline constexpr base::FailureCode untrusted{
    "VL-WEB-0005"}; ///< The certificate of the service's TLS is not believed.

} // namespace vienlogs::web::codes
