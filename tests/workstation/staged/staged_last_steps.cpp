// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "stage.h"

// One line each: a value of the stage, or a command written down.
namespace vienlogs::viewmodels {

using staged::stage;

namespace {

void told(const QString& call) {
    staged::stage().calls << call;
}

} // namespace

FormViewModel::FormViewModel(workflows::Contact& contact, workflows::FormFilling& form,
                             workflows::Attachments& attachments, QObject* parent)
    : ViewModel(parent), contact_(contact), form_(form), attachments_(attachments) {}
QString FormViewModel::title() const {
    return stage().formTitle;
}
int FormViewModel::pageCount() const {
    return stage().formPages;
}
int FormViewModel::page() const {
    return stage().formPageIndex;
}
QString FormViewModel::pageTitle() const {
    return stage().formPage;
}
bool FormViewModel::prefilling() const {
    return stage().prefilling;
}
QVector<FieldView> FormViewModel::fields() const {
    return stage().fields;
}
QVector<ProblemView> FormViewModel::problems() const {
    return stage().problems;
}
bool FormViewModel::busy() const {
    return false;
}
FieldView FormViewModel::field(const QString& scope) const {
    for (const FieldView& each : stage().fields)
        if (each.scope == scope)
            return each;
    return {};
}
void FormViewModel::setText(const QString& scope, const QString& text) {
    told(QStringLiteral("form.setText") + QStringLiteral(" %1 %2").arg(scope, text));
}
void FormViewModel::setYesNo(const QString& scope, bool value) {
    told(QStringLiteral("form.setYesNo") + QStringLiteral(" %1 %2").arg(scope).arg(value));
}
void FormViewModel::choose(const QString& scope, const QStringList& values) {
    told(QStringLiteral("form.choose") + QStringLiteral(" %1 %2").arg(scope, values.join(QLatin1Char(','))));
}
void FormViewModel::setAddress(const QString& scope, const QString& text, const QString& code) {
    told(QStringLiteral("form.setAddress") + QStringLiteral(" %1 %2 %3").arg(scope, text, code));
}
void FormViewModel::completeAddress(const QString& scope, const QString& text) {
    told(QStringLiteral("form.completeAddress") + QStringLiteral(" %1 %2").arg(scope, text));
}
void FormViewModel::attachFile(const QString& scope, const QString& path) {
    told(QStringLiteral("form.attachFile") + QStringLiteral(" %1 %2").arg(scope, path));
}
void FormViewModel::attachScan(const QString& scope) {
    told(QStringLiteral("form.attachScan") + QStringLiteral(" %1").arg(scope));
}
void FormViewModel::removeFile(const QString& scope, const QString& sha256) {
    told(QStringLiteral("form.removeFile") + QStringLiteral(" %1 %2").arg(scope, sha256));
}
void FormViewModel::setThumbnail(const QString&, const QImage&, int) {}
void FormViewModel::next() {
    told(QStringLiteral("form.next"));
}
void FormViewModel::back() {
    told(QStringLiteral("form.back"));
}
void FormViewModel::retranslate() {}

SignViewModel::SignViewModel(workflows::Contact& contact, workflows::Signing& signing,
                             workflows::Scanning& scanning, QObject* parent)
    : ViewModel(parent), contact_(contact), signing_(signing), scanning_(scanning) {}
bool SignViewModel::busy() const {
    return stage().signBusy;
}
QString SignViewModel::busyText() const {
    return stage().signBusyText;
}
bool SignViewModel::printed() const {
    return stage().printed;
}
bool SignViewModel::isSigned() const {
    return stage().isSigned;
}
bool SignViewModel::canSignWithCard() const {
    return stage().cardUsable;
}
QString SignViewModel::cardHint() const {
    return stage().cardHint;
}
int SignViewModel::triesLeft() const {
    return stage().pin2Tries;
}
bool SignViewModel::canGoOn() const {
    return stage().isSigned;
}
QByteArray SignViewModel::pdf() const {
    return QByteArray();
}
void SignViewModel::setMethod(Method method) {
    method_ = method;
    told(QStringLiteral("sign.setMethod"));
    Q_EMIT changed();
}
void SignViewModel::setPreviewPages(const QVector<QImage>& pages) {
    preview_ = pages;
    Q_EMIT previewReady();
}
void SignViewModel::print() {
    told(QStringLiteral("sign.print"));
}
void SignViewModel::signWithCard(const QString& pin2) {
    told(QStringLiteral("sign.signWithCard") + QStringLiteral(" %1 digits").arg(pin2.size()));
}
bool SignViewModel::hasPad() const {
    return stage().clientPad;
}
void SignViewModel::signAtPad() {
    told(QStringLiteral("sign.signAtPad"));
}
void SignViewModel::useScan() {
    told(QStringLiteral("sign.useScan"));
}
void SignViewModel::next() {
    told(QStringLiteral("sign.next"));
}
void SignViewModel::back() {
    told(QStringLiteral("sign.back"));
}

ScanViewModel::ScanViewModel(workflows::Scanning& scanning, QObject* parent)
    : ViewModel(parent), scanning_(scanning), rows_({}) {}
bool ScanViewModel::scanning() const {
    return stage().scanning;
}
int ScanViewModel::progress() const {
    return stage().scanProgress;
}
QStringList ScanViewModel::scanners() const {
    return stage().scanners;
}
bool ScanViewModel::hasFeeder() const {
    return stage().feeder;
}
bool ScanViewModel::canUndoRemove() const {
    return stage().undo;
}
int ScanViewModel::scannerIndex() const {
    return 0;
}
QImage ScanViewModel::image(int row) const {
    return rows_.at(row) ? rows_.at(row)->thumbnail : QImage();
}
void ScanViewModel::refreshScanners() {
    told(QStringLiteral("scan.refreshScanners"));
}
void ScanViewModel::setScannerIndex(int index) {
    told(QStringLiteral("scan.setScannerIndex") + QStringLiteral(" %1").arg(index));
}
void ScanViewModel::scan(bool feeder, bool colour) {
    told(QStringLiteral("scan.scan") + QStringLiteral(" %1 %2").arg(feeder).arg(colour));
}
void ScanViewModel::cancel() {
    told(QStringLiteral("scan.cancel"));
}
void ScanViewModel::rotate(int row, int degrees) {
    told(QStringLiteral("scan.rotate") + QStringLiteral(" %1 %2").arg(row).arg(degrees));
}
void ScanViewModel::remove(int row) {
    told(QStringLiteral("scan.remove") + QStringLiteral(" %1").arg(row));
}
void ScanViewModel::undoRemove() {
    told(QStringLiteral("scan.undoRemove"));
}
void ScanViewModel::clear() {
    told(QStringLiteral("scan.clear"));
}

PayViewModel::PayViewModel(workflows::Contact& contact, workflows::Paying& paying, QObject* parent)
    : ViewModel(parent), contact_(contact), paying_(paying) {}
PayViewModel::State PayViewModel::state() const {
    return stage().pay;
}
QString PayViewModel::stateText() const {
    return stage().payText;
}
QString PayViewModel::promptText() const {
    return stage().payPrompt;
}
QString PayViewModel::invoiceNumber() const {
    return stage().invoice;
}
QString PayViewModel::amountText() const {
    return stage().amount;
}
QString PayViewModel::recipient() const {
    return stage().recipient;
}
QString PayViewModel::purpose() const {
    return stage().purpose;
}
QStringList PayViewModel::receiptLines() const {
    return stage().receipt;
}
bool PayViewModel::busy() const {
    return stage().payBusy;
}
bool PayViewModel::canPay() const {
    return stage().canPay;
}
bool PayViewModel::canAbort() const {
    return stage().canAbort;
}
bool PayViewModel::canPayLater() const {
    return stage().canPayLater;
}
bool PayViewModel::canGoOn() const {
    return stage().payDone;
}
FailureView PayViewModel::failure() const {
    return FailureView();
}
void PayViewModel::pay() {
    told(QStringLiteral("pay.pay"));
}
void PayViewModel::abort() {
    told(QStringLiteral("pay.abort"));
}
void PayViewModel::payLater() {
    told(QStringLiteral("pay.payLater"));
}
void PayViewModel::askTerminal() {
    told(QStringLiteral("pay.askTerminal"));
}
void PayViewModel::resolveCharged() {
    told(QStringLiteral("pay.resolveCharged"));
}
void PayViewModel::resolveNotCharged() {
    told(QStringLiteral("pay.resolveNotCharged"));
}
void PayViewModel::printInvoice() {
    told(QStringLiteral("pay.printInvoice"));
}
void PayViewModel::printReceipt() {
    told(QStringLiteral("pay.printReceipt"));
}
void PayViewModel::next() {
    told(QStringLiteral("pay.next"));
}
void PayViewModel::back() {
    told(QStringLiteral("pay.back"));
}

DoneViewModel::DoneViewModel(workflows::Contact& contact, workflows::Submitting& submitting,
                             workflows::Reference& reference, QObject* parent)
    : ViewModel(parent), contact_(contact), submitting_(submitting), reference_(reference), history_({}),
      access_({}) {}
QStringList DoneViewModel::deliveries() const {
    return stage().deliveries;
}
int DoneViewModel::deliveryIndex() const {
    return stage().delivery;
}
QVector<DoneViewModel::SummaryLine> DoneViewModel::summary() const {
    return stage().summary;
}
bool DoneViewModel::submitted() const {
    return stage().submitted;
}
QString DoneViewModel::caseNumber() const {
    return stage().number;
}
QString DoneViewModel::stateText() const {
    return stage().stateText;
}
DoneViewModel::SentState DoneViewModel::sentState() const {
    return stage().sent;
}
QString DoneViewModel::sentText() const {
    return stage().sentText;
}
QString DoneViewModel::historyNote() const {
    return stage().historyNote;
}
bool DoneViewModel::busy() const {
    return false;
}
void DoneViewModel::setDeliveryIndex(int index) {
    told(QStringLiteral("done.setDeliveryIndex") + QStringLiteral(" %1").arg(index));
}
void DoneViewModel::submit() {
    told(QStringLiteral("done.submit"));
}
void DoneViewModel::anotherService() {
    told(QStringLiteral("done.anotherService"));
}
void DoneViewModel::endContact() {
    told(QStringLiteral("done.endContact"));
}
void DoneViewModel::back() {
    told(QStringLiteral("done.back"));
}
void DoneViewModel::refreshHistory() {
    told(QStringLiteral("done.refreshHistory"));
}
void DoneViewModel::retranslate() {}

QString SyncViewModel::waitingText() const {
    return stage().waitingText;
}
QString SyncViewModel::lastSyncText() const {
    return stage().lastSync;
}
void SyncViewModel::setConnected(bool connected) {
    connected_ = connected;
}
void SyncViewModel::setCounts(int waiting, int refused) {
    waiting_ = waiting;
    refused_ = refused;
}
void SyncViewModel::setLastSync(base::Timestamp at) {
    lastSync_ = at;
}
void SyncViewModel::setFailure(const std::optional<base::Failure>& failure) {
    failure_ = failure;
}

HelpViewModel::HelpViewModel(workflows::Contact& contact, workflows::FormFilling& form,
                             workflows::Reference& reference, QObject* parent)
    : ViewModel(parent), contact_(contact), form_(form), reference_(reference), rows_({}) {}
void HelpViewModel::askRegistersAgain() {
    told(QStringLiteral("help.askRegistersAgain"));
}
void HelpViewModel::retranslate() {}

PaletteViewModel::PaletteViewModel(workflows::Contact& contact, workflows::RecentCases& cases,
                                   workflows::Reference& reference, QObject* parent)
    : ViewModel(parent), contact_(contact), cases_(cases), reference_(reference),
      rows_({{TitleRole, "title", [](const Row& row) { return row.title; }},
             {SubtitleRole, "subtitle", [](const Row& row) { return row.subtitle; }},
             {ShortcutRole, "shortcut", [](const Row& row) { return row.shortcut; }}}) {}
void PaletteViewModel::addCommand(Command command) {
    commands_.push_back(std::move(command));
}
void PaletteViewModel::setQuery(const QString& query) {
    query_ = query;
    told(QStringLiteral("palette.setQuery ") + query);
}
void PaletteViewModel::activate(int row) {
    told(QStringLiteral("palette.activate %1").arg(row));
    Q_EMIT activated();
}
void PaletteViewModel::retranslate() {}

SendingViewModel::SendingViewModel(workflows::Sending& sending, workflows::Reference& reference,
                                   QObject* parent)
    : ViewModel(parent), sending_(sending), reference_(reference), rows_({}) {}
void SendingViewModel::refresh() {
    told(QStringLiteral("sending.refresh"));
}
void SendingViewModel::setAside(int row) {
    told(QStringLiteral("sending.setAside %1").arg(row));
}
void SendingViewModel::keepOurs(int row) {
    told(QStringLiteral("sending.keepOurs %1").arg(row));
}
void SendingViewModel::retranslate() {}

} // namespace vienlogs::viewmodels
