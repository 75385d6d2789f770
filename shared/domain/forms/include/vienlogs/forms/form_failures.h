// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/base/failure.h"

/// What can be wrong with a form or with a value in it. Those of one value are shown at the field; its label
/// is carried beside the failure (FieldProblem), the limit is the failure's argument.
namespace vienlogs::forms::codes {

inline constexpr base::FailureCode definitionInvalid{"VL-FORM-0001"}; ///< Argument: the form's id or file.
inline constexpr base::FailureCode unknownField{"VL-FORM-0002"};      ///< Argument: the scope.
inline constexpr base::FailureCode required{"VL-FORM-0003"};
inline constexpr base::FailureCode wrongFormat{"VL-FORM-0004"};
inline constexpr base::FailureCode tooLong{"VL-FORM-0005"};  ///< Argument: characters allowed.
inline constexpr base::FailureCode tooShort{"VL-FORM-0006"}; ///< Argument: characters needed.
inline constexpr base::FailureCode tooSmall{"VL-FORM-0007"}; ///< Argument: the smallest value allowed.
inline constexpr base::FailureCode tooLarge{"VL-FORM-0008"}; ///< Argument: the largest value allowed.
inline constexpr base::FailureCode notInList{"VL-FORM-0009"};
inline constexpr base::FailureCode notADate{"VL-FORM-0010"};
inline constexpr base::FailureCode tooEarly{"VL-FORM-0011"}; ///< Argument: the earliest day allowed.
inline constexpr base::FailureCode tooLate{"VL-FORM-0012"};  ///< Argument: the latest day allowed.
inline constexpr base::FailureCode notANumber{"VL-FORM-0013"};
inline constexpr base::FailureCode notMoney{"VL-FORM-0014"};
inline constexpr base::FailureCode personalCodeWrong{"VL-FORM-0015"};
inline constexpr base::FailureCode phoneWrong{"VL-FORM-0016"};
inline constexpr base::FailureCode emailWrong{"VL-FORM-0017"};
inline constexpr base::FailureCode ibanWrong{"VL-FORM-0018"};
inline constexpr base::FailureCode tooMany{"VL-FORM-0019"};           ///< Argument: entries allowed.
inline constexpr base::FailureCode savedStateInvalid{"VL-FORM-0020"}; ///< A saved form cannot be read back.

} // namespace vienlogs::forms::codes
