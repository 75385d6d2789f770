// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/base/failure.h"

/// VL-SRV-0001 to -0029; -0030 and later belong to the keyring (server/store) and the administration.
namespace vienlogs::server::app::codes {

inline constexpr base::FailureCode notLoggedIn{"VL-SRV-0001"};      ///< No session, or it has ended.
inline constexpr base::FailureCode noRight{"VL-SRV-0002"};          ///< The role does not allow it.
inline constexpr base::FailureCode deviceUnknown{"VL-SRV-0003"};    ///< No such device, or it was revoked.
inline constexpr base::FailureCode wrongDevice{"VL-SRV-0004"};      ///< Belongs to another device.
inline constexpr base::FailureCode wrongPlace{"VL-SRV-0005"};       ///< Belongs to another place.
inline constexpr base::FailureCode challengeExpired{"VL-SRV-0006"}; ///< The login took too long.
inline constexpr base::FailureCode challengeUsed{"VL-SRV-0007"};    ///< A login that was sent twice.
inline constexpr base::FailureCode signatureWrong{"VL-SRV-0008"};   ///< The card's signature does not fit.
inline constexpr base::FailureCode cardUntrusted{"VL-SRV-0009"};    ///< Issuer, dates or purpose of the card.
inline constexpr base::FailureCode clerkUnknown{"VL-SRV-0010"};     ///< Nobody here has this card.
inline constexpr base::FailureCode clerkLeft{"VL-SRV-0011"};        ///< The clerk no longer works here.
inline constexpr base::FailureCode keyReused{"VL-SRV-0012"};        ///< The same key with another body.
inline constexpr base::FailureCode inFlight{"VL-SRV-0013"};         ///< The same request is being served.
inline constexpr base::FailureCode staleEpoch{"VL-SRV-0014"};       ///< From before the device was restored.
inline constexpr base::FailureCode sequenceReused{"VL-SRV-0015"};   ///< Two commands with one sequence.
inline constexpr base::FailureCode bodyTooLarge{"VL-SRV-0016"};     ///< More than is allowed.
inline constexpr base::FailureCode tooManyRequests{"VL-SRV-0017"};  ///< Wait "%1" seconds.
inline constexpr base::FailureCode keyMissing{"VL-SRV-0018"};       ///< A write without an Idempotency-Key.
inline constexpr base::FailureCode purposeMissing{"VL-SRV-0019"};   ///< A look without a purpose.
inline constexpr base::FailureCode blobMismatch{"VL-SRV-0020"};     ///< The bytes are not those announced.
inline constexpr base::FailureCode unavailable{"VL-SRV-0021"};      ///< The server is stopping or overloaded.
inline constexpr base::FailureCode badRequest{"VL-SRV-0022"};       ///< Not a request of this API.
inline constexpr base::FailureCode auditBroken{"VL-SRV-0023"};      ///< The audit does not add up.
inline constexpr base::FailureCode referenceBroken{"VL-SRV-0024"};  ///< The data files cannot be served.
inline constexpr base::FailureCode tooManyUploads{"VL-SRV-0025"};   ///< Unfinished ones of a device.
inline constexpr base::FailureCode storageFull{"VL-SRV-0026"}; ///< Of the server; VL-BASE-0004 is the desk's.
inline constexpr base::FailureCode cardRevoked{"VL-SRV-0027"}; ///< By its issuer; "%1" is the reason it gave.
inline constexpr base::FailureCode auditRange{"VL-AUD-0003"};  ///< No such record or tree.
inline constexpr base::FailureCode refreshReplayed{"VL-AUTH-0001"}; ///< Somebody else has refreshed.
inline constexpr base::FailureCode issuerAway{"VL-AUTH-0002"};      ///< The other issuer does not answer.
inline constexpr base::FailureCode issuerWrong{"VL-AUTH-0003"};     ///< Its answer does not hold.
inline constexpr base::FailureCode factorWrong{"VL-AUTH-0004"};     ///< The code is wrong or used.
inline constexpr base::FailureCode factorLocked{"VL-AUTH-0005"};    ///< Too many wrong codes.
inline constexpr base::FailureCode factorMissing{"VL-AUTH-0006"};   ///< The clerk has no second factor.
inline constexpr base::FailureCode issuerNone{"VL-AUTH-0007"};      ///< No issuer is set up.
inline constexpr base::FailureCode notAtThisPlace{"VL-AUTH-0008"};  ///< The clerk may not work there.
inline constexpr base::FailureCode staffUnusable{"VL-AUTH-0010"};   ///< The list of staff: "%1".
inline constexpr base::FailureCode staffTooFew{"VL-AUTH-0011"};     ///< "%1" would leave at once.

} // namespace vienlogs::server::app::codes
