// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/payment_desk/day_desk.h"

#include <algorithm>

namespace vienlogs::payment_desk {

namespace payments = domain::payments;
using payments::ClosingState;
using payments::DayClosing;

base::Result<DayClosing> DayDesk::close(const std::string& clerk) {
    // The end of day clears the terminal's memory: what it still knows of unknown payments is asked first.
    const auto recovered = payments_.recover();
    if (!recovered)
        return base::fail(recovered.error());
    const auto registration = terminal_.registerTerminal();
    if (!registration)
        return base::fail(registration.error());
    if (const auto settled = settleEarlier(registration->terminalId); !settled)
        return base::fail(settled.error());
    auto closing = asked(clerk, *registration);
    if (!closing)
        return closing;
    auto ended = answered(*closing, terminal_.endOfDay());
    if (!ended)
        return base::fail(codes::outcomeNotStored, ended.error().detail);
    return ended;
}

base::Result<void> DayDesk::settleEarlier(const std::string& terminalId) {
    const auto closings = journal_.closings(terminalId);
    if (!closings)
        return base::fail(closings.error());
    for (auto closing : *closings)
        if (closing.state == ClosingState::Asked) {
            closing.state = ClosingState::Unknown;
            if (const auto stored = again(closing); !stored)
                return base::fail(stored.error());
        }
    return {};
}

base::Result<DayClosing> DayDesk::asked(const std::string& clerk,
                                        const ports::PosRegistration& registration) {
    const auto closings = journal_.closings(registration.terminalId);
    if (!closings)
        return base::fail(closings.error());
    const auto last = std::find_if(closings->begin(), closings->end(),
                                   [](const auto& each) { return each.state == ClosingState::Closed; });
    DayClosing closing;
    closing.id = base::Ulid::make(clock_);
    closing.terminalId = registration.terminalId;
    closing.clerk = clerk;
    if (last != closings->end())
        closing.from = last->at;
    closing.at = clock_.now();
    if (const auto saved = journal_.saveClosing(closing); !saved)
        return base::fail(saved.error());
    return closing;
}

base::Result<DayClosing> DayDesk::answered(DayClosing closing,
                                           const base::Result<ports::PosTerminal::DayTotals>& totals) {
    if (totals) {
        closing.state = ClosingState::Closed;
        closing.terminal = {totals->count, totals->total};
        closing.lines = totals->lines;
    } else {
        const bool lost = totals.error().code == ports::codes::posDayUnknown;
        closing.state = lost ? ClosingState::Unknown : ClosingState::Refused;
    }
    return again(closing);
}

base::Result<DayClosing> DayDesk::again(const DayClosing& closing) {
    const auto day = journal_.since(closing.from);
    if (!day)
        return base::fail(day.error());
    auto compared = payments::reconciled(closing, *day);
    if (const auto saved = journal_.saveClosing(compared); !saved)
        return base::fail(saved.error());
    return compared;
}

base::Result<payments::Payment> DayDesk::decide(base::Ulid payment, bool hasMoney) {
    const auto unresolved = journal_.unresolved();
    if (!unresolved)
        return base::fail(unresolved.error());
    for (const auto& each : *unresolved)
        if (each.id == payment)
            return each.reversal ? payments_.resolveReversalByPerson(each, !hasMoney)
                                 : payments_.resolveByPerson(each, hasMoney);
    return base::fail(payments::codes::stateNotAllowed, "not unknown");
}

} // namespace vienlogs::payment_desk
