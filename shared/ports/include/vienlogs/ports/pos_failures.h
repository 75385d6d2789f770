// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/base/failure.h"

/// What every driver of a card terminal answers with, whatever its protocol.
namespace vienlogs::ports::codes {

inline constexpr base::FailureCode posSilent{"VL-POS-0001"};      ///< No connection or no answer.
inline constexpr base::FailureCode posRefused{"VL-POS-0002"};     ///< The terminal refused; its code is %1.
inline constexpr base::FailureCode posDeclined{"VL-POS-0003"};    ///< No money taken; the reason is %1.
inline constexpr base::FailureCode posAborted{"VL-POS-0004"};     ///< Called off before anything was charged.
inline constexpr base::FailureCode posUnknown{"VL-POS-0005"};     ///< The answer was lost.
inline constexpr base::FailureCode posNonsense{"VL-POS-0006"};    ///< The answer breaks the protocol.
inline constexpr base::FailureCode posOtherAmount{"VL-POS-0007"}; ///< The receipt has another amount.
inline constexpr base::FailureCode posReversalUnknown{"VL-POS-0008"}; ///< Perhaps given back, perhaps not.
inline constexpr base::FailureCode posBusy{"VL-POS-0009"};            ///< At work with something else.
inline constexpr base::FailureCode posAlreadyReversed{"VL-POS-0013"}; ///< Given back before.
inline constexpr base::FailureCode posDayUnknown{"VL-POS-0014"};      ///< The answer to end of day was lost.

} // namespace vienlogs::ports::codes
