// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/domain/payments/payment.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "vienlogs/base/names.h"

namespace vienlogs::domain::payments {

namespace {

constexpr base::Names<PaymentState, 10> stateNames{{{PaymentState::Intended, "intended"},
                                                    {PaymentState::Asked, "asked"},
                                                    {PaymentState::Unknown, "unknown"},
                                                    {PaymentState::Captured, "captured"},
                                                    {PaymentState::Declined, "declined"},
                                                    {PaymentState::Aborted, "aborted"},
                                                    {PaymentState::Reversing, "reversing"},
                                                    {PaymentState::ReversalUnknown, "reversal-unknown"},
                                                    {PaymentState::Reversed, "reversed"},
                                                    {PaymentState::Confirmed, "confirmed"}}};
constexpr base::Names<ReversalReason, 4> reasonNames{{{ReversalReason::WrongFee, "wrong-fee"},
                                                      {ReversalReason::ClientWithdrew, "client-withdrew"},
                                                      {ReversalReason::PaidTwice, "paid-twice"},
                                                      {ReversalReason::ServiceRefused, "service-refused"}}};

struct Step {
    PaymentState from;
    PaymentState to;
};

constexpr std::array allowedSteps{
    Step{PaymentState::Intended, PaymentState::Asked},
    Step{PaymentState::Intended, PaymentState::Aborted},
    Step{PaymentState::Asked, PaymentState::Captured},
    Step{PaymentState::Asked, PaymentState::Declined},
    Step{PaymentState::Asked, PaymentState::Aborted},
    Step{PaymentState::Asked, PaymentState::Unknown},
    Step{PaymentState::Unknown, PaymentState::Captured},
    Step{PaymentState::Unknown, PaymentState::Aborted},
    Step{PaymentState::Captured, PaymentState::Reversing},
    Step{PaymentState::Reversing, PaymentState::Reversed},
    Step{PaymentState::Reversing, PaymentState::Captured}, // the terminal refused
    Step{PaymentState::Reversing, PaymentState::ReversalUnknown},
    Step{PaymentState::ReversalUnknown, PaymentState::Reversed},
    Step{PaymentState::ReversalUnknown, PaymentState::Captured},
    Step{PaymentState::Captured, PaymentState::Confirmed},
};

/// A trace or receipt number counts digits up and begins anew after all nines.
constexpr std::int64_t traceNumbers = 1'000'000;
constexpr std::int64_t receiptNumbers = 10'000;
/// More transactions than this cannot lie between a payment and the recovery of its answer.
constexpr std::int64_t mostBetween = 1'000;

std::optional<std::int64_t> numberOf(const std::string& text, std::int64_t range) {
    std::int64_t value = 0;
    const auto* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    if (text.empty() || error != std::errc() || stop != end || value < 0 || value >= range)
        return std::nullopt;
    return value;
}

bool isNewer(const std::string& number, const std::string& than, std::int64_t range) {
    const auto now = numberOf(number, range);
    if (!now)
        return false;
    if (than.empty()) // the terminal had none yet, so any is new
        return true;
    const auto before = numberOf(than, range);
    if (!before)
        return false;
    const auto ahead = (*now - *before + range) % range;
    return ahead > 0 && ahead <= mostBetween;
}

bool numberAgrees(const Payment& payment, const TerminalReceipt& receipt) {
    const bool hadNone = payment.lastKnownTrace.empty() && payment.lastKnownReceipt.empty();
    if (!receipt.traceNumber.empty() && (hadNone || !payment.lastKnownTrace.empty()))
        return isNewer(receipt.traceNumber, payment.lastKnownTrace, traceNumbers);
    if (!receipt.receiptNumber.empty() && (hadNone || !payment.lastKnownReceipt.empty()))
        return isNewer(receipt.receiptNumber, payment.lastKnownReceipt, receiptNumbers);
    return false;
}

bool timeAgrees(const Payment& payment, const TerminalReceipt& receipt) {
    return receipt.at >= payment.intendedAt - clockTolerance &&
           receipt.at <= payment.intendedAt + longestPayment + clockTolerance;
}

bool isEnd(PaymentState state) {
    return state == PaymentState::Captured || state == PaymentState::Declined ||
           state == PaymentState::Aborted;
}

bool canBeReached(PaymentState from, PaymentState to, std::vector<PaymentState>& seen) {
    if (std::find(seen.begin(), seen.end(), from) != seen.end())
        return false;
    seen.push_back(from);
    return std::any_of(allowedSteps.begin(), allowedSteps.end(), [&](const Step& step) {
        return step.from == from && (step.to == to || canBeReached(step.to, to, seen));
    });
}

} // namespace

bool mayFollow(PaymentState from, PaymentState to) {
    return std::any_of(allowedSteps.begin(), allowedSteps.end(),
                       [&](const Step& step) { return step.from == from && step.to == to; });
}

bool mayReach(PaymentState from, PaymentState to) {
    std::vector<PaymentState> seen;
    return canBeReached(from, to, seen);
}

base::Result<Payment> moved(Payment payment, PaymentState to, base::Timestamp at) {
    if (!mayFollow(payment.state, to))
        return base::fail(codes::stateNotAllowed,
                          std::string(nameOf(payment.state)) + " to " + std::string(nameOf(to)));
    const bool ofReversal =
        payment.state == PaymentState::Reversing || payment.state == PaymentState::ReversalUnknown;
    if (ofReversal && payment.reversal && !isUnresolved(to))
        payment.reversal->endedAt = at;
    else if (isEnd(to)) // when it was paid stays known also when it is given back
        payment.endedAt = at;
    payment.state = to;
    return payment;
}

bool isReceiptOf(const Payment& payment, const TerminalReceipt& receipt) {
    return receipt.reversedTrace.empty() && !payment.amount.isZero() && receipt.amount == payment.amount &&
           !payment.terminalId.empty() && receipt.terminalId == payment.terminalId &&
           numberAgrees(payment, receipt) && timeAgrees(payment, receipt);
}

bool isReversalOf(const Payment& payment, const TerminalReceipt& receipt) {
    return payment.receipt && payment.reversal && !payment.receipt->traceNumber.empty() &&
           receipt.reversedTrace == payment.receipt->traceNumber &&
           receipt.terminalId == payment.receipt->terminalId && receipt.amount == payment.amount &&
           (payment.reversal->lastKnownTrace.empty() ||
            isNewer(receipt.traceNumber, payment.reversal->lastKnownTrace, traceNumbers));
}

bool isUnresolved(PaymentState state) {
    return std::find(unresolvedStates.begin(), unresolvedStates.end(), state) != unresolvedStates.end();
}

base::Timestamp lastAskedAt(const Payment& payment) {
    return payment.reversal ? payment.reversal->askedAt : payment.intendedAt;
}

bool mayPayAgain(const std::vector<Payment>& paymentsOfInvoice) {
    return std::none_of(paymentsOfInvoice.begin(), paymentsOfInvoice.end(), [](const Payment& payment) {
        return payment.state == PaymentState::Captured || payment.state == PaymentState::Confirmed ||
               (payment.state != PaymentState::Intended && isUnresolved(payment.state));
    });
}

std::string_view nameOf(PaymentState state) {
    return base::nameIn(stateNames, state);
}

std::optional<PaymentState> paymentStateFrom(std::string_view name) {
    return base::valueIn(stateNames, name);
}

std::string_view nameOf(ReversalReason reason) {
    return base::nameIn(reasonNames, reason);
}

std::optional<ReversalReason> reversalReasonFrom(std::string_view name) {
    return base::valueIn(reasonNames, name);
}

} // namespace vienlogs::domain::payments
