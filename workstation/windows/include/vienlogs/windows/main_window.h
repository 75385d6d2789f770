// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QMainWindow>

#include "vienlogs/viewmodels/app_view_model.h"

class QStackedWidget;

namespace vienlogs::look {
class Appearance;
class Notice;
} // namespace vienlogs::look

namespace vienlogs::windows {

class ClientBar;
class HelpPanel;
class IdentityStrip;
class Page;
class PaletteBox;
class StateLine;
class StepList;

/// The clerk's window: client bar, steps, the one thing being done, help, state line. Shows view-models and
/// sends commands; decides nothing.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    /// Both must outlive the window.
    MainWindow(viewmodels::AppViewModel& app, look::Appearance& appearance);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildPages();
    void layOut();
    void addKeys();
    void addCommands();
    void showScreen();
    void showFailure();
    void showClock();
    void fitPanels();
    void retranslate();
    void togglePalette();
    void toggleHelp();

    viewmodels::AppViewModel& app_;
    look::Appearance& appearance_;
    ClientBar* clientBar_;
    IdentityStrip* identity_;
    StepList* steps_;
    look::Notice* failure_;
    look::Notice* clock_;
    QString clockClosed_; ///< What was read and closed; the state line goes on saying it.
    QStackedWidget* pages_;
    HelpPanel* help_;
    StateLine* stateLine_;
    PaletteBox* palette_;
    bool helpWanted_ = false; ///< F1 where the window is too narrow for the panel beside the page.
    bool helpHidden_ = false; ///< F1 where it is wide enough.
};

} // namespace vienlogs::windows
