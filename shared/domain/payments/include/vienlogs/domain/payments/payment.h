// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "vienlogs/base/clock.h"
#include "vienlogs/base/money.h"
#include "vienlogs/base/result.h"
#include "vienlogs/base/ulid.h"

namespace vienlogs::domain::payments {

namespace codes {
/// A payment may not go from its state to that one.
inline constexpr base::FailureCode stateNotAllowed{"VL-POS-0010"};
} // namespace codes

/// How far the terminal's clock may be from ours when a lost answer is matched.
inline constexpr std::chrono::minutes clockTolerance{2};
/// The longest a card payment may run from the intent to the terminal's own time of it.
inline constexpr std::chrono::minutes longestPayment{10};

/// What a card terminal says of one transaction (ZVT 04 0F, or its repetition by 06 20).
struct TerminalReceipt {
    std::string terminalId;
    std::string traceNumber; ///< Grows with every transaction of a terminal.
    std::string receiptNumber;
    std::string cardType;
    std::string maskedCardNumber; ///< Never the whole number.
    std::string authorisation;
    base::Money amount;
    base::Timestamp at;             ///< The terminal's own clock.
    std::vector<std::string> lines; ///< The customer's receipt as the terminal printed it.
    std::string reversedTrace{};    ///< Of a reversal: the trace number it gives back. Empty for a payment.
    friend bool operator==(const TerminalReceipt&, const TerminalReceipt&) = default;
};

/// Where a card payment stands. Captured is not yet confirmed by the Treasury.
enum class PaymentState {
    Intended,        ///< Written down before the terminal was asked.
    Asked,           ///< The terminal was asked; its answer is outstanding.
    Unknown,         ///< The answer was lost: perhaps charged, perhaps not. Never asked again, visible until
                     ///< resolved.
    Captured,        ///< The terminal took the money.
    Declined,        ///< The terminal or the bank said no.
    Aborted,         ///< Called off before anything was charged.
    Reversing,       ///< The terminal was asked to give it back; its answer is outstanding.
    ReversalUnknown, ///< That answer was lost: perhaps given back, perhaps not. Never asked again before it
                     ///< is resolved.
    Reversed,        ///< Captured, then given back.
    Confirmed,       ///< The Treasury has it.
};

/// The states that somebody still has to settle: the terminal's word is outstanding or was lost.
inline constexpr std::array unresolvedStates{PaymentState::Intended, PaymentState::Asked,
                                             PaymentState::Unknown, PaymentState::Reversing,
                                             PaymentState::ReversalUnknown};

/// How an unknown payment or reversal was resolved, and by whom.
enum class Resolution { ByTerminal, ByPersonCharged, ByPersonNotCharged };

/// Why a fee is given back.
enum class ReversalReason { WrongFee, ClientWithdrew, PaidTwice, ServiceRefused };

/// A fee being given back while its client is at the desk.
struct Reversal {
    ReversalReason reason = ReversalReason::WrongFee;
    std::string identity;       ///< How surely the client was identified then, as the case writes it.
    base::Timestamp askedAt;    ///< When the terminal was asked.
    std::string lastKnownTrace; ///< The terminal's newest trace number before that.
    std::optional<base::Timestamp> endedAt{};
    std::optional<TerminalReceipt> receipt{}; ///< The terminal's receipt of the reversal.
    /// Of one whose answer was lost; "charged" means that the money is still with the institution.
    std::optional<Resolution> resolution{};
    std::string failureCode{}; ///< VL-POS-… of a refused or unknown reversal.
    friend bool operator==(const Reversal&, const Reversal&) = default;
};

/// One attempt to take one fee by card at one terminal.
struct Payment {
    base::Ulid id;
    base::Ulid invoiceId;
    base::Ulid caseId;
    base::Money amount;
    PaymentState state = PaymentState::Intended;
    std::string terminalId;     ///< From the registration, before the payment was asked.
    std::string lastKnownTrace; ///< The terminal's newest trace number before this payment.
    std::string lastKnownReceipt;
    base::Timestamp intendedAt;
    std::optional<base::Timestamp> endedAt;
    std::optional<TerminalReceipt> receipt;
    std::optional<Resolution> resolution;
    std::string failureCode;            ///< VL-POS-… of a declined, aborted or unknown payment.
    std::optional<Reversal> reversal{}; ///< The newest try to give it back.
    friend bool operator==(const Payment&, const Payment&) = default;
};

/// Whether a payment may go from one state to another.
[[nodiscard]] bool mayFollow(PaymentState from, PaymentState to);
/// Whether a payment may get from one state to another by one step or several, for one who was not told of
/// those in between.
[[nodiscard]] bool mayReach(PaymentState from, PaymentState to);
/// The payment in its new state, with the time it ended if it did; VL-POS-0010 if the state may not follow.
[[nodiscard]] base::Result<Payment> moved(Payment payment, PaymentState to, base::Timestamp at);

/// Whether a receipt that a terminal repeats after a lost answer is that of this payment: amount, terminal,
/// a newer trace number (the receipt number only where a trace number is missing) and the time must all
/// agree; a reversal never is. Numbers that began anew after their highest value count as newer.
[[nodiscard]] bool isReceiptOf(const Payment& payment, const TerminalReceipt& receipt);

/// Whether a receipt is that of the reversal being asked for: of the same terminal and amount, newer than
/// what was there before, and naming the trace number of this payment.
[[nodiscard]] bool isReversalOf(const Payment& payment, const TerminalReceipt& receipt);

/// Whether the terminal's word on a payment is outstanding or lost.
[[nodiscard]] bool isUnresolved(PaymentState state);
/// When the terminal was last asked for anything about a payment.
[[nodiscard]] base::Timestamp lastAskedAt(const Payment& payment);

/// True when a new payment for the same invoice may be started: the money of none of the others is, or may
/// be, with the institution.
[[nodiscard]] bool mayPayAgain(const std::vector<Payment>& paymentsOfInvoice);

/// The states as files and the API write them: "intended", "asked", "unknown"…
[[nodiscard]] std::string_view nameOf(PaymentState state);
[[nodiscard]] std::optional<PaymentState> paymentStateFrom(std::string_view name);
/// "wrong-fee", "client-withdrew", "paid-twice", "service-refused"
[[nodiscard]] std::string_view nameOf(ReversalReason reason);
[[nodiscard]] std::optional<ReversalReason> reversalReasonFrom(std::string_view name);

} // namespace vienlogs::domain::payments
