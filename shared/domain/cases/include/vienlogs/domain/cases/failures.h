// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/base/failure.h"

namespace vienlogs::domain::cases::codes {

inline constexpr base::FailureCode notOpen{"VL-CASE-0001"}; ///< A command for a case that was never opened.
inline constexpr base::FailureCode alreadyOpen{"VL-CASE-0002"}; ///< The case was opened before.
inline constexpr base::FailureCode closed{"VL-CASE-0003"};      ///< The case can no longer be changed.
inline constexpr base::FailureCode notSigned{"VL-CASE-0004"};   ///< Submitted without the client's signature.
inline constexpr base::FailureCode documentMissing{
    "VL-CASE-0005"}; ///< A document that is not attached was named.
inline constexpr base::FailureCode invoiceMissing{
    "VL-CASE-0006"}; ///< A payment or submission without an invoice.
inline constexpr base::FailureCode paymentOpen{"VL-CASE-0007"}; ///< A payment is still unknown.
inline constexpr base::FailureCode wrongAmount{
    "VL-CASE-0008"};                                          ///< A payment that is not the invoice's amount.
inline constexpr base::FailureCode paidTwice{"VL-CASE-0009"}; ///< A second capture for one invoice.
inline constexpr base::FailureCode notIdentified{
    "VL-CASE-0010"}; ///< An application without an identified client.
inline constexpr base::FailureCode answersTooLarge{"VL-CASE-0011"}; ///< Answers over 256 KiB.
inline constexpr base::FailureCode wrongFee{"VL-CASE-0012"};        ///< The invoice is not the service's fee.
inline constexpr base::FailureCode feePaid{"VL-CASE-0013"};         ///< The fee is being paid or is paid.
inline constexpr base::FailureCode answersChanged{
    "VL-CASE-0014"}; ///< Somebody else changed the answers meanwhile: both are kept, a person decides.
inline constexpr base::FailureCode answersChangedHere{
    "VL-CASE-0015"}; ///< The same, found while the form is still open.
inline constexpr base::FailureCode caseTooLarge{"VL-CASE-0016"}; ///< More than a desk can be sent.

} // namespace vienlogs::domain::cases::codes
