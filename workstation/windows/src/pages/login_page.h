// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "pages/page.h"
#include "vienlogs/viewmodels/account_login_view_model.h"
#include "vienlogs/viewmodels/login_view_model.h"

namespace vienlogs::look {
class IconLabel;
class Mark;
class Notice;
} // namespace vienlogs::look

namespace vienlogs::windows {

class AccountBox;
class PinLine;

/// The clerk's card and PIN1, or an account of an institution.
class LoginPage : public Page {
    Q_OBJECT

public:
    LoginPage(viewmodels::LoginViewModel& login, viewmodels::AccountLoginViewModel& account,
              QWidget* parent = nullptr);

    void enter() override;
    [[nodiscard]] QString explanation() const override;

Q_SIGNALS:
    /// The codes of the card are wanted: PIN1 is blocked.
    void pinsAsked();

protected:
    void goOn() override;
    void goBack() override;
    void retranslate() override;

private:
    void layOut();
    void refresh();
    void refreshFailure();
    [[nodiscard]] bool atPad() const { return login_.hasPad() && !typeHere_; }

    viewmodels::LoginViewModel& login_;
    AccountBox* account_;
    look::IconLabel* picture_;
    QLabel* prompt_;
    QLabel* holder_;
    look::Mark* reader_;
    QWidget* cardBox_;
    QWidget* pinBox_;
    QLabel* pinLabel_;
    PinLine* pin_;
    QLabel* tries_;
    look::Notice* failure_;
    look::Button* typing_;
    look::Button* offline_;
    look::Button* logIn_;
    bool typeHere_ = false; ///< Rather than with the reader's keys.
};

} // namespace vienlogs::windows
