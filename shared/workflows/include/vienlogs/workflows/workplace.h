// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QObject>
#include <memory>
#include <string>

#include "vienlogs/workflows/account_login.h"
#include "vienlogs/workflows/attachments.h"
#include "vienlogs/workflows/clock_watch.h"
#include "vienlogs/workflows/day_end.h"
#include "vienlogs/workflows/giving_back.h"
#include "vienlogs/workflows/paying.h"
#include "vienlogs/workflows/pin_care.h"
#include "vienlogs/workflows/scanning.h"
#include "vienlogs/workflows/sending.h"
#include "vienlogs/workflows/signing.h"
#include "vienlogs/workflows/store_journal.h"
#include "vienlogs/workflows/submitting.h"

namespace vienlogs::workflows {

/// Where the desk stands and what it is called.
struct WorkplaceSettings {
    std::string place;                     ///< "CES"
    std::string placeName;                 ///< "Cēsu VPVKAC"
    std::string device;                    ///< As in the device's certificate.
    std::string clerkReader, clientReader; ///< Empty: asked once.
};

/// Everything one desk does, wired: the workflows, each blocking device on a thread of its own.
class Workplace final : public QObject {
    Q_OBJECT
public:
    /// The desk's surroundings; all outlive the workplace.
    struct Ports {
        const base::Clock& clock;
        StoreAccess& store;
        ports::ApiClient& api;
        ports::AccountLoginApi& accounts;
        ports::LoginBrowser& browser;
        ports::CardReaders& cardReaders;
        ports::ContainerSigner& signer;
        ports::PosTerminal& terminal;
        ports::Scanner& scanner;
        ports::Printer& printer;
        IssuerCheck issuerCheck{}; ///< Empty: nobody can be asked whether a card was revoked.
    };
    Workplace(const Ports& ports, std::unique_ptr<PageStack> scannedPages, const WorkplaceSettings& settings,
              QObject* parent = nullptr);
    ~Workplace() override;

    /// Begins to watch readers and to read what is kept; nothing of it blocks.
    void start();

    [[nodiscard]] const WorkplaceSettings& settings() const { return settings_; }
    [[nodiscard]] ClockWatch& clockWatch() { return clockWatch_; }
    [[nodiscard]] CardDesk& cards() { return cards_; }
    [[nodiscard]] ReaderRoles& roles() { return roles_; }
    [[nodiscard]] Login& login() { return login_; }
    [[nodiscard]] AccountLogin& accountLogin() { return accountLogin_; }
    [[nodiscard]] Contact& contact() { return contact_; }
    [[nodiscard]] Identification& identification() { return identification_; }
    [[nodiscard]] PinCare& pinCare() { return pinCare_; }
    [[nodiscard]] Reference& reference() { return reference_; }
    [[nodiscard]] FormFilling& form() { return form_; }
    [[nodiscard]] Signing& signing() { return signing_; }
    [[nodiscard]] Scanning& scanning() { return scanning_; }
    [[nodiscard]] Attachments& attachments() { return attachments_; }
    [[nodiscard]] Paying& paying() { return paying_; }
    [[nodiscard]] GivingBack& givingBack() { return givingBack_; }
    [[nodiscard]] DayEnd& dayEnd() { return dayEnd_; }
    [[nodiscard]] RecentCases& recentCases() { return recent_; }
    [[nodiscard]] Submitting& submitting() { return submitting_; }
    [[nodiscard]] Sending& sending() { return sending_; }
    /// Looks which scanners and printers there are.
    void checkDevices();

Q_SIGNALS:
    /// Whatever did not work in any workflow.
    void failed(const vienlogs::base::Failure& failure);
    /// What was told with this code no longer holds.
    void settled(const vienlogs::base::FailureCode& code);
    void printersChecked(int found);
    void printerFailed(const vienlogs::base::Failure& failure);

private:
    void wire();

    WorkplaceSettings settings_;
    ClockWatch clockWatch_;
    Worker cardWorker_;
    Worker terminalWorker_;
    Worker scannerWorker_;
    Worker printerWorker_;
    Worker issuerWorker_;
    ports::Printer& printer_;
    StoreJournal journal_;
    payment_desk::PaymentDesk paymentDesk_;
    payment_desk::DayDesk dayDesk_;
    Acts acts_;
    CardDesk cards_;
    ReaderRoles roles_;
    Login login_;
    AccountLogin accountLogin_;
    Contact contact_;
    Identification identification_;
    PinCare pinCare_;
    Reference reference_;
    FormFilling form_;
    Signing signing_;
    Scanning scanning_;
    Attachments attachments_;
    Papers papers_;
    PaymentCarrier carrier_;
    GivingBack givingBack_;
    DayEnd dayEnd_;
    Paying paying_; // waits for the terminal's thread when it goes, before the two above go
    RecentCases recent_;
    Submitting submitting_;
    Sending sending_;
    QTimer renewTimer_;
};

} // namespace vienlogs::workflows
