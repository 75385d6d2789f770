// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/payment_desk/payment_desk.h"

#include <algorithm>
#include <set>

#include "vienlogs/base/failures_base.h"

namespace vienlogs::payment_desk {

namespace payments = domain::payments;
using payments::TerminalReceipt;

namespace {

payments::PaymentState stateOf(ports::PosOutcome::Kind kind) {
    switch (kind) {
    case ports::PosOutcome::Kind::Captured:
        return payments::PaymentState::Captured;
    case ports::PosOutcome::Kind::Declined:
        return payments::PaymentState::Declined;
    case ports::PosOutcome::Kind::Aborted:
        return payments::PaymentState::Aborted;
    case ports::PosOutcome::Kind::Unknown:
        break;
    }
    return payments::PaymentState::Unknown;
}

/// A receipt with another amount proves nothing about this payment; a person compares.
ports::PosOutcome checked(ports::PosOutcome outcome, base::Money asked) {
    if (outcome.kind != ports::PosOutcome::Kind::Captured ||
        (outcome.receipt && outcome.receipt->amount == asked))
        return outcome;
    outcome.kind = ports::PosOutcome::Kind::Unknown;
    outcome.failure = {ports::codes::posOtherAmount};
    return outcome;
}

/// The journal knows its own payments better than the case does.
void addOthers(std::vector<payments::Payment>& known, const std::vector<payments::Payment>& ofCase) {
    const auto own = static_cast<std::ptrdiff_t>(known.size());
    for (const auto& payment : ofCase)
        if (std::none_of(known.begin(), known.begin() + own,
                         [&](const auto& each) { return each.id == payment.id; }))
            known.push_back(payment);
}

/// Whether the terminal may still tell of an earlier payment; one that cannot repeat its receipts never will.
bool mayAnswerLater(const base::Failure& failure) {
    return failure.code == ports::codes::posSilent || failure.code == ports::codes::posBusy ||
           failure.code == base::codes::cancelled;
}

} // namespace

PaymentDesk::PaymentDesk(ports::PosTerminal& terminal, ports::PaymentJournal& journal,
                         const base::Clock& clock)
    : terminal_(terminal), journal_(journal), clock_(clock) {}

base::Result<payments::Payment> PaymentDesk::take(const PaymentRequest& request, const Prompt& prompt,
                                                  const Progress& progress) {
    if (abortAsked_)
        return base::fail(ports::codes::posAborted, "before it began");
    const auto settledBefore = settleEarlier();
    if (abortAsked_)
        return base::fail(ports::codes::posAborted, "while an earlier one was looked for");
    if (!settledBefore)
        return base::fail(settledBefore.error());
    auto others = journal_.ofInvoice(request.invoiceId);
    if (!others)
        return base::fail(others.error());
    addOthers(*others, request.ofCase);
    if (!payments::mayPayAgain(*others))
        return base::fail(codes::alreadyPaid);
    const auto registration = terminal_.registerTerminal();
    if (abortAsked_)
        return base::fail(ports::codes::posAborted, "before it was asked");
    if (!registration)
        return base::fail(registration.error());
    auto payment = asked(request, *registration, progress);
    if (!payment)
        return payment;
    auto settledPayment =
        settled(*payment, checked(terminal_.pay(request.amount, prompt), request.amount), progress);
    if (!settledPayment || settledPayment->state != State::Unknown || settledPayment->receipt)
        return settledPayment;
    const auto recovery = recoverOne(*settledPayment, terminal_.lastReceipt(), true);
    if (!recovery)
        return base::fail(codes::outcomeNotStored, recovery.error().detail);
    if (progress)
        progress(recovery->payment);
    return recovery->payment;
}

base::Result<void> PaymentDesk::settleEarlier() {
    const auto earlier = recover();
    if (!earlier)
        return base::fail(earlier.error());
    for (const auto& recovery : *earlier)
        if (recovery.failure && mayAnswerLater(*recovery.failure))
            return base::fail(*recovery.failure);
    return {};
}

void PaymentDesk::abort() {
    abortAsked_ = true;
    terminal_.abort();
}

base::Result<payments::Payment> PaymentDesk::asked(const PaymentRequest& request,
                                                   const ports::PosRegistration& registration,
                                                   const Progress& progress) {
    Payment payment;
    payment.id = base::Ulid::make(clock_);
    payment.invoiceId = request.invoiceId;
    payment.caseId = request.caseId;
    payment.amount = request.amount;
    payment.terminalId = registration.terminalId;
    payment.lastKnownTrace = registration.lastTrace;
    payment.lastKnownReceipt = registration.lastReceipt;
    payment.intendedAt = clock_.now();
    if (const auto saved = journal_.save(payment); !saved)
        return base::fail(saved.error());
    if (progress)
        progress(payment);
    return step(payment, State::Asked, progress);
}

base::Result<payments::Payment> PaymentDesk::settled(Payment payment, const ports::PosOutcome& outcome,
                                                     const Progress& progress) {
    payment.receipt = outcome.receipt;
    if (outcome.kind != ports::PosOutcome::Kind::Captured)
        payment.failureCode = std::string(outcome.failure.code.text);
    auto stored = step(payment, stateOf(outcome.kind), progress);
    if (!stored)
        return base::fail(codes::outcomeNotStored, stored.error().detail);
    return stored;
}

base::Result<payments::Payment> PaymentDesk::step(const Payment& payment, State to,
                                                  const Progress& progress) {
    auto next = payments::moved(payment, to, clock_.now());
    if (!next)
        return next;
    if (const auto saved = journal_.save(*next); !saved)
        return base::fail(saved.error());
    if (progress)
        progress(*next);
    return next;
}

base::Result<std::vector<Recovery>> PaymentDesk::recover() {
    const auto unresolved = journal_.unresolved();
    if (!unresolved)
        return base::fail(unresolved.error());
    // Newest first: the terminal's last receipt can only be of what it was asked last.
    auto newestFirst = *unresolved;
    std::stable_sort(newestFirst.begin(), newestFirst.end(), [](const Payment& a, const Payment& b) {
        return payments::lastAskedAt(a) > payments::lastAskedAt(b);
    });
    return recoverAll(newestFirst);
}

base::Result<void> PaymentDesk::check() {
    if (const auto settled = settleEarlier(); !settled)
        return settled;
    return terminal_.registerTerminal().map([](const ports::PosRegistration&) {});
}

base::Result<std::vector<Recovery>> PaymentDesk::recoverAll(const std::vector<Payment>& newestFirst) {
    std::vector<Recovery> recovered;
    std::optional<LastReceipt> last;
    std::set<std::string> terminals;
    for (const auto& payment : newestFirst) {
        if (payment.state == State::Intended) {
            const auto ended = neverAsked(payment);
            if (!ended)
                return base::fail(ended.error());
            recovered.push_back({*ended, std::nullopt, std::nullopt});
            continue;
        }
        if (!last)
            last = terminal_.lastReceipt();
        const bool newest = terminals.insert(payment.terminalId).second;
        const auto one =
            payment.reversal ? recoverReversal(payment, *last, newest) : recoverOne(payment, *last, newest);
        if (!one)
            return base::fail(one.error());
        recovered.push_back(*one);
    }
    std::reverse(recovered.begin(), recovered.end());
    return recovered;
}

base::Result<payments::Payment> PaymentDesk::neverAsked(Payment payment) {
    payment.failureCode = std::string(ports::codes::posAborted.text);
    return step(payment, State::Aborted, {});
}

base::Result<Recovery> PaymentDesk::recoverOne(Payment payment, const LastReceipt& last, bool newest) {
    if (payment.state == State::Asked) { // the program ended before the terminal's answer came
        payment.failureCode = std::string(ports::codes::posUnknown.text);
        const auto unknown = step(payment, State::Unknown, {});
        if (!unknown)
            return base::fail(unknown.error());
        payment = *unknown;
    }
    if (!last)
        return Recovery{payment, std::nullopt, last.error()};
    Recovery recovery{payment, *last, std::nullopt};
    if (!*last || !newest)
        return recovery;
    const auto ours = mayAdopt(payment, **last);
    if (!ours)
        return base::fail(ours.error());
    if (!*ours)
        return recovery;
    payment.receipt = **last;
    payment.resolution = payments::Resolution::ByTerminal;
    payment.failureCode.clear();
    const auto captured = step(payment, State::Captured, {});
    if (!captured)
        return base::fail(captured.error());
    recovery.payment = *captured;
    return recovery;
}

base::Result<bool> PaymentDesk::mayAdopt(const Payment& payment, const TerminalReceipt& receipt) {
    // A payment that already holds a receipt with another amount is for a person to compare.
    if (payment.receipt || !payments::isReceiptOf(payment, receipt))
        return false;
    return journal_.holdsReceipt(receipt.terminalId, receipt.traceNumber, receipt.receiptNumber)
        .transform([](bool held) { return !held; });
}

/// The journal decides where a payment stands: the terminal may have told meanwhile.
base::Result<payments::Payment> PaymentDesk::written(const base::Ulid& invoiceId, const base::Ulid& paymentId,
                                                     State state) {
    const auto all = journal_.ofInvoice(invoiceId);
    if (!all)
        return base::fail(all.error());
    const auto known =
        std::find_if(all->begin(), all->end(), [&](const Payment& each) { return each.id == paymentId; });
    if (known == all->end() || known->state != state)
        return base::fail(payments::codes::stateNotAllowed, "not " + std::string(nameOf(state)));
    return *known;
}

base::Result<payments::Payment> PaymentDesk::resolveByPerson(const Payment& payment, bool charged,
                                                             std::optional<TerminalReceipt> receipt) {
    const auto known = written(payment.invoiceId, payment.id, State::Unknown);
    if (!known)
        return known;
    auto resolved = *known;
    resolved.resolution =
        charged ? payments::Resolution::ByPersonCharged : payments::Resolution::ByPersonNotCharged;
    if (receipt)
        resolved.receipt = std::move(receipt);
    if (charged)
        resolved.failureCode.clear();
    return step(resolved, charged ? State::Captured : State::Aborted, {});
}

} // namespace vienlogs::payment_desk
