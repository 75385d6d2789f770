// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/base/failure.h"

/// What every driver of a scanner answers with.
namespace vienlogs::ports::codes {

inline constexpr base::FailureCode scannerMissing{"VL-SCAN-0001"};   ///< No scanner of this name answers.
inline constexpr base::FailureCode scannerBusy{"VL-SCAN-0002"};      ///< Another program or person has it.
inline constexpr base::FailureCode scannerJammed{"VL-SCAN-0003"};    ///< Paper is stuck.
inline constexpr base::FailureCode scannerOpen{"VL-SCAN-0004"};      ///< A cover is open.
inline constexpr base::FailureCode feederEmpty{"VL-SCAN-0005"};      ///< Not one page in the feeder.
inline constexpr base::FailureCode scannerFailed{"VL-SCAN-0006"};    ///< It stopped, or was unplugged.
inline constexpr base::FailureCode scanPageTooBig{"VL-SCAN-0007"};   ///< One page has more than %1 MB.
inline constexpr base::FailureCode scanTooBig{"VL-SCAN-0008"};       ///< All pages together: more than %1.
inline constexpr base::FailureCode feederMissing{"VL-SCAN-0009"};    ///< This scanner has only a glass.
inline constexpr base::FailureCode scannerForbidden{"VL-SCAN-0010"}; ///< The system does not let us use it.

} // namespace vienlogs::ports::codes
