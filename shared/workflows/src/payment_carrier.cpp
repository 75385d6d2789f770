// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/workflows/payment_carrier.h"

#include <algorithm>

#include "vienlogs/base/failures_base.h"
#include "vienlogs/ports/local_store.h"

namespace vienlogs::workflows {

namespace {

namespace cases = domain::cases;

constexpr int forgottenAtOnce = 100;
constexpr int againMs = 2000; // between attempts when there was no room

/// Records what the journal holds of a case's payments and the case lacks. In one piece on the store's
/// thread, so that nothing is recorded twice or in another order.
base::Result<void> carryOne(ports::LocalStore& store, const cases::Case& theCase, const cases::Command& like,
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
            auto carried = carryOne(store, **theCase, like, clock);
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

/// Tells the server of ends of days that it does not know as they stand now.
base::Result<void> carryClosings(ports::LocalStore& store, const cases::Command& like,
                                 const base::Clock& clock) {
    const auto untold = store.untoldDayClosings(forgottenAtOnce);
    if (!untold)
        return base::fail(untold.error());
    for (const auto& closing : *untold) {
        if (closing.state == domain::payments::ClosingState::Asked)
            continue; // the terminal has not answered yet
        auto command = like;
        command.key = base::Ulid::make(clock);
        command.stream = closing.id;
        command.body = cases::CloseDay{closing};
        if (const auto recorded = store.record(std::move(command)); !recorded)
            return base::fail(recorded.error());
    }
    return {};
}

} // namespace

PaymentCarrier::PaymentCarrier(Contact& contact, QObject* parent) : QObject(parent), contact_(contact) {
    again_.setSingleShot(true);
    again_.setInterval(againMs);
    connect(&again_, &QTimer::timeout, this, &PaymentCarrier::carryForgotten);
}

void PaymentCarrier::notCarried(const base::Failure& failure) {
    // Anything else than a lack of room will be the same the next time.
    if (failure.code == base::codes::diskFull)
        again_.start();
    Q_EMIT failed(failure);
}

void PaymentCarrier::carry(base::Ulid caseId) {
    contact_.acts().store().run(
        this,
        [caseId, like = contact_.acts().command(caseId, {}),
         &clock = contact_.acts().clock()](ports::LocalStore& store) -> base::Result<void> {
            const auto theCase = store.caseById(caseId);
            if (!theCase)
                return base::fail(theCase.error());
            return *theCase ? carryOne(store, **theCase, like, clock) : base::Result<void>();
        },
        [this, caseId](const base::Result<void>& carried) {
            if (!carried)
                notCarried(carried.error());
            else if (contact_.theCase() && contact_.theCase()->id == caseId)
                contact_.reloadCase();
        });
}

void PaymentCarrier::carryForgotten() {
    if (contact_.acts().clerk().empty())
        return;
    contact_.acts().store().run(
        this,
        [like = contact_.acts().command({}, {}), &clock = contact_.acts().clock()](ports::LocalStore& store) {
            const auto carried = carryAll(store, like, clock);
            const auto closings = carryClosings(store, like, clock);
            return carried ? closings : carried;
        },
        [this](const base::Result<void>& carried) {
            if (!carried)
                notCarried(carried.error());
            else
                contact_.reloadCase();
        });
}

} // namespace vienlogs::workflows
