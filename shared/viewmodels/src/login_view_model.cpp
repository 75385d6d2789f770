// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/viewmodels/login_view_model.h"

#include "texts.h"
#include "vienlogs/domain/clients/names.h"
#include "vienlogs/workflows/failures.h"
#include "vienlogs/workflows/login.h"

namespace vienlogs::viewmodels {

using workflows::LoginState;

LoginViewModel::LoginViewModel(workflows::Login& login, QObject* parent) : ViewModel(parent), login_(login) {
    connect(&login_, &workflows::Login::changed, this, &LoginViewModel::changed);
}

LoginViewModel::State LoginViewModel::state() const {
    switch (login_.state()) {
    case LoginState::NoReader:
        return State::NoReader;
    case LoginState::NoCard:
        return State::NoCard;
    case LoginState::ReadingCard:
        return State::ReadingCard;
    case LoginState::CardUnusable:
        return State::CardUnusable;
    case LoginState::PinNeeded:
        return State::PinNeeded;
    case LoginState::Checking:
        return State::Checking;
    case LoginState::OfflineOffered:
        return State::OfflineOffered;
    case LoginState::In:
    case LoginState::InByAccount:
        return State::LoggedIn;
    }
    return State::NoReader;
}

QString LoginViewModel::prompt() const {
    switch (state()) {
    case State::NoReader:
        return tr("Plug in your card reader.");
    case State::NoCard:
        return tr("Put your card into your reader.");
    case State::ReadingCard:
        return tr("Reading the card…");
    case State::CardUnusable:
        return login_.failure() && login_.failure()->code == workflows::codes::cardPulled
                   ? tr("Take your card out and put it in again.")
               : blocked() ? tr("PIN1 of this card is blocked.")
                           : tr("This card cannot be used. Put in another one.");
    case State::PinNeeded:
        return tr("Enter PIN1 of your card.");
    case State::Checking:
        return login_.atPad() ? tr("Enter PIN1 with the keys of your reader. Its cancel key stops it.")
                              : tr("Checking…");
    case State::OfflineOffered:
        return tr("There is no connection. You can work without it: everything is kept here and sent later.");
    case State::LoggedIn:
        return {};
    }
    return {};
}

QString LoginViewModel::readerName() const {
    return qt(login_.reader());
}

QString LoginViewModel::cardHolder() const {
    const auto& card = login_.card();
    return card ? qt(domain::clients::properCase(card->givenName + " " + card->familyName)) : QString();
}

int LoginViewModel::triesLeft() const {
    return login_.triesLeft().value_or(-1);
}

bool LoginViewModel::busy() const {
    return state() == State::ReadingCard || state() == State::Checking;
}

bool LoginViewModel::offline() const {
    return login_.isIn() && login_.offline();
}

bool LoginViewModel::hasPad() const {
    return login_.hasPad();
}

bool LoginViewModel::blocked() const {
    return login_.failure() && login_.failure()->code == workflows::codes::pinBlocked;
}

FailureView LoginViewModel::failure() const {
    return login_.failure() ? view(*login_.failure()) : FailureView{};
}

void LoginViewModel::submitPin(const QString& pin) {
    login_.enterPin(secretOf(pin));
}

void LoginViewModel::submitAtPad() {
    login_.enterAtPad();
}

void LoginViewModel::workOffline() {
    login_.workOffline();
}

} // namespace vienlogs::viewmodels
