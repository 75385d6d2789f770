// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/base/failure.h"

/// Why a step of a harmonisation is refused.
namespace vienlogs::harmonisation::codes {

inline constexpr base::FailureCode unknownSubject{
    "VL-HARM-0001"}; ///< No such remark, task, element or version.
inline constexpr base::FailureCode contradiction{"VL-HARM-0002"}; ///< "Agreed", and yet an objection.
inline constexpr base::FailureCode incomplete{"VL-HARM-0003"};    ///< A text or a name is missing.
inline constexpr base::FailureCode usedTwice{"VL-HARM-0004"};     ///< The identity was given before.
inline constexpr base::FailureCode fileDamaged{"VL-HARM-0005"};   ///< A line of the file is unreadable.
inline constexpr base::FailureCode tooLarge{"VL-HARM-0006"};      ///< A bound is reached.

} // namespace vienlogs::harmonisation::codes
