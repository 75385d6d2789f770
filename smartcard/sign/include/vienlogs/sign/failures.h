// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/base/failure.h"

/// What can prevent a signed container. Texts: shared/base/src/failures/sign.cpp.
namespace vienlogs::sign::codes {

using base::FailureCode;

inline constexpr FailureCode nothingToSign{"VL-SIGN-0001"};    ///< No file was given.
inline constexpr FailureCode fileNameUnusable{"VL-SIGN-0002"}; ///< Argument: the name.
inline constexpr FailureCode tooLarge{"VL-SIGN-0003"};         ///< More than a container may hold.
inline constexpr FailureCode notBuilt{"VL-SIGN-0004"};         ///< The XML or the ZIP could not be made.

} // namespace vienlogs::sign::codes
