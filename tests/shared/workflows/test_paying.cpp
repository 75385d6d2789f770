// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <QTest>

#include "vienlogs/fakes/desk.h"

using namespace vienlogs;
using namespace vienlogs::fakes;
using namespace vienlogs::workflows;
using domain::payments::PaymentState;

namespace {

bool toPay(Desk& desk) {
    return desk.logIn() && desk.identify() && desk.walkTo(ContactStep::Pay) &&
           Desk::until([&] { return desk.workplace().paying().state() == PayingState::Ready; });
}

} // namespace

/// The fee is taken once or not at all, and what is not known stays visible.
class TestPaying : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void captured() {
        Desk desk;
        QVERIFY(toPay(desk));
        auto& paying = desk.workplace().paying();
        QVERIFY(!paying.invoice()->amount.isZero());
        paying.pay();
        paying.pay(); // pressed twice
        QVERIFY(Desk::until([&] { return paying.state() == PayingState::Captured; }));
        QVERIFY(Desk::until(
            [&] { return paying.payment() && paying.payment()->state == PaymentState::Captured; }));
        QCOMPARE(desk.terminal.charges(), 1);
        QVERIFY(domain::cases::paid(*desk.contact().theCase()) == paying.invoice()->amount);
    }

    void declinedThenPaid() {
        Desk desk;
        QVERIFY(toPay(desk));
        auto& paying = desk.workplace().paying();
        desk.terminal.setCustomer(FakeTerminal::Customer::Declines);
        paying.pay();
        QVERIFY(Desk::until([&] { return paying.state() == PayingState::Declined; }));
        QVERIFY(paying.failure().has_value());
        desk.terminal.setCustomer(FakeTerminal::Customer::Approves);
        paying.pay();
        QVERIFY(Desk::until([&] { return paying.state() == PayingState::Captured; }));
        QVERIFY(Desk::until([&] { return desk.contact().theCase()->payments.size() == 2; }));
        QCOMPARE(desk.terminal.charges(), 1);
    }

    void calledOff() {
        Desk desk;
        QVERIFY(toPay(desk));
        auto& paying = desk.workplace().paying();
        desk.terminal.setCustomer(FakeTerminal::Customer::WaitsForAbort);
        paying.pay();
        QVERIFY(Desk::until([&] { return paying.prompt() == ports::PosPrompt::InsertCard; }));
        paying.abort();
        QVERIFY(Desk::until([&] { return paying.state() == PayingState::Aborted; }));
        paying.payLater();
        QVERIFY(paying.settled() && desk.contact().data().payLater);
        QCOMPARE(desk.terminal.charges(), 0);
    }

    void calledOffBeforeTheTerminalKnows() {
        Desk desk;
        QVERIFY(toPay(desk));
        auto& paying = desk.workplace().paying();
        desk.terminal.setCustomer(FakeTerminal::Customer::WaitsForAbort); // would wait without end
        for (int i = 0; i < 20; ++i) {
            paying.pay();
            paying.abort();
            QVERIFY(Desk::until([&] { return paying.state() == PayingState::Aborted; }));
        }
        desk.terminal.setCustomer(FakeTerminal::Customer::Approves);
        paying.pay(); // what was called off was the one before
        QVERIFY(Desk::until([&] { return paying.state() == PayingState::Captured; }));
        QCOMPARE(desk.terminal.charges(), 1);
    }

    /// An old case, long behind the newest ones, gets to know what became of its payment.
    void aPaymentIsCarriedToACaseHoweverOld() {
        Desk desk;
        QVERIFY(toPay(desk));
        const auto theCase = *desk.contact().theCase();
        domain::payments::Payment told{.id = base::Ulid::make(desk.clock),
                                       .invoiceId = theCase.invoice->id,
                                       .caseId = theCase.id,
                                       .amount = theCase.invoice->amount,
                                       .state = PaymentState::Declined,
                                       .terminalId = "T1",
                                       .intendedAt = desk.clock.now()};
        QVERIFY(desk.store.savePayment(told).has_value());
        auto& contact = desk.contact();
        contact.end("interrupted");
        QVERIFY(Desk::until([&] { return !contact.active(); }));
        for (int i = 0; i < 60; ++i)
            QVERIFY(desk.store
                        .record(contact.acts().command(
                            contact.acts().newId(),
                            domain::cases::OpenCase{.client = theCase.client,
                                                    .identityLevel = theCase.identityLevel}))
                        .has_value());
        desk.workplace().paying().recover();
        QVERIFY(Desk::until([&] { return (*desk.store.caseById(theCase.id))->payments.size() == 1; }));
        QVERIFY(desk.store.untoldPayments({}, 10)->empty());
    }

    void endOfDayIsToldToTheServerOnceAndAgainWhenMoreIsKnown() {
        Desk desk;
        QVERIFY(toPay(desk));
        const auto told = [&] {
            const auto types = desk.store.types();
            return std::count(types.begin(), types.end(), "day.close");
        };
        domain::payments::DayClosing closing{
            .id = desk.contact().acts().newId(), .terminalId = "T1", .at = desk.clock.now()};
        QVERIFY(desk.store.saveDayClosing(closing).has_value());
        PaymentCarrier carrier(desk.contact());
        const auto carried = [&](long count) {
            carrier.carryForgotten();
            bool done = false; // the store's thread does one thing after another
            desk.contact().acts().store().run(
                &carrier, [](ports::LocalStore&) { return base::Result<void>(); },
                [&](const base::Result<void>&) { done = true; });
            return Desk::until([&] { return done; }) && told() == count;
        };
        QVERIFY(carried(0)); // the terminal has not answered yet
        closing.state = domain::payments::ClosingState::Unknown;
        QVERIFY(desk.store.saveDayClosing(closing).has_value());
        QVERIFY(carried(1));
        QVERIFY(carried(1));
        closing.state = domain::payments::ClosingState::Closed;
        QVERIFY(desk.store.saveDayClosing(closing).has_value());
        QVERIFY(carried(2));
    }

    void silentTerminalChargesNothing() {
        Desk desk;
        QVERIFY(toPay(desk));
        auto& paying = desk.workplace().paying();
        desk.terminal.setSilent(true);
        paying.pay();
        QVERIFY(Desk::until([&] { return paying.state() == PayingState::Ready && paying.failure(); }));
        QVERIFY(paying.failure()->code == base::FailureCode{"VL-POS-0001"});
    }

    void lostAnswerIsFoundAtTheTerminal() {
        Desk desk;
        QVERIFY(toPay(desk));
        auto& paying = desk.workplace().paying();
        desk.terminal.setCustomer(FakeTerminal::Customer::AnswerLostCharged);
        paying.pay();
        QVERIFY(Desk::until([&] { return paying.state() == PayingState::Unknown; }));
        paying.pay();
        QCOMPARE(paying.state(), PayingState::Unknown);
        QVERIFY(!paying.settled());
        desk.terminal.setSilent(false);
        paying.askTerminal();
        QVERIFY(Desk::until([&] { return paying.state() == PayingState::Captured; }));
        QCOMPARE(desk.terminal.charges(), 1);
    }

    void unknownIsDecidedByAPerson() {
        for (const bool charged : {true, false}) {
            Desk desk;
            QVERIFY(toPay(desk));
            auto& paying = desk.workplace().paying();
            desk.terminal.setCustomer(FakeTerminal::Customer::AnswerLostNotCharged);
            paying.pay();
            QVERIFY(Desk::until([&] {
                return paying.state() == PayingState::Unknown && paying.payment() &&
                       paying.payment()->state == PaymentState::Unknown;
            }));
            paying.askTerminal(); // still silent
            QVERIFY(Desk::until([&] { return paying.state() == PayingState::Unknown; }));
            paying.resolve(charged);
            QVERIFY(Desk::until([&] {
                return paying.state() == (charged ? PayingState::Captured : PayingState::Aborted) ||
                       paying.state() == (charged ? PayingState::Captured : PayingState::Declined);
            }));
            QVERIFY(Desk::until([&] { return paying.payment()->resolution.has_value(); }));
        }
    }

    void killedWhileTheTerminalWorks() {
        Desk desk;
        QVERIFY(toPay(desk));
        desk.terminal.setCustomer(FakeTerminal::Customer::AnswerLostCharged);
        desk.workplace().paying().pay();
        QVERIFY(Desk::until([&] { return desk.terminal.charges() == 1; }));
        desk.kill();
        desk.terminal.setSilent(false);
        desk.start();
        QVERIFY(desk.logIn());
        QVERIFY(Desk::until([&] { return desk.contact().step() == ContactStep::Pay; }));
        auto& paying = desk.workplace().paying();
        QVERIFY(Desk::until([&] { return paying.state() == PayingState::Captured; }));
        QVERIFY(desk.walkTo(ContactStep::Done));
        QCOMPARE(desk.terminal.charges(), 1);
    }

    void whatTheTerminalDidIsRecordedAlsoWhenTheContactIsOver() {
        Desk desk;
        QVERIFY(toPay(desk));
        auto& paying = desk.workplace().paying();
        const auto caseId = desk.contact().theCase()->id;
        desk.terminal.setDelay(std::chrono::milliseconds(300));
        paying.pay();
        QVERIFY(Desk::until([&] { return paying.prompt() == ports::PosPrompt::InsertCard; }));
        desk.contact().end("interrupted");
        QVERIFY(Desk::until([&] { return !desk.contact().active(); }));
        QVERIFY(Desk::until([&] {
            const auto theCase = desk.store.caseById(caseId);
            return theCase && *theCase && !domain::cases::paid(**theCase).isZero();
        }));
        QCOMPARE(paying.state(), PayingState::Idle);
        QCOMPARE(desk.terminal.charges(), 1);
    }

    void freeServiceHasAnInvoiceOfZero() {
        Desk desk;
        QVERIFY(desk.logIn());
        QVERIFY(desk.identify());
        QVERIFY(desk.walkTo(ContactStep::Pay, "vsaa-berna-piedzimsanas-pabalsts"));
        auto& paying = desk.workplace().paying();
        QVERIFY(Desk::until([&] { return paying.state() == PayingState::Free; }));
        QVERIFY(paying.invoice()->amount.isZero());
        desk.workplace().paying().printInvoice();
        QVERIFY(Desk::until([&] { return desk.printer.printed() == 1; }));
    }
};

QTEST_GUILESS_MAIN(TestPaying)
#include "test_paying.moc"
