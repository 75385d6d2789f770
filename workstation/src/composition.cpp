// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "composition.h"

#include <QSocketNotifier>
#include <QTimer>
#include <cstdio>
#include <iostream>

#include "scanned_pages.h"
#include "vienlogs/ports/net_failures.h"
#include "vienlogs/viewmodels/form_view_model.h"
#include "vienlogs/viewmodels/sign_view_model.h"
#include "vienlogs/viewmodels/sync_view_model.h"

namespace vienlogs::workstation {

namespace {

constexpr QSize windowSize(1280, 800);

workflows::WorkplaceSettings workplaceSettings(const Settings& settings, const std::string& device) {
    const auto& name =
        settings.placeName.value().isEmpty() ? settings.place.value() : settings.placeName.value();
    return {.place = settings.place.value().toStdString(),
            .placeName = name.toStdString(),
            .device = device,
            .clerkReader = settings.clerkReader.value().toStdString(),
            .clientReader = settings.clientReader.value().toStdString()};
}

workflows::IssuerCheck issuerCheck(IssuerQuestion& issuer) {
    if (!issuer.wanted())
        return {};
    return [&issuer](const base::Bytes& certificate) { return issuer.ask(certificate); };
}

workflows::Workplace::Ports workplacePorts(DeskPorts& ports) {
    return {ports.clock,
            ports.store,
            *ports.api,
            *ports.api,
            ports.browser,
            ports.cardReaders,
            ports.signer,
            ports.terminal,
            ports.scanner,
            ports.printer,
            issuerCheck(ports.issuer)};
}

/// The window is built with its texts at once in the right language.
viewmodels::AppViewModel& inLanguage(viewmodels::AppViewModel& app, base::Language language) {
    app.switchLanguage(language);
    return app;
}

void printTiming(const char* what, qint64 milliseconds) {
    std::printf("timing %s %lld ms\n", what, static_cast<long long>(milliseconds));
    std::fflush(stdout);
}

} // namespace

Composition::Composition(QApplication& application, const StartOptions& options,
                         std::unique_ptr<DeskPorts> ports, QElapsedTimer sinceStart)
    : options_(options), sinceStart_(sinceStart), translators_(application), ports_(std::move(ports)),
      workplace_(workplacePorts(*ports_), std::make_unique<ScannedPages>(ports_->clock),
                 workplaceSettings(options_.settings, ports_->device)),
      engine_(ports_->storeThread, *ports_->api, ports_->clock,
              {.scope = "place:" + options_.settings.place.value().toStdString()}),
      auditWatch_(ports_->storeThread, *ports_->api),
      app_(workplace_, [this](base::Language language) { useLanguage(language); }), appearance_(application),
      window_(inLanguage(app_, options_.settings.language.value()), appearance_) {
    appearance_.setTextScale(options_.settings.textScale.value());
    appearance_.apply();
    connect(app_.sign(), &viewmodels::SignViewModel::pdfMade, &preview_, &PdfPreview::draw);
    connect(&preview_, &PdfPreview::drawn, app_.sign(), &viewmodels::SignViewModel::setPreviewPages);
    connect(app_.form(), &viewmodels::FormViewModel::thumbnailWanted, &thumbnails_, &Thumbnails::draw);
    connect(&thumbnails_, &Thumbnails::drawn, app_.form(), &viewmodels::FormViewModel::setThumbnail);
    wireSync();
    wireTimings();
}

Composition::~Composition() = default;

void Composition::useLanguage(base::Language language) {
    translators_.use(language);
    ports_->api->setLanguage(language);
}

void Composition::wireSync() {
    using sync::SyncEngine;
    auto& login = workplace_.login();
    ports_->api->onServerTime([this](base::Timestamp time) { workplace_.clockWatch().hear(time); });
    connect(&login, &workflows::Login::sessionOpened, &engine_, &SyncEngine::start);
    connect(&login, &workflows::Login::sessionOpened, &auditWatch_, &sync::AuditWatch::start);
    connect(&auditWatch_, &sync::AuditWatch::alarmed, &app_, &viewmodels::AppViewModel::show);
    connect(&engine_, &SyncEngine::sessionNeeded, &auditWatch_, &sync::AuditWatch::stop);
    connect(&engine_, &SyncEngine::sessionNeeded, &login, &workflows::Login::renew);
    connect(&engine_, &SyncEngine::statusChanged, this, [this](const sync::SyncStatus& status) {
        app_.sync()->setConnected(status.connected);
        app_.sync()->setCounts(status.outbox.waiting, status.outbox.refused);
        if (status.lastSync)
            app_.sync()->setLastSync(*status.lastSync);
        // A missing connection is shown by itself and is no trouble.
        const bool trouble = status.failure && !ports::net::isConnectionFailure(*status.failure);
        app_.sync()->setFailure(trouble ? status.failure : std::nullopt);
    });
    connect(&engine_, &SyncEngine::noticed, app_.sync(), &viewmodels::SyncViewModel::failed);
    connect(&engine_, &SyncEngine::commandAnswered, &workplace_.recentCases(),
            &workflows::RecentCases::refresh);
    connect(&engine_, &SyncEngine::casesChanged, this, [this](const std::vector<base::Ulid>&) {
        workplace_.recentCases().refresh();
        workplace_.contact().reloadCase();
    });
    connect(&engine_, &SyncEngine::referenceChanged, &workplace_.reference(), &workflows::Reference::load);
    // Also while nobody is logged in: what waits is always visible.
    connect(&ports_->storeThread, &sync::StoreThread::queued, this, &Composition::showCounts);
}

void Composition::showCounts() {
    ports_->store.run(
        this, [](ports::LocalStore& store) { return store.counts(); },
        [this](const base::Result<ports::OutboxCounts>& counts) {
            if (counts)
                app_.sync()->setCounts(counts->waiting, counts->refused);
        });
}

void Composition::wireTimings() {
    if (!options_.timings)
        return;
    window_.installEventFilter(this);
    connect(&workplace_.identification(), &workflows::Identification::identified, this,
            [](qint64 milliseconds) { printTiming("card-to-profile", milliseconds); });
}

bool Composition::eventFilter(QObject* watched, QEvent* event) {
    if (watched == &window_ && event->type() == QEvent::Paint && !std::exchange(painted_, true)) {
        printTiming("start-to-paint", sinceStart_.elapsed());
        // Usable: painted, and everything that was waiting then has been handled.
        QTimer::singleShot(0, this, [this] { printTiming("start-to-usable", sinceStart_.elapsed()); });
    }
    return QObject::eventFilter(watched, event);
}

base::Result<void> Composition::start() {
    if (!options_.journey.isEmpty())
        if (auto walk = beginJourney(); !walk)
            return walk;
    window_.resize(windowSize);
    window_.show();
    QTimer::singleShot(0, this, [this] {
        workplace_.start();
        showCounts();
    });
    return {};
}

base::Result<void> Composition::beginJourney() {
    auto steps = journey::readScript(options_.journey);
    if (!steps)
        return base::fail(steps.error());
    journey_ = std::make_unique<journey::Journey>(window_, *std::move(steps), options_.screenshots);
    connect(journey_.get(), &journey::Journey::finished, this,
            [](int code) { QCoreApplication::exit(code); });
    constexpr int standardInput = 0;
    auto* input = new QSocketNotifier(standardInput, QSocketNotifier::Read, journey_.get());
    connect(input, &QSocketNotifier::activated, journey_.get(), [this, input] {
        std::string line;
        if (std::getline(std::cin, line))
            journey_->answer(QString::fromStdString(line));
        else
            input->setEnabled(false);
    });
    QTimer::singleShot(0, journey_.get(), &journey::Journey::start);
    return {};
}

} // namespace vienlogs::workstation
