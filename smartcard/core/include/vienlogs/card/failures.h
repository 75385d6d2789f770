// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/base/failure.h"

/// What can go wrong with a reader, a card, a PIN or a certificate. Texts: shared/base/src/failures/card.cpp.
namespace vienlogs::card::codes {

using base::FailureCode;

inline constexpr FailureCode serviceAway{"VL-CARD-0001"}; ///< The PC/SC service does not answer.
inline constexpr FailureCode noCard{"VL-CARD-0002"};      ///< The reader is empty.
inline constexpr FailureCode cardGone{"VL-CARD-0003"};    ///< The card was pulled out.
inline constexpr FailureCode notEid{"VL-CARD-0004"};      ///< Not a Latvian eID card.
inline constexpr FailureCode wrongPin{"VL-CARD-0005"};    ///< Argument: the tries left.
inline constexpr FailureCode pinBlocked{"VL-CARD-0006"};  ///< No tries left.
inline constexpr FailureCode readerGone{"VL-CARD-0007"};  ///< The reader was unplugged. Argument: its name.
inline constexpr FailureCode certificateExpired{"VL-CARD-0008"};     ///< Argument: the last day.
inline constexpr FailureCode certificateNotYetValid{"VL-CARD-0009"}; ///< Argument: the first day.
inline constexpr FailureCode unknownIssuer{"VL-CARD-0010"};  ///< No trusted authority issued the certificate.
inline constexpr FailureCode wrongKeyUsage{"VL-CARD-0011"};  ///< The certificate is for another purpose.
inline constexpr FailureCode signatureWrong{"VL-CARD-0012"}; ///< A signature does not fit its certificate.
inline constexpr FailureCode nonsense{"VL-CARD-0013"};       ///< An answer that no working card gives.
inline constexpr FailureCode pinFormat{
    "VL-CARD-0014"}; ///< Not digits, too short or too long. Argument: "4-12".
inline constexpr FailureCode pinNeeded{"VL-CARD-0015"}; ///< The card wants the PIN (again).
inline constexpr FailureCode cardMute{"VL-CARD-0016"};  ///< A card that does not answer: the wrong way round.
inline constexpr FailureCode readerBusy{"VL-CARD-0017"}; ///< Another program holds the reader.
inline constexpr FailureCode cardReset{"VL-CARD-0018"};  ///< Another program reset the card.
inline constexpr FailureCode noReader{"VL-CARD-0019"};   ///< No reader is plugged in.
inline constexpr FailureCode holderUnreadable{
    "VL-CARD-0020"};                                   ///< The certificate names its holder in no known way.
inline constexpr FailureCode noPinPad{"VL-CARD-0021"}; ///< The reader has no keys of its own.
inline constexpr FailureCode padCancelled{"VL-CARD-0022"};  ///< The holder pressed the pad's cancel key.
inline constexpr FailureCode padTooLate{"VL-CARD-0023"};    ///< Nobody entered the PIN at the pad in time.
inline constexpr FailureCode padNotTheSame{"VL-CARD-0024"}; ///< The new PIN was not repeated the same way.
inline constexpr FailureCode wrongPuk{"VL-CARD-0025"};      ///< Argument: the tries left.
inline constexpr FailureCode pukBlocked{"VL-CARD-0026"};    ///< The card can never be unblocked again.
inline constexpr FailureCode pinRefused{"VL-CARD-0027"};    ///< The card does not accept the new PIN.
inline constexpr FailureCode foreignCard{"VL-CARD-0040"};   ///< Of another country. Argument: its code, "EE".
inline constexpr FailureCode testCard{"VL-CARD-0041"}; ///< Issued for tests, which this place does not trust.

} // namespace vienlogs::card::codes
