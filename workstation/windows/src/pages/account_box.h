// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QWidget>

#include "vienlogs/viewmodels/account_login_view_model.h"

class QLabel;
class QLineEdit;

namespace vienlogs::look {
class Button;
class Notice;
} // namespace vienlogs::look

namespace vienlogs::windows {

class CardList;

/// Login by an institution's account: one button, and what follows from it in its place.
class AccountBox : public QWidget {
    Q_OBJECT

public:
    explicit AccountBox(viewmodels::AccountLoginViewModel& account, QWidget* parent = nullptr);

    /// Something is under way: the card is not asked for meanwhile.
    [[nodiscard]] bool active() const;
    /// Enter.
    void goOn();
    /// Esc.
    void cancel();
    void retranslate();
    /// To what is asked for now.
    void giveKeyboard();

Q_SIGNALS:
    void activeChanged();

private:
    void layOut();
    void refresh();
    void refreshIssuers();

    viewmodels::AccountLoginViewModel& account_;
    viewmodels::AccountLoginViewModel::State shown_ = viewmodels::AccountLoginViewModel::State::Idle;
    int issuer_ = -1; ///< The card that is selected.
    QLabel* prompt_;
    QLabel* explanation_;
    look::Notice* failure_;
    CardList* issuers_;
    QLabel* codeLabel_;
    QLineEdit* code_;
    look::Button* begin_;
    look::Button* submit_;
    look::Button* again_;
    look::Button* cancel_;
};

} // namespace vienlogs::windows
