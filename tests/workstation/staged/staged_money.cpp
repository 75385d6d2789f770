// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "stage.h"

// Fees, giving back and the end of the day: a value of the stage, or a command written down.
namespace vienlogs::viewmodels {

using staged::stage;

namespace {

void told(const QString& call) {
    stage().calls << call;
}

} // namespace

QVector<PayViewModel::FeeRow> PayViewModel::fees() const {
    return stage().fees;
}
int PayViewModel::feeIndex() const {
    return stage().fee;
}
int PayViewModel::proofIndex() const {
    return stage().proof;
}
bool PayViewModel::canChooseFee() const {
    return stage().canChooseFee;
}
QString PayViewModel::legalBasis() const {
    return stage().legalBasis;
}
QString PayViewModel::feeText() const {
    return stage().feeText;
}
void PayViewModel::chooseFee(int fee, int proof) {
    told(QStringLiteral("pay.chooseFee %1 %2").arg(fee).arg(proof));
}

ReversalViewModel::ReversalViewModel(workflows::GivingBack& givingBack, QObject* parent)
    : ViewModel(parent), givingBack_(givingBack) {}
ReversalViewModel::State ReversalViewModel::state() const {
    return stage().reversal;
}
QString ReversalViewModel::stateText() const {
    return stage().reversalText;
}
QString ReversalViewModel::amountText() const {
    return stage().amount;
}
QStringList ReversalViewModel::reasons() const {
    return {QStringLiteral("Izvēlēta nepareiza maksa"), QStringLiteral("Klients pakalpojumu vairs nevēlas")};
}
QStringList ReversalViewModel::receiptLines() const {
    return stage().reversalReceipt;
}
FailureView ReversalViewModel::failure() const {
    return {};
}
void ReversalViewModel::begin(int reason) {
    told(QStringLiteral("reversal.begin %1").arg(reason));
}
void ReversalViewModel::askTerminal() {
    told(QStringLiteral("reversal.askTerminal"));
}
void ReversalViewModel::resolveGivenBack() {
    told(QStringLiteral("reversal.resolveGivenBack"));
}
void ReversalViewModel::resolveNotGivenBack() {
    told(QStringLiteral("reversal.resolveNotGivenBack"));
}
void ReversalViewModel::printReceipt() {
    told(QStringLiteral("reversal.printReceipt"));
}

DayViewModel::DayViewModel(workflows::DayEnd& day, QObject* parent) : ViewModel(parent), day_(day) {}
DayViewModel::State DayViewModel::state() const {
    return stage().day;
}
QString DayViewModel::stateText() const {
    return stage().dayText;
}
QString DayViewModel::closedAt() const {
    return stage().dayClosedAt;
}
QString DayViewModel::terminal() const {
    return QStringLiteral("52500001");
}
QString DayViewModel::terminalSum() const {
    return stage().terminalSum;
}
QString DayViewModel::bookSum() const {
    return stage().bookSum;
}
QVector<DayViewModel::Difference> DayViewModel::differences() const {
    return stage().differences;
}
QStringList DayViewModel::reportLines() const {
    return stage().dayReport;
}
QStringList DayViewModel::earlier() const {
    return stage().earlierDays;
}
bool DayViewModel::busy() const {
    return stage().day == State::Working;
}
void DayViewModel::load() {
    told(QStringLiteral("day.load"));
}
void DayViewModel::closeDay() {
    told(QStringLiteral("day.closeDay"));
}
void DayViewModel::decide(int row, bool hasMoney) {
    told(QStringLiteral("day.decide %1 %2").arg(row).arg(hasMoney));
}
void DayViewModel::print() {
    told(QStringLiteral("day.print"));
}
void DayViewModel::leave() {
    told(QStringLiteral("day.leave"));
}

} // namespace vienlogs::viewmodels
