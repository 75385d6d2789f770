// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <vector>

#include <QFrame>

#include "vienlogs/viewmodels/app_view_model.h"

class QLabel;
class QAction;
class QMenu;

namespace vienlogs::look {
class Appearance;
class Button;
class FlowLayout;
class Mark;
} // namespace vienlogs::look

namespace vienlogs::windows {

/// The foot of the window: devices, what is sent or waiting, language, text size, who is logged in.
class StateLine : public QFrame {
    Q_OBJECT

public:
    StateLine(viewmodels::AppViewModel& app, look::Appearance& appearance, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void addLanguages();
    void addMenus();
    void retranslate();
    void refreshDevices();
    void refreshSync();
    void refreshClerk();
    look::Button* appendDevice();

    viewmodels::AppViewModel& app_;
    look::Appearance& appearance_;
    look::FlowLayout* row_;
    std::vector<look::Button*> devices_;
    look::Mark* clock_;
    look::Mark* sync_;
    QLabel* lastSync_;
    look::Button* sending_;
    std::array<look::Button*, 3> languages_{};
    look::Button* view_;
    QMenu* viewMenu_;
    look::Button* clerk_;
    QMenu* clerkMenu_;
    QAction* dayAction_ = nullptr;
};

} // namespace vienlogs::windows
