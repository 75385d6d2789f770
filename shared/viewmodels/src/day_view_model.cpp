// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/viewmodels/day_view_model.h"

#include "texts.h"
#include "vienlogs/workflows/day_end.h"

namespace vienlogs::viewmodels {

using domain::payments::ClosingState;
using Kind = domain::payments::DayDifference::Kind;

namespace {

bool isDecidable(Kind kind) {
    return kind == Kind::UnknownCharged || kind == Kind::UnknownNotCharged || kind == Kind::UnknownPayment ||
           kind == Kind::UnknownReversal;
}

} // namespace

DayViewModel::DayViewModel(workflows::DayEnd& day, QObject* parent) : ViewModel(parent), day_(day) {
    connect(&day_, &workflows::DayEnd::changed, this, &DayViewModel::changed);
}

DayViewModel::State DayViewModel::state() const {
    if (day_.busy())
        return State::Working;
    if (day_.closings().empty())
        return State::Open;
    const auto& closing = day_.closings().front();
    switch (closing.state) {
    case ClosingState::Asked:
    case ClosingState::Unknown:
        return State::Unknown;
    case ClosingState::Refused:
        return State::Refused;
    case ClosingState::Closed:
        break;
    }
    return closing.differences.empty() ? State::Agrees : State::Differs;
}

QString DayViewModel::stateText() const {
    switch (state()) {
    case State::Open:
        return tr("No day was closed at this desk yet. Close it when the last client has gone.");
    case State::Working:
        return tr("The terminal closes its day. That may take a minute.");
    case State::Agrees:
        return tr("The terminal and the desk's book agree.");
    case State::Differs:
        return tr("The terminal and the desk's book do not agree. Settle every line below.");
    case State::Unknown:
        return tr(
            "The terminal's answer was lost: perhaps it closed its day, perhaps not. Look whether it printed "
            "the report. If not, close the day again; that touches no money.");
    case State::Refused:
        return tr("The terminal did not close its day. Look at what its screen says and try again.");
    }
    return {};
}

QString DayViewModel::closedAt() const {
    return day_.closings().empty() ? QString() : dateTime(day_.closings().front().at);
}

QString DayViewModel::terminal() const {
    return day_.closings().empty() ? QString() : qt(day_.closings().front().terminalId);
}

QString DayViewModel::terminalSum() const {
    if (day_.closings().empty() || day_.closings().front().state != ClosingState::Closed)
        return {};
    const auto& sum = day_.closings().front().terminal;
    return tr("%n payment(s), %1", nullptr, sum.count).arg(qt(sum.total.toText()));
}

QString DayViewModel::bookSum() const {
    if (day_.closings().empty())
        return {};
    const auto& sum = day_.closings().front().book;
    return tr("%n payment(s), %1", nullptr, sum.count).arg(qt(sum.total.toText()));
}

DayViewModel::Difference DayViewModel::rowOf(const domain::payments::DayDifference& difference) const {
    const auto amount = qt(difference.amount.toText());
    const auto of = difference.payment ? qt(day_.caseNumberOf(*difference.payment)) : QString();
    const auto when = difference.askedAt ? timeOfDay(*difference.askedAt) : QString();
    const auto payment = [&](const QString& text) { return text.arg(amount, of, when); };
    Difference row{.decidable = isDecidable(difference.kind),
                   .reversal = difference.kind == Kind::UnknownReversal};
    switch (difference.kind) {
    case Kind::TerminalMore:
        row.what = tr("The terminal has %1 more than the desk's book.").arg(amount);
        row.todo = tr("Look on the terminal's report for a payment that no case has, and find its client.");
        break;
    case Kind::TerminalLess:
        row.what = tr("The terminal has %1 less than the desk's book.").arg(amount);
        row.todo =
            tr("Look whether something was given back at the terminal itself, or its day was closed before.");
        break;
    case Kind::CountDiffers:
        row.what = tr("The sums agree, the numbers of payments do not.");
        row.todo = tr("Compare the terminal's report with the receipts of the day.");
        break;
    case Kind::UnknownCharged:
        row.what = payment(tr("Unknown payment of %1 (%2, %3): the terminal's sum contains it."));
        row.todo = tr("Confirm that it was paid.");
        break;
    case Kind::UnknownNotCharged:
        row.what = payment(tr("Unknown payment of %1 (%2, %3): the terminal's sum does not contain it."));
        row.todo = tr("Confirm that it was not paid.");
        break;
    case Kind::UnknownPayment:
        row.what = payment(tr("Unknown payment of %1 (%2, %3)."));
        row.todo = tr("Look for it on the terminal's report, then say how it ended.");
        break;
    case Kind::UnknownReversal:
        row.what = payment(tr("Perhaps given back: %1 (%2, %3)."));
        row.todo = tr("Look for it on the terminal's report, then say how it ended.");
        break;
    case Kind::DecidedByPerson:
        row.what = payment(tr("A person decided about %1 (%2, %3)."));
        row.todo = tr("Look at the receipt again: the difference may lie here.");
        break;
    case Kind::TotalsLost:
        row.what = tr("The terminal's totals were lost.");
        row.todo = tr("Compare the report that the terminal printed with the desk's book.");
        break;
    }
    return row;
}

QVector<DayViewModel::Difference> DayViewModel::differences() const {
    QVector<Difference> rows;
    if (!day_.closings().empty())
        for (const auto& difference : day_.closings().front().differences)
            rows << rowOf(difference);
    return rows;
}

QStringList DayViewModel::reportLines() const {
    QStringList lines;
    if (!day_.closings().empty())
        for (const auto& line : day_.closings().front().lines)
            lines << qt(line);
    return lines;
}

QStringList DayViewModel::earlier() const {
    QStringList lines;
    for (std::size_t i = 1; i < day_.closings().size(); ++i) {
        const auto& closing = day_.closings()[i];
        const bool agrees = closing.state == ClosingState::Closed && closing.differences.empty();
        lines << (agrees ? tr("%1: %2, agrees") : tr("%1: %2, does not agree"))
                     .arg(dateTime(closing.at), qt(closing.book.total.toText()));
    }
    return lines;
}

bool DayViewModel::busy() const {
    return day_.busy();
}

void DayViewModel::load() {
    day_.load();
}

void DayViewModel::closeDay() {
    day_.close();
}

void DayViewModel::decide(int row, bool hasMoney) {
    if (day_.closings().empty() || row < 0)
        return;
    const auto& found = day_.closings().front().differences;
    if (static_cast<std::size_t>(row) >= found.size())
        return;
    const auto& difference = found[static_cast<std::size_t>(row)];
    if (difference.payment && isDecidable(difference.kind))
        day_.decide(*difference.payment, hasMoney);
}

void DayViewModel::print() {
    std::vector<ports::PrintedLine> lines;
    for (const auto& row : differences())
        lines.push_back({row.what.toStdString(), row.todo.toStdString()});
    day_.print(lines);
}

void DayViewModel::leave() {
    Q_EMIT left();
}

} // namespace vienlogs::viewmodels
