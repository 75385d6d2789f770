// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/workflows/workplace.h"

#include "vienlogs/workflows/failures.h"

namespace vienlogs::workflows {

namespace {

constexpr int renewEveryMs = 5000; // how soon an offline session becomes a full one

} // namespace

Workplace::Workplace(const Ports& ports, std::unique_ptr<PageStack> scannedPages,
                     const WorkplaceSettings& settings, QObject* parent)
    : QObject(parent), settings_(settings), clockWatch_(ports.clock), cardWorker_(QStringLiteral("cards")),
      terminalWorker_(QStringLiteral("terminal")), scannerWorker_(QStringLiteral("scanner")),
      printerWorker_(QStringLiteral("printer")), issuerWorker_(QStringLiteral("issuer")),
      printer_(ports.printer), journal_(ports.store), paymentDesk_(ports.terminal, journal_, ports.clock),
      dayDesk_(paymentDesk_, ports.terminal, journal_, ports.clock),
      acts_(ports.store, ports.clock, settings.place, settings.device),
      cards_(ports.cardReaders, cardWorker_), roles_(ports.store), login_(cards_, roles_, acts_, ports.api),
      accountLogin_(login_, settings.place, ports.accounts, ports.browser), contact_(acts_),
      identification_(cards_, roles_, login_, contact_, issuerWorker_, ports.issuerCheck),
      pinCare_(cards_, roles_, login_, contact_), reference_(ports.store),
      form_(contact_, reference_, ports.api),
      signing_(contact_, form_, reference_, identification_, roles_,
               {ports.printer, printerWorker_, ports.signer, cards_}, settings.placeName),
      scanning_(ports.scanner, std::move(scannedPages), scannerWorker_),
      attachments_(contact_, form_, scanning_, scannerWorker_),
      papers_(ports.printer, printerWorker_, ports.clock, settings.placeName), carrier_(contact_),
      givingBack_(contact_, paymentDesk_, terminalWorker_, carrier_, papers_),
      dayEnd_(acts_, dayDesk_, terminalWorker_, carrier_, papers_),
      paying_(contact_, reference_, paymentDesk_, terminalWorker_, carrier_, papers_), recent_(ports.store),
      submitting_(contact_, form_, reference_, recent_, ports.api), sending_(acts_) {
    wire();
}

Workplace::~Workplace() = default;

void Workplace::wire() {
    connect(&cards_, &CardDesk::serviceFailed, this, &Workplace::failed);
    connect(&cards_, &CardDesk::serviceReturned, this, [this] { Q_EMIT settled(codes::cardServiceAway); });
    connect(&cards_, &CardDesk::readersChanged, this, [this] {
        if (cards_.has(roles_.clerkReader()) && cards_.has(roles_.clientReader()))
            Q_EMIT settled(codes::readerGone);
    });
    connect(&signing_, &Signing::settled, this, &Workplace::settled);
    connect(&paying_, &Paying::failureSettled, this, &Workplace::settled);
    connect(&login_, &Login::settled, this, &Workplace::settled);
    connect(&identification_, &Identification::settled, this, &Workplace::settled);
    connect(&cards_, &CardDesk::readerUnplugged, this, [this](const std::string& reader) {
        if (reader == roles_.clerkReader() || reader == roles_.clientReader())
            Q_EMIT failed({codes::readerGone, {}, reader});
    });
    connect(&login_, &Login::failed, this, &Workplace::failed);
    connect(&contact_, &Contact::failed, this, &Workplace::failed);
    connect(&identification_, &Identification::failed, this, &Workplace::failed);
    connect(&reference_, &Reference::failed, this, &Workplace::failed);
    connect(&form_, &FormFilling::failed, this, &Workplace::failed);
    connect(&signing_, &Signing::failed, this, &Workplace::failed);
    connect(&scanning_, &Scanning::failed, this, &Workplace::failed);
    connect(&attachments_, &Attachments::failed, this, &Workplace::failed);
    connect(&paying_, &Paying::failed, this, &Workplace::failed);
    connect(&givingBack_, &GivingBack::failed, this, &Workplace::failed);
    connect(&dayEnd_, &DayEnd::failed, this, &Workplace::failed);
    connect(&papers_, &Papers::failed, this, &Workplace::failed);
    connect(&carrier_, &PaymentCarrier::failed, this, &Workplace::failed);
    connect(&recent_, &RecentCases::failed, this, &Workplace::failed);
    connect(&sending_, &Sending::failed, this, &Workplace::failed);
    connect(&recent_, &RecentCases::changed, &sending_, &Sending::refresh);
    connect(&login_, &Login::loggedIn, &contact_, &Contact::restore);
    connect(&login_, &Login::loggedIn, &carrier_, &PaymentCarrier::carryForgotten);
    connect(&contact_, &Contact::clientChanged, this, [this] {
        scanning_.clear();
        login_.setClient(contact_.data().client.identifier);
        // The next client's card may lie there already; the one just served comes again only when put in
        // again.
        if (!contact_.active() && identification_.otherClient())
            identification_.lookAtReader();
        recent_.refresh();
    });
    connect(&pinCare_, &PinCare::pinsRenewed, this, [this](const std::string& reader) {
        if (reader == roles_.clerkReader())
            login_.pinRenewed();
        if (reader != roles_.clientReader())
            return;
        identification_.pinRenewed();
        signing_.pinRenewed();
    });
    connect(&contact_, &Contact::caseChanged, &recent_, &RecentCases::refresh);
    renewTimer_.setInterval(renewEveryMs);
    connect(&renewTimer_, &QTimer::timeout, this, [this] {
        if (login_.isIn() && login_.offline())
            login_.renew();
    });
}

void Workplace::start() {
    roles_.preset(settings_.clerkReader, settings_.clientReader);
    roles_.load();
    cards_.start();
    reference_.load();
    recent_.refresh();
    paying_.recover();
    checkDevices();
    renewTimer_.start();
}

void Workplace::checkDevices() {
    scanning_.refreshScanners();
    printerWorker_.run(
        this, [&printer = printer_] { return printer.printers(); },
        [this](const base::Result<std::vector<ports::PrinterInfo>>& found) {
            if (found)
                Q_EMIT printersChecked(static_cast<int>(found->size()));
            else
                Q_EMIT printerFailed(found.error());
        });
}

} // namespace vienlogs::workflows
