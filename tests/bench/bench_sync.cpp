// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
//
// A desk that was away: how long it takes until it has all that others did, and how long its window stands
// still meanwhile. The real engine, store and server store; between them the wire format without a socket.
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QThread>
#include <QTimer>
#include <cstdio>

#include "vienlogs/contract/codec.h"
#include "vienlogs/ports/net_failures.h"
#include "vienlogs/server/app/change_feed.h"
#include "vienlogs/server/app/data_folder.h"
#include "vienlogs/store/encrypted_store.h"
#include "vienlogs/sync/store_thread.h"
#include "vienlogs/sync/sync_engine.h"
#include "vienlogs/test/certificates.h"
#include "vienlogs/test/samples.h"
#include "vienlogs/test/temporary_folder.h"

using namespace vienlogs;
namespace cases = domain::cases;

namespace {

constexpr int changesPerPage = 200; // as the HTTP client asks
constexpr int frameMs = 16;

/// Asks the feed on a thread of its own and reads its answer from JSON there, as the HTTP client does.
class FeedApi final : public ports::ApiClient {
public:
    explicit FeedApi(server::app::ChangeFeed& feed) : feed_(feed) {
        worker_.moveToThread(&thread_);
        thread_.start();
    }
    ~FeedApi() override {
        thread_.quit();
        thread_.wait();
    }
    void changes(const std::string& scope, const std::string& after, const std::string& epoch, int,
                 Done<contract::ChangesPage> done) override {
        ask<contract::ChangesPage>(
            [this, scope, after, epoch]() -> base::Result<contract::ChangesPage> {
                const auto page = feed_.page({"K-0001", "Līga", "CES", {"clerk"}, "CES", "CES-01"},
                                             {scope, after, epoch, changesPerPage});
                if (!page)
                    return base::fail(page.error());
                return contract::decode<contract::ChangesPage>(contract::encode(*page));
            },
            std::move(done));
    }
    void referenceManifest(Done<contract::ReferenceManifest> done) override {
        ask<contract::ReferenceManifest>([] { return contract::ReferenceManifest{}; }, std::move(done));
    }
    void requestChallenge(Done<contract::LoginChallenge> done) override { refuse(std::move(done)); }
    void login(const contract::LoginRequest&, Done<contract::Session> done) override {
        refuse(std::move(done));
    }
    void logout(Done<void> done) override { refuse(std::move(done)); }
    void postCommands(const std::vector<cases::Command>&,
                      Done<std::vector<contract::CommandResult>> done) override {
        refuse(std::move(done));
    }
    void announceBlob(const std::string&, std::int64_t, Done<contract::BlobState> done) override {
        refuse(std::move(done));
    }
    void putBlobPiece(const std::string&, int, const base::Bytes&, Done<contract::BlobState> done) override {
        refuse(std::move(done));
    }
    void getBlob(const std::string&, Done<base::Bytes> done) override { refuse(std::move(done)); }
    void referenceItem(const std::string&, Done<std::string> done) override { refuse(std::move(done)); }
    void queryRegister(const contract::RegisterRequest&, Done<contract::RegisterAnswer> done) override {
        refuse(std::move(done));
    }
    void registerHealth(Done<std::vector<contract::RegisterHealth>> done) override {
        refuse(std::move(done));
    }
    void clientHistory(const base::Identifier&, const std::string&,
                       Done<std::vector<contract::HistoryEntry>> done) override {
        refuse(std::move(done));
    }
    void accessLog(const base::Identifier&, Done<std::vector<contract::AccessRecord>> done) override {
        refuse(std::move(done));
    }

private:
    template<typename T>
    void ask(std::function<base::Result<T>()> work, Done<T> done) {
        QMetaObject::invokeMethod(&worker_, [this, work = std::move(work), done = std::move(done)]() mutable {
            QMetaObject::invokeMethod(
                &home_, [done = std::move(done), answer = work()]() mutable { done(std::move(answer)); },
                Qt::QueuedConnection);
        });
    }
    template<typename T>
    void refuse(Done<T> done) {
        ask<T>([] { return base::Result<T>(base::fail(ports::net::noConnection)); }, std::move(done));
    }

    server::app::ChangeFeed& feed_;
    QThread thread_;
    QObject worker_;
    QObject home_;
};

/// Cases as they come from other desks: about 2 KB each.
void fill(server::store::Store& store, int count) {
    constexpr int perTransaction = 2'000;
    for (int made = 0; made < count;) {
        const auto written = store.write([&](server::store::Transaction& t) -> base::Result<void> {
            for (int i = 0; i < perTransaction && made < count; ++i, ++made) {
                const auto stream = test::newUlid();
                auto theCase = cases::apply({}, test::open(stream));
                theCase = cases::apply(*theCase, test::answers(stream, std::string(1'000, 'x')));
                const auto kept = t.cases().saveCase(*theCase).and_then(
                    [&] { return t.changes().add("place:CES", "case", stream.toString(), false); });
                if (!kept)
                    return base::fail(kept.error());
            }
            return {};
        });
        if (!written)
            qFatal("%s", std::string(written.error().code.text).c_str());
    }
}

} // namespace

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    const int count = argc > 1 ? std::atoi(argv[1]) : 100'000;
    const test::TemporaryFolder folder;
    const base::SystemClock clock;
    const auto serverStore = std::move(*server::app::openStore({folder / "server"}));
    fill(*serverStore, count);
    const server::app::ReferenceData reference;
    const server::app::Audit audit(*serverStore, std::move(*server::app::openAuditKey({folder / "server"})),
                                   clock);
    server::app::StoreLife life(*serverStore, audit, clock, base::Secret("key"), "e1");
    server::app::ChangeFeed feed(*serverStore, reference, life);

    test::writeKey(folder / "device.key");
    sync::StoreThread thread(std::move(*store::EncryptedStore::open(
        {.directory = folder / "desk", .device = "CES-01"}, folder / "device.key")));
    FeedApi api(feed);
    sync::SyncEngine engine(thread, api, clock, {.scope = "place:CES"});
    QElapsedTimer sinceFrame;
    qint64 longestStall = 0;
    QTimer frames;
    frames.setTimerType(Qt::PreciseTimer);
    QObject::connect(&frames, &QTimer::timeout,
                     [&] { longestStall = std::max(longestStall, sinceFrame.restart() - frameMs); });
    // The list on the ready screen is read again with every page, as in the workstation.
    QObject::connect(&engine, &sync::SyncEngine::casesChanged, &application, [&] {
        thread.run(
            &application, [](ports::LocalStore& store) { return store.recentCases(30); }, [](const auto&) {});
    });
    QElapsedTimer whole;
    QObject::connect(&engine, &sync::SyncEngine::statusChanged, &application,
                     [&](const sync::SyncStatus& status) {
                         if (status.lastSync)
                             application.quit();
                     });
    whole.start();
    sinceFrame.start();
    frames.start(frameMs);
    engine.start();
    application.exec();
    const auto took = whole.elapsed();
    engine.stop();
    std::printf("catch-up of %d changes: %.1f s (limit 10), longest stall of the window's thread %lld ms "
                "(a frame is %d)\n",
                count, double(took) / 1000, static_cast<long long>(longestStall), frameMs);
    return took <= 10'000 && longestStall <= frameMs ? 0 : 1;
}
