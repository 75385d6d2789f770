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
inline constexpr FailureCode notContainer{"VL-SIGN-0005"};     ///< Not an ASiC-E container that can be read.
inline constexpr FailureCode issuerUnknown{"VL-SIGN-0006"};    ///< Argument: the issuer's common name.
inline constexpr FailureCode revoked{"VL-SIGN-0007"};          ///< Before the time stamp.
inline constexpr FailureCode stateUnknown{"VL-SIGN-0008"};     ///< The issuer does not know the certificate.
inline constexpr FailureCode noServices{"VL-SIGN-0009"};       ///< No time stamp service was named.
inline constexpr FailureCode noToken{"VL-SIGN-0010"};          ///< Argument: the token's label.
inline constexpr FailureCode sealPinWrong{"VL-SIGN-0011"};
inline constexpr FailureCode sealPinBlocked{"VL-SIGN-0012"};
inline constexpr FailureCode noSealKey{"VL-SIGN-0013"}; ///< Argument: the key's label.
inline constexpr FailureCode sealFailed{"VL-SIGN-0014"};

} // namespace vienlogs::sign::codes
