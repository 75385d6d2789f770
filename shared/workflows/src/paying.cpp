// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/workflows/paying.h"

#include <algorithm>
#include <future>

#include "vienlogs/ports/local_store.h"
#include "vienlogs/workflows/failures.h"
#include "vienlogs/workflows/known_code.h"

namespace vienlogs::workflows {

namespace {

namespace cases = domain::cases;
namespace payments = domain::payments;
using payments::PaymentState;

/// What the service costs at the desk: the first price that holds there.
base::Money feeOf(const catalogue::PublicService* service) {
    if (!service)
        return {};
    const auto costs = service->costsIn(catalogue::Channel::Desk);
    return costs.empty() ? base::Money() : costs.front()->amount;
}

} // namespace

Paying::Paying(Contact& contact, Reference& reference, payment_desk::PaymentDesk& desk, Executor& terminal,
               ports::Printer& printer, Executor& printerExecutor, std::string placeName, QObject* parent)
    : QObject(parent), contact_(contact), reference_(reference), desk_(desk), terminal_(terminal),
      printer_(printer), printerExecutor_(printerExecutor), placeName_(std::move(placeName)) {
    connect(&contact_, &Contact::stepChanged, this, &Paying::onStep);
    connect(&contact_, &Contact::caseChanged, this, &Paying::onCase);
    connect(&reference_, &Reference::loaded, this, &Paying::onStep);
}

Paying::~Paying() {
    // A running payment reports to this object: it must have ended.
    if (state_ == PayingState::Asking)
        desk_.abort();
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
        failure_.reset();
        return;
    }
    if (state_ != PayingState::Idle || !contact_.theCase() || !reference_.data())
        return;
    on(PayingEvent::Entered);
    if (invoice())
        carryToCase();
    else
        issueInvoice();
}

void Paying::onCase() {
    const bool resolvedElsewhere = state_ == PayingState::Unknown && payment() &&
                                   !domain::cases::hasUnresolvedPayment(*contact_.theCase());
    if (invoice() && (state_ == PayingState::Preparing || resolvedElsewhere))
        classify();
    else
        Q_EMIT changed();
}

void Paying::issueInvoice() {
    const auto& theCase = *contact_.theCase();
    const auto* service = reference_.service(theCase.serviceId);
    contact_.record(
        {cases::IssueInvoice{{.id = contact_.acts().newId(),
                              .number = theCase.number + "-R1",
                              .amount = feeOf(service),
                              .recipient = service ? service->authority.name.lv : theCase.institution,
                              .purpose = service ? service->name.lv : theCase.serviceId,
                              .issuedAt = contact_.acts().clock().now()}}});
}

void Paying::classify() {
    const auto& theCase = *contact_.theCase();
    if (theCase.invoice->amount.isZero())
        on(PayingEvent::FoundFree);
    else if (domain::cases::paid(theCase) == theCase.invoice->amount)
        on(PayingEvent::FoundPaid);
    else if (domain::cases::hasUnresolvedPayment(theCase))
        on(PayingEvent::FoundUnknown);
    else
        on(PayingEvent::FoundUnpaid);
}

void Paying::carryToCase() {
    const auto* issued = invoice();
    if (!issued)
        return;
    contact_.acts().store().run(
        this, [id = issued->id](ports::LocalStore& store) { return store.paymentsOfInvoice(id); },
        [this, caseId = contact_.theCase()->id](const base::Result<std::vector<Payment>>& journal) {
            if (!contact_.theCase() || contact_.theCase()->id != caseId)
                return;
            if (!journal) {
                Q_EMIT failed(journal.error());
                return;
            }
            std::vector<cases::CommandBody> bodies;
            for (const auto& written : *journal) {
                const auto& known = contact_.theCase()->payments;
                if (std::find(known.begin(), known.end(), written) == known.end())
                    bodies.emplace_back(cases::RecordPayment{written});
            }
            if (bodies.empty())
                onCase();
            else
                contact_.record(std::move(bodies));
        });
}

PayingEvent Paying::eventOf(PaymentState state) {
    switch (state) {
    case PaymentState::Captured:
    case PaymentState::Confirmed:
        return PayingEvent::Captured;
    case PaymentState::Declined:
        return PayingEvent::Declined;
    case PaymentState::Aborted:
    case PaymentState::Reversed:
        return PayingEvent::Aborted;
    case PaymentState::Intended:
    case PaymentState::Asked:
    case PaymentState::Unknown:
        break;
    }
    return PayingEvent::Lost;
}

void Paying::take(const base::Result<Payment>& ended, PayingEvent whenFailed) {
    prompt_.reset();
    carryToCase();
    if (ended) {
        failure_.reset();
        if (const auto code = knownCode(ended->failureCode))
            failure_ = base::Failure{*code};
        on(eventOf(ended->state));
        Q_EMIT terminalChecked(ended->state != PaymentState::Unknown);
        return;
    }
    failure_ = ended.error();
    // Once the terminal was asked, a failure to store says nothing about the money.
    const bool perhapsCharged = ended.error().code == payment_desk::codes::outcomeNotStored ||
                                ended.error().code == payment_desk::codes::alreadyPaid;
    on(perhapsCharged ? PayingEvent::Lost : whenFailed);
    Q_EMIT terminalChecked(false);
    Q_EMIT failed(ended.error());
}

void Paying::pay() {
    const auto before = state_;
    if (!invoice())
        return;
    on(PayingEvent::PayPressed);
    if (state_ != PayingState::Asking || before == PayingState::Asking)
        return;
    contact_.setPayLater(false);
    failure_.reset();
    prompt_ = ports::PosPrompt::Connecting;
    const payment_desk::PaymentRequest request{invoice()->id, contact_.theCase()->id, invoice()->amount};
    terminal_.run(
        this,
        [this, &desk = desk_, request] {
            return desk.take(
                request,
                [this](ports::PosPrompt prompt) {
                    QMetaObject::invokeMethod(
                        this,
                        [this, prompt] {
                            if (state_ == PayingState::Asking)
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
        [this](const base::Result<Payment>& ended) { take(ended, PayingEvent::NotAsked); });
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
        [this,
         invoiceId = invoice()->id](const base::Result<std::vector<payment_desk::Recovery>>& recovered) {
            if (!recovered) {
                take(base::fail(recovered.error()), PayingEvent::NotAsked);
                return;
            }
            for (const auto& recovery : *recovered)
                if (recovery.payment.invoiceId == invoiceId) {
                    take(recovery.payment, PayingEvent::NotAsked);
                    if (recovery.failure)
                        Q_EMIT failed(*recovery.failure);
                    return;
                }
            // Nothing is open any more: the journal knows how it ended.
            carryToCase();
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
        [this](const base::Result<Payment>& resolved) { take(resolved, PayingEvent::NotAsked); });
}

void Paying::recover() {
    terminal_.run(
        this, [&desk = desk_] { return desk.recover(); },
        [this](const base::Result<std::vector<payment_desk::Recovery>>& recovered) {
            Q_EMIT terminalChecked(recovered.has_value());
            if (contact_.step() == ContactStep::Pay)
                carryToCase();
        });
}

ports::PrintedDocument Paying::paper(ports::PrintedDocument::Kind kind) const {
    const auto* issued = invoice();
    const bool receipt = kind == ports::PrintedDocument::Kind::Receipt;
    ports::PrintedDocument document{.kind = kind,
                                    .language = base::Language::Latvian,
                                    .title = receipt ? "Kvīts" : "Rēķins",
                                    .institution = issued->recipient,
                                    .place = placeName_,
                                    .reference = issued->number,
                                    .madeAt = contact_.acts().clock().now()};
    document.lines = {{"Maksātājs", contact_.data().client.fullName()},
                      {"Saņēmējs", issued->recipient},
                      {"Mērķis", issued->purpose},
                      {"Summa", issued->amount.toText()}};
    if (receipt && payment() && payment()->receipt)
        document.terminalLines = payment()->receipt->lines;
    return document;
}

void Paying::print(ports::PrintedDocument document) {
    printerExecutor_.run(
        this,
        [&printer = printer_, document = std::move(document)]() -> base::Result<void> {
            const auto pdf = printer.toPdf(document);
            if (!pdf)
                return base::fail(pdf.error());
            const auto printers = printer.printers();
            if (!printers)
                return base::fail(printers.error());
            const auto chosen =
                std::find_if(printers->begin(), printers->end(), [](const auto& p) { return p.isDefault; });
            const auto id = chosen != printers->end() ? chosen->id
                            : printers->empty()       ? std::string()
                                                      : printers->front().id;
            return printer.print(id, "Vienlogs", *pdf);
        },
        [this](const base::Result<void>& printed) {
            if (!printed)
                Q_EMIT failed(printed.error());
        });
}

void Paying::printInvoice() {
    if (invoice())
        print(paper(ports::PrintedDocument::Kind::Invoice));
}

void Paying::printReceipt() {
    if (invoice() && payment() && payment()->receipt)
        print(paper(ports::PrintedDocument::Kind::Receipt));
}

} // namespace vienlogs::workflows
