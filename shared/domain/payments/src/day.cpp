// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/domain/payments/day.h"

#include <algorithm>

#include "vienlogs/base/names.h"

namespace vienlogs::domain::payments {

namespace {

using Kind = DayDifference::Kind;

constexpr base::Names<ClosingState, 4> stateNames{{{ClosingState::Asked, "asked"},
                                                   {ClosingState::Closed, "closed"},
                                                   {ClosingState::Unknown, "unknown"},
                                                   {ClosingState::Refused, "refused"}}};
constexpr base::Names<Kind, 9> kindNames{{{Kind::TerminalMore, "terminal-more"},
                                          {Kind::TerminalLess, "terminal-less"},
                                          {Kind::CountDiffers, "count-differs"},
                                          {Kind::UnknownCharged, "unknown-charged"},
                                          {Kind::UnknownNotCharged, "unknown-not-charged"},
                                          {Kind::UnknownPayment, "unknown-payment"},
                                          {Kind::UnknownReversal, "unknown-reversal"},
                                          {Kind::DecidedByPerson, "decided-by-person"},
                                          {Kind::TotalsLost, "totals-lost"}}};

bool hasMoney(const Payment& payment) {
    return payment.state == PaymentState::Captured || payment.state == PaymentState::Confirmed ||
           payment.state == PaymentState::Reversing || payment.state == PaymentState::ReversalUnknown;
}

bool decidedByPerson(const Payment& payment) {
    const auto byPerson = [](const std::optional<Resolution>& resolution) {
        return resolution && *resolution != Resolution::ByTerminal;
    };
    return byPerson(payment.resolution) || (payment.reversal && byPerson(payment.reversal->resolution));
}

DayDifference about(Kind kind, const Payment& payment) {
    return {kind, payment.amount, payment.id, lastAskedAt(payment)};
}

/// Whether the sums tell what became of the only unknown payment.
Kind verdict(const Payment& unknown, const DayClosing& closing, std::size_t unresolved) {
    if (closing.state != ClosingState::Closed || unresolved != 1)
        return Kind::UnknownPayment;
    if (closing.terminal == closing.book)
        return Kind::UnknownNotCharged;
    const DaySum withIt{closing.book.count + 1, closing.book.total + unknown.amount};
    return closing.terminal == withIt ? Kind::UnknownCharged : Kind::UnknownPayment;
}

void compareSums(DayClosing& closing, const std::vector<const Payment*>& day) {
    auto& found = closing.differences;
    const auto more = closing.terminal.total - closing.book.total;
    if (more.cents() > 0)
        found.push_back({Kind::TerminalMore, more});
    else if (more.cents() < 0)
        found.push_back({Kind::TerminalLess, base::Money() - more});
    else if (closing.terminal.count != closing.book.count)
        found.push_back({Kind::CountDiffers, {}});
    else
        return;
    for (const auto* payment : day)
        if (!isUnresolved(payment->state) && decidedByPerson(*payment))
            found.push_back(about(Kind::DecidedByPerson, *payment));
}

} // namespace

bool perhapsClosed(const DayClosing& closing) {
    return closing.state != ClosingState::Refused;
}

bool isOfDay(const Payment& payment, const DayClosing& closing) {
    return payment.terminalId == closing.terminalId && payment.intendedAt > closing.from &&
           payment.intendedAt <= closing.at;
}

DaySum bookOf(const std::vector<Payment>& payments, const DayClosing& closing) {
    DaySum sum;
    for (const auto& payment : payments)
        if (isOfDay(payment, closing) && hasMoney(payment)) {
            ++sum.count;
            sum.total = sum.total + payment.amount;
        }
    return sum;
}

DayClosing reconciled(DayClosing closing, const std::vector<Payment>& payments) {
    closing.book = bookOf(payments, closing);
    closing.differences.clear();
    std::vector<const Payment*> day;
    for (const auto& payment : payments)
        if (isOfDay(payment, closing))
            day.push_back(&payment);
    const auto unresolved = static_cast<std::size_t>(
        std::count_if(day.begin(), day.end(), [](const auto* p) { return isUnresolved(p->state); }));
    if (closing.state == ClosingState::Closed)
        compareSums(closing, day);
    else if (closing.state == ClosingState::Unknown)
        closing.differences.push_back({Kind::TotalsLost, {}});
    for (const auto* payment : day)
        if (payment->state == PaymentState::Reversing || payment->state == PaymentState::ReversalUnknown)
            closing.differences.push_back(about(Kind::UnknownReversal, *payment));
        else if (isUnresolved(payment->state))
            closing.differences.push_back(about(verdict(*payment, closing, unresolved), *payment));
    return closing;
}

std::string_view nameOf(ClosingState state) {
    return base::nameIn(stateNames, state);
}

std::optional<ClosingState> closingStateFrom(std::string_view name) {
    return base::valueIn(stateNames, name);
}

std::string_view nameOf(Kind kind) {
    return base::nameIn(kindNames, kind);
}

std::optional<Kind> differenceKindFrom(std::string_view name) {
    return base::valueIn(kindNames, name);
}

} // namespace vienlogs::domain::payments
