// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>

#include "scenes.h"
#include "vienlogs/look/appearance.h"
#include "vienlogs/windows/main_window.h"

namespace vienlogs {

using staged::stage;

namespace {

constexpr QSize desk(1280, 800);

/// The name of a widget, or of the nearest one around it that has one.
QString nameOf(const QWidget* widget) {
    for (; widget; widget = widget->parentWidget())
        if (!widget->objectName().isEmpty() && !widget->objectName().startsWith(QLatin1String("qt_")))
            return widget->objectName();
    return QStringLiteral("?");
}

/// Labels and buttons whose words do not fit into them.
QStringList cutTexts(const QWidget& window) {
    QStringList cut;
    for (const QWidget* widget : window.findChildren<QWidget*>()) {
        if (!widget->isVisible())
            continue;
        QSize needed;
        QString text;
        if (const auto* label = qobject_cast<const QLabel*>(widget); label && !label->text().isEmpty()) {
            text = label->text();
            needed = label->wordWrap() ? QSize(0, label->heightForWidth(label->width()))
                                       : label->minimumSizeHint();
        } else if (const auto* button = qobject_cast<const QAbstractButton*>(widget);
                   button && !button->text().isEmpty() && !button->inherits("vienlogs::look::ChoiceCard")) {
            text = button->text();
            needed = button->minimumSizeHint();
        } else {
            continue;
        }
        if (widget->width() + 1 < needed.width() || widget->height() + 1 < needed.height())
            cut << QStringLiteral("%1 “%2” has %3x%4 of %5x%6")
                       .arg(nameOf(widget), text.left(40))
                       .arg(widget->width())
                       .arg(widget->height())
                       .arg(needed.width())
                       .arg(needed.height());
    }
    return cut;
}

/// Pages scroll up and down only: nothing may stick out to the side.
QStringList tooWide(const QWidget& window) {
    QStringList wide;
    for (const QScrollArea* area : window.findChildren<QScrollArea*>())
        if (area->isVisible() && area->horizontalScrollBar()->maximum() > 0)
            wide << QStringLiteral("%1 is %2 px too wide")
                        .arg(nameOf(area))
                        .arg(area->horizontalScrollBar()->maximum());
    return wide;
}

} // namespace

class TestWindows : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void nothingIsCut_data();
    void nothingIsCut();
    void everythingHasAName();

private:
    void show(const staged::Scene& scene);
    void shoot(const QString& name);

    look::Appearance* appearance_ = nullptr;
    std::unique_ptr<viewmodels::AppViewModel> app_;
    std::unique_ptr<windows::MainWindow> window_;
};

void TestWindows::initTestCase() {
    appearance_ = new look::Appearance(*qApp, this);
    appearance_->apply();
}

void TestWindows::init() {
    stage() = staged::Stage();
    app_ = staged::makeApp();
    window_ = std::make_unique<windows::MainWindow>(*app_, *appearance_);
    window_->resize(desk);
    window_->show();
}

void TestWindows::cleanup() {
    window_.reset();
    app_.reset();
}

void TestWindows::show(const staged::Scene& scene) {
    scene.set(stage());
    app_->sign()->setMethod(scene.byCard ? viewmodels::SignViewModel::Method::Card
                                         : viewmodels::SignViewModel::Method::Paper);
    app_->sign()->setPreviewPages({});
    staged::raise(*app_);
    QCoreApplication::sendPostedEvents();
    QTest::qWait(1);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QTest::qWait(1);
}

/// Pictures to look at, when asked for.
void TestWindows::shoot(const QString& name) {
    const QString folder = qEnvironmentVariable("VIENLOGS_PICTURES");
    if (!folder.isEmpty() && QDir().mkpath(folder))
        window_->grab().save(QDir(folder).filePath(name + QStringLiteral(".png")));
}

void TestWindows::nothingIsCut_data() {
    QTest::addColumn<int>("scene");
    QTest::addColumn<double>("scale");
    QTest::addColumn<look::Theme>("theme");
    const auto& scenes = staged::scenes();
    for (std::size_t i = 0; i < scenes.size(); ++i) {
        const auto scene = static_cast<int>(i);
        QTest::addRow("%s-100", scenes[i].name) << scene << 1.0 << look::Theme::Light;
        QTest::addRow("%s-200", scenes[i].name) << scene << 2.0 << look::Theme::Light;
        QTest::addRow("%s-dark", scenes[i].name) << scene << 1.0 << look::Theme::Dark;
    }
}

void TestWindows::nothingIsCut() {
    QFETCH(int, scene);
    QFETCH(double, scale);
    QFETCH(look::Theme, theme);
    appearance_->setTheme(theme);
    appearance_->setTextScale(scale);
    show(staged::scenes()[static_cast<std::size_t>(scene)]);
    shoot(QLatin1String(QTest::currentDataTag()));
    QCOMPARE(window_->size(), desk);
    const QStringList cut = cutTexts(*window_) + tooWide(*window_);
    QVERIFY2(cut.isEmpty(), qPrintable(cut.join(QLatin1Char('\n'))));
}

/// Whoever does not see the screen hears a name of every control.
void TestWindows::everythingHasAName() {
    appearance_->setTextScale(1.0);
    for (const auto& scene : staged::scenes()) {
        show(scene);
        for (const QWidget* widget : window_->findChildren<QWidget*>()) {
            if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus)
                continue;
            const auto* button = qobject_cast<const QAbstractButton*>(widget);
            const bool named =
                !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()) ||
                std::any_of(window_->findChildren<QLabel*>().cbegin(),
                            window_->findChildren<QLabel*>().cend(),
                            [widget](const QLabel* label) { return label->buddy() == widget; });
            QVERIFY2(named, qPrintable(QLatin1String(scene.name) + QLatin1Char(' ') + nameOf(widget) +
                                       QLatin1Char(' ') + QLatin1String(widget->metaObject()->className())));
        }
    }
}

} // namespace vienlogs

QTEST_MAIN(vienlogs::TestWindows)
#include "test_windows.moc"
