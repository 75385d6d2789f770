// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QWidget>

#include "vienlogs/viewmodels/contact_view_model.h"

class QLabel;
class QLineEdit;

namespace vienlogs::look {
class Button;
class Notice;
} // namespace vienlogs::look

namespace vienlogs::windows {

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

    viewmodels::ContactViewModel& contact_;
    look::Notice* otherCard_;
    QWidget* pinRow_;
    QLabel* pinLabel_;
    QLineEdit* pin_;
    QLabel* tries_;
    look::Button* confirm_;
    look::Button* cancel_;
};

} // namespace vienlogs::windows
