// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/base/failure.h"

/// Why a register gave no answer, or not the one hoped for.
namespace vienlogs::server::gateway::codes {

inline constexpr base::FailureCode registerDown{
    "VL-REG-0001"}; ///< Does not answer, or answers with its own error.
inline constexpr base::FailureCode registerClosed{
    "VL-REG-0002"}; ///< Closed by its owner; argument: until when.
inline constexpr base::FailureCode registerNonsense{"VL-REG-0003"}; ///< The answer cannot be understood.
inline constexpr base::FailureCode nobodyFound{"VL-REG-0004"};      ///< No such person, company or address.
inline constexpr base::FailureCode groundMissing{"VL-REG-0005"};    ///< Purpose or legal basis is not given.
inline constexpr base::FailureCode noLicence{"VL-REG-0006"};        ///< This use is not licensed.
inline constexpr base::FailureCode answerStale{"VL-REG-0007"};      ///< Old data; argument: how old.
inline constexpr base::FailureCode registerRefused{"VL-REG-0008"}; ///< The register's rules refuse the entry.
inline constexpr base::FailureCode callerUnknown{
    "VL-REG-0009"}; ///< No employee and institution behind the call.
inline constexpr base::FailureCode descriptionWrong{
    "VL-REG-0010"}; ///< Unknown register or operation, or its file is wrong.
inline constexpr base::FailureCode peerUntrusted{"VL-REG-0011"}; ///< No certificate of its authority.

} // namespace vienlogs::server::gateway::codes
