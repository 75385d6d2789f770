// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/base/failure.h"

/// What can go wrong between the desk and the server; part of ports::ApiClient, so that its users can tell a
/// missing connection from a refusal.
namespace vienlogs::ports::net {

inline constexpr base::FailureCode noConnection{"VL-NET-0001"};     ///< Nobody answers, or it broke off.
inline constexpr base::FailureCode timedOut{"VL-NET-0002"};         ///< An answer did not come in time.
inline constexpr base::FailureCode serverNotTrusted{"VL-NET-0003"}; ///< Not a certificate of our authority.
inline constexpr base::FailureCode answerNotUnderstood{"VL-NET-0004"}; ///< "%1": the code or status it gave.
inline constexpr base::FailureCode deviceRefused{"VL-NET-0005"}; ///< The device's certificate was refused.
inline constexpr base::FailureCode sessionEnded{"VL-NET-0006"};  ///< The token is no longer taken.
inline constexpr base::FailureCode identityUnreadable{"VL-NET-0007"}; ///< Certificate, key or authority file.
inline constexpr base::FailureCode answerTooLarge{"VL-NET-0008"};     ///< More than the call allows.

/// True when the server could not be reached or is not the right one: nothing is wrong with what was asked.
[[nodiscard]] inline bool isConnectionFailure(const base::Failure& failure) {
    return failure.code == noConnection || failure.code == timedOut || failure.code == serverNotTrusted ||
           failure.code == deviceRefused;
}

} // namespace vienlogs::ports::net
