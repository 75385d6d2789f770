// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "state_line.h"

#include <QAction>
#include <QActionGroup>
#include <QEvent>
#include <QLabel>
#include <QMenu>

#include "vienlogs/look/appearance.h"
#include "vienlogs/look/button.h"
#include "vienlogs/look/flow_layout.h"
#include "vienlogs/look/icon_label.h"
#include "vienlogs/look/style_sheet.h"
#include "vienlogs/look/text.h"
#include "vienlogs/viewmodels/devices_view_model.h"
#include "vienlogs/viewmodels/sync_view_model.h"

namespace vienlogs::windows {

using Device = viewmodels::DevicesViewModel::Device;
using DeviceState = viewmodels::DevicesViewModel::State;

namespace {

constexpr std::array languagesShown{base::Language::Latvian, base::Language::English,
                                    base::Language::Russian};

struct StateLook {
    const char* icon;
    look::Rgb look::Palette::*colour;
};

/// The colour of a device's state, and an icon that differs by form as well.
StateLook lookOf(DeviceState state, const char* ownIcon) {
    switch (state) {
    case DeviceState::Checking:
        return {"waiting", &look::Palette::muted};
    case DeviceState::Ok:
        return {ownIcon, &look::Palette::ok};
    case DeviceState::Busy:
        return {"waiting", &look::Palette::link};
    case DeviceState::Warning:
        return {"warning", &look::Palette::warn};
    case DeviceState::Missing:
        return {"error", &look::Palette::error};
    }
    return {ownIcon, &look::Palette::muted};
}

const char* iconOf(Device device) {
    switch (device) {
    case Device::ClerkReader:
    case Device::ClientReader:
        return "reader";
    case Device::Scanner:
        return "scanner";
    case Device::Terminal:
        return "terminal";
    case Device::Printer:
        return "printer";
    }
    return "info";
}

} // namespace

StateLine::StateLine(viewmodels::AppViewModel& app, look::Appearance& appearance, QWidget* parent)
    : QFrame(parent), app_(app), appearance_(appearance),
      row_(new look::FlowLayout(this, look::space::xs, 0)),
      clock_(new look::Mark(this, look::Mark::Shape::SmallLine)),
      sync_(new look::Mark(this, look::Mark::Shape::SmallLine)),
      lastSync_(look::makeLine(look::TextRole::Small, this)),
      sending_(new look::Button(look::ButtonKind::State, this)),
      view_(new look::Button(look::ButtonKind::State, this)), viewMenu_(new QMenu(this)),
      clerk_(new look::Button(look::ButtonKind::State, this)), clerkMenu_(new QMenu(this)) {
    setObjectName(QStringLiteral("stateLine"));
    setProperty("shell", QStringLiteral("stateLine"));
    clock_->setObjectName(QStringLiteral("clockState"));
    sync_->setObjectName(QStringLiteral("syncState"));
    lastSync_->setObjectName(QStringLiteral("lastSync"));
    sending_->setObjectName(QStringLiteral("openSending"));
    connect(sending_, &look::Button::clicked, &app_, &viewmodels::AppViewModel::openSending);
    view_->setObjectName(QStringLiteral("viewMenu"));
    clerk_->setObjectName(QStringLiteral("clerkMenu"));
    row_->setContentsMargins(look::space::m, look::space::xs, look::space::m, look::space::xs);
    const auto& rows = app_.devices()->devices()->rows();
    for (std::size_t i = 0; i < std::max<std::size_t>(rows.size(), 5); ++i)
        appendDevice();
    row_->addWidget(clock_);
    row_->addWidget(sync_);
    row_->addWidget(lastSync_);
    row_->addWidget(sending_);
    row_->alignRightFrom(row_->count());
    addLanguages();
    addMenus();
    connect(app_.devices(), &viewmodels::DevicesViewModel::changed, this, &StateLine::refreshDevices);
    connect(app_.devices()->devices(), &QAbstractItemModel::modelReset, this, &StateLine::refreshDevices);
    connect(app_.sync(), &viewmodels::SyncViewModel::changed, this, &StateLine::refreshSync);
    connect(&app_, &viewmodels::AppViewModel::changed, this, &StateLine::refreshClerk);
    connect(&app_, &viewmodels::AppViewModel::screenChanged, this, &StateLine::refreshClerk);
    connect(&appearance_, &look::Appearance::changed, this, &StateLine::retranslate);
    retranslate();
}

look::Button* StateLine::appendDevice() {
    auto* button = new look::Button(look::ButtonKind::State, this);
    button->setObjectName(QStringLiteral("device_%1").arg(devices_.size()));
    row_->addWidget(button);
    devices_.push_back(button);
    connect(button, &look::Button::clicked, app_.devices(), &viewmodels::DevicesViewModel::recheckAsked);
    return button;
}

void StateLine::addLanguages() {
    for (std::size_t i = 0; i < languagesShown.size(); ++i) {
        auto* button = new look::Button(look::ButtonKind::State, this);
        const auto code = base::codeOf(languagesShown[i]);
        const QString name = QString::fromLatin1(code.data(), static_cast<qsizetype>(code.size()));
        button->setText(name.toUpper());
        button->setObjectName(QStringLiteral("language_") + name);
        button->setCheckable(true);
        button->setAutoExclusive(false);
        row_->addWidget(button);
        languages_[i] = button;
        connect(button, &look::Button::clicked, this,
                [this, language = languagesShown[i]] { app_.switchLanguage(language); });
    }
}

void StateLine::addMenus() {
    view_->setMenu(viewMenu_);
    view_->setIconName(QStringLiteral("text-size"));
    clerk_->setMenu(clerkMenu_);
    clerk_->setIconName(QStringLiteral("person"));
    row_->addWidget(view_);
    row_->addWidget(clerk_);
}

void StateLine::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void StateLine::retranslate() {
    const QString names[] = {QStringLiteral("Latviešu"), QStringLiteral("English"),
                             QStringLiteral("Русский")};
    for (std::size_t i = 0; i < languages_.size(); ++i) {
        languages_[i]->setAccessibleName(names[i]);
        languages_[i]->setToolTip(names[i]);
    }
    sending_->setText(tr("Sendin&g"));
    sending_->setToolTip(tr("What waits, what was refused and what to do"));
    view_->setText(tr("&View"));
    view_->setToolTip(tr("Size of text, light or dark"));
    viewMenu_->clear();
    viewMenu_->addAction(tr("Larger text") + QStringLiteral("\tCtrl++"), &appearance_,
                         &look::Appearance::largerText);
    viewMenu_->addAction(tr("Smaller text") + QStringLiteral("\tCtrl+-"), &appearance_,
                         &look::Appearance::smallerText);
    viewMenu_->addSeparator();
    const std::pair<look::Theme, QString> themes[] = {{look::Theme::Light, tr("Light")},
                                                      {look::Theme::Dark, tr("Dark")},
                                                      {look::Theme::HighContrast, tr("High contrast")}};
    for (const auto& [theme, name] : themes) {
        QAction* action = viewMenu_->addAction(name);
        action->setCheckable(true);
        action->setChecked(appearance_.theme() == theme);
        connect(
            action, &QAction::triggered, &appearance_, [this, theme = theme] { appearance_.setTheme(theme); },
            Qt::QueuedConnection);
    }
    clerkMenu_->clear();
    clerkMenu_->addAction(tr("Card readers…"), &app_, &viewmodels::AppViewModel::openReaders);
    clerkMenu_->addAction(tr("PIN codes of a card…"), &app_, &viewmodels::AppViewModel::openPins);
    dayAction_ =
        clerkMenu_->addAction(tr("End the terminal's day…"), &app_, &viewmodels::AppViewModel::openDay);
    clerkMenu_->addAction(tr("Log out"), &app_, &viewmodels::AppViewModel::logout);
    refreshDevices();
    refreshSync();
    refreshClerk();
}

void StateLine::refreshDevices() {
    const auto& rows = app_.devices()->devices()->rows();
    while (devices_.size() < rows.size())
        appendDevice();
    for (std::size_t i = 0; i < devices_.size(); ++i) {
        devices_[i]->setVisible(i < rows.size());
        if (i >= rows.size())
            continue;
        const StateLook state = lookOf(rows[i].state, iconOf(rows[i].device));
        devices_[i]->setText(rows[i].name);
        devices_[i]->setIconName(QLatin1String(state.icon),
                                 look::colourOf(appearance_.palette().*state.colour));
        devices_[i]->setToolTip(rows[i].text);
        devices_[i]->setAccessibleName(tr("%1: %2", "device: its state").arg(rows[i].name, rows[i].text));
    }
}

void StateLine::refreshSync() {
    const auto& sync = *app_.sync();
    if (sync.refused() > 0)
        sync_->show(QStringLiteral("error"), look::Tone::Error, sync.waitingText());
    else if (!sync.connected())
        sync_->show(QStringLiteral("offline"), look::Tone::Warn, sync.waitingText());
    else if (sync.waiting() > 0)
        sync_->show(QStringLiteral("waiting"), look::Tone::Info, sync.waitingText());
    else
        sync_->show(QStringLiteral("sent"), look::Tone::Ok, sync.waitingText());
    sync_->setToolTip(sync.connected() ? tr("Connected to the server") : tr("No connection to the server"));
    lastSync_->setText(sync.lastSyncText());
}

void StateLine::refreshClerk() {
    const viewmodels::FailureView wrongClock = app_.clockFailure();
    clock_->setVisible(!wrongClock.code.isEmpty());
    clock_->show(QStringLiteral("warning"), look::Tone::Warn, tr("Wrong clock"));
    clock_->setToolTip(wrongClock.happened);
    const bool in = !app_.clerkName().isEmpty();
    clerk_->setVisible(in);
    dayAction_->setEnabled(app_.canOpenDay());
    sending_->setVisible(in);
    clerk_->setText(in && !app_.placeName().isEmpty()
                        ? tr("%1, %2", "clerk, place").arg(app_.clerkName(), app_.placeName())
                        : app_.clerkName());
    for (std::size_t i = 0; i < languages_.size(); ++i)
        languages_[i]->setChecked(app_.language() == languagesShown[i]);
}

} // namespace vienlogs::windows
