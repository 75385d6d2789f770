// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "vienlogs/contract/audit_check.h"
#include "vienlogs/contract/codec.h"
#include "vienlogs/fakes/fake_store.h"
#include "vienlogs/server/app/audit.h"
#include "vienlogs/server/app/data_folder.h"
#include "vienlogs/sync/audit_watch.h"
#include "vienlogs/sync/failures.h"

using namespace vienlogs;

namespace {

/// A real audit in a folder of its own; another one with the same key is a server that was altered.
class Log {
public:
    explicit Log(const QString& folder) : data{folder.toStdString()} {
        store = std::move(*server::app::openStore(data));
        audit.emplace(*store, std::move(*server::app::openAuditKey(data)), clock);
        if (!audit->prepare())
            qFatal("no audit");
    }
    void add(const std::string& what) {
        if (!audit->record({.what = what}))
            qFatal("no record");
    }
    base::SystemClock clock;
    server::app::DataFolder data;
    std::unique_ptr<server::store::Store> store;
    std::optional<server::app::Audit> audit;
};

class Source final : public QObject, public ports::AuditSource {
public:
    void auditHeads(Done<contract::AuditHeads> done) override {
        answer(std::move(done), [this] { return log->audit->heads(); });
    }
    void auditConsistency(std::int64_t from, Done<contract::AuditConsistency> done) override {
        answer(std::move(done), [this, from] { return log->audit->consistency(from); });
    }
    Log* log = nullptr; ///< nullptr: no connection.

private:
    template<typename T, typename Ask>
    void answer(Done<T> done, Ask ask) {
        auto value = log ? base::Result<T>(ask()) : base::fail(base::FailureCode{"VL-NET-0001"});
        QTimer::singleShot(1, this, [done, value] { done(value); });
    }
};

} // namespace

class TestAuditWatch : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void followsALogThatGrows();
    void tellsOfALogThatWasCut();
    void tellsOfALogWithOtherRecords();
    void tellsOfAKeyThatNobodyKnows();
    void tellsOfAPinThatCannotBeRead();
    void saysNothingWithoutAConnection();

private:
    void start() {
        watch->stop();
        watch->start();
    }
    std::unique_ptr<QTemporaryDir> folder;
    std::unique_ptr<sync::StoreThread> store;
    Source source;
    std::unique_ptr<sync::AuditWatch> watch;
    std::unique_ptr<QSignalSpy> confirmed, alarmed;
};

void TestAuditWatch::init() {
    watch.reset();
    folder = std::make_unique<QTemporaryDir>();
    store = std::make_unique<sync::StoreThread>(std::make_unique<fakes::FakeStore>());
    watch = std::make_unique<sync::AuditWatch>(*store, source);
    confirmed = std::make_unique<QSignalSpy>(watch.get(), &sync::AuditWatch::confirmed);
    alarmed = std::make_unique<QSignalSpy>(watch.get(), &sync::AuditWatch::alarmed);
}

void TestAuditWatch::followsALogThatGrows() {
    Log log(folder->filePath("a"));
    source.log = &log;
    for (int i = 0; i < 5; ++i) {
        start();
        QTRY_COMPARE(confirmed->size(), i + 1);
        QCOMPARE(confirmed->last().first().toLongLong(), i * 3);
        for (int j = 0; j < 3; ++j)
            log.add("act");
    }
    QCOMPARE(alarmed->size(), 0);
}

void TestAuditWatch::tellsOfALogThatWasCut() {
    Log log(folder->filePath("a"));
    source.log = &log;
    log.add("first");
    const auto key = log.data.keyring().rawKey("store.key");
    QVERIFY(key && log.store->backupTo(folder->filePath("old").toStdString(), *key));
    log.add("second");
    start();
    QTRY_COMPARE(confirmed->size(), 1);
    log.store.reset();
    for (const auto* end : {"", "-wal", "-shm"})
        QFile::remove(folder->filePath("a/server.db") + end);
    QVERIFY(QFile::copy(folder->filePath("old"), folder->filePath("a/server.db")));
    Log restored(folder->filePath("a"));
    source.log = &restored;
    start();
    QTRY_COMPARE(alarmed->size(), 1);
    QCOMPARE(alarmed->last().first().value<base::Failure>().code, contract::codes::auditAltered);
    start();
    QTRY_COMPARE(confirmed->size(), 2); // The restored log is watched from now on; the evidence stays.
    std::optional<std::string> evidence;
    store->run(
        this, [](ports::LocalStore& s) { return s.value(sync::AuditWatch::evidenceKey); },
        [&](const base::Result<std::optional<std::string>>& text) {
            evidence = text.value_or(std::nullopt);
        });
    QTRY_VERIFY(evidence.has_value());
    QCOMPARE(contract::decode<contract::AuditHeads>(*evidence)->head.size, 2);
}

void TestAuditWatch::tellsOfALogWithOtherRecords() {
    Log log(folder->filePath("a"));
    source.log = &log;
    log.add("what was done");
    start();
    QTRY_COMPARE(confirmed->size(), 1);
    QVERIFY(QDir().mkpath(folder->filePath("b/keyring")));
    QFile::setPermissions(folder->filePath("b/keyring"),
                          QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QVERIFY(QFile::copy(folder->filePath("a/keyring/audit.key"), folder->filePath("b/keyring/audit.key")));
    Log other(folder->filePath("b"));
    other.add("what is told now");
    other.add("more");
    source.log = &other;
    start();
    QTRY_COMPARE(alarmed->size(), 1);
    QCOMPARE(alarmed->last().first().value<base::Failure>().code, contract::codes::auditAltered);
}

void TestAuditWatch::tellsOfAKeyThatNobodyKnows() {
    Log log(folder->filePath("a")), other(folder->filePath("b"));
    source.log = &log;
    start();
    QTRY_COMPARE(confirmed->size(), 1);
    source.log = &other;
    start();
    QTRY_COMPARE(alarmed->size(), 1);
    QCOMPARE(alarmed->last().first().value<base::Failure>().code, contract::codes::auditUnsigned);
}

void TestAuditWatch::tellsOfAPinThatCannotBeRead() {
    Log log(folder->filePath("a"));
    source.log = &log;
    store->post([](ports::LocalStore& s) {
        if (!s.setValue(sync::AuditWatch::pinKey, "{torn"))
            qFatal("no pin");
    });
    start();
    QTRY_COMPARE(confirmed->size(), 1); // watched anew
    QCOMPARE(alarmed->size(), 1);
    QCOMPARE(alarmed->last().first().value<base::Failure>().code, sync::codes::auditPinLost);
    std::optional<std::string> evidence;
    store->run(
        this, [](ports::LocalStore& s) { return s.value(sync::AuditWatch::evidenceKey); },
        [&](const base::Result<std::optional<std::string>>& text) {
            evidence = text.value_or(std::nullopt);
        });
    QTRY_COMPARE(evidence, std::optional<std::string>("{torn"));
    start();
    QTRY_COMPARE(confirmed->size(), 2);
    QCOMPARE(alarmed->size(), 1); // told once
}

void TestAuditWatch::saysNothingWithoutAConnection() {
    source.log = nullptr;
    start();
    QTest::qWait(100);
    QCOMPARE(alarmed->size() + confirmed->size(), 0);
    Log log(folder->filePath("a"));
    source.log = &log;
    start();
    QTRY_COMPARE(confirmed->size(), 1);
}

QTEST_GUILESS_MAIN(TestAuditWatch)
#include "test_audit_watch.moc"
