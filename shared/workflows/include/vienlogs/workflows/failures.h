// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/base/failure.h"

/// What is wrong with readers, roles and the desk's own devices.
namespace vienlogs::workflows::codes {

// Codes of the card and net areas that a workflow answers by something else than telling them.
inline constexpr base::FailureCode cardServiceAway{"VL-CARD-0001"};
inline constexpr base::FailureCode cardPulled{"VL-CARD-0003"};
inline constexpr base::FailureCode pinWrong{"VL-CARD-0005"};
inline constexpr base::FailureCode pinBlocked{"VL-CARD-0006"};
inline constexpr base::FailureCode padCancelled{"VL-CARD-0022"};
inline constexpr base::FailureCode padTooLate{"VL-CARD-0023"};

inline constexpr base::FailureCode sameReaderTwice{"VL-DEV-0001"};   ///< One reader for clerk and client.
inline constexpr base::FailureCode clerkCardAtClient{"VL-DEV-0002"}; ///< The clerk's card, client's reader.
inline constexpr base::FailureCode clientCardAtClerk{
    "VL-DEV-0003"};                                                 ///< Not the clerk's card, clerk's reader.
inline constexpr base::FailureCode otherClientCard{"VL-DEV-0004"};  ///< Another client's card in a contact.
inline constexpr base::FailureCode noClientReader{"VL-DEV-0005"};   ///< No reader is the client's.
inline constexpr base::FailureCode clerkCardRemoved{"VL-DEV-0006"}; ///< The clerk took the card: locked.
inline constexpr base::FailureCode readerGone{"VL-DEV-0007"};       ///< An assigned reader was unplugged: %1.
inline constexpr base::FailureCode offlineNotKnown{"VL-DEV-0008"};  ///< Never logged in on this desk.
inline constexpr base::FailureCode clientCardNeeded{"VL-DEV-0009"}; ///< The client's card is not there.
inline constexpr base::FailureCode notAssigned{"VL-DEV-0010"};      ///< No reader is the clerk's.
inline constexpr base::FailureCode contactUnreadable{"VL-DEV-0011"}; ///< The kept contact cannot be read.
inline constexpr base::FailureCode levelTooLow{"VL-DEV-0012"};   ///< The service asks for a surer identity.
inline constexpr base::FailureCode deviceMissing{"VL-DEV-0013"}; ///< A device is not set up: %1.
inline constexpr base::FailureCode catalogueMissing{"VL-DEV-0014"}; ///< The catalogue was never received.
inline constexpr base::FailureCode cardRevoked{"VL-DEV-0015"};      ///< The issuer revoked the client's card.

// Of logging in with an institution's account; the first three are the server's.
inline constexpr base::FailureCode issuerWrong{"VL-AUTH-0003"};
inline constexpr base::FailureCode secondFactorWrong{"VL-AUTH-0004"};
inline constexpr base::FailureCode accountsOff{"VL-AUTH-0007"};
inline constexpr base::FailureCode accountRefused{"VL-AUTH-0012"};     ///< Broken off at the institution.
inline constexpr base::FailureCode accountTooLate{"VL-AUTH-0013"};     ///< Not finished in time.
inline constexpr base::FailureCode foreignAnswer{"VL-AUTH-0014"};      ///< Not of the login that was begun.
inline constexpr base::FailureCode browserMissing{"VL-AUTH-0015"};     ///< Nothing opens a page here.
inline constexpr base::FailureCode accountNeedsServer{"VL-AUTH-0016"}; ///< No connection.
inline constexpr base::FailureCode accountSessionOver{"VL-AUTH-0017"}; ///< And no card to renew it.

} // namespace vienlogs::workflows::codes
