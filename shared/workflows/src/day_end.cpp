// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/workflows/day_end.h"

#include <algorithm>

#include "vienlogs/ports/local_store.h"

namespace vienlogs::workflows {

using domain::payments::DayClosing;

namespace {

constexpr std::size_t mostShown = 10;

} // namespace

DayEnd::DayEnd(Acts& acts, payment_desk::DayDesk& desk, Executor& terminal, PaymentCarrier& carrier,
               Papers& papers, QObject* parent)
    : QObject(parent), acts_(acts), desk_(desk), terminal_(terminal), carrier_(carrier), papers_(papers) {}

std::string DayEnd::caseNumberOf(base::Ulid payment) const {
    const auto known = caseNumbers_.find(payment);
    return known == caseNumbers_.end() ? std::string() : known->second;
}

base::Result<DayEnd::Stored> DayEnd::read(ports::LocalStore& store) {
    auto closings = store.dayClosings({});
    if (!closings)
        return base::fail(closings.error());
    Stored stored{*std::move(closings), {}};
    stored.closings.resize(std::min(stored.closings.size(), mostShown));
    if (stored.closings.empty())
        return stored;
    const auto payments = store.paymentsSince(stored.closings.front().from);
    if (!payments)
        return base::fail(payments.error());
    // What was settled since, on the screen of the payment itself, is no difference any more.
    stored.closings.front() = domain::payments::reconciled(stored.closings.front(), *payments);
    for (const auto& payment : *payments)
        for (const auto& difference : stored.closings.front().differences)
            if (difference.payment == payment.id)
                if (const auto theCase = store.caseById(payment.caseId); theCase && *theCase)
                    stored.caseNumbers[payment.id] = (*theCase)->number;
    return stored;
}

void DayEnd::load() {
    acts_.store().run(this, read, [this](base::Result<Stored> stored) {
        if (stored) {
            closings_ = std::move(stored->closings);
            caseNumbers_ = std::move(stored->caseNumbers);
        } else {
            Q_EMIT failed(stored.error());
        }
        Q_EMIT changed();
    });
}

template<typename Work>
void DayEnd::run(Work work) {
    if (busy_)
        return;
    busy_ = true;
    Q_EMIT changed();
    terminal_.run(this, std::move(work), [this](const base::Result<DayClosing>& ended) {
        busy_ = false;
        carrier_.carryForgotten(); // what became known of payments on the way
        if (!ended)
            Q_EMIT failed(ended.error());
        else
            Q_EMIT terminalChecked(ended->state != domain::payments::ClosingState::Unknown);
        load();
        Q_EMIT changed();
    });
}

void DayEnd::close() {
    if (!acts_.clerk().empty())
        run([&desk = desk_, clerk = acts_.clerk()] { return desk.close(clerk); });
}

void DayEnd::decide(base::Ulid payment, bool hasMoney) {
    if (!closings_.empty())
        run([&desk = desk_, payment, hasMoney, closing = closings_.front()]() -> base::Result<DayClosing> {
            const auto decided = desk.decide(payment, hasMoney);
            return decided ? desk.again(closing) : base::Result<DayClosing>(base::fail(decided.error()));
        });
}

void DayEnd::print(const std::vector<ports::PrintedLine>& lines) {
    if (!closings_.empty())
        papers_.printDay(closings_.front(), lines);
}

} // namespace vienlogs::workflows
