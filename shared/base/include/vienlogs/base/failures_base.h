// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/base/failure.h"

/// Codes any library may need. Areas with codes of their own declare them beside their code.
namespace vienlogs::base::codes {

inline constexpr FailureCode internal{"VL-BASE-0001"};          ///< A fault of ours: should not happen.
inline constexpr FailureCode invalidArgument{"VL-BASE-0002"};   ///< A value from outside has the wrong shape.
inline constexpr FailureCode notFound{"VL-BASE-0003"};          ///< What was named does not exist.
inline constexpr FailureCode diskFull{"VL-BASE-0004"};          ///< No space left on the device.
inline constexpr FailureCode fileUnreadable{"VL-BASE-0005"};    ///< A file cannot be read or written.
inline constexpr FailureCode personalCodeWrong{"VL-BASE-0006"}; ///< A personal code that cannot exist.
inline constexpr FailureCode clockWrong{"VL-BASE-0007"};        ///< The machine's clock cannot be right.
inline constexpr FailureCode cancelled{"VL-BASE-0008"};         ///< The user or the program called it off.

} // namespace vienlogs::base::codes
