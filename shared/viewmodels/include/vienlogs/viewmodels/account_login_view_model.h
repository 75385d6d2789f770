// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QStringList>

#include "vienlogs/viewmodels/view_model.h"

namespace vienlogs::workflows {
class AccountLogin;
}

namespace vienlogs::viewmodels {

/// The clerk's login by an institution's account: its page in the browser, then a code of the second factor.
class AccountLoginViewModel final : public ViewModel {
    Q_OBJECT
    Q_PROPERTY(State state READ state NOTIFY changed)
    Q_PROPERTY(QString prompt READ prompt NOTIFY changed)
    Q_PROPERTY(QString explanation READ explanation NOTIFY changed)
    Q_PROPERTY(QStringList issuers READ issuers NOTIFY changed)

public:
    enum class State {
        Idle,       ///< begin() starts it.
        Waiting,    ///< The server is at work; cancel() ends it.
        Choosing,   ///< choose() is awaited.
        InBrowser,  ///< The person logs in there; openAgain(), cancel().
        CodeNeeded, ///< submitCode() is awaited.
    };
    Q_ENUM(State)

    AccountLoginViewModel(workflows::AccountLogin& login, QObject* parent = nullptr);

    [[nodiscard]] State state() const;
    /// One sentence: what to do now; empty while Idle.
    [[nodiscard]] QString prompt() const;
    /// What the prompt leaves open; may be empty.
    [[nodiscard]] QString explanation() const;
    /// Names to choose from.
    [[nodiscard]] QStringList issuers() const;
    /// Why the last try did not work; an empty code when it did or there was none.
    [[nodiscard]] FailureView failure() const;
    /// What the browser shows to the person who comes back from it.
    [[nodiscard]] static QString browserText(bool right);

public Q_SLOTS:
    void begin();
    void choose(int issuer);
    void openAgain();
    void submitCode(const QString& code);
    void cancel();

private:
    workflows::AccountLogin& login_;
};

} // namespace vienlogs::viewmodels
