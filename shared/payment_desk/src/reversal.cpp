// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "vienlogs/payment_desk/payment_desk.h"

namespace vienlogs::payment_desk {

namespace payments = domain::payments;
using payments::TerminalReceipt;

namespace {

/// What a terminal names that does not say which payment it gave back.
constexpr std::string_view unnamed = "000000";

/// Whether the direct answer to the reversal of a payment is about this payment.
bool answers(const payments::Payment& payment, const TerminalReceipt& receipt) {
    return receipt.amount == payment.amount &&
           (receipt.reversedTrace == unnamed || receipt.reversedTrace == payment.receipt->traceNumber);
}

} // namespace

base::Result<payments::Payment> PaymentDesk::reverse(const ReversalRequest& request,
                                                     const Progress& progress) {
    if (const auto settledBefore = settleEarlier(); !settledBefore)
        return base::fail(settledBefore.error());
    auto payment = written(request.invoiceId, request.paymentId, State::Captured);
    if (!payment)
        return payment;
    if (const auto may = mayReverse(*payment); !may)
        return base::fail(may.error());
    const auto registration = terminal_.registerTerminal();
    if (!registration)
        return base::fail(registration.error());
    if (registration->terminalId != payment->receipt->terminalId)
        return base::fail(codes::otherTerminal);
    payment->reversal = payments::Reversal{.reason = request.reason,
                                           .identity = request.identity,
                                           .askedAt = clock_.now(),
                                           .lastKnownTrace = registration->lastTrace};
    const auto asked = step(*payment, State::Reversing, progress);
    if (!asked)
        return asked;
    return reversalSettled(*asked, terminal_.reverse(payment->receipt->receiptNumber), progress);
}

/// Receipt numbers begin anew after the end of day on some terminals: an old one could name another payment.
base::Result<void> PaymentDesk::mayReverse(const Payment& payment) {
    if (!payment.receipt || payment.receipt->receiptNumber.empty())
        return base::fail(payments::codes::stateNotAllowed, "no receipt number");
    const auto closings = journal_.closings(payment.terminalId);
    if (!closings)
        return base::fail(closings.error());
    const bool closed = std::any_of(closings->begin(), closings->end(), [&](const auto& closing) {
        return payments::perhapsClosed(closing) && closing.at >= payment.intendedAt;
    });
    return closed ? base::Result<void>(base::fail(codes::dayClosed)) : base::Result<void>();
}

base::Result<payments::Payment> PaymentDesk::reversalSettled(Payment payment,
                                                             const base::Result<TerminalReceipt>& answer,
                                                             const Progress& progress) {
    auto& reversal = *payment.reversal;
    auto to = State::Captured; // refused: the money stays where it is
    if (answer && answers(payment, *answer)) {
        reversal.receipt = *answer;
        to = State::Reversed;
    } else if (answer) { // it gave something back, but not this
        reversal.receipt = *answer;
        reversal.failureCode = std::string(ports::codes::posOtherAmount.text);
        to = State::ReversalUnknown;
    } else if (answer.error().code == ports::codes::posAlreadyReversed) {
        reversal.resolution = payments::Resolution::ByTerminal;
        to = State::Reversed;
    } else {
        reversal.failureCode = std::string(answer.error().code.text);
        if (answer.error().code == ports::codes::posReversalUnknown)
            to = State::ReversalUnknown;
    }
    const bool mayBeRepeated = to == State::ReversalUnknown && !reversal.receipt;
    auto stored = step(payment, to, progress);
    if (!stored)
        return base::fail(codes::outcomeNotStored, stored.error().detail);
    if (!mayBeRepeated)
        return stored;
    const auto recovery = recoverReversal(*stored, terminal_.lastReceipt(), true);
    if (!recovery)
        return base::fail(codes::outcomeNotStored, recovery.error().detail);
    if (progress)
        progress(recovery->payment);
    return recovery->payment;
}

base::Result<Recovery> PaymentDesk::recoverReversal(Payment payment, const LastReceipt& last, bool newest) {
    if (payment.state == State::Reversing) { // the program ended before the terminal's answer came
        payment.reversal->failureCode = std::string(ports::codes::posReversalUnknown.text);
        const auto unknown = step(payment, State::ReversalUnknown, {});
        if (!unknown)
            return base::fail(unknown.error());
        payment = *unknown;
    }
    if (!last)
        return Recovery{payment, std::nullopt, last.error()};
    Recovery recovery{payment, *last, std::nullopt};
    // One that already holds a receipt of something else is for a person to compare.
    if (!*last || !newest || payment.reversal->receipt || !payments::isReversalOf(payment, **last))
        return recovery;
    payment.reversal->receipt = **last;
    payment.reversal->resolution = payments::Resolution::ByTerminal;
    payment.reversal->failureCode.clear();
    const auto reversed = step(payment, State::Reversed, {});
    if (!reversed)
        return base::fail(reversed.error());
    recovery.payment = *reversed;
    return recovery;
}

base::Result<payments::Payment> PaymentDesk::resolveReversalByPerson(const Payment& payment, bool givenBack) {
    auto resolved = written(payment.invoiceId, payment.id, State::ReversalUnknown);
    if (!resolved)
        return resolved;
    resolved->reversal->resolution =
        givenBack ? payments::Resolution::ByPersonNotCharged : payments::Resolution::ByPersonCharged;
    if (givenBack)
        resolved->reversal->failureCode.clear();
    return step(*resolved, givenBack ? State::Reversed : State::Captured, {});
}

} // namespace vienlogs::payment_desk
