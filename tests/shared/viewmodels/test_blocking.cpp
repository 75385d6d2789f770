// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <QElapsedTimer>
#include <QTest>

#include "all_view_models.h"
#include "vienlogs/fakes/desk.h"

using namespace vienlogs;
using namespace vienlogs::fakes;
using namespace vienlogs::viewmodels;

namespace {

constexpr qint64 longestMs = 50;
constexpr std::chrono::milliseconds slow{2000};

/// Runs one command as a click would and sees that it returns at once.
void quick(const char* what, const std::function<void()>& command) {
    QElapsedTimer timer;
    timer.start();
    command();
    QVERIFY2(timer.elapsed() < longestMs, what);
}

void slowDown(Desk& desk, std::chrono::milliseconds by) {
    desk.readers.setDelay(by);
    desk.access.setDelay(by / 10); // several questions a step wait for the store one after the other
    desk.api.setDelay(by);
    desk.terminal.setDelay(by);
    desk.scanner.setDelay(by);
    desk.printer.setDelay(by);
}

} // namespace

/// No command of any view-model keeps the window waiting, however slow cards, store, server and devices are.
class TestBlocking : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void loginAndIdentification() {
        Desk desk;
        AppViewModel app(desk.workplace(), [](base::Language) {});
        desk.readers.insert(clerkReader, Desk::clerkCard());
        QVERIFY(Desk::until([&] { return app.login()->state() == LoginViewModel::State::PinNeeded; }));
        slowDown(desk, slow);
        quick("submitPin", [&] { app.login()->submitPin(QStringLiteral("1234")); });
        quick("workOffline", [&] { app.login()->workOffline(); });
        quick("openReaders", [&] { app.openReaders(); });
        quick("assign", [&] { app.readers()->assign(0, ReadersViewModel::Role::Clerk); });
        quick("swap", [&] { app.readers()->swap(); });
        quick("confirm", [&] { app.readers()->confirm(); });
        quick("logout", [&] { app.logout(); });
        quick("recheck", [&] { Q_EMIT app.devices()->recheckAsked(); });
        slowDown(desk, std::chrono::milliseconds(0));
    }

    void contactCommands() {
        Desk desk;
        AppViewModel app(desk.workplace(), [](base::Language) {});
        QVERIFY(desk.logIn());
        QVERIFY(desk.identify());
        slowDown(desk, slow);
        quick("provePin", [&] { app.contact()->provePin(QStringLiteral("1234")); });
        quick("query", [&] { app.need()->setQuery(QStringLiteral("bērns piedzima")); });
        quick("choose", [&] { app.need()->choose(0); });
        quick("answer", [&] { app.need()->answerChoice(0, 0); });
        quick("next", [&] { app.need()->next(); });
        quick("language", [&] { app.switchLanguage(base::Language::English); });
        quick("palette", [&] { app.palette()->setQuery(QStringLiteral("pase")); });
        quick("cases", [&] { app.cases()->refresh(); });
        quick("end", [&] { app.contact()->end(); });
        slowDown(desk, std::chrono::milliseconds(0));
    }

    void formAndSigning() {
        Desk desk;
        AppViewModel app(desk.workplace(), [](base::Language) {});
        QVERIFY(desk.logIn());
        QVERIFY(desk.identify());
        QVERIFY(desk.walkTo(workflows::ContactStep::Form));
        QVERIFY(Desk::until([&] { return app.form()->pageCount() > 0 && !app.form()->prefilling(); }));
        slowDown(desk, slow);
        quick("setText",
              [&] { app.form()->setText(QStringLiteral("#/properties/phone"), QStringLiteral("29123456")); });
        quick("complete", [&] {
            app.form()->completeAddress(QStringLiteral("#/properties/newAddress"), QStringLiteral("Raunas"));
        });
        quick("form next", [&] { app.form()->next(); });
        quick("registers", [&] { app.help()->askRegistersAgain(); });
        slowDown(desk, std::chrono::milliseconds(0));
        QVERIFY(desk.walkTo(workflows::ContactStep::Sign));
        QVERIFY(Desk::until([&] { return app.sign()->canSignWithCard(); }));
        slowDown(desk, slow);
        quick("print", [&] { app.sign()->print(); });
        quick("scanners", [&] { app.scan()->refreshScanners(); });
        quick("scan", [&] { app.scan()->scan(true, true); });
        quick("rotate", [&] { app.scan()->rotate(0, 90); });
        quick("cancel", [&] { app.scan()->cancel(); });
        quick("clear", [&] { app.scan()->clear(); });
        quick("sign", [&] { app.sign()->signWithCard(QStringLiteral("123456")); });
        slowDown(desk, std::chrono::milliseconds(0));
    }

    void payingAndSubmitting() {
        Desk desk;
        AppViewModel app(desk.workplace(), [](base::Language) {});
        QVERIFY(desk.logIn());
        QVERIFY(desk.identify());
        QVERIFY(desk.walkTo(workflows::ContactStep::Pay));
        QVERIFY(Desk::until([&] { return app.pay()->canPay(); }));
        slowDown(desk, slow);
        quick("invoice", [&] { app.pay()->printInvoice(); });
        quick("pay", [&] { app.pay()->pay(); });
        quick("abort", [&] { app.pay()->abort(); });
        quick("ask", [&] { app.pay()->askTerminal(); });
        slowDown(desk, std::chrono::milliseconds(0));
        QVERIFY(Desk::until([&] { return app.pay()->canPay(); }, 10000)); // called off in time
        app.pay()->pay();
        QVERIFY(Desk::until([&] { return app.pay()->canGoOn(); }, 10000));
        slowDown(desk, slow);
        quick("receipt", [&] { app.pay()->printReceipt(); });
        quick("pay next", [&] { app.pay()->next(); });
        quick("delivery", [&] { app.done()->setDeliveryIndex(2); });
        quick("submit", [&] { app.done()->submit(); });
        quick("history", [&] { app.done()->refreshHistory(); });
        slowDown(desk, std::chrono::milliseconds(0));
        QVERIFY(Desk::until([&] { return app.done()->submitted(); }, 10000));
    }
};

QTEST_GUILESS_MAIN(TestBlocking)
#include "test_blocking.moc"
