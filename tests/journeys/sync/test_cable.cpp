// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <QTemporaryDir>
#include <QTest>
#include <array>
#include <random>

#include "cable.h"
#include "workstation.h"

using namespace vienlogs;
using test::Cable;
using test::RealServer;
using test::Workstation;
namespace cases = vienlogs::domain::cases;

namespace {

base::Bytes scan(std::size_t size, unsigned seed) {
    std::mt19937 random(seed);
    base::Bytes bytes(size);
    for (auto& byte : bytes)
        byte = static_cast<std::uint8_t>(random());
    return bytes;
}

/// A whole application, from opening to submission, with a scan.
struct Application {
    base::Ulid id = test::newUlid();
    std::string scanName;
    int commands = 0;
};

Application applyOffline(Workstation& desk, const base::Bytes& bytes) {
    Application application;
    application.scanName = desk.with([&](auto& store) { return *store.putBlob(bytes, true); });
    cases::Document document{cases::Document::Kind::SignedScan,
                             application.scanName,
                             "Iesniegums",
                             "application/pdf",
                             std::int64_t(bytes.size()),
                             1};
    std::vector<cases::Command> commands{test::open(application.id)};
    for (int i = 0; i < 40; ++i)
        commands.push_back(test::answers(application.id, std::to_string(i) + std::string(2000, 'x')));
    commands.push_back(test::command(application.id, cases::AttachDocument{document}));
    commands.push_back(
        test::command(application.id, cases::SignCase{cases::SigningMethod::Paper, application.scanName}));
    commands.push_back(test::command(
        application.id, cases::IssueInvoice{{.id = test::newUlid(), .number = "R-1", .recipient = "PMLP"}}));
    commands.push_back(test::command(application.id, cases::SubmitCase{}));
    for (const auto& command : commands) {
        const auto recorded = desk.with([&](auto& store) { return store.record(command); });
        if (!recorded)
            qFatal("%s", std::string(recorded.error().code.text).c_str());
        ++application.commands;
    }
    return application;
}

bool allSent(Workstation& desk) {
    const auto counts = desk.with([](auto& store) { return *store.counts(); });
    return counts.waiting == 0 && counts.blobsWaiting == 0;
}

/// The server has the application once and whole; told by a second desk that saw nothing of its making.
QString fault(const RealServer& server, Workstation& desk, const Application& application,
              const base::Bytes& bytes) {
    if (desk.with([](auto& store) { return store.counts()->refused; }) != 0)
        return "something was refused";
    Workstation other(server, "ces-02", server.port);
    if (const auto code = other.logIn(); !code.empty())
        return "second desk: " + QString::fromStdString(code);
    std::optional<cases::Case> seen;
    const bool came = QTest::qWaitFor(
        [&] {
            seen = other.with([&](auto& store) { return *store.caseById(application.id); });
            return seen && seen->version == application.commands;
        },
        10000);
    if (!came)
        return QString("the case has version %1 of %2")
            .arg(seen ? seen->version : -1)
            .arg(application.commands);
    if (int(seen->history.size()) != application.commands || seen->state != cases::CaseState::Submitted)
        return "the case has another history";
    const bool same = QTest::qWaitFor(
        [&] { return desk.with([&](auto& store) { return *store.caseById(application.id); }) == seen; },
        10000);
    if (!same)
        return "the desks see different cases";
    const auto stored =
        other.ask<base::Bytes>([&](auto& client, auto done) { client.getBlob(application.scanName, done); });
    if (!stored || *stored != bytes)
        return "the scan is not what was scanned";
    const auto history = other.ask<std::vector<contract::HistoryEntry>>(
        [&](auto& client, auto done) { client.clientHistory(seen->client.identifier, "service", done); });
    if (!history || std::count_if(history->begin(), history->end(), [&](const auto& entry) {
                        return entry.caseId == application.id && entry.state == "submitted";
                    }) != 1)
        return "the client's history does not have it once";
    return {};
}

} // namespace

class TestCable : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everythingArrivesOnceThroughACableThatIsPulled();
    void everythingArrivesOnceAtAServerThatIsKilled();
    void aServerRestoredFromABackupGetsBackWhatItLacks();
    void aScanCutEveryTwoMegabytesCostsItsOwnBytes();
    void aRevokedDeviceIsTold();
};

void TestCable::everythingArrivesOnceThroughACableThatIsPulled() {
    RealServer server;
    Cable cable(server.port);
    Workstation desk(server, "ces-01", cable.port());
    QCOMPARE(desk.logIn(), std::string());
    QVERIFY(QTest::qWaitFor([&] { return desk.engine->status().lastSync.has_value(); }));
    cable.pull();
    const auto bytes = scan(5'000'000, 1);
    const auto application = applyOffline(desk, bytes);
    QVERIFY(!allSent(desk));
    std::mt19937 random(20261123);
    int pulls = 0;
    // Again and again in the middle: of the scan going out, of a batch going out, of an answer coming in.
    while (pulls < 25 && !allSent(desk)) {
        cable.plug();
        const bool outward = pulls % 3 != 2;
        cable.pullAfter(outward ? 3'000 + random() % 900'000 : -1, outward ? -1 : 1'500 + random() % 6'000);
        desk.engine->wake();
        if (!QTest::qWaitFor([&] { return !cable.isIn(); }, 3000))
            break;
        ++pulls;
    }
    QVERIFY2(pulls >= 5, qPrintable(QString::number(pulls)));
    cable.plug();
    desk.engine->wake();
    QVERIFY(QTest::qWaitFor([&] { return allSent(desk); }, 30000));
    const auto wrong = fault(server, desk, application, bytes);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    desk.engine->stop();
    server.stop();
    QCOMPARE(server.admin({"audit", "verify"}), 0);
}

void TestCable::everythingArrivesOnceAtAServerThatIsKilled() {
    RealServer server;
    Workstation desk(server, "ces-01", server.port);
    QCOMPARE(desk.logIn(), std::string());
    const auto bytes = scan(3'000'000, 2);
    const auto application = applyOffline(desk, bytes);
    std::mt19937 random(7);
    for (int kills = 0; kills < 4; ++kills) {
        QTest::qWait(int(random() % 150));
        server.kill();
        server.start();
        desk.engine->wake();
    }
    QVERIFY(QTest::qWaitFor([&] { return allSent(desk); }, 30000));
    const auto wrong = fault(server, desk, application, bytes);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
}

/// One application is in the backup, one came after it, one is made while the server is down: after the
/// restore the desk brings both that are missing, with their scans, and none is doubled.
void TestCable::aServerRestoredFromABackupGetsBackWhatItLacks() {
    RealServer server;
    Workstation desk(server, "ces-01", server.port);
    QCOMPARE(desk.logIn(), std::string());
    const std::array scans{scan(1'200'000, 3), scan(1'300'000, 4), scan(100'000, 5)};
    const auto kept = applyOffline(desk, scans[0]);
    QVERIFY(QTest::qWaitFor([&] { return allSent(desk); }, 30000));
    QTemporaryDir folder;
    const auto backup = folder.filePath("backup");
    QCOMPARE(server.admin({"backup", backup}), 0);
    const auto lost = applyOffline(desk, scans[1]);
    QVERIFY(QTest::qWaitFor([&] { return allSent(desk); }, 30000));
    server.stop();
    const auto later = applyOffline(desk, scans[2]);
    server.removeScans();
    QCOMPARE(server.admin({"restore", backup}), 0);
    server.start();
    desk.engine->wake();
    const std::array<std::pair<const Application*, const base::Bytes*>, 3> all{
        {{&kept, &scans[0]}, {&lost, &scans[1]}, {&later, &scans[2]}}};
    QVERIFY(QTest::qWaitFor([&] { return allSent(desk); }, 30000));
    for (const auto& [application, bytes] : all) {
        const auto wrong = fault(server, desk, *application, *bytes);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }
    desk.engine->stop();
    server.stop();
    QCOMPARE(server.admin({"verify"}), 0);
}

/// All bytes count that passed the line from the desk: the pieces, what a cut spoilt of them, heads of
/// requests and TLS with a new handshake after every cut.
void TestCable::aScanCutEveryTwoMegabytesCostsItsOwnBytes() {
    constexpr std::size_t size = 20'000'000;
    RealServer server;
    Cable cable(server.port);
    Workstation desk(server, "ces-01", cable.port());
    QCOMPARE(desk.logIn(), std::string());
    QVERIFY(QTest::qWaitFor([&] { return desk.engine->status().lastSync.has_value(); }));
    const auto bytes = scan(size, 6);
    const auto before = cable.sent();
    cable.cutEvery(2'000'000);
    const auto name = desk.with([&](auto& store) { return *store.putBlob(bytes, true); });
    desk.engine->wake();
    QVERIFY(QTest::qWaitFor([&] { return allSent(desk); }, 60000));
    const auto sent = cable.sent() - before;
    const auto cuts = cable.cuts();
    cable.plug();
    qInfo("%d cuts, sent %.4f times the scan", cuts, double(sent) / size);
    QVERIFY(cuts >= int(size / 2'000'000));
    QVERIFY2(double(sent) <= 1.02 * size, qPrintable(QString::number(sent)));
    const auto stored = desk.ask<base::Bytes>([&](auto& client, auto done) { client.getBlob(name, done); });
    QVERIFY(stored && *stored == bytes);
}

void TestCable::aRevokedDeviceIsTold() {
    RealServer server;
    server.stop();
    QCOMPARE(server.admin({"device", "revoke", "ces-01"}), 0);
    server.start();
    Workstation desk(server, "ces-01", server.port);
    QCOMPARE(desk.logIn(), std::string("VL-SRV-0003"));
}

QTEST_GUILESS_MAIN(TestCable)
#include "test_cable.moc"
