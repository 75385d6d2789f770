// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <QSignalSpy>
#include <QTest>

#include "desk.h"
#include "vienlogs/digest/sha256.h"
#include "vienlogs/ports/net_failures.h"

using namespace vienlogs;
using test::Desk;
using test::FakeServer;
using test::FaultyApi;

namespace {

domain::cases::Command recorded(Desk& desk, const domain::cases::Command& command) {
    return *desk.with([command](auto& store) { return store.record(command); });
}

QByteArray failureOf(const Desk& desk) {
    const auto& failure = desk.engine->status().failure;
    return failure ? QByteArray(failure->code.text.data(), qsizetype(failure->code.text.size()))
                   : QByteArray();
}

} // namespace

class TestEngine : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void saysWhenAllIsSent();
    void sendsAtOnceWhatIsRecorded();
    void worksOnWithoutAConnectionAndSendsWhenItIsBack();
    void showsWhatWasRefused();
    void takesWhatOthersDid();
    void asksToLogInAgain();
    void fetchesOnlyMissingReferenceItems();
    void sendsALargeBlobInPiecesAndGoesOnWhereItWasCut();
    void sendsOnlyTheRestOfAPieceThatWasCut();
    void aBlobThatCannotBeSentHoldsBackItsOwnStreamOnly();
    void waitsAtTheServerNotInALoop();
    void stoppedItAsksNothing();
    void aDeskWithACopyOfItsStoreFromBeforeLosesNothing();
    void aRestoredServerDoesNotWaitForWhatItHadRefused();
    void aLatePageOfAnEarlierEpochMakesNothingAccepted();
    void aLateAnswerOfAnEarlierEpochRefusesNothing();
    void offersAgainWhatAServerPutBackHadConfirmed();
};

void TestEngine::saysWhenAllIsSent() {
    FakeServer server;
    Desk desk(server, "CES-01", 1);
    QSignalSpy answers(desk.engine.get(), &sync::SyncEngine::commandAnswered);
    const auto command = recorded(desk, test::open(test::newUlid()));
    QVERIFY(Desk::until([&] { return answers.size() == 1 && desk.engine->status().outbox.waiting == 0; }));
    QVERIFY(Desk::until([&] { return desk.engine->status().lastSync.has_value(); }));
    QVERIFY(desk.engine->status().connected);
    QCOMPARE(desk.engine->status().outbox.waiting, 0);
    QVERIFY(server.results.contains(command.key));
}

void TestEngine::sendsAtOnceWhatIsRecorded() {
    FakeServer server;
    Desk desk(server, "CES-01", 1);
    QVERIFY(Desk::until([&] { return desk.engine->status().connected; }));
    const auto stream = test::newUlid();
    recorded(desk, test::open(stream));
    recorded(desk, test::answers(stream, "1"));
    QVERIFY(Desk::until([&] { return server.applied.size() == 2; }, 1000));
}

void TestEngine::worksOnWithoutAConnectionAndSendsWhenItIsBack() {
    FakeServer server;
    Desk desk(server, "CES-01", 1);
    QVERIFY(Desk::until([&] { return desk.engine->status().connected; }));
    desk.api.cut = true;
    const auto stream = test::newUlid();
    recorded(desk, test::open(stream));
    QVERIFY(Desk::until(
        [&] { return !desk.engine->status().connected && desk.engine->status().outbox.waiting == 1; }));
    QCOMPARE(failureOf(desk), QByteArray("VL-NET-0001"));
    recorded(desk, test::answers(stream, "offline"));
    QVERIFY(server.applied.empty());
    desk.api.cut = false;
    desk.engine->wake();
    QVERIFY(Desk::until(
        [&] { return server.applied.size() == 2 && desk.engine->status().failure == std::nullopt; }));
}

void TestEngine::showsWhatWasRefused() {
    FakeServer server;
    Desk desk(server, "CES-01", 1);
    const auto stream = test::newUlid();
    recorded(desk, test::open(stream));
    QVERIFY(Desk::until([&] { return desk.counts().waiting == 0; }));
    desk.api.cut = true;
    const auto mine = recorded(desk, test::answers(stream, "too late"));
    server.changeElsewhere(
        *domain::cases::apply(server.cases[stream], test::command(stream, domain::cases::WithdrawCase{"x"})));
    desk.api.cut = false;
    QSignalSpy answers(desk.engine.get(), &sync::SyncEngine::commandAnswered);
    desk.engine->wake();
    QVERIFY(Desk::until([&] { return desk.engine->status().outbox.refused == 1; }));
    QCOMPARE(answers.size(), 1);
    QVERIFY(answers[0][1].value<ports::OutboxState>() == ports::OutboxState::Rejected);
    const auto refused = desk.with([](auto& store) { return *store.refused(); });
    QVERIFY(refused.at(0).command.key == mine.key);
    QCOMPARE(refused.at(0).problem->code, std::string("VL-CASE-0003"));
}

void TestEngine::takesWhatOthersDid() {
    FakeServer server;
    Desk desk(server, "CES-01", 1);
    QSignalSpy changed(desk.engine.get(), &sync::SyncEngine::casesChanged);
    std::vector<base::Ulid> ids;
    for (int i = 0; i < 7; ++i) {
        const auto id = ids.emplace_back(test::newUlid());
        server.changeElsewhere(*domain::cases::apply({}, test::open(id)));
    }
    QVERIFY(Desk::until([&] { return changed.size() >= 3; }));
    QVERIFY(Desk::until(
        [&] { return desk.with([](auto& store) { return *store.recentCases(10); }).size() == ids.size(); }));
}

void TestEngine::asksToLogInAgain() {
    FakeServer server;
    Desk desk(server, "CES-01", 1);
    QVERIFY(Desk::until([&] { return desk.engine->status().lastSync.has_value(); }));
    QSignalSpy needed(desk.engine.get(), &sync::SyncEngine::sessionNeeded);
    desk.api.everything = base::Failure{ports::net::sessionEnded};
    recorded(desk, test::open(test::newUlid()));
    QVERIFY(Desk::until([&] { return needed.size() == 1; }));
    const int asked = desk.api.asked;
    QTest::qWait(50);
    QCOMPARE(desk.api.asked, asked);
    desk.api.everything.reset();
    desk.engine->start();
    QVERIFY(Desk::until([&] { return server.applied.size() == 1; }));
}

void TestEngine::fetchesOnlyMissingReferenceItems() {
    FakeServer server;
    Desk desk(server, "CES-01", 1);
    const auto publish = [&](std::int64_t version, const std::vector<std::string>& texts) {
        server.referenceVersion = version;
        server.referenceItems.clear();
        for (const auto& text : texts) {
            const auto sha256 = digest::toHex(digest::sha256(text));
            server.referenceItems.push_back({"item-" + text, sha256, std::int64_t(text.size())});
            desk.api.referenceTexts[sha256] = text;
        }
    };
    QSignalSpy saved(desk.engine.get(), &sync::SyncEngine::referenceChanged);
    publish(1, {"a", "b"});
    desk.engine->wake();
    QVERIFY(Desk::until([&] { return saved.size() == 1 && saved.back()[0] == 1; }));
    desk.api.referenceTexts.clear(); // asking for "a" again would now end the test
    publish(2, {"a", "c"});
    desk.api.referenceTexts.erase(digest::toHex(digest::sha256("a")));
    desk.engine->wake();
    QVERIFY(Desk::until([&] { return saved.size() == 2; }));
    const auto items = desk.with([](auto& store) { return *store.reference(); });
    QCOMPARE(items.size(), std::size_t(2));
    QCOMPARE(items[1].second, std::string("c"));
}

void TestEngine::sendsALargeBlobInPiecesAndGoesOnWhereItWasCut() {
    FakeServer server;
    Desk desk(server, "CES-01", 1);
    base::Bytes bytes(5 * contract::blobPieceSize + 7);
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<std::uint8_t>(i * 7 + (i >> 16));
    desk.api.faultsPerHundred = 50;
    const auto sha256 = desk.with([&bytes](auto& store) { return *store.putBlob(bytes, true); });
    QVERIFY(Desk::until([&] { return server.wholeBlobs.contains(sha256); }));
    QVERIFY(server.wholeBlobs[sha256] == bytes);
    desk.api.faultsPerHundred = 0;
    QVERIFY(Desk::until([&] { return desk.engine->status().outbox.blobsWaiting == 0; }));
}

void TestEngine::sendsOnlyTheRestOfAPieceThatWasCut() {
    FakeServer server;
    base::Bytes bytes(2 * contract::blobPieceSize);
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<std::uint8_t>(i * 7 + (i >> 16));
    constexpr std::size_t part = 900'000;
    const auto sha256 = digest::toHex(digest::sha256(bytes));
    server.keepPart(sha256, {bytes.begin(), bytes.begin() + part});
    Desk desk(server, "CES-01", 1);
    desk.with([&bytes](auto& store) { return *store.putBlob(bytes, true); });
    QVERIFY(Desk::until([&] { return server.wholeBlobs.contains(sha256); }));
    QVERIFY(server.wholeBlobs[sha256] == bytes);
    QCOMPARE(server.received, bytes.size() - part);
}

void TestEngine::aBlobThatCannotBeSentHoldsBackItsOwnStreamOnly() {
    FakeServer server;
    Desk desk(server, "CES-01", 1);
    const auto stuck = test::newUlid(), other = test::newUlid();
    recorded(desk, test::open(stuck));
    recorded(desk, test::attach(stuck, std::string(64, 'e'))); // bytes that nobody has
    recorded(desk, test::answers(stuck, "after it"));
    recorded(desk, test::open(other));
    QVERIFY(Desk::until([&] { return server.cases.contains(other) && desk.counts().waiting == 2; }));
    QCOMPARE(server.applied.size(), std::size_t(2));
}

void TestEngine::waitsAtTheServerNotInALoop() {
    FakeServer server; // answers at once, though it was asked to wait
    Desk desk(server, "CES-01", 1);
    QVERIFY(Desk::until([&] { return desk.api.waits.size() > 3; }));
    QCOMPARE(desk.api.waits.front(), 0);
    QCOMPARE(desk.api.waits.back(), 1);
    const auto before = desk.api.waits.size();
    QTest::qWait(200);
    QVERIFY(desk.api.waits.size() - before < 150); // paced by the back-off of 4 ms at most
}

void TestEngine::stoppedItAsksNothing() {
    FakeServer server;
    Desk desk(server, "CES-01", 1);
    QVERIFY(Desk::until([&] { return desk.engine->status().connected; }));
    desk.engine->stop();
    QVERIFY(!desk.engine->status().connected);
    const int asked = desk.api.asked;
    recorded(desk, test::open(test::newUlid()));
    QTest::qWait(50);
    QCOMPARE(desk.api.asked, asked);
    QCOMPARE(desk.counts().waiting, 1);
}

void TestEngine::aDeskWithACopyOfItsStoreFromBeforeLosesNothing() {
    FakeServer server;
    Desk desk(server, "CES-01", 1);
    desk.engine->stop();
    const auto stream = test::newUlid();
    const auto first = recorded(desk, test::open(stream));
    const int more = 150; // goes on in the next batch
    for (int i = 0; i < more; ++i)
        recorded(desk, test::answers(stream, std::to_string(i)));
    auto known = test::open(test::newUlid()); // what the device did after the copy was made
    known.device = first.device;
    known.epoch = first.epoch;
    known.sequence = first.sequence;
    std::ignore = server.take({known});
    desk.engine->start();
    QVERIFY(Desk::until([&] { return desk.counts().waiting == 0; }));
    QCOMPARE(desk.counts().refused, 0);
    QCOMPARE(server.cases[stream].version, 1 + more);
    QCOMPARE(server.applied.size(), std::size_t(2 + more));
}

void TestEngine::aRestoredServerDoesNotWaitForWhatItHadRefused() {
    FakeServer server;
    const auto backup = server;
    Desk desk(server, "CES-01", 1);
    const auto stream = test::newUlid();
    recorded(desk, test::open(stream));
    QVERIFY(Desk::until([&] { return desk.counts().waiting == 0; }));
    desk.api.cut = true;
    recorded(desk, test::answers(stream, "too late"));
    server.changeElsewhere(
        *domain::cases::apply(server.cases[stream], test::command(stream, domain::cases::WithdrawCase{"x"})));
    desk.api.cut = false;
    desk.engine->wake();
    QVERIFY(Desk::until([&] { return desk.counts().refused == 1 && desk.counts().waiting == 0; }));
    server = backup;
    server.epoch = "e2";
    const auto later = test::newUlid();
    recorded(desk, test::open(later));
    desk.engine->wake();
    QVERIFY(Desk::until([&] { return server.cases.contains(stream) && server.cases.contains(later); }));
    QVERIFY(Desk::until([&] { return desk.counts().waiting == 0; }));
}

namespace {

/// The server of a case that this desk opened, as it was put back to, with the next epoch.
struct Restored {
    FakeServer server;
    FakeServer backup;
    Desk desk{server, "CES-01", 1};
    base::Ulid stream = test::newUlid();

    bool begin() {
        recorded(desk, test::open(stream));
        const bool sent = Desk::until([&] { return desk.counts().waiting == 0 && caughtUp(); });
        backup = server;
        backup.epoch = "e2";
        return sent;
    }
    bool caughtUp() {
        const auto cursor = desk.with([](auto& store) { return *store.cursor("place:CES"); });
        return cursor.epoch == server.epoch && !cursor.after.empty() &&
               server.changes({cursor.epoch, cursor.after, {}}).changes.empty();
    }
    /// What somebody else did to the case, after which no answers are taken.
    static void withdraw(FakeServer& at, base::Ulid stream) {
        at.changeElsewhere(
            *domain::cases::apply(at.cases[stream], test::command(stream, domain::cases::WithdrawCase{"x"})));
    }
    ports::OutboxState stateOf(base::Ulid key) {
        return desk.with([key](auto& store) { return *store.stateOf(key); });
    }
};

} // namespace

void TestEngine::aLatePageOfAnEarlierEpochMakesNothingAccepted() {
    Restored run;
    QVERIFY(run.begin());
    Restored::withdraw(run.backup, run.stream);
    auto& api = run.desk.api;
    api.slowPages.on = api.slowAnswers.on = true;
    QVERIFY(Desk::until([&] { return api.slowPages.held.size() == 1; }));
    const auto key = recorded(run.desk, test::answers(run.stream, "taken, then forgotten")).key;
    QVERIFY(Desk::until([&] { return api.slowAnswers.held.size() == 1; }));
    FaultyApi::release(api.slowPages);
    QVERIFY(Desk::until([&] { return api.slowPages.held.size() == 1; })); // with the command in its history
    run.server = run.backup;
    api.slowAnswers.on = false;
    FaultyApi::lose(api.slowAnswers);
    QVERIFY(Desk::until([&] { return run.server.results.contains(key); })); // asked again, refused
    QVERIFY(Desk::until([&] { return run.desk.engine->status().connected; }));
    FaultyApi::release(api.slowPages);
    QVERIFY(Desk::until([&] { return api.slowPages.held.size() == 1; }));
    QVERIFY(run.stateOf(key) != ports::OutboxState::Accepted);
    api.slowPages.on = false;
    FaultyApi::release(api.slowPages);
    QVERIFY(Desk::until([&] { return run.desk.counts().refused == 1; }));
    QVERIFY(Desk::until([&] { return run.caughtUp() && run.desk.counts().waiting == 0; }));
}

void TestEngine::aLateAnswerOfAnEarlierEpochRefusesNothing() {
    Restored run;
    QVERIFY(run.begin());
    Restored::withdraw(run.server, run.stream);
    auto& api = run.desk.api;
    api.slowAnswers.on = true;
    const auto command = recorded(run.desk, test::answers(run.stream, "refused, then taken from a copy"));
    QVERIFY(Desk::until([&] { return api.slowAnswers.held.size() == 1; }));
    std::ignore = run.backup.take({command});
    run.server = run.backup;
    QVERIFY(Desk::until([&] { return run.caughtUp(); }));
    api.slowAnswers.on = false;
    FaultyApi::release(api.slowAnswers);
    QVERIFY(Desk::until([&] { return run.stateOf(command.key) == ports::OutboxState::Accepted; }));
    QCOMPARE(run.desk.counts().refused, 0);
}

void TestEngine::offersAgainWhatAServerPutBackHadConfirmed() {
    Restored run;
    QVERIFY(run.begin());
    run.backup.epoch = run.server.epoch; // its whole disk: it does not know that it was put back
    auto& api = run.desk.api;
    api.slowPages.on = true; // the desk hears no changes between the confirmation and the end of the machine
    const auto key = recorded(run.desk, test::answers(run.stream, "confirmed")).key;
    QVERIFY(Desk::until([&] { return run.stateOf(key) == ports::OutboxState::Accepted; }));
    run.desk.powerOff();
    api.slowPages = {};
    run.server = run.backup;
    run.desk.powerOn();
    QVERIFY(Desk::until([&] { return run.server.applied.size() == 2; }));
    QVERIFY(Desk::until([&] { return run.desk.counts().waiting == 0; }));
    QCOMPARE(run.server.cases[run.stream].version, std::int64_t(2));
}

QTEST_GUILESS_MAIN(TestEngine)
#include "test_engine.moc"
