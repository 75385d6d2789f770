// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/workflows/paying.h"

#include <algorithm>
#include <future>
#include <utility>

#include "vienlogs/base/failures_base.h"
#include "vienlogs/ports/pos_failures.h"
#include "vienlogs/workflows/failures.h"
#include "vienlogs/workflows/known_code.h"

namespace vienlogs::workflows {

namespace {

namespace cases = domain::cases;
namespace payments = domain::payments;
using payments::PaymentState;

constexpr int againMs = 2000; // between attempts to write the invoice

/// The invoice of a case for one fee of its service; VL-FORM-0034.
base::Result<cases::Invoice> invoiceFor(const cases::Case& theCase, const catalogue::PublicService* service,
                                        const std::optional<catalogue::FeeChoice>& choice, base::Ulid id,
                                        base::Timestamp now) {
    cases::Invoice invoice{.id = id,
                           .number = theCase.number + "-R1",
                           .recipient = service ? service->authority.name.lv : theCase.institution,
                           .purpose = service ? service->name.lv : theCase.serviceId,
                           .issuedAt = now};
    if (!service || !choice)
        return invoice;
    const auto fee = catalogue::feeFor(*service, catalogue::Channel::Desk, *choice);
    if (!fee)
        return base::fail(fee.error());
    invoice.amount = fee->amount;
    invoice.fee = cases::InvoiceFee{fee->choice.costId, fee->choice.proofId, fee->label.lv, fee->urgency,
                                    fee->legalBasis,    fee->ground.lv,      fee->proof.lv};
    return invoice;
}

} // namespace

Paying::Paying(Contact& contact, Reference& reference, payment_desk::PaymentDesk& desk, Executor& terminal,
               PaymentCarrier& carrier, Papers& papers, QObject* parent)
    : QObject(parent), contact_(contact), reference_(reference), desk_(desk), terminal_(terminal),
      carrier_(carrier), papers_(papers) {
    connect(&contact_, &Contact::stepChanged, this, &Paying::onStep);
    connect(&contact_, &Contact::caseChanged, this, &Paying::onCase);
    connect(&reference_, &Reference::loaded, this, &Paying::onStep);
    again_.setSingleShot(true);
    again_.setInterval(againMs);
    connect(&again_, &QTimer::timeout, this, [this] {
        if (state_ == PayingState::Preparing)
            prepare();
    });
}

Paying::~Paying() {
    // A running payment reports to this object: it must have ended.
    desk_.abort(); // also one that was left
    std::promise<void> ended;
    terminal_.post([&ended] { ended.set_value(); });
    ended.get_future().wait();
}

void Paying::on(PayingEvent event) {
    if (const auto next = follow(payingTable, state_, event))
        state_ = *next;
    Q_EMIT changed();
}

const cases::Invoice* Paying::invoice() const {
    const auto& theCase = contact_.theCase();
    return theCase && theCase->invoice ? &*theCase->invoice : nullptr;
}

const payments::Payment* Paying::payment() const {
    const auto& theCase = contact_.theCase();
    return theCase && !theCase->payments.empty() ? &theCase->payments.back() : nullptr;
}

bool Paying::settled() const {
    return state_ == PayingState::Free || state_ == PayingState::Captured || state_ == PayingState::Later;
}

void Paying::onStep() {
    if (contact_.step() != ContactStep::Pay) {
        on(PayingEvent::Left);
        prompt_.reset();
        forgetFailure();
        return;
    }
    if (state_ != PayingState::Idle || !contact_.theCase() || !reference_.data())
        return;
    on(PayingEvent::Entered);
    prepare();
}

void Paying::forgetFailure() {
    if (const auto told = std::exchange(failure_, std::nullopt))
        Q_EMIT failureSettled(told->code);
}

void Paying::prepare() {
    if (invoice())
        carryToCase();
    else
        issueInvoice(service() ? catalogue::usualFee(*service(), catalogue::Channel::Desk) : std::nullopt);
}

void Paying::onCase() {
    const bool atWork =
        state_ == PayingState::Idle || state_ == PayingState::Asking || state_ == PayingState::Resolving;
    const bool unknown = state_ == PayingState::Unknown && payment() &&
                         domain::cases::hasUnresolvedPayment(*contact_.theCase());
    if (invoice() && !atWork && !unknown)
        classify();
    else
        Q_EMIT changed();
}

const catalogue::PublicService* Paying::service() const {
    return contact_.theCase() ? reference_.service(contact_.theCase()->serviceId) : nullptr;
}

bool Paying::canChooseFee() const {
    return invoice() && service() && !contact_.busy() && contact_.step() == ContactStep::Pay &&
           state_ != PayingState::Asking && state_ != PayingState::Resolving &&
           payments::mayPayAgain(contact_.theCase()->payments);
}

void Paying::chooseFee(const catalogue::FeeChoice& choice) {
    if (canChooseFee())
        issueInvoice(choice);
}

void Paying::issueInvoice(const std::optional<catalogue::FeeChoice>& choice) {
    const auto id = invoice() ? invoice()->id : contact_.acts().newId();
    auto issued = invoiceFor(*contact_.theCase(), service(), choice, id, contact_.acts().clock().now());
    if (!issued) {
        Q_EMIT failed(issued.error());
        return;
    }
    contact_.record({cases::IssueInvoice{*std::move(issued)}}, {}, [this](bool recorded) {
        if (!recorded)
            again_.start();
    });
}

void Paying::classify() {
    const auto& theCase = *contact_.theCase();
    const auto last = payment() ? payment()->state : PaymentState::Intended;
    if (domain::cases::paid(theCase) >= theCase.invoice->amount && !theCase.invoice->amount.isZero())
        on(PayingEvent::FoundPaid);
    else if (last == PaymentState::Reversing || last == PaymentState::ReversalUnknown)
        on(PayingEvent::FoundGivingBack);
    else if (domain::cases::hasUnresolvedPayment(theCase))
        on(PayingEvent::FoundUnknown);
    else if (theCase.invoice->amount.isZero())
        on(PayingEvent::FoundFree);
    else
        on(last == PaymentState::Reversed ? PayingEvent::FoundGivenBack : PayingEvent::FoundUnpaid);
}

void Paying::carryToCase() {
    if (contact_.theCase())
        carrier_.carry(contact_.theCase()->id);
}

bool Paying::isAt(base::Ulid caseId) const {
    return contact_.step() == ContactStep::Pay && contact_.theCase() && contact_.theCase()->id == caseId;
}

PayingEvent Paying::eventOf(PaymentState state) {
    switch (state) {
    case PaymentState::Captured:
    case PaymentState::Confirmed:
        return PayingEvent::Captured;
    case PaymentState::Declined:
        return PayingEvent::Declined;
    case PaymentState::Aborted:
        return PayingEvent::Aborted;
    case PaymentState::Intended:
    case PaymentState::Asked:
    case PaymentState::Unknown:
    case PaymentState::Reversing:
    case PaymentState::ReversalUnknown:
    case PaymentState::Reversed:
        break;
    }
    return PayingEvent::Lost;
}

void Paying::take(base::Ulid caseId, const base::Result<Payment>& ended, PayingEvent whenFailed) {
    if (!isAt(caseId)) { // it says nothing about the case that is served now
        Q_EMIT terminalChecked(ended && ended->state != PaymentState::Unknown);
        carrier_.carryForgotten();
        if (ended && ended->state == PaymentState::Unknown)
            Q_EMIT failed({ports::codes::posUnknown});
        else if (!ended && ended.error().code == payment_desk::codes::outcomeNotStored)
            Q_EMIT failed(ended.error());
        return;
    }
    prompt_.reset();
    carryToCase();
    if (ended) {
        forgetFailure();
        if (const auto code = knownCode(ended->failureCode))
            failure_ = base::Failure{*code};
        on(eventOf(ended->state));
        Q_EMIT terminalChecked(ended->state != PaymentState::Unknown);
        return;
    }
    failure_ = ended.error();
    if (ended.error().code == ports::codes::posAborted) { // called off
        on(PayingEvent::Aborted);
        return;
    }
    // Once the terminal was asked, a failure to store says nothing about the money.
    const bool perhapsCharged = ended.error().code == payment_desk::codes::outcomeNotStored ||
                                ended.error().code == payment_desk::codes::alreadyPaid;
    on(perhapsCharged ? PayingEvent::Lost : whenFailed);
    if (ended.error().code != base::codes::diskFull) // which says nothing about the terminal
        Q_EMIT terminalChecked(false);
    Q_EMIT failed(ended.error());
}

void Paying::pay() {
    const auto before = state_;
    if (!invoice() || contact_.busy()) // perhaps another fee is being stored
        return;
    on(PayingEvent::PayPressed);
    if (state_ != PayingState::Asking || before == PayingState::Asking)
        return;
    contact_.setPayLater(false);
    forgetFailure();
    prompt_ = ports::PosPrompt::Connecting;
    desk_.forgetAbort();
    const payment_desk::PaymentRequest request{invoice()->id, contact_.theCase()->id, invoice()->amount,
                                               contact_.theCase()->payments};
    terminal_.run(
        this,
        [this, &desk = desk_, request] {
            return desk.take(
                request,
                [this, caseId = request.caseId](ports::PosPrompt prompt) {
                    QMetaObject::invokeMethod(
                        this,
                        [this, caseId, prompt] {
                            if (state_ == PayingState::Asking && isAt(caseId))
                                prompt_ = prompt;
                            Q_EMIT changed();
                        },
                        Qt::QueuedConnection);
                },
                [this](const Payment&) {
                    QMetaObject::invokeMethod(
                        this, [this] { carryToCase(); }, Qt::QueuedConnection);
                });
        },
        [this, caseId = request.caseId](const base::Result<Payment>& ended) {
            take(caseId, ended, PayingEvent::NotAsked);
        });
}

void Paying::abort() {
    if (state_ == PayingState::Asking)
        desk_.abort();
}

void Paying::payLater() {
    on(PayingEvent::PayLaterPressed);
    if (state_ == PayingState::Later)
        contact_.setPayLater(true);
}

void Paying::askTerminal() {
    if (state_ != PayingState::Unknown || !invoice())
        return;
    on(PayingEvent::ResolvePressed);
    terminal_.run(
        this, [&desk = desk_] { return desk.recover(); },
        [this, caseId = contact_.theCase()->id,
         invoiceId = invoice()->id](const base::Result<std::vector<payment_desk::Recovery>>& recovered) {
            if (!recovered) {
                take(caseId, base::fail(recovered.error()), PayingEvent::NotAsked);
                return;
            }
            for (const auto& recovery : *recovered)
                if (recovery.payment.invoiceId == invoiceId) {
                    take(caseId, recovery.payment, PayingEvent::NotAsked);
                    if (recovery.failure)
                        Q_EMIT failed(*recovery.failure);
                    return;
                }
            carrier_.carryForgotten();
            // Nothing is open any more: the journal knows how it ended.
            if (isAt(caseId))
                on(PayingEvent::Lost);
        });
}

void Paying::resolve(bool charged) {
    const auto* unknown = payment();
    if (state_ != PayingState::Unknown || !unknown)
        return;
    on(PayingEvent::ResolvePressed);
    terminal_.run(
        this, [&desk = desk_, unknown = *unknown, charged] { return desk.resolveByPerson(unknown, charged); },
        [this, caseId = contact_.theCase()->id](const base::Result<Payment>& resolved) {
            take(caseId, resolved, PayingEvent::NotAsked);
        });
}

void Paying::recover() {
    terminal_.run(
        this, [&desk = desk_] { return desk.check(); },
        [this](const base::Result<void>& checked) {
            Q_EMIT terminalChecked(checked.has_value());
            carrier_.carryForgotten();
        });
}

void Paying::printInvoice() {
    if (invoice())
        papers_.printInvoice(*contact_.theCase());
}

void Paying::printReceipt() {
    if (invoice() && payment() && payment()->receipt)
        papers_.printReceipt(*contact_.theCase(), *payment());
}

} // namespace vienlogs::workflows
