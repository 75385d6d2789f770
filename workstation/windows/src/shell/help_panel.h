// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QFrame>

#include "vienlogs/viewmodels/help_view_model.h"

class QLabel;
class QVBoxLayout;

namespace vienlogs::look {
class Button;
class ScrollPage;
} // namespace vienlogs::look

namespace vienlogs::windows {

/// Beside the work: what to do on this screen, what the registers say and how old it is, facts of the
/// service.
class HelpPanel : public QFrame {
    Q_OBJECT

public:
    explicit HelpPanel(viewmodels::HelpViewModel& help, QWidget* parent = nullptr);

    /// What F1 explains of the page that is shown.
    void setExplanation(const QString& text);
    /// False keeps what is said of the client and the service off the screen.
    void showSections(bool shown);

Q_SIGNALS:
    void closeAsked();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void refresh();
    void addSection(const viewmodels::HelpViewModel::Section& section);

    viewmodels::HelpViewModel& help_;
    look::ScrollPage* scroll_;
    QLabel* heading_;
    QLabel* explanation_;
    QLabel* keys_;
    QVBoxLayout* sections_;
    look::Button* askAgain_;
    bool sectionsShown_ = false;
};

} // namespace vienlogs::windows
