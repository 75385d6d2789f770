// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/base/failure.h"

/// Why a change of a legal act is refused.
namespace vienlogs::acts::codes {

inline constexpr base::FailureCode elementUnknown{"VL-ACT-0001"}; ///< No such element, or it is deleted.
inline constexpr base::FailureCode identityUsed{"VL-ACT-0002"};   ///< The identity was given before.
inline constexpr base::FailureCode placeWrong{"VL-ACT-0003"};     ///< Such a unit cannot stand there.
inline constexpr base::FailureCode textWrong{"VL-ACT-0004"};      ///< The text or the place in it is none.
inline constexpr base::FailureCode actTooLarge{"VL-ACT-0005"};    ///< A bound of the model is reached.
inline constexpr base::FailureCode logDamaged{"VL-ACT-0006"};     ///< A line of the act's log is unreadable.

} // namespace vienlogs::acts::codes
