// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QFrame>

#include "vienlogs/look/icon_label.h"

namespace vienlogs::look {

class Button;

/// A message in the page, never in its way: what happened, what to do, its code small beneath, and perhaps
/// one button.
class Notice : public QFrame {
    Q_OBJECT

public:
    explicit Notice(Tone tone, QWidget* parent = nullptr);

    /// Empty parts are not shown.
    void setTexts(const QString& happened, const QString& todo = {}, const QString& code = {});
    void setTone(Tone tone);
    /// Empty: no button.
    void setAction(const QString& label);
    /// Whether the user can put the message away.
    void setDismissible(bool dismissible, const QString& label = {});

Q_SIGNALS:
    void actionRequested();
    void dismissed();

private:
    IconLabel* icon_;
    QLabel* happened_;
    QLabel* todo_;
    QLabel* code_;
    Button* action_;
    Button* dismiss_;
};

} // namespace vienlogs::look
