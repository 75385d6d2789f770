// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QApplication>
#include <QElapsedTimer>
#include <memory>

#include "desk_ports.h"
#include "pdf_preview.h"
#include "thumbnails.h"
#include "vienlogs/journey/journey.h"
#include "vienlogs/look/appearance.h"
#include "vienlogs/sync/audit_watch.h"
#include "vienlogs/sync/sync_engine.h"
#include "vienlogs/translations/translators.h"
#include "vienlogs/viewmodels/app_view_model.h"
#include "vienlogs/windows/main_window.h"
#include "vienlogs/workflows/workplace.h"

namespace vienlogs::workstation {

/// The whole desk, wired by hand: ports, workflows, view-models, window. Members are destroyed in reverse
/// order.
class Composition final : public QObject {
    Q_OBJECT
public:
    /// `sinceStart` runs since the program began.
    Composition(QApplication& application, const StartOptions& options, std::unique_ptr<DeskPorts> ports,
                QElapsedTimer sinceStart);
    ~Composition() override;

    /// Shows the window, then starts what may take time. Fails when the journey's script cannot be read.
    [[nodiscard]] base::Result<void> start();
    [[nodiscard]] viewmodels::AppViewModel& app() { return app_; }
    [[nodiscard]] windows::MainWindow& window() { return window_; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] base::Result<void> beginJourney();
    void wireSync();
    void wireTimings();
    void showCounts();
    void useLanguage(base::Language language);

    StartOptions options_;
    QElapsedTimer sinceStart_;
    bool painted_ = false;
    translations::Translators translators_;
    std::unique_ptr<DeskPorts> ports_;
    workflows::Workplace workplace_;
    sync::SyncEngine engine_;
    sync::AuditWatch auditWatch_;
    viewmodels::AppViewModel app_;
    look::Appearance appearance_;
    PdfPreview preview_;
    Thumbnails thumbnails_;
    windows::MainWindow window_;
    std::unique_ptr<journey::Journey> journey_;
};

} // namespace vienlogs::workstation
