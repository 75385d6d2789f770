// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/workflows/paying.h"

#include <algorithm>
#include <future>

#include "vienlogs/base/failures_base.h"
#include "vienlogs/ports/local_store.h"
#include "vienlogs/ports/pos_failures.h"
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

constexpr int forgottenAtOnce = 100;
constexpr int againMs = 2000; // between attempts to write the invoice

/// Records what the journal holds of a case's payments and the case lacks. In one piece on the store's
/// thread, so that nothing is recorded twice or in another order.
base::Result<void> carry(ports::LocalStore& store, const cases::Case& theCase, const cases::Command& like,
                         const base::Clock& clock) {
    if (!theCase.invoice)
        return {};
    const auto journal = store.paymentsOfInvoice(theCase.invoice->id);
    if (!journal)
        return base::fail(journal.error());
    for (const auto& written : *journal) {
        if (std::find(theCase.payments.begin(), theCase.payments.end(), written) != theCase.payments.end())
            continue;
        auto command = like;
        command.key = base::Ulid::make(clock);
        command.stream = theCase.id;
        command.body = cases::RecordPayment{written};
        if (const auto recorded = store.record(std::move(command)); !recorded)
            return base::fail(recorded.error());
    }
    return {};
}

/// The same for every payment that its case does not know yet, however old.
base::Result<void> carryAll(ports::LocalStore& store, const cases::Command& like, const base::Clock& clock) {
    base::Result<void> all; // one that cannot be carried does not hold up the others
    for (base::Ulid after;;) {
        const auto untold = store.untoldPayments(after, forgottenAtOnce);
        if (!untold)
            return base::fail(untold.error());
        for (const auto& payment : *untold) {
            const auto theCase = store.caseById(payment.caseId);
            if (!theCase)
                return base::fail(theCase.error());
            if (!*theCase)
                continue;
            auto carried = carry(store, **theCase, like, clock);
            if (carried)
                carried = store.markTold(payment); // also one that the case had before it was noted
            if (!carried)
                all = carried;
        }
        if (untold->size() < forgottenAtOnce)
            return all;
        after = untold->back().id;
    }
}

} // namespace

Paying::Paying(Contact& contact, Reference& reference, payment_desk::PaymentDesk& desk, Executor& terminal,
               ports::Printer& printer, Executor& printerExecutor, std::string placeName, QObject* parent)
    : QObject(parent), contact_(contact), reference_(reference), desk_(desk), terminal_(terminal),
      printer_(printer), printerExecutor_(printerExecutor), placeName_(std::move(placeName)) {
    connect(&contact_, &Contact::stepChanged, this, &Paying::onStep);
    connect(&contact_, &Contact::caseChanged, this, &Paying::onCase);
    connect(&reference_, &Reference::loaded, this, &Paying::onStep);
    again_.setSingleShot(true);
    again_.setInterval(againMs);
    connect(&again_, &QTimer::timeout, this, [this] {
        if (state_ == PayingState::Preparing)
            prepare();
        else
            carryForgotten();
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
        failure_.reset();
        return;
    }
    if (state_ != PayingState::Idle || !contact_.theCase() || !reference_.data())
        return;
    on(PayingEvent::Entered);
    prepare();
}

void Paying::prepare() {
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
                              .issuedAt = contact_.acts().clock().now()}}},
        {}, [this](bool recorded) {
            if (!recorded)
                again_.start();
        });
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
    if (!contact_.theCase())
        return;
    const auto caseId = contact_.theCase()->id;
    contact_.acts().store().run(
        this,
        [caseId, like = contact_.acts().command(caseId, {}),
         &clock = contact_.acts().clock()](ports::LocalStore& store) -> base::Result<void> {
            const auto theCase = store.caseById(caseId);
            if (!theCase)
                return base::fail(theCase.error());
            return *theCase ? carry(store, **theCase, like, clock) : base::Result<void>();
        },
        [this, caseId](const base::Result<void>& carried) {
            if (carried) {
                if (isAt(caseId))
                    contact_.reloadCase();
                return;
            }
            notCarried(carried.error());
        });
}

void Paying::notCarried(const base::Failure& failure) {
    // Anything else than a lack of room will be the same the next time.
    if (failure.code == base::codes::diskFull)
        again_.start();
    Q_EMIT failed(failure);
}

void Paying::carryForgotten() {
    if (contact_.acts().clerk().empty())
        return;
    contact_.acts().store().run(
        this,
        [like = contact_.acts().command({}, {}), &clock = contact_.acts().clock()](ports::LocalStore& store) {
            return carryAll(store, like, clock);
        },
        [this](const base::Result<void>& carried) {
            if (carried)
                contact_.reloadCase();
            else
                notCarried(carried.error());
        });
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
    case PaymentState::Reversed:
        return PayingEvent::Aborted;
    case PaymentState::Intended:
    case PaymentState::Asked:
    case PaymentState::Unknown:
        break;
    }
    return PayingEvent::Lost;
}

void Paying::take(base::Ulid caseId, const base::Result<Payment>& ended, PayingEvent whenFailed) {
    const bool calledOff = !ended && ended.error().code == ports::codes::posAborted;
    if (!isAt(caseId)) { // it says nothing about the case that is served now
        Q_EMIT terminalChecked(ended && ended->state != PaymentState::Unknown);
        carryForgotten();
        return;
    }
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
    if (calledOff) {
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
    if (!invoice())
        return;
    on(PayingEvent::PayPressed);
    if (state_ != PayingState::Asking || before == PayingState::Asking)
        return;
    contact_.setPayLater(false);
    failure_.reset();
    prompt_ = ports::PosPrompt::Connecting;
    desk_.forgetAbort();
    const payment_desk::PaymentRequest request{invoice()->id, contact_.theCase()->id, invoice()->amount};
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
            carryForgotten();
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
        this, [&desk = desk_] { return desk.recover(); },
        [this](const base::Result<std::vector<payment_desk::Recovery>>& recovered) {
            Q_EMIT terminalChecked(recovered.has_value());
            carryForgotten();
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
