// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QWidget>

#include "vienlogs/viewmodels/reversal_view_model.h"

class QLabel;
class QVBoxLayout;

namespace vienlogs::look {
class Button;
class Notice;
} // namespace vienlogs::look

namespace vienlogs::windows {

class CardList;

/// Giving a paid fee back: the reason by one key, then once more whether the client is here; an unknown
/// outcome stays in view until resolved.
class ReversalBox : public QWidget {
    Q_OBJECT

public:
    /// `name` begins the object names of its controls: "payReverse", "payReverseConfirm".
    ReversalBox(const QString& name, viewmodels::ReversalViewModel& reversal, QWidget* parent = nullptr);

    void retranslate();
    /// Goes one question back; true if one was open.
    bool back();

Q_SIGNALS:
    /// A question was opened that is to be seen whole.
    void opened();

private:
    enum class Asked { Nothing, Reason, Client, WasGivenBack, WasNotGivenBack };
    void layOut();
    void connectControls();
    void ask(Asked asked);
    void chooseReason(int row);
    void confirm();
    void refresh();
    void refreshQuestion();

    viewmodels::ReversalViewModel& reversal_;
    look::Notice* state_;
    look::Button* begin_;
    QLabel* why_;
    CardList* reasons_;
    look::Notice* question_;
    look::Button* confirm_;
    look::Button* cancel_;
    look::Button* askTerminal_;
    look::Button* given_;
    look::Button* notGiven_;
    look::Button* print_;
    QLabel* receipt_;
    Asked asked_ = Asked::Nothing;
    int reason_ = -1;
};

} // namespace vienlogs::windows
