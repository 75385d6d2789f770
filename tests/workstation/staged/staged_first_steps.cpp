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

LoginViewModel::LoginViewModel(workflows::Login& login, QObject* parent) : ViewModel(parent), login_(login) {}
LoginViewModel::State LoginViewModel::state() const {
    return stage().login;
}
QString LoginViewModel::prompt() const {
    return stage().loginPrompt;
}
QString LoginViewModel::readerName() const {
    return stage().loginReader;
}
QString LoginViewModel::cardHolder() const {
    return stage().loginHolder;
}
int LoginViewModel::triesLeft() const {
    return stage().loginTries;
}
FailureView LoginViewModel::failure() const {
    return stage().loginFailure;
}
bool LoginViewModel::busy() const {
    return stage().login == State::Checking;
}
bool LoginViewModel::offline() const {
    return false;
}
void LoginViewModel::submitPin(const QString& pin) {
    told(QStringLiteral("login.submitPin") + QStringLiteral(" %1 digits").arg(pin.size()));
}
bool LoginViewModel::hasPad() const {
    return stage().clerkPad;
}
bool LoginViewModel::blocked() const {
    return stage().loginBlocked;
}
void LoginViewModel::submitAtPad() {
    told(QStringLiteral("login.submitAtPad"));
}
void LoginViewModel::workOffline() {
    told(QStringLiteral("login.workOffline"));
}

AccountLoginViewModel::AccountLoginViewModel(workflows::AccountLogin& login, QObject* parent)
    : ViewModel(parent), login_(login) {}
AccountLoginViewModel::State AccountLoginViewModel::state() const {
    return stage().account;
}
QString AccountLoginViewModel::prompt() const {
    return stage().accountPrompt;
}
QString AccountLoginViewModel::explanation() const {
    return stage().accountExplanation;
}
QStringList AccountLoginViewModel::issuers() const {
    return stage().accountIssuers;
}
FailureView AccountLoginViewModel::failure() const {
    return stage().accountFailure;
}
void AccountLoginViewModel::begin() {
    told(QStringLiteral("account.begin"));
}
void AccountLoginViewModel::choose(int issuer) {
    told(QStringLiteral("account.choose %1").arg(issuer));
}
void AccountLoginViewModel::openAgain() {
    told(QStringLiteral("account.openAgain"));
}
void AccountLoginViewModel::submitCode(const QString& code) {
    told(QStringLiteral("account.submitCode %1 digits").arg(code.size()));
}
void AccountLoginViewModel::cancel() {
    told(QStringLiteral("account.cancel"));
}

ReadersViewModel::ReadersViewModel(workflows::CardDesk& cards, workflows::ReaderRoles& roles, QObject* parent)
    : ViewModel(parent), cards_(cards), roles_(roles), rows_({}) {}
bool ReadersViewModel::canConfirm() const {
    return stage().readersRight;
}
QString ReadersViewModel::clerkReader() const {
    return QString();
}
QString ReadersViewModel::clientReader() const {
    return QString();
}
void ReadersViewModel::assign(int row, Role role) {
    told(QStringLiteral("readers.assign") + QStringLiteral(" %1 %2").arg(row).arg(static_cast<int>(role)));
}
void ReadersViewModel::swap() {
    told(QStringLiteral("readers.swap"));
}
void ReadersViewModel::confirm() {
    told(QStringLiteral("readers.confirm"));
}
void ReadersViewModel::retranslate() {}

PinsViewModel::PinsViewModel(workflows::PinCare& pins, QObject* parent) : ViewModel(parent), pins_(pins) {
    connect(this, &ViewModel::changed, this, [this] { task_ = stage().pinTask; });
}
PinsViewModel::State PinsViewModel::state() const {
    return stage().pins;
}
PinsViewModel::Whose PinsViewModel::whose() const {
    return stage().pinsOf;
}
bool PinsViewModel::clientToo() const {
    return !stage().clerk.isEmpty();
}
QString PinsViewModel::prompt() const {
    return stage().pinsPrompt;
}
std::vector<PinsViewModel::Task> PinsViewModel::tasks() const {
    return stage().pinTasks;
}
PinsViewModel::Entry PinsViewModel::entry() const {
    return stage().pinEntry;
}
bool PinsViewModel::hasPad() const {
    return stage().clientPad;
}
QString PinsViewModel::doneText() const {
    return stage().pinsDone;
}
FailureView PinsViewModel::failure() const {
    return stage().pinsFailure;
}
void PinsViewModel::use(Whose whose) {
    told(QStringLiteral("pins.use %1").arg(static_cast<int>(whose)));
}
void PinsViewModel::choose(int task) {
    told(QStringLiteral("pins.choose %1").arg(task));
}
void PinsViewModel::setTyping(bool typing) {
    typing_ = typing;
    Q_EMIT changed();
}
void PinsViewModel::submit(const QString& first, const QString& fresh) {
    told(QStringLiteral("pins.submit %1 %2 digits").arg(first.size()).arg(fresh.size()));
}
void PinsViewModel::submitAtPad() {
    told(QStringLiteral("pins.submitAtPad"));
}
void PinsViewModel::leave() {
    told(QStringLiteral("pins.leave"));
}

DevicesViewModel::DevicesViewModel(QObject* parent) : ViewModel(parent), rows_({}) {}
void DevicesViewModel::retranslate() {}

ContactViewModel::ContactViewModel(workflows::Contact& contact, workflows::Identification& identification,
                                   QObject* parent)
    : ViewModel(parent), contact_(contact), identification_(identification), steps_({}) {}
bool ContactViewModel::active() const {
    return stage().active;
}
QString ContactViewModel::clientName() const {
    return stage().client;
}
QString ContactViewModel::personalCode() const {
    return stage().code;
}
QString ContactViewModel::initials() const {
    return stage().initials;
}
ContactViewModel::Level ContactViewModel::level() const {
    return stage().level;
}
QString ContactViewModel::levelText() const {
    return stage().levelText;
}
QString ContactViewModel::elapsed() const {
    return stage().elapsed;
}
bool ContactViewModel::cardPresent() const {
    return stage().cardPresent;
}
bool ContactViewModel::identifying() const {
    return stage().identifying;
}
bool ContactViewModel::canProvePin() const {
    return stage().canProvePin;
}
bool ContactViewModel::provingPin() const {
    return stage().provingPin;
}
bool ContactViewModel::cardLeft() const {
    return stage().cardLeft;
}
bool ContactViewModel::otherCard() const {
    return stage().otherCard;
}
QStringList ContactViewModel::actingForOptions() const {
    return stage().actingFor;
}
bool ContactViewModel::confirmed() const {
    return stage().confirmed;
}
bool ContactViewModel::revoked() const {
    return stage().revoked;
}
QString ContactViewModel::pinText() const {
    return stage().pinText;
}
QString ContactViewModel::photoText() const {
    return stage().photoText;
}
bool ContactViewModel::canCheckPhoto() const {
    return stage().canCheckPhoto;
}
bool ContactViewModel::hasPad() const {
    return stage().clientPad;
}
bool ContactViewModel::atPad() const {
    return stage().provingAtPad;
}
void ContactViewModel::provePinAtPad() {
    told(QStringLiteral("contact.provePinAtPad"));
}
void ContactViewModel::checkPhoto() {
    told(QStringLiteral("contact.checkPhoto"));
}
int ContactViewModel::pinTriesLeft() const {
    return 3;
}
int ContactViewModel::actingForIndex() const {
    return 0;
}
void ContactViewModel::setActingFor(int index) {
    told(QStringLiteral("contact.setActingFor") + QStringLiteral(" %1").arg(index));
}
void ContactViewModel::goToStep(int number) {
    told(QStringLiteral("contact.goToStep") + QStringLiteral(" %1").arg(number));
}
void ContactViewModel::serveAgain() {
    told(QStringLiteral("contact.serveAgain"));
}
void ContactViewModel::end() {
    told(QStringLiteral("contact.end"));
}
void ContactViewModel::identifyByDocument(const QString& personalCode, const QString& givenName,
                                          const QString& familyName) {
    told(QStringLiteral("contact.identifyByDocument") +
         QStringLiteral(" %1 %2 %3").arg(personalCode, givenName, familyName));
}
void ContactViewModel::provePin(const QString& pin) {
    told(QStringLiteral("contact.provePin") + QStringLiteral(" %1 digits").arg(pin.size()));
}
void ContactViewModel::retranslate() {}

CasesViewModel::CasesViewModel(workflows::Contact& contact, workflows::RecentCases& cases,
                               workflows::Reference& reference, QObject* parent)
    : ViewModel(parent), contact_(contact), cases_(cases), reference_(reference), rows_({}) {}
void CasesViewModel::resume(int row) {
    told(QStringLiteral("cases.resume") + QStringLiteral(" %1").arg(row));
}
void CasesViewModel::retranslate() {}
void CasesViewModel::refresh() {}

NeedViewModel::NeedViewModel(workflows::Contact& contact, workflows::Reference& reference, QObject* parent)
    : ViewModel(parent), contact_(contact), reference_(reference), results_({}) {
    connect(this, &ViewModel::changed, this, [this] { questions_ = stage().questions; });
}
bool NeedViewModel::catalogueLoaded() const {
    return stage().catalogue;
}
QString NeedViewModel::chosenName() const {
    return stage().chosenNeed;
}
bool NeedViewModel::canGoOn() const {
    return stage().needDone;
}
void NeedViewModel::setQuery(const QString& query) {
    query_ = query;
    told(QStringLiteral("need.setQuery") + QStringLiteral(" ") + query);
}
void NeedViewModel::choose(int row) {
    told(QStringLiteral("need.choose") + QStringLiteral(" %1").arg(row));
}
void NeedViewModel::answerChoice(int question, int option) {
    told(QStringLiteral("need.answerChoice") + QStringLiteral(" %1 %2").arg(question).arg(option));
}
void NeedViewModel::answerNumber(int question, const QString& number) {
    told(QStringLiteral("need.answerNumber") + QStringLiteral(" %1 %2").arg(question).arg(number));
}
void NeedViewModel::next() {
    told(QStringLiteral("need.next"));
}
void NeedViewModel::retranslate() {}

ServicesViewModel::ServicesViewModel(workflows::Contact& contact, workflows::Reference& reference,
                                     QObject* parent)
    : ViewModel(parent), contact_(contact), reference_(reference), rows_({}) {}
int ServicesViewModel::selected() const {
    return stage().service;
}
bool ServicesViewModel::canGoOn() const {
    return stage().service >= 0;
}
bool ServicesViewModel::busy() const {
    return false;
}
void ServicesViewModel::choose(int row) {
    told(QStringLiteral("services.choose") + QStringLiteral(" %1").arg(row));
}
void ServicesViewModel::next() {
    told(QStringLiteral("services.next"));
}
void ServicesViewModel::back() {
    told(QStringLiteral("services.back"));
}
void ServicesViewModel::retranslate() {}

} // namespace vienlogs::viewmodels
