// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <QSignalSpy>
#include <QTest>
#include <algorithm>

#include "vienlogs/fakes/desk.h"

using namespace vienlogs;
using namespace vienlogs::fakes;
using namespace vienlogs::workflows;
using domain::payments::ClosingState;
using domain::payments::PaymentState;
using domain::payments::ReversalReason;

namespace {

bool toPay(Desk& desk) {
    return desk.logIn() && desk.identify() && desk.walkTo(ContactStep::Pay, "pmlp-pase") &&
           Desk::until([&] { return desk.workplace().paying().state() == PayingState::Ready; });
}

bool paid(Desk& desk) {
    auto& workplace = desk.workplace();
    workplace.paying().pay();
    return Desk::until([&] { return workplace.givingBack().state() == GivingBackState::Possible; });
}

PaymentState stateInCase(Desk& desk) {
    return desk.contact().theCase()->payments.back().state;
}

/// The client went to another desk of the place and paid there.
bool paidElsewhere(Desk& desk, PaymentState state = PaymentState::Captured) {
    const auto& theCase = *desk.contact().theCase();
    const domain::payments::Payment payment{.id = desk.contact().acts().newId(),
                                            .invoiceId = theCase.invoice->id,
                                            .caseId = theCase.id,
                                            .amount = theCase.invoice->amount,
                                            .state = state,
                                            .terminalId = "T2",
                                            .intendedAt = desk.clock.now(),
                                            .endedAt = desk.clock.now()};
    const auto told =
        desk.store.record(desk.contact().acts().command(theCase.id, domain::cases::RecordPayment{payment}));
    desk.contact().reloadCase();
    return told.has_value();
}

} // namespace

/// Choosing the fee, giving it back and the end of the day.
class TestMoney : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anotherFeeIsPartOfTheCase() {
        Desk desk;
        QVERIFY(toPay(desk));
        auto& paying = desk.workplace().paying();
        QVERIFY(paying.invoice()->amount == base::Money::cents(5000));
        const auto id = paying.invoice()->id;
        paying.chooseFee({"urgent", {}});
        QVERIFY(Desk::until([&] { return paying.invoice()->amount == base::Money::cents(7500); }));
        QVERIFY(paying.invoice()->id == id);
        QVERIFY(paying.invoice()->fee->urgency == "urgent");
        QVERIFY(paying.invoice()->fee->legalBasis.find("Nr. 133") != std::string::npos);
        paying.chooseFee({"reduced", "pension-card"});
        QVERIFY(Desk::until([&] { return paying.invoice()->amount == base::Money::cents(2500); }));
        QVERIFY(paying.invoice()->fee->proof == "Pensionāra apliecība");
        QCOMPARE(paying.state(), PayingState::Ready);
    }

    void aReliefNeedsItsProof() {
        Desk desk;
        QVERIFY(toPay(desk));
        auto& paying = desk.workplace().paying();
        for (const auto& wrong :
             {catalogue::FeeChoice{"reduced", {}}, catalogue::FeeChoice{"reduced", "a note"},
              catalogue::FeeChoice{"free", {}}, catalogue::FeeChoice{"urgent", "pension-card"}}) {
            desk.failures.clear();
            paying.chooseFee(wrong);
            QVERIFY(Desk::until([&] { return !desk.failures.empty(); }));
            QVERIFY(desk.failures.back().code == catalogue::codes::feeNotOffered);
        }
        QVERIFY(paying.invoice()->amount == base::Money::cents(5000));
    }

    void anExemptClientPaysNothing() {
        Desk desk;
        QVERIFY(desk.logIn() && desk.identify() && desk.walkTo(ContactStep::Pay));
        auto& paying = desk.workplace().paying();
        QVERIFY(Desk::until([&] { return paying.state() == PayingState::Ready; }));
        paying.chooseFee({"exempt", "needy-statement"});
        QVERIFY(Desk::until([&] { return paying.state() == PayingState::Free; }));
        QVERIFY(paying.settled());
        paying.chooseFee({"desk", {}});
        QVERIFY(Desk::until([&] { return paying.state() == PayingState::Ready; }));
    }

    void aPaidFeeIsNotChosenAnew() {
        Desk desk;
        QVERIFY(toPay(desk) && paid(desk));
        QVERIFY(!desk.workplace().paying().canChooseFee());
    }

    void givenBackAndTakenAnew() {
        Desk desk;
        QVERIFY(toPay(desk) && paid(desk));
        auto& workplace = desk.workplace();
        workplace.givingBack().begin(ReversalReason::WrongFee);
        workplace.givingBack().begin(ReversalReason::WrongFee); // pressed twice
        QVERIFY(Desk::until([&] { return workplace.paying().state() == PayingState::GivenBack; }));
        QCOMPARE(workplace.givingBack().state(), GivingBackState::Given);
        QVERIFY(stateInCase(desk) == PaymentState::Reversed);
        const auto& reversal = *desk.contact().theCase()->payments.back().reversal;
        QVERIFY(reversal.reason == ReversalReason::WrongFee);
        QVERIFY(reversal.identity == "certificate-valid" || reversal.identity == "pin-proved");
        QVERIFY(!workplace.paying().settled());
        workplace.paying().chooseFee({"urgent", {}});
        QVERIFY(
            Desk::until([&] { return workplace.paying().invoice()->amount == base::Money::cents(7500); }));
        workplace.paying().pay();
        QVERIFY(Desk::until([&] { return workplace.paying().state() == PayingState::Captured; }));
        QCOMPARE(desk.terminal.reversals(), 1);
        QCOMPARE(desk.terminal.charges(), 2);
    }

    void givenBackAfterItWasSubmitted() {
        Desk desk;
        QVERIFY(toPay(desk) && paid(desk));
        QVERIFY(desk.walkTo(ContactStep::Done));
        auto& givingBack = desk.workplace().givingBack();
        QCOMPARE(givingBack.state(), GivingBackState::Possible);
        givingBack.begin(ReversalReason::ClientWithdrew);
        QVERIFY(Desk::until([&] { return givingBack.state() == GivingBackState::Given; }));
        QVERIFY(domain::cases::paid(*desk.contact().theCase()).isZero());
    }

    void aLostAnswerStaysUnknownUntilResolved() {
        for (const bool byTerminal : {true, false}) {
            Desk desk;
            QVERIFY(toPay(desk) && paid(desk));
            auto& workplace = desk.workplace();
            desk.terminal.setCustomer(FakeTerminal::Customer::AnswerLostCharged);
            workplace.givingBack().begin(ReversalReason::PaidTwice);
            QVERIFY(Desk::until([&] { return workplace.paying().state() == PayingState::GivingBack; }));
            QVERIFY(Desk::until([&] { return workplace.givingBack().state() == GivingBackState::Unknown; }));
            QVERIFY(workplace.givingBack().failure().has_value());
            workplace.paying().pay();
            workplace.givingBack().begin(ReversalReason::PaidTwice);
            QCOMPARE(workplace.paying().state(), PayingState::GivingBack);
            QVERIFY(!workplace.paying().settled());
            if (byTerminal) {
                desk.terminal.setSilent(false);
                workplace.givingBack().askTerminal();
            } else {
                workplace.givingBack().resolve(true);
            }
            QVERIFY(Desk::until([&] { return workplace.paying().state() == PayingState::GivenBack; }));
            QCOMPARE(desk.terminal.reversals(), 1);
            QCOMPARE(desk.terminal.charges(), 1);
        }
    }

    void killedWhileTheMoneyGoesBack() {
        Desk desk;
        QVERIFY(toPay(desk) && paid(desk));
        desk.terminal.setCustomer(FakeTerminal::Customer::AnswerLostCharged);
        desk.workplace().givingBack().begin(ReversalReason::WrongFee);
        QVERIFY(Desk::until([&] { return desk.terminal.reversals() == 1; }));
        desk.kill();
        desk.terminal.setSilent(false);
        desk.start();
        QVERIFY(desk.logIn());
        QVERIFY(Desk::until([&] { return desk.workplace().paying().state() == PayingState::GivenBack; }));
        QCOMPARE(desk.terminal.reversals(), 1);
    }

    void theDayAgreesAndIsKept() {
        Desk desk;
        QVERIFY(toPay(desk) && paid(desk));
        auto& day = desk.workplace().dayEnd();
        day.close();
        QVERIFY(Desk::until([&] { return !day.busy() && !day.closings().empty(); }));
        const auto& closing = day.closings().front();
        QVERIFY(closing.state == ClosingState::Closed);
        QVERIFY(closing.differences.empty());
        QVERIFY((closing.book == domain::payments::DaySum{1, base::Money::cents(5000)}));
        QVERIFY(closing.clerk == desk.workplace().login().session()->clerkId);
        desk.workplace().givingBack().begin(ReversalReason::WrongFee); // too late
        QVERIFY(Desk::until([&] { return !desk.failures.empty(); }));
        QVERIFY(desk.failures.back().code == payment_desk::codes::dayClosed);
        const int before = desk.printer.printed();
        day.print({});
        QVERIFY(Desk::until([&] { return desk.printer.printed() == before + 1; }));
        desk.kill();
        desk.start();
        desk.workplace().dayEnd().load();
        QVERIFY(Desk::until([&] { return desk.workplace().dayEnd().closings().size() == 1; }));
    }

    void anUnknownPaymentIsDecidedAtTheEndOfTheDay() {
        Desk desk;
        QVERIFY(toPay(desk));
        auto& workplace = desk.workplace();
        desk.terminal.setCustomer(FakeTerminal::Customer::AnswerLostNotCharged);
        workplace.paying().pay();
        QVERIFY(Desk::until([&] { return workplace.paying().state() == PayingState::Unknown; }));
        desk.terminal.setSilent(false);
        auto& day = workplace.dayEnd();
        day.close();
        QVERIFY(Desk::until([&] { return !day.busy() && !day.closings().empty(); }));
        const auto& found = day.closings().front().differences;
        QCOMPARE(found.size(), std::size_t(1));
        QVERIFY(found.front().kind == domain::payments::DayDifference::Kind::UnknownNotCharged);
        QVERIFY(day.caseNumberOf(*found.front().payment) == desk.contact().theCase()->number);
        day.decide(*found.front().payment, false);
        QVERIFY(Desk::until([&] { return !day.busy() && day.closings().front().differences.empty(); }));
        QVERIFY(Desk::until([&] { return stateInCase(desk) == PaymentState::Aborted; }));
    }

    void aFeeChosenAndPaidInOneBreathIsPaidAsChosen() {
        Desk desk;
        QVERIFY(toPay(desk));
        auto& paying = desk.workplace().paying();
        desk.access.setDelay(std::chrono::milliseconds(20));
        paying.chooseFee({"urgent", {}});
        paying.pay(); // before the new invoice is stored: not asked for yet
        QVERIFY(Desk::until([&] {
            if (paying.state() == PayingState::Ready)
                paying.pay();
            return paying.state() == PayingState::Captured;
        }));
        QVERIFY(Desk::until([&] { return domain::cases::paid(*desk.contact().theCase()).cents() > 0; }));
        QVERIFY(domain::cases::paid(*desk.contact().theCase()) == base::Money::cents(7500));
        QVERIFY(paying.invoice()->amount == base::Money::cents(7500));
        QCOMPARE(desk.terminal.charges(), 1);
    }

    void aTerminalThatIsOffIsNotShownAsReady() {
        Desk desk;
        auto& paying = desk.workplace().paying();
        QSignalSpy checked(&paying, &Paying::terminalChecked);
        QVERIFY(Desk::until([&] { return checked.size() == 1; })); // at the start
        QVERIFY(checked.at(0).first().toBool());
        desk.terminal.setSilent(true);
        paying.recover();
        QVERIFY(Desk::until([&] { return checked.size() == 2; }));
        QVERIFY(!checked.at(1).first().toBool());
    }

    void paidAtAnotherDeskMeanwhile_data() {
        QTest::addColumn<int>("state");
        QTest::newRow("ready") << static_cast<int>(PayingState::Ready);
        QTest::newRow("later") << static_cast<int>(PayingState::Later);
        QTest::newRow("declined") << static_cast<int>(PayingState::Declined);
        QTest::newRow("aborted") << static_cast<int>(PayingState::Aborted);
    }

    void paidAtAnotherDeskMeanwhile() {
        QFETCH(int, state);
        Desk desk;
        QVERIFY(toPay(desk));
        auto& paying = desk.workplace().paying();
        if (state == static_cast<int>(PayingState::Later))
            paying.payLater();
        if (state == static_cast<int>(PayingState::Declined)) {
            desk.terminal.setCustomer(FakeTerminal::Customer::Declines);
            paying.pay();
        }
        if (state == static_cast<int>(PayingState::Aborted)) {
            desk.terminal.setCustomer(FakeTerminal::Customer::WaitsForAbort);
            paying.pay();
            paying.abort();
        }
        QVERIFY(Desk::until([&] { return static_cast<int>(paying.state()) == state; }));
        desk.terminal.setCustomer(FakeTerminal::Customer::Approves);
        QVERIFY(paidElsewhere(desk));
        QVERIFY(Desk::until([&] { return paying.state() == PayingState::Captured; }));
        paying.pay();
        QVERIFY(Desk::until([&] { return !desk.contact().busy(); }));
        QCOMPARE(desk.terminal.charges(), 0);
    }

    void unknownAtAnotherDeskIsNotTakenHere() {
        Desk desk;
        QVERIFY(toPay(desk));
        auto& paying = desk.workplace().paying();
        paying.payLater();
        QVERIFY(paidElsewhere(desk, PaymentState::Unknown));
        QVERIFY(Desk::until([&] { return !desk.contact().theCase()->payments.empty(); }));
        paying.pay();
        QVERIFY(Desk::until([&] { return paying.state() == PayingState::Unknown; }));
        QVERIFY(desk.failures.back().code == payment_desk::codes::alreadyPaid);
        QCOMPARE(desk.terminal.charges(), 0);
    }

    void whatWasSettledSinceIsNoDifferenceOfTheDay() {
        Desk desk;
        QVERIFY(toPay(desk));
        auto& workplace = desk.workplace();
        desk.terminal.setCustomer(FakeTerminal::Customer::AnswerLostNotCharged);
        workplace.paying().pay();
        QVERIFY(Desk::until([&] { return workplace.paying().state() == PayingState::Unknown; }));
        desk.terminal.setSilent(false);
        auto& day = workplace.dayEnd();
        day.close();
        QVERIFY(Desk::until([&] { return !day.busy() && !day.closings().empty(); }));
        QCOMPARE(day.closings().front().differences.size(), std::size_t(1));
        workplace.paying().resolve(false); // on the screen of the payment, not of the day
        QVERIFY(Desk::until([&] { return workplace.paying().state() == PayingState::Aborted; }));
        day.load();
        QVERIFY(Desk::until([&] { return day.closings().front().differences.empty(); }));
    }

    void aReversalThatFailsLateIsNotTheNextClients() {
        Desk desk;
        QVERIFY(toPay(desk) && paid(desk));
        auto& givingBack = desk.workplace().givingBack();
        desk.terminal.setSilent(true);
        desk.terminal.setDelay(std::chrono::milliseconds(300));
        givingBack.begin(ReversalReason::WrongFee);
        desk.contact().end("interrupted");
        QVERIFY(Desk::until([&] { return !desk.contact().active(); }));
        QVERIFY(Desk::until([&] { return !desk.failures.empty(); })); // told all the same
        QVERIFY(!givingBack.failure());
    }

    void aPaymentThatIsNotStoredAfterItsClientLeftIsTold() {
        Desk desk;
        QVERIFY(toPay(desk));
        desk.terminal.setDelay(std::chrono::milliseconds(100));
        auto& paying = desk.workplace().paying();
        paying.pay();
        QVERIFY(Desk::until([&] { return paying.prompt() == ports::PosPrompt::InsertCard; }));
        desk.contact().end("interrupted");
        QVERIFY(Desk::until([&] { return !desk.contact().active(); }));
        desk.store.setFull(true);
        QVERIFY(Desk::until([&] { return desk.terminal.charges() == 1; }));
        QVERIFY(Desk::until([&] {
            return std::any_of(desk.failures.begin(), desk.failures.end(), [](const auto& failure) {
                return failure.code == payment_desk::codes::outcomeNotStored;
            });
        }));
    }
};

QTEST_GUILESS_MAIN(TestMoney)
#include "test_money.moc"
