// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/viewmodels/app_view_model.h"

#include "texts.h"
#include "vienlogs/base/failures_base.h"
#include "vienlogs/viewmodels/account_login_view_model.h"
#include "vienlogs/viewmodels/cases_view_model.h"
#include "vienlogs/viewmodels/contact_view_model.h"
#include "vienlogs/viewmodels/day_view_model.h"
#include "vienlogs/viewmodels/devices_view_model.h"
#include "vienlogs/viewmodels/done_view_model.h"
#include "vienlogs/viewmodels/form_view_model.h"
#include "vienlogs/viewmodels/help_view_model.h"
#include "vienlogs/viewmodels/login_view_model.h"
#include "vienlogs/viewmodels/need_view_model.h"
#include "vienlogs/viewmodels/palette_view_model.h"
#include "vienlogs/viewmodels/pay_view_model.h"
#include "vienlogs/viewmodels/pins_view_model.h"
#include "vienlogs/viewmodels/readers_view_model.h"
#include "vienlogs/viewmodels/reversal_view_model.h"
#include "vienlogs/viewmodels/scan_view_model.h"
#include "vienlogs/viewmodels/sending_view_model.h"
#include "vienlogs/viewmodels/services_view_model.h"
#include "vienlogs/viewmodels/sign_view_model.h"
#include "vienlogs/viewmodels/sync_view_model.h"
#include "vienlogs/workflows/failures.h"
#include "vienlogs/workflows/workplace.h"

namespace vienlogs::viewmodels {

using workflows::ContactStep;

AppViewModel::AppViewModel(workflows::Workplace& workplace, std::function<void(base::Language)> useLanguage,
                           QObject* parent)
    : ViewModel(parent), workplace_(workplace), useLanguage_(std::move(useLanguage)),
      login_(new LoginViewModel(workplace.login(), this)),
      account_(new AccountLoginViewModel(workplace.accountLogin(), this)),
      readers_(new ReadersViewModel(workplace.cards(), workplace.roles(), this)),
      devices_(new DevicesViewModel(this)),
      contact_(new ContactViewModel(workplace.contact(), workplace.identification(), this)),
      need_(new NeedViewModel(workplace.contact(), workplace.reference(), this)),
      services_(new ServicesViewModel(workplace.contact(), workplace.reference(), this)),
      form_(new FormViewModel(workplace.contact(), workplace.form(), workplace.attachments(), this)),
      sign_(new SignViewModel(workplace.contact(), workplace.signing(), workplace.scanning(), this)),
      scan_(new ScanViewModel(workplace.scanning(), this)),
      pay_(new PayViewModel(workplace.contact(), workplace.paying(), this)),
      reversal_(new ReversalViewModel(workplace.givingBack(), this)),
      day_(new DayViewModel(workplace.dayEnd(), this)),
      done_(new DoneViewModel(workplace.contact(), workplace.submitting(), workplace.reference(), this)),
      sync_(new SyncViewModel(this)),
      cases_(new CasesViewModel(workplace.contact(), workplace.recentCases(), workplace.reference(), this)),
      help_(new HelpViewModel(workplace.contact(), workplace.form(), workplace.reference(), this)),
      palette_(
          new PaletteViewModel(workplace.contact(), workplace.recentCases(), workplace.reference(), this)),
      sending_(new SendingViewModel(workplace.sending(), workplace.reference(), this)),
      pins_(new PinsViewModel(workplace.pinCare(), this)) {
    wire();
    watchDevices();
    addPaletteCommands();
}

AppViewModel::~AppViewModel() = default;

std::array<ViewModel*, 20> AppViewModel::all() const {
    return {login_, account_,  readers_, devices_, contact_, need_,  services_, form_,    sign_,    scan_,
            pay_,   reversal_, day_,     done_,    sync_,    cases_, help_,     palette_, sending_, pins_};
}

void AppViewModel::wire() {
    connect(&workplace_, &workflows::Workplace::failed, this, &AppViewModel::show);
    connect(&workplace_, &workflows::Workplace::settled, this, &AppViewModel::settle);
    for (auto* viewModel : all())
        connect(viewModel, &ViewModel::failed, this, &AppViewModel::show);
    connect(&workplace_.clockWatch(), &workflows::ClockWatch::changed, this, &AppViewModel::changed);
    connect(&workplace_.login(), &workflows::Login::changed, this, &AppViewModel::chooseScreen);
    connect(&workplace_.contact(), &workflows::Contact::stepChanged, this, &AppViewModel::chooseScreen);
    connect(&workplace_.contact(), &workflows::Contact::roomAgain, this, [this] {
        if (failure_.code == base::codes::diskFull)
            dismissFailure();
    });
    connect(&workplace_.roles(), &workflows::ReaderRoles::changed, this, &AppViewModel::chooseScreen);
    connect(&workplace_.roles(), &workflows::ReaderRoles::loaded, this, [this] {
        rolesKnown_ = true;
        chooseScreen();
    });
    connect(day_, &DayViewModel::left, this, [this] {
        dayAsked_ = false;
        chooseScreen();
    });
    connect(sending_, &SendingViewModel::left, this, &AppViewModel::back);
    connect(&workplace_.pinCare(), &workflows::PinCare::changed, this, [this] {
        if (workplace_.pinCare().state() == workflows::PinCareState::Closed &&
            std::exchange(pinsAsked_, false))
            chooseScreen();
    });
    connect(readers_, &ReadersViewModel::confirmed, this, [this] {
        readersAsked_ = false;
        chooseScreen();
    });
}

void AppViewModel::watchDevices() {
    using Device = DevicesViewModel::Device;
    using State = DevicesViewModel::State;
    const auto showReaders = [this] {
        const auto& roles = workplace_.roles();
        const auto state = [this](const std::string& name) {
            return !name.empty() && workplace_.cards().has(name) ? State::Ok : State::Missing;
        };
        devices_->setState(Device::ClerkReader, state(roles.clerkReader()), qt(roles.clerkReader()));
        devices_->setState(Device::ClientReader, state(roles.clientReader()), qt(roles.clientReader()));
    };
    connect(&workplace_.cards(), &workflows::CardDesk::readersChanged, this, showReaders);
    connect(&workplace_.roles(), &workflows::ReaderRoles::changed, this, showReaders);
    connect(&workplace_.scanning(), &workflows::Scanning::changed, this, [this] {
        auto& scanning = workplace_.scanning();
        const auto state = scanning.scanning()           ? State::Busy
                           : scanning.scanners().empty() ? State::Missing
                                                         : State::Ok;
        devices_->setState(Device::Scanner, state);
    });
    connect(&workplace_.paying(), &workflows::Paying::changed, this, [this] {
        if (workplace_.paying().state() == workflows::PayingState::Asking)
            devices_->setState(Device::Terminal, State::Busy);
    });
    const auto terminalChecked = [this](bool answered) {
        devices_->setState(Device::Terminal, answered ? State::Ok : State::Warning);
    };
    connect(&workplace_.paying(), &workflows::Paying::terminalChecked, this, terminalChecked);
    connect(&workplace_.givingBack(), &workflows::GivingBack::terminalChecked, this, terminalChecked);
    connect(&workplace_.dayEnd(), &workflows::DayEnd::terminalChecked, this, terminalChecked);
    connect(&workplace_, &workflows::Workplace::printersChecked, this, [this](int found) {
        devices_->setState(Device::Printer, found > 0 ? State::Ok : State::Missing);
    });
    connect(&workplace_, &workflows::Workplace::printerFailed, this,
            [this](const base::Failure& failure) { devices_->setFailure(Device::Printer, failure); });
    connect(devices_, &DevicesViewModel::recheckAsked, this, [this] {
        workplace_.checkDevices();
        workplace_.paying().recover();
    });
}

void AppViewModel::addPaletteCommands() {
    const auto add = [this](const char* id, const char* shortcut, std::function<QString()> title,
                            std::function<bool()> enabled, std::function<void()> run) {
        palette_->addCommand({.id = QLatin1String(id),
                              .shortcut = QLatin1String(shortcut),
                              .title = std::move(title),
                              .enabled = std::move(enabled),
                              .run = std::move(run)});
    };
    const auto always = [] { return true; };
    add(
        "contact.end", "", [] { return tr("End the contact"); }, [this] { return contact_->active(); },
        [this] { contact_->end(); });
    add(
        "readers", "", [] { return tr("Assign the readers"); }, always, [this] { openReaders(); });
    add(
        "sending", "", [] { return tr("Sending: what waits, what was refused"); },
        [this] { return workplace_.login().isIn(); }, [this] { openSending(); });
    add(
        "devices.check", "", [] { return tr("Look for devices again"); }, always,
        [this] { Q_EMIT devices_->recheckAsked(); });
    add(
        "registers.again", "", [] { return tr("Ask the registers again"); },
        [this] { return screen_ == Screen::Form; }, [this] { help_->askRegistersAgain(); });
    add(
        "day", "", [] { return tr("End the terminal's day"); }, [this] { return canOpenDay(); },
        [this] { openDay(); });
    add(
        "pins", "", [] { return tr("PIN codes of a card: change, unblock"); }, always,
        [this] { openPins(); });
    add(
        "logout", "", [] { return tr("Log out"); }, [this] { return workplace_.login().isIn(); },
        [this] { logout(); });
    add(
        "language.lv", "", [] { return QStringLiteral("Latviešu valoda"); }, always,
        [this] { switchLanguage(base::Language::Latvian); });
    add(
        "language.en", "", [] { return QStringLiteral("English"); }, always,
        [this] { switchLanguage(base::Language::English); });
    add(
        "language.ru", "", [] { return QStringLiteral("Русский язык"); }, always,
        [this] { switchLanguage(base::Language::Russian); });
}

QString AppViewModel::placeName() const {
    const auto& session = workplace_.login().session();
    return session && !session->placeName.empty() ? qt(session->placeName)
                                                  : qt(workplace_.settings().placeName);
}

QString AppViewModel::clerkName() const {
    const auto& session = workplace_.login().session();
    return workplace_.login().isIn() && session ? qt(session->clerkName) : QString();
}

FailureView AppViewModel::failure() const {
    return hasFailure_ ? view(failure_) : FailureView{};
}

FailureView AppViewModel::clockFailure() const {
    const auto& failure = workplace_.clockWatch().failure();
    return failure ? view(*failure) : FailureView{};
}

void AppViewModel::show(const base::Failure& failure) {
    failure_ = failure;
    hasFailure_ = true;
    Q_EMIT failureChanged();
}

void AppViewModel::settle(const base::FailureCode& code) {
    if (failure_.code == code)
        dismissFailure();
}

void AppViewModel::dismissFailure() {
    if (std::exchange(hasFailure_, false))
        Q_EMIT failureChanged();
}

AppViewModel::Screen AppViewModel::screenNow() const {
    if (readersAsked_ || (rolesKnown_ && !workplace_.roles().confirmed()))
        return Screen::Readers;
    if (pinsAsked_)
        return Screen::Pins;
    if (!workplace_.login().isIn())
        return Screen::Login;
    if (sendingAsked_)
        return Screen::Sending;
    switch (workplace_.contact().step()) {
    case ContactStep::None:
        return dayAsked_ ? Screen::Day : Screen::Ready;
    case ContactStep::Need:
        return Screen::Need;
    case ContactStep::Services:
        return Screen::Services;
    case ContactStep::Form:
        return Screen::Form;
    case ContactStep::Sign:
        return Screen::Sign;
    case ContactStep::Pay:
        return Screen::Pay;
    case ContactStep::Submit:
    case ContactStep::Done:
        return Screen::Done;
    }
    return Screen::Ready;
}

void AppViewModel::chooseScreen() {
    if (workplace_.contact().active())
        dayAsked_ = false; // a client came; the day is ended afterwards
    if (std::exchange(screen_, screenNow()) != screen_) {
        dismissFailure(); // it spoke of what is no longer shown
        Q_EMIT screenChanged();
    }
    Q_EMIT changed();
}

void AppViewModel::switchLanguage(base::Language language) {
    useLanguage_(language);
    for (auto* viewModel : all())
        viewModel->setLanguage(language);
    setLanguage(language);
    Q_EMIT failureChanged();
}

void AppViewModel::back() {
    switch (screen_) {
    case Screen::Services:
        services_->back();
        break;
    case Screen::Form:
        form_->back();
        break;
    case Screen::Sign:
        sign_->back();
        break;
    case Screen::Done:
        done_->back();
        break;
    case Screen::Readers:
        readersAsked_ = false;
        chooseScreen();
        break;
    case Screen::Day:
        day_->leave();
        break;
    case Screen::Sending:
        sendingAsked_ = false;
        chooseScreen();
        break;
    case Screen::Pins:
        pins_->leave();
        break;
    default:
        break;
    }
}

void AppViewModel::openReaders() {
    readersAsked_ = true;
    chooseScreen();
}

bool AppViewModel::canOpenDay() const {
    return workplace_.login().isIn() && workplace_.contact().ready() && !workplace_.contact().active();
}

void AppViewModel::openDay() {
    if (!canOpenDay())
        return;
    dayAsked_ = true;
    day_->load();
    chooseScreen();
}

void AppViewModel::openSending() {
    sendingAsked_ = workplace_.login().isIn();
    sending_->refresh();
    chooseScreen();
}

void AppViewModel::openPins() {
    using Whose = PinsViewModel::Whose;
    pins_->use(workplace_.login().isIn() && workplace_.contact().active() ? Whose::Client : Whose::Clerk);
    pinsAsked_ = workplace_.pinCare().state() != workflows::PinCareState::Closed;
    chooseScreen();
}

void AppViewModel::logout() {
    dayAsked_ = false;
    sendingAsked_ = false;
    workplace_.pinCare().close();
    workplace_.login().logout();
}

} // namespace vienlogs::viewmodels
