// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/base/failure.h"

/// What can prevent reading, signing and believing a PDF. Texts: shared/base/src/failures/pdf.cpp.
namespace vienlogs::pdf::codes {

using base::FailureCode;

inline constexpr FailureCode damaged{"VL-PDF-0001"};          ///< Not a PDF, or one that is damaged.
inline constexpr FailureCode tooLarge{"VL-PDF-0002"};         ///< More than 200 MB.
inline constexpr FailureCode encrypted{"VL-PDF-0003"};        ///< Protected by a password or certificates.
inline constexpr FailureCode xfaForm{"VL-PDF-0004"};          ///< A form of the kind XFA.
inline constexpr FailureCode changesForbidden{"VL-PDF-0005"}; ///< Certified: no changes allowed.
inline constexpr FailureCode noSuchPage{"VL-PDF-0006"};       ///< Argument: the page asked for.
inline constexpr FailureCode notBuilt{"VL-PDF-0007"};         ///< The signature could not be put together.
inline constexpr FailureCode fontUnusable{"VL-PDF-0008"};     ///< Argument: the font's file.
inline constexpr FailureCode tooComplex{"VL-PDF-0009"};       ///< More parts than any sensible document has.
inline constexpr FailureCode notCovered{"VL-PDF-0010"};       ///< The signature leaves out parts of the file.
inline constexpr FailureCode contentChanged{"VL-PDF-0011"};   ///< The signed bytes were changed.
inline constexpr FailureCode signatureWrong{"VL-PDF-0012"};   ///< The signature does not fit its certificate.
inline constexpr FailureCode noCertificateAttribute{
    "VL-PDF-0013"}; ///< Which certificate signed is not signed, or another one is named.
inline constexpr FailureCode unknownForm{
    "VL-PDF-0014"}; ///< Not a form of signature that is known. Argument: why.
inline constexpr FailureCode changedAfter{"VL-PDF-0015"};      ///< What is seen may differ. Argument: "1/3".
inline constexpr FailureCode revoked{"VL-PDF-0016"};           ///< Argument: since when.
inline constexpr FailureCode revocationUnknown{"VL-PDF-0017"}; ///< Nothing says whether it was revoked.
inline constexpr FailureCode fieldTaken{"VL-PDF-0018"};        ///< The field does not fit its page.
inline constexpr FailureCode formFilledAfter{
    "VL-PDF-0019"}; ///< Argument: "1/3", the revision that was signed.
inline constexpr FailureCode annotatedAfter{"VL-PDF-0020"}; ///< Argument: "1/3".
inline constexpr FailureCode signedAfter{"VL-PDF-0021"};    ///< Argument: "1/3".
inline constexpr FailureCode metadataAfter{"VL-PDF-0022"};  ///< Argument: "1/3".

} // namespace vienlogs::pdf::codes
