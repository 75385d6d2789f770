// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>

#include "scenes.h"
#include "vienlogs/look/appearance.h"
#include "vienlogs/translations/translators.h"
#include "vienlogs/windows/main_window.h"

namespace vienlogs::staged {

/// The main window over staged view-models, one for each test function.
class StagedWindow {
protected:
    /// Once a program, in Latvian; `parent` owns the appearance. False when a translation is missing.
    [[nodiscard]] bool begin(QObject& parent);
    [[nodiscard]] bool open();
    void close();
    void show(const Scene& scene);
    [[nodiscard]] static const Scene& sceneNamed(const char* name);

    look::Appearance* appearance_ = nullptr;
    std::unique_ptr<translations::Translators> translators_;
    std::unique_ptr<viewmodels::AppViewModel> app_;
    std::unique_ptr<windows::MainWindow> window_;
};

} // namespace vienlogs::staged
