// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "texts.h"

#include <QDateTime>

#include "vienlogs/sync/failures.h"

namespace vienlogs::viewmodels {

using domain::cases::CaseState;
using domain::cases::DeliveryWay;

QString Texts::caseState(CaseState state) {
    switch (state) {
    case CaseState::Draft:
        return tr("Started, incomplete");
    case CaseState::Signed:
        return tr("Signed, not yet submitted");
    case CaseState::Submitted:
        return tr("Submitted");
    case CaseState::InProgress:
        return tr("In progress");
    case CaseState::Completed:
        return tr("Completed");
    case CaseState::Refused:
        return tr("Refused");
    case CaseState::Withdrawn:
        return tr("Withdrawn");
    }
    return {};
}

QString Texts::delivery(DeliveryWay way) {
    switch (way) {
    case DeliveryWay::EAccount:
        return tr("In the e-account");
    case DeliveryWay::EAddress:
        return tr("To the official e-address");
    case DeliveryWay::Post:
        return tr("By post");
    case DeliveryWay::Desk:
        return tr("On paper at this desk");
    case DeliveryWay::Voice:
        return tr("By telephone");
    }
    return {};
}

QString Texts::sent(workflows::Sent sent) {
    switch (sent) {
    case workflows::Sent::All:
        return tr("Sent");
    case workflows::Sent::Waiting:
        return tr("Waiting to send");
    case workflows::Sent::Refused:
        return tr("Refused by the server");
    }
    return {};
}

QString Texts::step(int number) {
    switch (number) {
    case 1:
        return tr("Need");
    case 2:
        return tr("Services");
    case 3:
        return tr("Form");
    case 4:
        return tr("Signature");
    case 5:
        return tr("Payment");
    default:
        return tr("Submission");
    }
}

QString Texts::free() {
    return tr("Free of charge");
}

QString Texts::atOnce() {
    return tr("At once");
}

QString Texts::days(int days) {
    return tr("%n day(s)", nullptr, days);
}

QString Texts::workingDays(int days) {
    return tr("%n working day(s)", nullptr, days);
}

QString Texts::channel(std::string_view code) {
    if (code == "desk")
        return tr("desk");
    if (code == "online")
        return tr("online");
    if (code == "phone")
        return tr("telephone");
    if (code == "kiosk")
        return tr("kiosk");
    if (code == "post")
        return tr("post");
    return tr("institution");
}

base::Secret secretOf(const QString& pin) {
    QByteArray bytes = pin.toUtf8();
    const auto size = static_cast<std::size_t>(bytes.size());
    base::Secret secret(std::string_view(bytes.constData(), size));
    base::wipe(bytes.data(), size);
    return secret;
}

QString Texts::act(const std::string& code) {
    if (code == "login.offline")
        return tr("Logged in without the server");
    if (code == "day.close")
        return tr("Terminal's day closed");
    if (code == "contact.open")
        return tr("Contact begun");
    if (code == "contact.identify")
        return tr("Identity checked");
    if (code == "contact.end")
        return tr("Contact ended");
    if (code == "case.open")
        return tr("Application begun");
    if (code == "case.save-answers")
        return tr("Application filled in");
    if (code == "case.attach")
        return tr("Document attached");
    if (code == "case.remove-document")
        return tr("Document removed");
    if (code == "case.sign")
        return tr("Application signed");
    if (code == "case.invoice")
        return tr("Invoice issued");
    if (code == "case.payment")
        return tr("Payment recorded");
    if (code == "case.submit")
        return tr("Application submitted");
    if (code == "case.withdraw")
        return tr("Application withdrawn");
    if (code == "case.read")
        return tr("Application looked at");
    if (code == "blob.read")
        return tr("Document looked at");
    if (code == "history.read")
        return tr("Applications in the e-account looked at");
    if (code == "access-log.read")
        return tr("List of who looked was read");
    if (code.starts_with("register.population."))
        return tr("Looked at the person in the population register");
    if (code.starts_with("register.enterprises."))
        return tr("Looked up in the enterprise register");
    if (code.starts_with("register."))
        return tr("Looked at other registers");
    return tr("Another act");
}

namespace {

QDateTime local(base::Timestamp at) {
    return QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count());
}

} // namespace

namespace {

/// What the sync tells of a restored server, a restored desk and a long absence.
bool informs(const base::FailureCode& code) {
    return code == sync::codes::serverRestored || code == sync::codes::deskRestored ||
           code == sync::codes::longAway;
}

} // namespace

FailureView failureView(const base::Failure& failure, base::Language language) {
    auto shown = failure;
    if (const auto moment = base::fromRfc3339(failure.argument))
        shown.argument = dateTime(*moment).toStdString(); // as the clock on the desk's wall has it
    const auto message = base::messageOf(shown, language);
    return {qt(message.happened), qt(message.todo), qt(message.code), informs(failure.code)};
}

QString dateTime(base::Timestamp at) {
    return local(at).toString(QStringLiteral("dd.MM.yyyy. HH:mm"));
}

QString timeOfDay(base::Timestamp at) {
    return local(at).toString(QStringLiteral("HH:mm"));
}

} // namespace vienlogs::viewmodels
