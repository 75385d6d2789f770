// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/base/failure.h"

/// Why a container is not read, or what does not hold of a signature. Texts:
/// shared/base/src/failures/verify.cpp.
namespace vienlogs::verify::codes {

using base::FailureCode;

inline constexpr FailureCode unreadable{"VL-VERIFY-0001"};  ///< Not a signed container, or cut off.
inline constexpr FailureCode hostile{"VL-VERIFY-0002"};     ///< Built to mislead. Argument: the entry.
inline constexpr FailureCode tooLarge{"VL-VERIFY-0003"};    ///< More than is read.
inline constexpr FailureCode noSignature{"VL-VERIFY-0004"}; ///< Nobody signed.
inline constexpr FailureCode malformed{"VL-VERIFY-0005"};   ///< A signature that is not built as it must be.
inline constexpr FailureCode fileChanged{"VL-VERIFY-0006"}; ///< Argument: the file.
inline constexpr FailureCode fileNotSigned{"VL-VERIFY-0007"};      ///< Argument: the file.
inline constexpr FailureCode fileMissing{"VL-VERIFY-0008"};        ///< Argument: the file.
inline constexpr FailureCode signatureWrong{"VL-VERIFY-0009"};     ///< The value does not fit key and text.
inline constexpr FailureCode weak{"VL-VERIFY-0010"};               ///< Argument: the algorithm or key.
inline constexpr FailureCode foreignPart{"VL-VERIFY-0011"};        ///< Refers to what may not be signed so.
inline constexpr FailureCode propertiesUnsigned{"VL-VERIFY-0012"}; ///< Time and certificate are not signed.
inline constexpr FailureCode noCertificate{"VL-VERIFY-0013"};      ///< None, or not the one that was signed.
inline constexpr FailureCode unknownIssuer{"VL-VERIFY-0014"};      ///< No chain to a trusted issuer.
inline constexpr FailureCode expired{"VL-VERIFY-0015"};            ///< Argument: the last day.
inline constexpr FailureCode notYetValid{"VL-VERIFY-0016"};        ///< Argument: the first day.
inline constexpr FailureCode revoked{"VL-VERIFY-0017"};            ///< Argument: since when.
inline constexpr FailureCode revocationUnknown{"VL-VERIFY-0018"};  ///< Nobody can say whether it was revoked.
inline constexpr FailureCode wrongPurpose{"VL-VERIFY-0019"};       ///< The certificate is not for signing.
inline constexpr FailureCode stampWrong{"VL-VERIFY-0020"};         ///< A time stamp that does not hold.
inline constexpr FailureCode noStamp{"VL-VERIFY-0021"};            ///< The time is only the signer's word.
inline constexpr FailureCode noProofs{"VL-VERIFY-0022"};           ///< Proofs for later are missing.
inline constexpr FailureCode listNotAsked{"VL-VERIFY-0023"};       ///< No trusted list to be had.
inline constexpr FailureCode notListed{"VL-VERIFY-0024"};          ///< The list does not have the issuer so.
inline constexpr FailureCode notQualified{
    "VL-VERIFY-0025"}; ///< The certificate itself is not a qualified one.
inline constexpr FailureCode timesDiffer{"VL-VERIFY-0026"}; ///< Claimed later than proved.

} // namespace vienlogs::verify::codes
