// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <functional>
#include <memory>

#include "vienlogs/viewmodels/view_model.h"

namespace vienlogs::workflows {
class Workplace;
}

namespace vienlogs::viewmodels {

class AccountLoginViewModel;
class CasesViewModel;
class ContactViewModel;
class DayViewModel;
class DevicesViewModel;
class DoneViewModel;
class FormViewModel;
class HelpViewModel;
class LoginViewModel;
class NeedViewModel;
class PaletteViewModel;
class PayViewModel;
class PinsViewModel;
class ReadersViewModel;
class ReversalViewModel;
class ScanViewModel;
class ServicesViewModel;
class SendingViewModel;
class SignViewModel;
class SyncViewModel;

/// The whole desk: owns the view-models of all screens, says which screen is shown, the language and the
/// failure banner.
class AppViewModel final : public ViewModel {
    Q_OBJECT
    Q_PROPERTY(Screen screen READ screen NOTIFY screenChanged)
    Q_PROPERTY(QString placeName READ placeName NOTIFY changed)
    Q_PROPERTY(QString clerkName READ clerkName NOTIFY changed)
    Q_PROPERTY(bool hasFailure READ hasFailure NOTIFY failureChanged)

public:
    enum class Screen { Login, Readers, Ready, Need, Services, Form, Sign, Pay, Done, Day, Sending, Pins };
    Q_ENUM(Screen)

    /// `useLanguage` installs the translations; it is called before any text is read again.
    AppViewModel(workflows::Workplace& workplace, std::function<void(base::Language)> useLanguage,
                 QObject* parent = nullptr);
    ~AppViewModel() override;

    [[nodiscard]] Screen screen() const { return screen_; }
    [[nodiscard]] QString placeName() const;
    [[nodiscard]] QString clerkName() const;
    [[nodiscard]] bool hasFailure() const { return hasFailure_; }
    [[nodiscard]] FailureView failure() const;
    /// That the computer's clock is wrong and what to do; an empty code while it is right.
    [[nodiscard]] FailureView clockFailure() const;

    /// Somebody is logged in and nobody is being served, so that the terminal's day may be closed.
    [[nodiscard]] bool canOpenDay() const;

    [[nodiscard]] LoginViewModel* login() const { return login_; }
    [[nodiscard]] AccountLoginViewModel* account() const { return account_; }
    [[nodiscard]] ReadersViewModel* readers() const { return readers_; }
    [[nodiscard]] DevicesViewModel* devices() const { return devices_; }
    [[nodiscard]] ContactViewModel* contact() const { return contact_; }
    [[nodiscard]] NeedViewModel* need() const { return need_; }
    [[nodiscard]] ServicesViewModel* services() const { return services_; }
    [[nodiscard]] FormViewModel* form() const { return form_; }
    [[nodiscard]] SignViewModel* sign() const { return sign_; }
    [[nodiscard]] ScanViewModel* scan() const { return scan_; }
    [[nodiscard]] PayViewModel* pay() const { return pay_; }
    [[nodiscard]] ReversalViewModel* reversal() const { return reversal_; }
    [[nodiscard]] DayViewModel* day() const { return day_; }
    [[nodiscard]] DoneViewModel* done() const { return done_; }
    [[nodiscard]] SyncViewModel* sync() const { return sync_; }
    [[nodiscard]] CasesViewModel* cases() const { return cases_; }
    [[nodiscard]] HelpViewModel* help() const { return help_; }
    [[nodiscard]] PaletteViewModel* palette() const { return palette_; }
    [[nodiscard]] SendingViewModel* sending() const { return sending_; }
    [[nodiscard]] PinsViewModel* pins() const { return pins_; }

public Q_SLOTS:
    /// In the banner, until it is dismissed or another comes.
    void show(const vienlogs::base::Failure& failure);
    /// In all view-models at once.
    void switchLanguage(vienlogs::base::Language language);
    void dismissFailure();
    /// Esc: one step back.
    void back();
    /// The assignment of readers, from any screen; confirming it returns.
    void openReaders();
    /// The end of the day, from the ready screen; leaving it returns.
    void openDay();
    /// What was done here on its way to the server, from any screen; going back returns.
    void openSending();
    /// The codes of the client's card while a client is served, else of the clerk's; going back returns.
    void openPins();
    void logout();

Q_SIGNALS:
    void screenChanged();
    void failureChanged();

private:
    [[nodiscard]] std::array<ViewModel*, 20> all() const;
    [[nodiscard]] Screen screenNow() const;
    void wire();
    void watchDevices();
    void addPaletteCommands();
    void settle(const base::FailureCode& code);
    void chooseScreen();

    workflows::Workplace& workplace_;
    std::function<void(base::Language)> useLanguage_;
    Screen screen_ = Screen::Login;
    bool readersAsked_ = false;
    bool dayAsked_ = false;
    bool sendingAsked_ = false;
    bool pinsAsked_ = false;
    bool rolesKnown_ = false;
    bool hasFailure_ = false;
    base::Failure failure_;
    LoginViewModel* login_;
    AccountLoginViewModel* account_;
    ReadersViewModel* readers_;
    DevicesViewModel* devices_;
    ContactViewModel* contact_;
    NeedViewModel* need_;
    ServicesViewModel* services_;
    FormViewModel* form_;
    SignViewModel* sign_;
    ScanViewModel* scan_;
    PayViewModel* pay_;
    ReversalViewModel* reversal_;
    DayViewModel* day_;
    DoneViewModel* done_;
    SyncViewModel* sync_;
    CasesViewModel* cases_;
    HelpViewModel* help_;
    PaletteViewModel* palette_;
    SendingViewModel* sending_;
    PinsViewModel* pins_;
};

} // namespace vienlogs::viewmodels
