// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "staged_window.h"

#include <QApplication>
#include <QTest>

namespace vienlogs::staged {

namespace {

constexpr QSize desk(1280, 800);

} // namespace

const Scene& StagedWindow::sceneNamed(const char* name) {
    for (const auto& scene : scenes())
        if (qstrcmp(scene.name, name) == 0)
            return scene;
    qFatal("no scene %s", name);
}

bool StagedWindow::begin(QObject& parent) {
    appearance_ = new look::Appearance(*qApp, &parent);
    appearance_->apply();
    translators_ = std::make_unique<translations::Translators>(*qApp);
    return translators_->use(base::Language::Latvian);
}

bool StagedWindow::open() {
    stage() = Stage();
    app_ = makeApp([this](base::Language language) { QVERIFY(translators_->use(language)); });
    window_ = std::make_unique<windows::MainWindow>(*app_, *appearance_);
    window_->resize(desk);
    window_->show();
    QApplication::setActiveWindow(window_.get()); // A bare X server has nobody else to do it.
    return QTest::qWaitForWindowExposed(window_.get());
}

void StagedWindow::close() {
    window_.reset();
    app_.reset();
}

void StagedWindow::show(const Scene& scene) {
    scene.set(stage());
    app_->sign()->setMethod(scene.byCard ? viewmodels::SignViewModel::Method::Card
                                         : viewmodels::SignViewModel::Method::Paper);
    app_->sign()->setPreviewPages({});
    raise(*app_);
    QCoreApplication::sendPostedEvents();
    QTest::qWait(1);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QTest::qWait(1);
}

} // namespace vienlogs::staged
