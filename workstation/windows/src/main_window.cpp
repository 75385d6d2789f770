// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/windows/main_window.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "pages/day_page.h"
#include "pages/done_page.h"
#include "pages/form_page.h"
#include "pages/login_page.h"
#include "pages/need_page.h"
#include "pages/pay_page.h"
#include "pages/pins_page.h"
#include "pages/readers_page.h"
#include "pages/ready_page.h"
#include "pages/sending_page.h"
#include "pages/services_page.h"
#include "pages/sign_page.h"
#include "shell/client_bar.h"
#include "shell/help_panel.h"
#include "shell/identity_strip.h"
#include "shell/palette_box.h"
#include "shell/state_line.h"
#include "shell/step_list.h"
#include "vienlogs/look/appearance.h"
#include "vienlogs/look/notice.h"
#include "vienlogs/viewmodels/contact_view_model.h"
#include "vienlogs/viewmodels/palette_view_model.h"

namespace vienlogs::windows {

using Screen = viewmodels::AppViewModel::Screen;

namespace {

// Widths of the window in em from which there is room for more beside the page.
constexpr int helpFromEm = 84;
constexpr int stepNamesFromEm = 66;
constexpr int helpEm = 23;

bool isInContact(Screen screen) {
    return screen != Screen::Login && screen != Screen::Readers && screen != Screen::Ready &&
           screen != Screen::Day && screen != Screen::Sending && screen != Screen::Pins;
}

} // namespace

MainWindow::MainWindow(viewmodels::AppViewModel& app, look::Appearance& appearance)
    : app_(app), appearance_(appearance), clientBar_(new ClientBar(*app.contact(), this)),
      identity_(new IdentityStrip(*app.contact(), this)), steps_(new StepList(*app.contact(), this)),
      failure_(new look::Notice(look::Tone::Error, this)), clock_(new look::Notice(look::Tone::Warn, this)),
      pages_(new QStackedWidget(this)), help_(new HelpPanel(*app.help(), this)),
      stateLine_(new StateLine(app, appearance, this)), palette_(new PaletteBox(*app.palette(), this)) {
    setObjectName(QStringLiteral("mainWindow"));
    failure_->setObjectName(QStringLiteral("failure"));
    clock_->setObjectName(QStringLiteral("clockWrong"));
    buildPages();
    layOut();
    addKeys();
    addCommands();
    connect(&app_, &viewmodels::AppViewModel::screenChanged, this, &MainWindow::showScreen);
    connect(&app_, &viewmodels::AppViewModel::failureChanged, this, &MainWindow::showFailure);
    connect(&app_, &viewmodels::AppViewModel::changed, this, &MainWindow::showFailure);
    connect(failure_, &look::Notice::dismissed, &app_, &viewmodels::AppViewModel::dismissFailure);
    connect(&app_, &viewmodels::AppViewModel::changed, this, &MainWindow::showClock);
    connect(clock_, &look::Notice::dismissed, this, [this] {
        clockClosed_ = app_.clockFailure().code;
        showClock();
    });
    connect(clientBar_, &ClientBar::pinAsked, identity_, &IdentityStrip::askPin);
    connect(&appearance_, &look::Appearance::changed, this, &MainWindow::fitPanels);
    retranslate();
    showFailure();
    showClock();
    showScreen();
}

/// In the order of Screen: its values are the indexes in the stack.
void MainWindow::buildPages() {
    auto* login = new LoginPage(*app_.login(), *app_.account());
    pages_->addWidget(login);
    pages_->addWidget(new ReadersPage(*app_.readers()));
    pages_->addWidget(new ReadyPage(*app_.contact(), *app_.cases()));
    pages_->addWidget(new NeedPage(*app_.need(), app_));
    pages_->addWidget(new ServicesPage(*app_.services()));
    pages_->addWidget(new FormPage(*app_.form(), *app_.scan()));
    auto* sign = new SignPage(*app_.sign(), *app_.scan());
    pages_->addWidget(sign);
    pages_->addWidget(new PayPage(*app_.pay(), *app_.reversal()));
    pages_->addWidget(new DonePage(*app_.done(), *app_.reversal()));
    pages_->addWidget(new DayPage(*app_.day()));
    pages_->addWidget(new SendingPage(*app_.sending()));
    pages_->addWidget(new PinsPage(*app_.pins()));
    connect(login, &LoginPage::pinsAsked, &app_, &viewmodels::AppViewModel::openPins);
    connect(sign, &SignPage::pinsAsked, &app_, &viewmodels::AppViewModel::openPins);
    for (int i = 0; i < pages_->count(); ++i)
        connect(static_cast<Page*>(pages_->widget(i)), &Page::explanationChanged, this,
                &MainWindow::retranslate);
}

void MainWindow::layOut() {
    auto* centre = new QWidget(this);
    centre->setProperty("ground", QStringLiteral("plain"));
    auto* centreColumn = new QVBoxLayout(centre);
    centreColumn->setContentsMargins(0, 0, 0, 0);
    centreColumn->setSpacing(0);
    auto* failureBox = new QVBoxLayout;
    failureBox->setContentsMargins(look::space::xl, look::space::m, look::space::xl, 0);
    failureBox->addWidget(failure_);
    failureBox->addWidget(clock_);
    centreColumn->addLayout(failureBox);
    centreColumn->addWidget(pages_, 1);
    auto* middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(steps_);
    middle->addWidget(centre, 1);
    middle->addWidget(help_);
    auto* all = new QWidget(this);
    auto* column = new QVBoxLayout(all);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(clientBar_);
    column->addWidget(identity_);
    column->addLayout(middle, 1);
    column->addWidget(stateLine_);
    setCentralWidget(all);
    palette_->raise();
}

void MainWindow::addKeys() {
    const auto key = [this](const QKeySequence& sequence, auto&& action) {
        connect(new QShortcut(sequence, this), &QShortcut::activated, this, action);
    };
    key(Qt::CTRL | Qt::Key_K, [this] { togglePalette(); });
    key(Qt::Key_F1, [this] { toggleHelp(); });
    key(Qt::CTRL | Qt::Key_Plus, [this] { appearance_.largerText(); });
    key(Qt::CTRL | Qt::Key_Equal, [this] { appearance_.largerText(); });
    key(Qt::CTRL | Qt::Key_Minus, [this] { appearance_.smallerText(); });
    key(Qt::CTRL | Qt::Key_0, [this] { appearance_.setTextScale(1.0); });
}

void MainWindow::addCommands() {
    const auto always = [] { return true; };
    const auto theme = [this](const QString& id, const char* title, look::Theme theme) {
        app_.palette()->addCommand({id, QString(), [title] { return tr(title); },
                                    [this, theme] { return appearance_.theme() != theme; },
                                    [this, theme] { appearance_.setTheme(theme); }});
    };
    theme(QStringLiteral("view-light"), QT_TR_NOOP("Light colours"), look::Theme::Light);
    theme(QStringLiteral("view-dark"), QT_TR_NOOP("Dark colours"), look::Theme::Dark);
    theme(QStringLiteral("view-contrast"), QT_TR_NOOP("High contrast"), look::Theme::HighContrast);
    app_.palette()->addCommand({QStringLiteral("view-larger"), QStringLiteral("Ctrl++"),
                                [] { return tr("Larger text"); }, always,
                                [this] { appearance_.largerText(); }});
    app_.palette()->addCommand({QStringLiteral("view-smaller"), QStringLiteral("Ctrl+-"),
                                [] { return tr("Smaller text"); }, always,
                                [this] { appearance_.smallerText(); }});
    app_.palette()->addCommand({QStringLiteral("help"), QStringLiteral("F1"),
                                [] { return tr("Show or hide help"); }, always, [this] { toggleHelp(); }});
}

void MainWindow::showScreen() {
    const auto index = static_cast<int>(app_.screen());
    pages_->setCurrentIndex(index);
    helpWanted_ = false;
    fitPanels();
    auto* page = static_cast<Page*>(pages_->currentWidget());
    help_->setExplanation(page->explanation());
    page->enter();
}

void MainWindow::showFailure() {
    failure_->setVisible(app_.hasFailure());
    const viewmodels::FailureView shown = app_.failure();
    failure_->setTone(shown.informs ? look::Tone::Info : look::Tone::Error);
    failure_->setTexts(shown.happened, shown.todo, shown.code);
}

void MainWindow::showClock() {
    const viewmodels::FailureView wrong = app_.clockFailure();
    if (wrong.code.isEmpty())
        clockClosed_.clear();
    clock_->setVisible(!wrong.code.isEmpty() && clockClosed_ != wrong.code);
    clock_->setTexts(wrong.happened, wrong.todo, wrong.code);
}

void MainWindow::fitPanels() {
    const int em = qMax(1, fontMetrics().horizontalAdvance(QLatin1Char('m')));
    const int width = this->width() / em;
    const bool contact = isInContact(app_.screen());
    const bool roomForHelp = width >= helpFromEm;
    const bool showHelp = roomForHelp ? !helpHidden_ : helpWanted_;
    help_->setVisible(showHelp);
    // A locked desk shows nothing of the client to whoever stands before it.
    help_->showSections(contact);
    help_->setFixedWidth(roomForHelp ? helpEm * em : qMax(helpEm * em, this->width() / 2));
    const bool locked = app_.clerkName().isEmpty() && app_.contact()->active();
    clientBar_->setVisible(app_.screen() != Screen::Login && !locked);
    steps_->setVisible(contact);
    steps_->setCompact(width < stepNamesFromEm);
    palette_->place();
}

void MainWindow::toggleHelp() {
    const bool shown = !help_->isHidden();
    helpWanted_ = !shown;
    helpHidden_ = shown;
    fitPanels();
}

void MainWindow::togglePalette() {
    if (palette_->isHidden())
        palette_->open();
    else
        palette_->close();
}

void MainWindow::resizeEvent(QResizeEvent* event) {
    QMainWindow::resizeEvent(event);
    fitPanels();
}

void MainWindow::changeEvent(QEvent* event) {
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void MainWindow::retranslate() {
    setWindowTitle(tr("Vienlogs"));
    failure_->setDismissible(true, tr("Close"));
    clock_->setDismissible(true, tr("Close"));
    if (auto* page = static_cast<Page*>(pages_->currentWidget()))
        help_->setExplanation(page->explanation());
}

} // namespace vienlogs::windows
