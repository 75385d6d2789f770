// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/base/failure.h"

/// What every driver of a printer answers with.
namespace vienlogs::ports::codes {

inline constexpr base::FailureCode printerMissing{"VL-PRINT-0001"}; ///< No printer of this name.
inline constexpr base::FailureCode printerStopped{"VL-PRINT-0002"}; ///< Stopped, or it refused the job.
inline constexpr base::FailureCode printServiceSilent{
    "VL-PRINT-0003"};                                                  ///< The print service does not answer.
inline constexpr base::FailureCode printerOutOfPaper{"VL-PRINT-0004"}; ///< No paper.
inline constexpr base::FailureCode printerNeedsHand{"VL-PRINT-0005"};  ///< Jammed, open, offline or no toner.

} // namespace vienlogs::ports::codes
