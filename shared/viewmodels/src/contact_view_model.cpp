// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/viewmodels/contact_view_model.h"

#include "texts.h"
#include "vienlogs/workflows/contact.h"
#include "vienlogs/workflows/identification.h"

namespace vienlogs::viewmodels {

using domain::clients::IdentityLevel;
using workflows::ContactStep;

namespace {

constexpr int lastStep = 6;
/// Of smartcard/trust, which no screen links.
constexpr base::FailureCode answerRefused{"VL-TRUST-0002"};
constexpr base::FailureCode nobodyToAsk{"VL-TRUST-0003"};
constexpr qint64 secondsPerHour = 3600;
constexpr qint64 secondsPerDay = 24 * secondsPerHour;

/// 1 need … 6 submit; Done is after the last.
int numberOf(ContactStep step) {
    return static_cast<int>(step);
}

} // namespace

ContactViewModel::ContactViewModel(workflows::Contact& contact, workflows::Identification& identification,
                                   QObject* parent)
    : ViewModel(parent), contact_(contact), identification_(identification),
      steps_({{TitleRole, "title", [](const Step& s) { return s.title; }},
              {NumberRole, "number", [](const Step& s) { return s.number; }},
              {StateRole, "state", [](const Step& s) { return static_cast<int>(s.state); }},
              {EnabledRole, "enabled", [](const Step& s) { return s.enabled; }}}) {
    connect(&contact_, &workflows::Contact::changed, this, &ContactViewModel::refresh);
    connect(&contact_, &workflows::Contact::clientChanged, this, &ContactViewModel::refresh);
    connect(&identification_, &workflows::Identification::changed, this, &ContactViewModel::changed);
    timer_.setInterval(1000);
    connect(&timer_, &QTimer::timeout, this, &ContactViewModel::elapsedChanged);
    retranslate();
}

void ContactViewModel::refresh() {
    if (active() && !timer_.isActive())
        timer_.start();
    else if (!active())
        timer_.stop();
    retranslate();
    Q_EMIT elapsedChanged();
    Q_EMIT changed();
}

void ContactViewModel::retranslate() {
    const int current = numberOf(contact_.step());
    const bool maySteps = current > numberOf(ContactStep::None) && current <= numberOf(ContactStep::Sign);
    std::vector<Step> steps;
    for (int number = 1; number <= lastStep; ++number) {
        Step step{.number = number, .title = Texts::step(number)};
        if (number < current)
            step.state = StepState::Done;
        else if (number == current)
            step.state = StepState::Current;
        step.enabled = number == current || (maySteps && number < current);
        steps.push_back(std::move(step));
    }
    steps_.setRows(std::move(steps));
}

bool ContactViewModel::active() const {
    return contact_.active();
}

QString ContactViewModel::clientName() const {
    return active() ? qt(contact_.clientName()) : QString();
}

QString ContactViewModel::personalCode() const {
    return active() ? qt(contact_.data().client.identifier.value()) : QString();
}

QString ContactViewModel::initials() const {
    if (!active())
        return {};
    const auto& client = contact_.data().client;
    return qt(client.givenName).left(1).toUpper() + qt(client.familyName).left(1).toUpper();
}

ContactViewModel::Level ContactViewModel::level() const {
    return active() ? static_cast<Level>(contact_.data().level) : Level::None;
}

/// With a place for the time.
QString ContactViewModel::noWordText(const std::optional<base::Failure>& why) {
    if (!why)
        return tr("Card read %1; certificate not confirmed: its issuer does not know it");
    if (why->code == answerRefused)
        return tr("Card read %1; certificate not confirmed: the status service's answer does not hold");
    if (why->code == nobodyToAsk)
        return tr("Card read %1; certificate not confirmed: it names no status service");
    return tr("Card read %1; certificate not confirmed: the status service does not answer");
}

QString ContactViewModel::levelText() const {
    if (!active())
        return tr("Nobody identified");
    const auto& known = contact_.data().evidence;
    if (known.revoked)
        return tr("Card revoked, its issuer says");
    if (known.notRevoked)
        return tr("Certificate valid (%1, %2)", "OCSP or CRL, time")
            .arg(qt(known.saidBy).toUpper(), timeOfDay(*known.notRevoked));
    if (known.cardRead) {
        const auto read = timeOfDay(*known.cardRead);
        switch (identification_.issuerWord()) {
        case workflows::IssuerWord::Asking:
            return tr("Card read %1; its issuer is being asked…").arg(read);
        case workflows::IssuerWord::NotToBeHad:
            return noWordText(identification_.whyNoWord()).arg(read);
        case workflows::IssuerWord::NotAsked:
        case workflows::IssuerWord::Given:
            return tr("Card read %1; certificate not confirmed").arg(read);
        }
    }
    return known.documentSeen ? tr("Document seen %1").arg(timeOfDay(*known.documentSeen))
                              : tr("Nobody identified");
}

bool ContactViewModel::confirmed() const {
    const auto& known = contact_.data().evidence;
    return active() && !known.revoked && (known.notRevoked || !known.cardRead);
}

bool ContactViewModel::revoked() const {
    return active() && contact_.data().evidence.revoked;
}

QString ContactViewModel::pinText() const {
    const auto& proved = contact_.data().evidence.pinProved;
    return active() && proved ? tr("PIN proved %1").arg(timeOfDay(*proved)) : QString();
}

QString ContactViewModel::photoText() const {
    const auto& checked = contact_.data().evidence.photoChecked;
    return active() && checked ? tr("Photo checked %1").arg(timeOfDay(*checked)) : QString();
}

bool ContactViewModel::canCheckPhoto() const {
    const auto& known = contact_.data().evidence;
    return active() && known.cardRead && !known.photoChecked && !known.revoked;
}

QString ContactViewModel::elapsed() const {
    if (!active())
        return {};
    const auto passed = contact_.acts().clock().now() - contact_.data().startedAt;
    const auto seconds = std::max<qint64>(0, std::chrono::floor<std::chrono::seconds>(passed).count());
    if (seconds >= secondsPerDay)
        return tr("%n day(s)", "", static_cast<int>(seconds / secondsPerDay));
    if (seconds >= secondsPerHour)
        return tr("%n hour(s)", "", static_cast<int>(seconds / secondsPerHour));
    return QStringLiteral("%1:%2")
        .arg(seconds / 60, 2, 10, QLatin1Char('0'))
        .arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

bool ContactViewModel::cardPresent() const {
    return identification_.card() == workflows::ClientCard::Accepted;
}

bool ContactViewModel::identifying() const {
    return identification_.card() == workflows::ClientCard::Reading || identification_.provingPin();
}

bool ContactViewModel::canProvePin() const {
    return active() && cardPresent() && !contact_.data().evidence.pinProved &&
           !identification_.provingPin() && identification_.triesLeft() != 0;
}

bool ContactViewModel::provingPin() const {
    return identification_.provingPin();
}

bool ContactViewModel::hasPad() const {
    return identification_.hasPad();
}

bool ContactViewModel::atPad() const {
    return identification_.atPad();
}

bool ContactViewModel::cardLeft() const {
    return identification_.cardLeft();
}

void ContactViewModel::serveAgain() {
    identification_.serveAgain();
}

int ContactViewModel::pinTriesLeft() const {
    return identification_.triesLeft().value_or(-1);
}

bool ContactViewModel::otherCard() const {
    return identification_.otherClient();
}

QStringList ContactViewModel::actingForOptions() const {
    QStringList options{tr("Self")};
    for (const auto& option : contact_.actingForOptions())
        options << qt(option.name);
    return options;
}

int ContactViewModel::actingForIndex() const {
    const auto& options = contact_.actingForOptions();
    for (std::size_t i = 0; i < options.size(); ++i)
        if (options[i] == contact_.data().actingFor)
            return static_cast<int>(i) + 1;
    return 0;
}

void ContactViewModel::setActingFor(int index) {
    const auto& options = contact_.actingForOptions();
    if (index == 0)
        contact_.setActingFor({});
    else if (index > 0 && index <= static_cast<int>(options.size()))
        contact_.setActingFor(options[static_cast<std::size_t>(index - 1)]);
}

void ContactViewModel::goToStep(int number) {
    while (contact_.active() && numberOf(contact_.step()) > number) {
        const auto before = contact_.step();
        contact_.back();
        if (contact_.step() == before)
            return;
    }
}

void ContactViewModel::end() {
    const bool served = contact_.step() == ContactStep::Done;
    contact_.end(served ? "served" : "no-service");
}

void ContactViewModel::identifyByDocument(const QString& personalCode, const QString& givenName,
                                          const QString& familyName) {
    identification_.byDocument(personalCode.trimmed().toStdString(), givenName.trimmed().toStdString(),
                               familyName.trimmed().toStdString());
}

void ContactViewModel::provePin(const QString& pin) {
    identification_.provePin(secretOf(pin));
}

void ContactViewModel::provePinAtPad() {
    identification_.provePinAtPad();
}

void ContactViewModel::checkPhoto() {
    identification_.checkPhoto();
}

} // namespace vienlogs::viewmodels
