// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/domain/payments/payment.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace vienlogs::domain::payments {

namespace {

struct StateName {
    PaymentState state;
    std::string_view name;
};

constexpr std::array stateNames{
    StateName{PaymentState::Intended, "intended"}, StateName{PaymentState::Asked, "asked"},
    StateName{PaymentState::Unknown, "unknown"},   StateName{PaymentState::Captured, "captured"},
    StateName{PaymentState::Declined, "declined"}, StateName{PaymentState::Aborted, "aborted"},
    StateName{PaymentState::Reversed, "reversed"}, StateName{PaymentState::Confirmed, "confirmed"},
};

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
    Step{PaymentState::Captured, PaymentState::Reversed},
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
           state == PaymentState::Aborted || state == PaymentState::Reversed;
}

} // namespace

bool mayFollow(PaymentState from, PaymentState to) {
    return std::any_of(allowedSteps.begin(), allowedSteps.end(),
                       [&](const Step& step) { return step.from == from && step.to == to; });
}

bool mayReach(PaymentState from, PaymentState to) {
    return std::any_of(allowedSteps.begin(), allowedSteps.end(), [&](const Step& step) {
        return step.from == from && (step.to == to || mayReach(step.to, to)); // no step leads back
    });
}

base::Result<Payment> moved(Payment payment, PaymentState to, base::Timestamp at) {
    if (!mayFollow(payment.state, to))
        return base::fail(codes::stateNotAllowed,
                          std::string(nameOf(payment.state)) + " to " + std::string(nameOf(to)));
    payment.state = to;
    if (isEnd(to))
        payment.endedAt = at;
    return payment;
}

bool isReceiptOf(const Payment& payment, const TerminalReceipt& receipt) {
    return receipt.reversedTrace.empty() && !payment.amount.isZero() && receipt.amount == payment.amount &&
           !payment.terminalId.empty() && receipt.terminalId == payment.terminalId &&
           numberAgrees(payment, receipt) && timeAgrees(payment, receipt);
}

bool mayPayAgain(const std::vector<Payment>& paymentsOfInvoice) {
    return std::none_of(paymentsOfInvoice.begin(), paymentsOfInvoice.end(), [](const Payment& payment) {
        return payment.state == PaymentState::Captured || payment.state == PaymentState::Confirmed ||
               payment.state == PaymentState::Asked || payment.state == PaymentState::Unknown;
    });
}

std::string_view nameOf(PaymentState state) {
    for (const auto& entry : stateNames)
        if (entry.state == state)
            return entry.name;
    return {};
}

std::optional<PaymentState> paymentStateFrom(std::string_view name) {
    for (const auto& entry : stateNames)
        if (entry.name == name)
            return entry.state;
    return std::nullopt;
}

} // namespace vienlogs::domain::payments
