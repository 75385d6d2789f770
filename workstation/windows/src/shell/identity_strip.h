// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QWidget>

#include "vienlogs/viewmodels/contact_view_model.h"

class QLabel;

namespace vienlogs::look {
class Button;
class Notice;
} // namespace vienlogs::look

namespace vienlogs::windows {

class PinLine;

/// Under the client bar, when the client's card needs attention: another card in the reader, or the PIN to
/// prove the card is the client's.
class IdentityStrip : public QWidget {
    Q_OBJECT

public:
    explicit IdentityStrip(viewmodels::ContactViewModel& contact, QWidget* parent = nullptr);

    void askPin();

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void retranslate();
    void refresh();
    void submit();
    void closePin();
    void giveKeyboard();
    [[nodiscard]] bool atPad() const { return contact_.hasPad() && !typeHere_; }

    viewmodels::ContactViewModel& contact_;
    look::Notice* otherCard_;
    QWidget* pinRow_;
    QLabel* pinLabel_;
    PinLine* pin_;
    QLabel* tries_;
    look::Button* confirm_;
    look::Button* cancel_;
    look::Button* typing_;
    bool typeHere_ = false; ///< Rather than with the reader's keys.
};

} // namespace vienlogs::windows
