// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/workflows/giving_back.h"

#include "vienlogs/workflows/known_code.h"

namespace vienlogs::workflows {

using domain::payments::PaymentState;

GivingBack::GivingBack(Contact& contact, payment_desk::PaymentDesk& desk, Executor& terminal,
                       PaymentCarrier& carrier, Papers& papers, QObject* parent)
    : QObject(parent), contact_(contact), desk_(desk), terminal_(terminal), carrier_(carrier),
      papers_(papers) {
    connect(&contact_, &Contact::caseChanged, this, &GivingBack::changed);
    connect(&contact_, &Contact::clientChanged, this, [this] {
        notAsked_.reset();
        Q_EMIT changed();
    });
}

const domain::payments::Payment* GivingBack::payment() const {
    const auto& theCase = contact_.theCase();
    return theCase && !theCase->payments.empty() ? &theCase->payments.back() : nullptr;
}

GivingBackState GivingBack::state() const {
    const auto* paid = payment();
    if (!contact_.active() || !paid)
        return GivingBackState::None;
    if (working_ == contact_.theCase()->id)
        return GivingBackState::Working;
    switch (paid->state) {
    case PaymentState::Captured:
        return paid->receipt ? GivingBackState::Possible : GivingBackState::None;
    case PaymentState::Reversing:
    case PaymentState::ReversalUnknown:
        return GivingBackState::Unknown;
    case PaymentState::Reversed:
        return GivingBackState::Given;
    default:
        return GivingBackState::None;
    }
}

std::optional<base::Failure> GivingBack::failure() const {
    if (notAsked_)
        return notAsked_;
    if (!payment() || !payment()->reversal)
        return std::nullopt;
    const auto code = knownCode(payment()->reversal->failureCode);
    return code ? std::optional(base::Failure{*code}) : std::nullopt;
}

template<typename Work>
void GivingBack::run(Work work) {
    working_ = contact_.theCase()->id;
    notAsked_.reset();
    Q_EMIT changed();
    terminal_.run(this, std::move(work),
                  [this, caseId = *working_](const base::Result<Payment>& ended) { take(caseId, ended); });
}

void GivingBack::begin(domain::payments::ReversalReason reason) {
    if (state() != GivingBackState::Possible)
        return;
    const payment_desk::ReversalRequest request{payment()->invoiceId, payment()->id, reason,
                                                std::string(domain::clients::nameOf(contact_.data().level))};
    run([&desk = desk_, request] { return desk.reverse(request); });
}

void GivingBack::askTerminal() {
    if (state() != GivingBackState::Unknown)
        return;
    run([&desk = desk_, unknown = *payment()]() -> base::Result<Payment> {
        const auto recovered = desk.recover();
        if (!recovered)
            return base::fail(recovered.error());
        for (const auto& recovery : *recovered)
            if (recovery.payment.id == unknown.id)
                return recovery.failure ? base::Result<Payment>(base::fail(*recovery.failure))
                                        : recovery.payment;
        return unknown; // the journal has known it meanwhile
    });
}

void GivingBack::resolve(bool givenBack) {
    if (state() == GivingBackState::Unknown)
        run([&desk = desk_, unknown = *payment(), givenBack] {
            return desk.resolveReversalByPerson(unknown, givenBack);
        });
}

void GivingBack::take(base::Ulid caseId, const base::Result<Payment>& ended) {
    if (working_ == caseId)
        working_.reset();
    const bool here = contact_.theCase() && contact_.theCase()->id == caseId;
    if (here)
        carrier_.carry(caseId);
    else
        carrier_.carryForgotten(); // the client has left; what the terminal did is a fact all the same
    Q_EMIT terminalChecked(ended && ended->state != PaymentState::ReversalUnknown);
    if (!ended) {
        if (here)
            notAsked_ = ended.error();
        Q_EMIT failed(ended.error());
    }
    Q_EMIT changed();
}

void GivingBack::printReceipt() {
    if (state() == GivingBackState::Given)
        papers_.printReceipt(*contact_.theCase(), *payment());
}

} // namespace vienlogs::workflows
