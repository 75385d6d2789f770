// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <vector>

#include "vienlogs/viewmodels/account_login_view_model.h"
#include "vienlogs/viewmodels/app_view_model.h"
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

/// The view-models' classes with another inside: what they show is set by a test, what they are told is
/// written down. So windows are tested in any state, an unknown payment too, without desk, server or devices.
namespace vienlogs::staged {

/// What the view-models show.
struct Stage {
    viewmodels::AppViewModel::Screen screen = viewmodels::AppViewModel::Screen::Login;
    QString clerk, place;
    viewmodels::FailureView failure, clockFailure;

    viewmodels::LoginViewModel::State login = viewmodels::LoginViewModel::State::NoCard;
    QString loginPrompt, loginReader, loginHolder;
    int loginTries = -1;
    viewmodels::FailureView loginFailure;

    viewmodels::AccountLoginViewModel::State account = viewmodels::AccountLoginViewModel::State::Idle;
    QString accountPrompt, accountExplanation;
    QStringList accountIssuers;
    viewmodels::FailureView accountFailure;

    bool clerkPad = false, clientPad = false, provingAtPad = false, loginBlocked = false;
    viewmodels::PinsViewModel::State pins = viewmodels::PinsViewModel::State::Ready;
    viewmodels::PinsViewModel::Whose pinsOf = viewmodels::PinsViewModel::Whose::Client;
    QString pinsPrompt, pinsDone;
    std::vector<viewmodels::PinsViewModel::Task> pinTasks;
    viewmodels::PinsViewModel::Entry pinEntry;
    int pinTask = -1;
    viewmodels::FailureView pinsFailure;

    std::vector<viewmodels::ReadersViewModel::Row> readers;
    bool readersRight = false;
    std::vector<viewmodels::DevicesViewModel::Row> devices;

    bool active = false, cardPresent = false, identifying = false, canProvePin = false, otherCard = false;
    bool provingPin = false, cardLeft = false;
    QString client, code, initials, levelText, pinText, photoText, elapsed;
    bool confirmed = true, revoked = false, canCheckPhoto = false;
    viewmodels::ContactViewModel::Level level = viewmodels::ContactViewModel::Level::None;
    QStringList actingFor;
    std::vector<viewmodels::ContactViewModel::Step> steps;

    std::vector<viewmodels::CasesViewModel::Row> cases;
    bool catalogue = true;
    QString chosenNeed;
    std::vector<viewmodels::NeedViewModel::Result> results;
    std::vector<viewmodels::NeedViewModel::Question> questions;
    bool needDone = false;
    std::vector<viewmodels::ServicesViewModel::Row> services;
    int service = -1;

    QString formTitle, formPage;
    int formPages = 1, formPageIndex = 0;
    bool prefilling = false;
    QVector<viewmodels::FieldView> fields;
    QVector<viewmodels::ProblemView> problems;

    bool printed = false, isSigned = false, cardUsable = true, signBusy = false;
    QString cardHint, signBusyText;
    int pin2Tries = -1;
    QStringList scanners;
    bool scanning = false, feeder = true, undo = false;
    int scanProgress = 0;
    std::vector<viewmodels::ScanViewModel::Row> scans;

    viewmodels::PayViewModel::State pay = viewmodels::PayViewModel::State::Ready;
    QString payText, payPrompt, invoice, amount, recipient, purpose;
    QStringList receipt;
    bool payBusy = false, canPay = true, canAbort = false, canPayLater = true, payDone = false;

    QVector<viewmodels::PayViewModel::FeeRow> fees;
    int fee = -1, proof = -1;
    bool canChooseFee = false;
    QString legalBasis, feeText;
    viewmodels::ReversalViewModel::State reversal = viewmodels::ReversalViewModel::State::None;
    QString reversalText;
    QStringList reversalReceipt;

    viewmodels::DayViewModel::State day = viewmodels::DayViewModel::State::Open;
    QString dayText, dayClosedAt, terminalSum, bookSum;
    QVector<viewmodels::DayViewModel::Difference> differences;
    QStringList dayReport, earlierDays;

    QStringList deliveries;
    int delivery = 0;
    QVector<viewmodels::DoneViewModel::SummaryLine> summary;
    bool submitted = false;
    QString number, stateText, sentText, historyNote;
    viewmodels::DoneViewModel::SentState sent = viewmodels::DoneViewModel::SentState::Waiting;
    std::vector<viewmodels::DoneViewModel::HistoryRow> history;
    std::vector<viewmodels::DoneViewModel::AccessRow> access;

    bool connected = true;
    int waiting = 0, refused = 0;
    QString waitingText, lastSync;
    std::vector<viewmodels::HelpViewModel::Section> help;
    std::vector<viewmodels::PaletteViewModel::Row> palette;
    std::vector<viewmodels::SendingViewModel::Row> sending;

    /// What the windows asked for: "pay.pay", "form.setText #/properties/phone 29123456".
    QStringList calls;
};

/// The stage of this test program.
[[nodiscard]] Stage& stage();

/// View-models over the stage. Changes of the stage are shown after raise().
[[nodiscard]] std::unique_ptr<viewmodels::AppViewModel>
makeApp(std::function<void(base::Language)> useLanguage = {});
void raise(viewmodels::AppViewModel& app);

} // namespace vienlogs::staged
