// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "composition.h"

#include <fstream>

#include "card_revocation.h"
#include "gateway_registers.h"
#include "http_stamp_service.h"
#include "no_registers.h"
#include "staff_feed.h"
#include "stamp_worker.h"
#include "store_watch.h"
#include "vienlogs/base/failures_base.h"
#include "vienlogs/server/app/card_issuers.h"
#include "vienlogs/server/app/data_folder.h"
#include "vienlogs/server/oidc/issuer_client.h"
#include "vienlogs/server/store/folder_lock.h"

namespace vienlogs::server {

namespace {

constexpr const char* blobKeyFile = "blobs.key";

/// What has to succeed before anything can be wired.
struct Opened {
    Options options;
    app::DataFolder data;
    store::FolderLock lock;
    std::unique_ptr<store::Store> store;
    app::AuditKey auditKey;
    base::Secret blobKey;
    std::string epoch;
    app::ReferenceData reference;
    app::FeeBook fees;
};

/// Made the first time, which is no matter of a check.
base::Result<base::Secret> openBlobKey(const Options& options, const app::DataFolder& data) {
    if (!options.check)
        return data.keyring().rawKey(blobKeyFile);
    auto key = data.keyring().load(blobKeyFile);
    return key || key.error().code != base::codes::notFound ? std::move(key) : base::Secret();
}

base::Result<Opened> open(const Options& options, const base::Clock& clock) {
    const app::DataFolder data{options.data, options.store};
    // Opening would make a store where there is none.
    if (options.check && data.storeAddress.empty() && !std::filesystem::exists(data.storeFile()))
        return base::fail(base::codes::notFound, "there is no store in that folder");
    auto lock = store::FolderLock::take(options.data, store::FolderLock::Kind::Shared);
    if (!lock)
        return base::fail(lock.error());
    auto store = app::openStore(data);
    if (!store)
        return base::fail(store.error());
    auto auditKey = options.check ? app::loadAuditKey(data) : app::openAuditKey(data);
    if (!auditKey)
        return base::fail(auditKey.error());
    auto blobKey = openBlobKey(options, data);
    if (!blobKey)
        return base::fail(blobKey.error());
    auto epoch = options.check ? base::Result<std::string>("") : app::beginEpoch(data, **store, clock);
    if (!epoch)
        return base::fail(epoch.error());
    auto reference = options.reference ? app::ReferenceData::load(*options.reference)
                                       : base::Result<app::ReferenceData>(app::ReferenceData());
    if (!reference)
        return base::fail(reference.error());
    auto fees = app::FeeBook::of(*reference);
    if (!fees)
        return base::fail(fees.error());
    return Opened{options,
                  data,
                  std::move(*lock),
                  std::move(*store),
                  std::move(*auditKey),
                  std::move(*blobKey),
                  std::move(*epoch),
                  std::move(*reference),
                  std::move(*fees)};
}

base::Result<std::vector<app::KnownIssuer>> openIssuers(const Options& options, const base::Clock& clock) {
    std::vector<app::KnownIssuer> issuers;
    for (const auto& [address, name] : options.issuers) {
        auto client = oidc::IssuerClient::create({address, options.issuerClient, options.issuerCa}, clock);
        if (!client)
            return base::fail(client.error());
        issuers.push_back({address, name, std::move(*client)});
    }
    return issuers;
}

base::Result<std::unique_ptr<app::RegisterPort>> openRegisters(const Options& options, store::Store& store,
                                                               const base::Clock& clock, http::Log& log) {
    if (options.registers.empty() || !options.reference)
        return std::make_unique<NoRegisters>(clock);
    return GatewayRegisters::create(*options.reference / "registers", options.registers, store, clock, log)
        .map([](auto gateway) -> std::unique_ptr<app::RegisterPort> { return gateway; });
}

/// The time stamp service and whom to believe; nothing when none was named.
struct Stamping {
    HttpStampService service;
    app::StampOptions options;
};

base::Result<std::optional<Stamping>> openStamping(const Options& options) {
    if (options.tsa.empty())
        return std::optional<Stamping>();
    std::ifstream file(options.tsaCa, std::ios::binary);
    const std::string pems{std::istreambuf_iterator<char>(file), {}};
    auto authority = timestamp::Authority::fromPem(pems, options.tsaCa.filename().string());
    if (!authority)
        return base::fail(authority.error());
    return HttpStampService::at(options.tsa, options.tsaTlsCa).map([&](auto service) {
        return std::optional(
            Stamping{std::move(service),
                     {std::move(*authority), options.tsaPolicy, std::chrono::minutes(options.tsaMinutes)}});
    });
}

} // namespace

/// In the order in which they depend on each other; taken down in the opposite one.
struct Composition::Parts {
    Parts(Opened from, std::unique_ptr<app::RegisterPort> port, std::vector<app::KnownIssuer> issuers,
          std::optional<Stamping> theStamping, const base::Clock& theClock, http::Log& theLog,
          const RemoteLog* theRemote)
        : opened(std::move(from)), registerPort(std::move(port)), knownIssuers(std::move(issuers)),
          stamping(std::move(theStamping)), clock(theClock), log(theLog), remote(theRemote) {}

    Opened opened;
    std::unique_ptr<app::RegisterPort> registerPort;
    std::vector<app::KnownIssuer> knownIssuers; ///< Until `federated` has them.
    std::optional<Stamping> stamping;
    const base::Clock& clock;
    http::Log& log;
    const RemoteLog* remote;
    store::Store& store{*opened.store};
    app::Audit audit{store, opened.auditKey, clock};
    app::AuditStamper stamper = stamping
                                    ? app::AuditStamper(store, clock, stamping->service, stamping->options)
                                    : app::AuditStamper(store, clock);
    app::StoreLife life{store, audit, clock, opened.blobKey, opened.epoch};
    app::Blobs blobs{store, audit, app::piecesOf(store, opened.data.blobs()), opened.data.unfinishedBlobs(),
                     std::move(opened.blobKey)};
    app::CardTrust trust{store, clock};
    CardRevocation revocation{opened.options, clock};
    app::CardStatus cardStatus{trust, revocation.port(), clock};
    app::Sessions sessions{store, audit, clock};
    app::Doorkeeper door{store, sessions, clock};
    app::SecurityLog security{store, clock};
    app::Login login{store, audit, trust, sessions, cardStatus, clock};
    app::FederatedLogin federated{store, audit, sessions, std::move(knownIssuers), clock};
    StaffFeed staff{opened.options.staff, opened.options.staffCa, audit, clock, log};
    app::ChangeFeed feed{store, opened.reference, life};
    app::CommandService commands{audit, life, opened.fees, clock,
                                 [this](const std::string& scope) { feed.announce(scope); }};
    app::Registers registers{*registerPort, audit};
    app::ClientRecords records{store, audit};
    app::ActDesk acts{store, audit, clock};
    http::Services services{clock,
                            store,
                            audit,
                            door,
                            login,
                            federated,
                            sessions,
                            security,
                            commands,
                            feed,
                            blobs,
                            opened.reference,
                            registers,
                            records,
                            acts,
                            stamper,
                            [this] { return remote ? remote->figures() : std::vector<http::Figure>(); }};
    std::unique_ptr<StoreWatch> watch;
    std::unique_ptr<StampWorker> stampWorker;
    std::unique_ptr<http::HttpServer> server;
};

Composition::Composition(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Composition::~Composition() {
    stop();
}

base::Result<std::unique_ptr<Composition>> Composition::make(const Options& options, const base::Clock& clock,
                                                             http::Log& log, const RemoteLog* remote) {
    auto opened = open(options, clock);
    if (!opened)
        return base::fail(opened.error());
    auto registers = openRegisters(options, *opened->store, clock, log);
    if (!registers)
        return base::fail(registers.error());
    auto issuers = openIssuers(options, clock);
    if (!issuers)
        return base::fail(issuers.error());
    auto stamping = openStamping(options);
    if (!stamping)
        return base::fail(stamping.error());
    auto parts = std::make_unique<Parts>(std::move(*opened), std::move(*registers), std::move(*issuers),
                                         std::move(*stamping), clock, log, remote);
    const auto prepare = [&] {
        return parts->audit.prepare().and_then([&] {
            return app::importCardIssuers(parts->store, parts->audit, parts->opened.data.cardIssuers());
        });
    };
    if (const auto prepared = options.check ? base::Result<void>() : prepare(); !prepared)
        return base::fail(prepared.error());
    return std::unique_ptr<Composition>(new Composition(std::move(parts)));
}

base::Result<void> Composition::check() {
    return parts_->store.check();
}

base::Result<void> Composition::listen(std::function<void()> moved) {
    const auto& options = parts_->opened.options;
    const auto& data = parts_->opened.data;
    http::ServerOptions wanted{.host = options.host,
                               .port = options.port,
                               .grace = std::chrono::seconds(options.drainSeconds),
                               .requestsPerSecond = options.rate};
    if (options.connections > 0)
        wanted.limits.connections = wanted.limits.connectionsPerAddress = wanted.limits.connectionsPerDevice =
            options.connections;
    if (!options.plainHttp)
        wanted.tls = http::TlsFiles{data.keyring().folder() / "server.key", data.serverCertificate(),
                                    data.caCertificate()};
    auto server = http::HttpServer::start(wanted, parts_->services, parts_->log);
    if (!server)
        return base::fail(server.error());
    parts_->server = std::move(*server);
    parts_->watch = std::make_unique<StoreWatch>(
        parts_->store, parts_->life,
        [feed = &parts_->feed](const std::string& scope) { feed->announce(scope); }, std::move(moved));
    if (parts_->stamping)
        parts_->stampWorker = std::make_unique<StampWorker>(parts_->stamper, parts_->log);
    return {};
}

std::string Composition::address() const {
    return parts_->server ? parts_->server->address() : std::string();
}

void Composition::tidy() {
    parts_->staff.run();
    parts_->blobs.forgetOld();
    for (const auto& done : {parts_->sessions.forgetOld(), parts_->security.flush()})
        if (!done)
            parts_->log.write("error", "tidy", {{"code", std::string(done.error().code.text)}});
}

void Composition::stop() {
    parts_->stampWorker.reset();
    parts_->watch.reset();
    if (parts_->server)
        parts_->server->stop();
    if (const auto done = parts_->security.flush(); !done)
        parts_->log.write("error", "stop", {{"code", std::string(done.error().code.text)}});
}

} // namespace vienlogs::server
