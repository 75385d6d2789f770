// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/viewmodels/account_login_view_model.h"

#include "texts.h"
#include "vienlogs/workflows/account_login.h"

namespace vienlogs::viewmodels {

using workflows::AccountState;

AccountLoginViewModel::AccountLoginViewModel(workflows::AccountLogin& login, QObject* parent)
    : ViewModel(parent), login_(login) {
    connect(&login_, &workflows::AccountLogin::changed, this, &AccountLoginViewModel::changed);
}

AccountLoginViewModel::State AccountLoginViewModel::state() const {
    switch (login_.state()) {
    case AccountState::Idle:
        return State::Idle;
    case AccountState::AskingIssuers:
    case AccountState::AskingPage:
    case AccountState::Checking:
        return State::Waiting;
    case AccountState::Choosing:
        return State::Choosing;
    case AccountState::InBrowser:
        return State::InBrowser;
    case AccountState::CodeNeeded:
        return State::CodeNeeded;
    }
    return State::Idle;
}

QString AccountLoginViewModel::prompt() const {
    switch (state()) {
    case State::Idle:
        return {};
    case State::Waiting:
        return tr("Asking the server…");
    case State::Choosing:
        return tr("Choose your institution.");
    case State::InBrowser:
        return tr("Log in in the browser.");
    case State::CodeNeeded:
        return tr("Enter the code of your second factor.");
    }
    return {};
}

QString AccountLoginViewModel::explanation() const {
    switch (state()) {
    case State::InBrowser:
        return tr("The login page is open there: %1. Come back here when you have logged in.")
            .arg(qt(login_.issuerName()));
    case State::CodeNeeded:
        return tr("%1 has confirmed who you are. The six digits are in the app on your phone.")
            .arg(qt(login_.issuerName()));
    default:
        return {};
    }
}

QStringList AccountLoginViewModel::issuers() const {
    QStringList names;
    for (const auto& issuer : login_.issuers())
        names << qt(issuer.name);
    return names;
}

FailureView AccountLoginViewModel::failure() const {
    return login_.failure() ? view(*login_.failure()) : FailureView{};
}

QString AccountLoginViewModel::browserText(bool right) {
    return right
               ? tr("You have logged in here. Close this page and go on in Vienlogs: it asks for the code of "
                    "your second factor.")
               : tr("This login did not work. Close this page and go back to Vienlogs: it says what to do.");
}

void AccountLoginViewModel::begin() {
    login_.begin();
}

void AccountLoginViewModel::choose(int issuer) {
    if (issuer >= 0)
        login_.choose(static_cast<std::size_t>(issuer));
}

void AccountLoginViewModel::openAgain() {
    login_.openAgain();
}

void AccountLoginViewModel::submitCode(const QString& code) {
    login_.enterCode(secretOf(code));
}

void AccountLoginViewModel::cancel() {
    login_.cancel();
}

} // namespace vienlogs::viewmodels
