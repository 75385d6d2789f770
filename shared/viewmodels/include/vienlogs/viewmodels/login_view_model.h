// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/viewmodels/view_model.h"

namespace vienlogs::workflows {
class Login;
}

namespace vienlogs::viewmodels {

/// The clerk's login by card and PIN1 in the clerk's reader.
class LoginViewModel final : public ViewModel {
    Q_OBJECT
    Q_PROPERTY(State state READ state NOTIFY changed)
    Q_PROPERTY(QString prompt READ prompt NOTIFY changed)
    Q_PROPERTY(QString readerName READ readerName NOTIFY changed)
    Q_PROPERTY(QString cardHolder READ cardHolder NOTIFY changed)
    Q_PROPERTY(int triesLeft READ triesLeft NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    Q_PROPERTY(bool offline READ offline NOTIFY changed)

public:
    enum class State {
        NoReader,
        NoCard,
        ReadingCard,
        CardUnusable,   ///< The card cannot be used; `failure` says why.
        PinNeeded,      ///< submitPin() is awaited.
        Checking,       ///< Card and server are at work.
        OfflineOffered, ///< No connection: workOffline() or submitPin() again.
        LoggedIn,
    };
    Q_ENUM(State)

    LoginViewModel(workflows::Login& login, QObject* parent = nullptr);

    [[nodiscard]] State state() const;
    /// One sentence: what to do now.
    [[nodiscard]] QString prompt() const;
    [[nodiscard]] QString readerName() const;
    /// "Līga Kalniņa"; empty until the card is read.
    [[nodiscard]] QString cardHolder() const;
    /// Tries left of PIN1; -1 until known.
    [[nodiscard]] int triesLeft() const;
    [[nodiscard]] bool busy() const;
    /// Logged in without the server.
    [[nodiscard]] bool offline() const;
    /// The clerk's reader has keys of its own.
    [[nodiscard]] bool hasPad() const;
    /// PIN1 of the card is blocked: only its PUK leads on.
    [[nodiscard]] bool blocked() const;
    /// Why the last try did not work; an empty code when it did or there was none.
    [[nodiscard]] FailureView failure() const;

public Q_SLOTS:
    void submitPin(const QString& pin);
    /// PIN1 is entered with the reader's keys.
    void submitAtPad();
    void workOffline();

private:
    workflows::Login& login_;
};

} // namespace vienlogs::viewmodels
