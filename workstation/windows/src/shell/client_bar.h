// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QFrame>

#include "vienlogs/viewmodels/contact_view_model.h"

class QComboBox;
class QLabel;

namespace vienlogs::look {
class Button;
class Mark;
} // namespace vienlogs::look

namespace vienlogs::windows {

/// The only place that names the client: who, how surely known, for whom they act, how long it has taken.
class ClientBar : public QFrame {
    Q_OBJECT

public:
    explicit ClientBar(viewmodels::ContactViewModel& contact, QWidget* parent = nullptr);

Q_SIGNALS:
    /// The clerk wants the client to prove the card by PIN.
    void pinAsked();

protected:
    void changeEvent(QEvent* event) override;

private:
    void layOut();
    void retranslate();
    void refresh();
    void refreshActingFor();

    viewmodels::ContactViewModel& contact_;
    QLabel* initials_;
    QLabel* name_;
    QLabel* code_;
    look::Mark* level_;
    look::Mark* pinProved_;
    look::Mark* photo_;
    look::Button* provePin_;
    look::Button* checkPhoto_;
    QWidget* actingFor_;
    QLabel* actingForLabel_;
    QComboBox* actingForChoice_;
    QLabel* elapsed_;
    look::Button* end_;
};

} // namespace vienlogs::windows
