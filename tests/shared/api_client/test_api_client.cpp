// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <QElapsedTimer>
#include <QTcpServer>
#include <QTest>

#include <nlohmann/json.hpp>

#include "responder.h"
#include "vienlogs/contract/codec.h"
#include "vienlogs/digest/sha256.h"
#include "vienlogs/ports/net_failures.h"
#include "vienlogs/test/samples.h"

using namespace vienlogs;
using api_client::ApiClientOptions;
using api_client::HttpApiClient;

namespace {

constexpr auto problemJson = "application/problem+json";

QByteArray problem(int status, const char* code) {
    return QByteArray::fromStdString(contract::encode(contract::Problem{status, code, "Title", "Detail"}));
}

/// Waits for the one call back of one call.
template<typename T, typename Call>
base::Result<T> answerTo(Call call) {
    std::optional<base::Result<T>> got;
    int times = 0;
    QThread* on = nullptr;
    call([&](base::Result<T> result) {
        ++times;
        on = QThread::currentThread();
        got.emplace(std::move(result));
    });
    if (!QTest::qWaitFor([&] { return got.has_value(); }, 20000))
        return base::fail(base::FailureCode{"no call back"});
    QTest::qWait(5);
    if (times != 1 || on != QThread::currentThread())
        return base::fail(base::FailureCode{"called back more than once or on another thread"});
    return std::move(*got);
}

std::unique_ptr<HttpApiClient> clientOf(const ApiClientOptions& options) {
    auto client = HttpApiClient::create(options);
    return client ? std::move(*client) : nullptr;
}

QByteArray codeOf(const base::Result<contract::ReferenceManifest>& result) {
    return result ? QByteArray("answered")
                  : QByteArray(result.error().code.text.data(), qsizetype(result.error().code.text.size()));
}

} // namespace

class TestApiClient : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void asksAndUnderstands();
    void tellsTheServersTime();
    void sendsTheTokenAfterLoginOnly();
    void renewsASessionThatHasEnded();
    void sendsCommandsAndUnderstandsResults();
    void putsSearchTermsIntoTheBodyNotTheAddress();
    void checksContentAgainstItsName();
    void givesAProblemItsOwnCode();
    void unknownAnswers_data();
    void unknownAnswers();
    void brokenConnections_data();
    void brokenConnections();
    void closedPort();
    void serverOfAnotherAuthority();
    void serverOfAnotherName();
    void deviceThatTheServerDoesNotKnow();
    void unreadableIdentity();
    void callsBackWhatIsUnderWayWhenItEnds();
    void servesSeveralThreads();

private:
    base::Result<contract::ReferenceManifest> manifest(const ApiClientOptions& options) {
        const auto client = clientOf(options);
        if (!client)
            return base::fail(base::FailureCode{"no client"});
        return answerTo<contract::ReferenceManifest>([&](auto done) { client->referenceManifest(done); });
    }
    test::Responder responder_;
};

void TestApiClient::asksAndUnderstands() {
    const contract::ReferenceManifest sent{7, {{"catalogue/a.json", std::string(64, 'a'), 3}}};
    responder_.start("answer", test::http("200 OK", QByteArray::fromStdString(contract::encode(sent))));
    const auto client = clientOf(responder_.options());
    client->setLanguage(base::Language::Russian);
    for (int i = 0; i < 2; ++i) {
        const auto got =
            answerTo<contract::ReferenceManifest>([&](auto done) { client->referenceManifest(done); });
        QVERIFY(got);
        QVERIFY(*got == sent);
    }
    const auto request = responder_.requests().value(0);
    QVERIFY(request.startsWith("GET /v1/reference HTTP/1.1\r\n"));
    QVERIFY(request.contains("\r\nAccept-Language: ru\r\n"));
    QVERIFY(QRegularExpression("\r\ntraceparent: 00-[0-9a-f]{32}-[0-9a-f]{16}-01\r\n")
                .match(QString::fromLatin1(request))
                .hasMatch());
    QVERIFY(!request.contains("Authorization"));
    QVERIFY(!request.contains("Idempotency-Key"));
}

void TestApiClient::tellsTheServersTime() {
    QByteArray answer =
        test::http("200 OK", QByteArray::fromStdString(contract::encode(contract::ReferenceManifest{})));
    answer.replace("\r\n\r\n", "\r\nDate: Mon, 23 Nov 2026 12:00:07 GMT\r\n\r\n");
    responder_.start("answer", answer);
    const auto client = clientOf(responder_.options());
    std::vector<base::Timestamp> heard;
    client->onServerTime([&](base::Timestamp time) { heard.push_back(time); });
    QVERIFY(answerTo<contract::ReferenceManifest>([&](auto done) { client->referenceManifest(done); }));
    QVERIFY(QTest::qWaitFor([&] { return heard.size() == 1; }));
    QCOMPARE(base::toRfc3339(heard.front()), std::string("2026-11-23T12:00:07.000Z"));
}

void TestApiClient::sendsTheTokenAfterLoginOnly() {
    contract::Session session;
    session.token = "the-token";
    responder_.start("answer",
                     test::http("201 Created", QByteArray::fromStdString(contract::encode(session))));
    const auto client = clientOf(responder_.options());
    const auto got = answerTo<contract::Session>([&](auto done) { client->login({}, done); });
    QVERIFY(got);
    QCOMPARE(got->token, std::string("the-token"));
    static_cast<void>(
        answerTo<contract::ReferenceManifest>([&](auto done) { client->referenceManifest(done); }));
    QVERIFY(answerTo<void>([&](auto done) { client->logout(done); }));
    static_cast<void>(
        answerTo<contract::ReferenceManifest>([&](auto done) { client->referenceManifest(done); }));
    const auto requests = responder_.requests();
    QCOMPARE(requests.size(), 4);
    QVERIFY(QRegularExpression("\r\nIdempotency-Key: [0-9A-Z]{26}\r\n")
                .match(QString::fromUtf8(requests[0]))
                .hasMatch());
    QVERIFY(!requests[0].contains("Authorization"));
    QVERIFY(requests[1].contains("\r\nAuthorization: Bearer the-token\r\n"));
    QVERIFY(requests[2].startsWith("DELETE /v1/sessions/current "));
    QVERIFY(requests[2].contains("Bearer the-token"));
    QVERIFY(!requests[3].contains("Authorization"));
}

void TestApiClient::renewsASessionThatHasEnded() {
    contract::Session session;
    session.token = "the-token";
    session.refreshToken = "the-refresh";
    auto both = contract::toJson(session); // Serves as the manifest as well.
    both["version"] = 7;
    both["items"] = nlohmann::json::array();
    responder_.start("expire", test::http("201 Created", QByteArray::fromStdString(both.dump())));
    const auto client = clientOf(responder_.options());
    QVERIFY(answerTo<contract::Session>([&](auto done) { client->login({}, done); }));
    const auto manifest =
        answerTo<contract::ReferenceManifest>([&](auto done) { client->referenceManifest(done); });
    QVERIFY(manifest);
    QCOMPARE(manifest->version, 7);
    const auto requests = responder_.requests();
    QCOMPARE(requests.size(), 4);
    QVERIFY(requests[1].startsWith("GET /v1/reference "));
    QVERIFY(requests[2].startsWith("POST /v1/sessions:refresh "));
    QVERIFY(requests[2].contains("the-refresh"));
    QVERIFY(!requests[2].contains("Authorization"));
    QVERIFY(requests[3].startsWith("GET /v1/reference "));
}

void TestApiClient::sendsCommandsAndUnderstandsResults() {
    const auto command = test::open(test::newUlid());
    const std::vector<contract::CommandResult> results{
        {command.key, contract::CommandStatus::Accepted, {}, 1}};
    responder_.start("answer", test::http("200 OK", QByteArray::fromStdString(contract::encode(results))));
    const auto client = clientOf(responder_.options());
    const auto got = answerTo<std::vector<contract::CommandResult>>(
        [&](auto done) { client->postCommands({command}, done); });
    QVERIFY(got && *got == results);
    const auto request = responder_.requests().value(0);
    QVERIFY(request.startsWith("POST /v1/commands:batch HTTP/1.1\r\n"));
    QVERIFY(request.endsWith(QByteArray::fromStdString('[' + contract::encode(command) + ']')));
}

void TestApiClient::putsSearchTermsIntoTheBodyNotTheAddress() {
    responder_.start("answer", test::http("200 OK", "[]"));
    const auto client = clientOf(responder_.options());
    const auto person = *base::Identifier::parse("PNOLV-010181-15098");
    QVERIFY(answerTo<std::vector<contract::HistoryEntry>>(
        [&](auto done) { client->clientHistory(person, "service", done); }));
    QVERIFY(
        answerTo<std::vector<contract::AccessRecord>>([&](auto done) { client->accessLog(person, done); }));
    static_cast<void>(answerTo<contract::ChangesPage>([&](auto done) {
        client->changes("place:CES", {"e1", "a+b/c=&d", "m&1"}, 0, done);
    }));
    const auto requests = responder_.requests();
    QVERIFY(requests[0].startsWith("POST /v1/clients:history HTTP/1.1\r\n"));
    QVERIFY(requests[0].endsWith(R"({"client":"PNOLV-010181-15098","purpose":"service"})"));
    QVERIFY(requests[1].startsWith("POST /v1/clients:access-log HTTP/1.1\r\n"));
    QVERIFY(requests[2].startsWith(
        "GET /v1/changes?scope=place%3ACES&after=a%2Bb%2Fc%3D%26d&epoch=e1&mark=m%261&limit="));
}

void TestApiClient::checksContentAgainstItsName() {
    responder_.start("answer", test::http("200 OK", "text", "application/octet-stream"));
    const auto client = clientOf(responder_.options());
    const auto name = digest::toHex(digest::sha256("text"));
    QVERIFY(answerTo<std::string>([&](auto done) { client->referenceItem(name, done); }) == "text");
    QVERIFY(answerTo<base::Bytes>([&](auto done) { client->getBlob(name, done); }) == base::bytesOf("text"));
    const auto other = answerTo<base::Bytes>([&](auto done) { client->getBlob(std::string(64, 'a'), done); });
    QVERIFY(other.error().code == ports::net::answerNotUnderstood);
}

void TestApiClient::givesAProblemItsOwnCode() {
    responder_.start("answer", test::http("422 Unprocessable", problem(422, "VL-CASE-0004"), problemJson));
    const auto got = manifest(responder_.options());
    QCOMPARE(codeOf(got), QByteArray("VL-CASE-0004"));
}

void TestApiClient::unknownAnswers_data() {
    QTest::addColumn<QString>("mode");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QString>("argument");
    const QByteArray odd = "VL-NET-0004";
    const QString answer = "answer";
    QTest::newRow("not JSON") << answer << test::http("200 OK", "<html>") << odd << "JSON";
    QTest::newRow("JSON of another shape")
        << answer << test::http("200 OK", R"({"version":"1"})") << odd << "JSON";
    QTest::newRow("empty") << answer << test::http("200 OK", "") << odd << "JSON";
    QTest::newRow("a code we do not know")
        << answer << test::http("409 Conflict", problem(409, "VL-NEW-0001"), problemJson) << odd
        << "VL-NEW-0001";
    QTest::newRow("a code that is not one")
        << answer << test::http("409 Conflict", problem(409, "<b>hello</b>"), problemJson) << odd
        << "HTTP 409";
    QTest::newRow("a page of a proxy")
        << answer << test::http("502 Bad Gateway", "<html>", "text/html") << odd << "HTTP 502";
    QTest::newRow("redirect") << answer
                              << QByteArray("HTTP/1.1 302 Found\r\nLocation: https://127.0.0.1:1/\r\n"
                                            "Content-Length: 0\r\n\r\n")
                              << odd << "HTTP 302";
    QTest::newRow("not TLS") << "plain" << QByteArray("HTTP/1.1 200 OK\r\n\r\n") << odd << "TLS";
    QTest::newRow("endless") << "endless"
                             << QByteArray("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n")
                             << QByteArray("VL-NET-0008") << "";
    QTest::newRow("too long") << answer << test::http("200 OK", QByteArray(5 * 1024 * 1024, ' '))
                              << QByteArray("VL-NET-0008") << "";
}

void TestApiClient::unknownAnswers() {
    QFETCH(QString, mode);
    QFETCH(QByteArray, answer);
    QFETCH(QByteArray, code);
    QFETCH(QString, argument);
    responder_.start(mode, answer);
    const auto got = manifest(responder_.options());
    QCOMPARE(codeOf(got), code);
    QCOMPARE(QString::fromStdString(got.error().argument), argument);
}

void TestApiClient::brokenConnections_data() {
    QTest::addColumn<QString>("mode");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QByteArray>("code");
    QTest::newRow("closed at once") << "cut" << QByteArray() << QByteArray("VL-NET-0001");
    QTest::newRow("cut in the head") << "cut" << QByteArray("HTTP/1.1 200 O") << QByteArray("VL-NET-0001");
    QTest::newRow("cut in the body") << "cut"
                                     << test::http("200 OK", R"({"version":1,"items":[]})").chopped(5)
                                     << QByteArray("VL-NET-0001");
    QTest::newRow("not HTTP") << "cut" << QByteArray("SSH-2.0-x\r\n\r\n") << QByteArray("VL-NET-0001");
    QTest::newRow("silent") << "hold" << QByteArray() << QByteArray("VL-NET-0002");
    QTest::newRow("dripping") << "drip" << test::http("200 OK", QByteArray(1000, ' '))
                              << QByteArray("VL-NET-0002");
}

void TestApiClient::brokenConnections() {
    QFETCH(QString, mode);
    QFETCH(QByteArray, answer);
    QFETCH(QByteArray, code);
    responder_.start(mode, answer);
    auto options = responder_.options();
    options.idleMs = 300;
    options.totalMs = 900;
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(codeOf(manifest(options)), code);
    QVERIFY(timer.elapsed() < 4000);
}

void TestApiClient::closedPort() {
    QTcpServer listener;
    QVERIFY(listener.listen(QHostAddress::LocalHost));
    auto options = responder_.options();
    options.server = "https://127.0.0.1:" + std::to_string(listener.serverPort());
    listener.close();
    QCOMPARE(codeOf(manifest(options)), QByteArray("VL-NET-0001"));
}

void TestApiClient::serverOfAnotherAuthority() {
    responder_.start("answer", test::http("200 OK", "{}"));
    auto options = responder_.options();
    test::Authority("Another").writeTo(responder_.folder / "other.pem");
    options.authority = responder_.folder / "other.pem";
    QCOMPARE(codeOf(manifest(options)), QByteArray("VL-NET-0003"));
    QVERIFY(responder_.requests().isEmpty());
    // Nor do the authorities that the machine trusts count.
    options.authority = responder_.folder / "device.pem";
    QCOMPARE(codeOf(manifest(options)), QByteArray("VL-NET-0003"));
}

void TestApiClient::serverOfAnotherName() {
    responder_.start("answer", test::http("200 OK", "{}"));
    auto options = responder_.options();
    options.server = "https://127.0.0.2:" + std::to_string(responder_.port);
    QVERIFY(codeOf(manifest(options)) != "answered");
    // The device's certificate names no host: a device cannot pose as the server.
    responder_.stop();
    for (const auto* ending : {".pem", ".key"})
        std::filesystem::copy_file(responder_.folder / (std::string("device") + ending),
                                   responder_.folder / (std::string("server") + ending),
                                   std::filesystem::copy_options::overwrite_existing);
    responder_.start("answer", test::http("200 OK", "{}"));
    QCOMPARE(codeOf(manifest(responder_.options())), QByteArray("VL-NET-0003"));
    responder_.authority.issue(responder_.folder.path(), "server", false);
}

void TestApiClient::deviceThatTheServerDoesNotKnow() {
    responder_.start("answer", test::http("200 OK", "{}"));
    test::Authority other("Another");
    other.issue(responder_.folder.path(), "stranger", true);
    auto options = responder_.options();
    options.certificate = responder_.folder / "stranger.pem";
    options.privateKey = responder_.folder / "stranger.key";
    QCOMPARE(codeOf(manifest(options)), QByteArray("VL-NET-0005"));
    QVERIFY(responder_.requests().isEmpty());
}

void TestApiClient::unreadableIdentity() {
    responder_.start("answer", test::http("200 OK", "{}"));
    auto options = responder_.options();
    options.privateKey = responder_.folder / "none.key";
    QVERIFY(HttpApiClient::create(options).error().code == ports::net::identityUnreadable);
    options.privateKey = responder_.folder / "device.pem";
    QVERIFY(HttpApiClient::create(options).error().code == ports::net::identityUnreadable);
    options = responder_.options();
    options.server = "http://127.0.0.1:1";
    QCOMPARE(HttpApiClient::create(options).error().code.text, std::string_view("VL-BASE-0002"));
}

void TestApiClient::callsBackWhatIsUnderWayWhenItEnds() {
    responder_.start("hold", {});
    auto client = clientOf(responder_.options());
    std::optional<base::Result<contract::ReferenceManifest>> got;
    client->referenceManifest([&](auto result) { got.emplace(std::move(result)); });
    QTest::qWait(50);
    client.reset();
    QVERIFY(QTest::qWaitFor([&] { return got.has_value(); }, 1000));
    QCOMPARE(codeOf(*got), QByteArray("VL-BASE-0008"));
}

void TestApiClient::servesSeveralThreads() {
    responder_.start("answer", test::http("200 OK", R"({"version":1,"items":[]})"));
    const auto client = clientOf(responder_.options());
    std::atomic<int> answered{0};
    std::vector<std::unique_ptr<QThread>> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back(QThread::create([&] {
            for (int n = 0; n < 5; ++n) {
                QEventLoop loop;
                client->referenceManifest([&, here = QThread::currentThread()](const auto& result) {
                    answered += result && here == QThread::currentThread();
                    loop.quit();
                });
                loop.exec();
            }
        }));
        threads.back()->start();
    }
    for (const auto& thread : threads)
        QVERIFY(thread->wait(20000));
    QCOMPARE(answered.load(), 20);
}

QTEST_GUILESS_MAIN(TestApiClient)
#include "test_api_client.moc"
