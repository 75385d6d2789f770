// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <QTcpSocket>
#include <QTest>
#include <QUrl>

#include "vienlogs/api_client/loopback_receiver.h"

using namespace vienlogs;
using api_client::LoopbackReceiver;

/// The browser's way back to the desk.
class TestLoopbackReceiver : public QObject {
    Q_OBJECT

private:
    QUrl home_;
    std::vector<ports::LoginBrowser::Return> heard_;
    bool right_ = true;
    LoopbackReceiver receiver_{[](bool right) { return QString(right ? "Ja <b>" : "Nē"); }};

    [[nodiscard]] QByteArray ask(const QByteArray& request) const {
        QTcpSocket socket;
        socket.connectToHost(QStringLiteral("127.0.0.1"), static_cast<quint16>(home_.port()));
        socket.write(request);
        (void)QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::UnconnectedState; }, 10000);
        return socket.readAll();
    }
    [[nodiscard]] QByteArray visit(const QByteArray& target) const {
        return ask("GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
    }

private Q_SLOTS:
    void init() {
        heard_.clear();
        const auto home = receiver_.listen([this](const auto& back) {
            heard_.push_back(back);
            return right_;
        });
        QVERIFY(home.has_value());
        home_ = QUrl(QString::fromStdString(*home));
        QCOMPARE(home_.host(), QStringLiteral("127.0.0.1"));
    }

    void tellsWhatWasBrought() {
        const auto page = visit("/login?code=a%2Bb&state=s%201");
        QVERIFY2(page.startsWith("HTTP/1.1 200 ") && page.contains("Ja &lt;b&gt;"), page);
        QCOMPARE(heard_.size(), 1U);
        QCOMPARE(heard_[0].code, std::string("a+b"));
        QCOMPARE(heard_[0].state, std::string("s 1"));
        right_ = false;
        QVERIFY(visit("/login?error=access_denied&state=x").contains("Nē"));
        QCOMPARE(heard_[1].error, std::string("access_denied"));
        right_ = true;
    }

    void otherVisitsAreNotHeard() {
        QVERIFY(visit("/favicon.ico").startsWith("HTTP/1.1 404 "));
        QVERIFY(ask("POST /login?code=a&state=b HTTP/1.1\r\n\r\n").startsWith("HTTP/1.1 404 "));
        QVERIFY(ask("GET\r\n\r\n").startsWith("HTTP/1.1 404 "));
        QVERIFY(ask(QByteArray(20000, 'x')).isEmpty());
        QVERIFY(heard_.empty());
    }

    void whoStopsInTheMiddleIsStillAnswered() {
        const auto home = receiver_.listen([this](const auto&) {
            receiver_.stop();
            return true;
        });
        home_ = QUrl(QString::fromStdString(*home));
        QVERIFY(visit("/login?code=a&state=b").startsWith("HTTP/1.1 200 "));
        QVERIFY(visit("/login?code=a&state=b").isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestLoopbackReceiver)
#include "test_loopback_receiver.moc"
