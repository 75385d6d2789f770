// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <QTest>

#include "vienlogs/fakes/desk.h"
#include "vienlogs/workflows/failures.h"

using namespace vienlogs;
using namespace vienlogs::fakes;
using namespace vienlogs::workflows;
using ports::PinKind;
using Whose = PinCare::Whose;
using Task = PinCare::Task;

namespace {

constexpr PinCare::Job changePin1{Task::Change, PinKind::Pin1};
constexpr PinCare::Job unblockPin2{Task::Unblock, PinKind::Pin2};

bool becomes(Desk& desk, PinCareState state) {
    return Desk::until([&] { return desk.workplace().pinCare().state() == state; });
}

FakeCard with(FakeCard card, int tries1, int tries2, int triesOfPuk = 3) {
    card.tries1 = tries1;
    card.tries2 = tries2;
    card.triesOfPuk = triesOfPuk;
    return card;
}

FakeCard atPad(FakeCard card, std::vector<std::string> entries) {
    card.pad = std::move(entries);
    return card;
}

} // namespace

/// PINs changed and unblocked at the desk, on the screen and at the reader's pad.
class TestPins : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theClientChangesPin1() {
        Desk desk;
        QVERIFY(desk.logIn());
        QVERIFY(desk.identify());
        auto& pins = desk.workplace().pinCare();
        pins.open(Whose::Client);
        QVERIFY(becomes(desk, PinCareState::Ready));
        QCOMPARE(pins.card()->pin1.left, 3);
        pins.run(changePin1, base::Secret("1234"), base::Secret("4711"));
        QVERIFY(Desk::until([&] { return pins.done() && pins.state() == PinCareState::Ready; }));
        QCOMPARE(desk.readers.cardIn(clientReader)->pin1, std::string("4711"));
    }

    void aWrongCurrentPinCostsOneTry() {
        Desk desk;
        QVERIFY(desk.logIn());
        QVERIFY(desk.identify());
        auto& pins = desk.workplace().pinCare();
        pins.open(Whose::Client);
        QVERIFY(becomes(desk, PinCareState::Ready));
        pins.run(changePin1, base::Secret("9999"), base::Secret("4711"));
        QVERIFY(Desk::until([&] { return pins.failure() && pins.state() == PinCareState::Ready; }));
        QVERIFY(pins.failure()->code == codes::pinWrong);
        QVERIFY(!pins.done());
        QCOMPARE(pins.card()->pin1.left, 2);
        QCOMPARE(desk.readers.cardIn(clientReader)->pin1, std::string("1234"));
    }

    void aBlockedPin2IsUnblockedAndSigns() {
        Desk desk;
        QVERIFY(desk.logIn());
        desk.readers.insert(clientReader, with(Desk::clientCard(), 3, 0));
        QVERIFY(Desk::until([&] { return desk.contact().active(); }));
        QVERIFY(desk.walkTo(ContactStep::Sign));
        auto& signing = desk.workplace().signing();
        QVERIFY(Desk::until([&] { return signing.triesLeft() == 0; }));
        auto& pins = desk.workplace().pinCare();
        pins.open(Whose::Client);
        QVERIFY(becomes(desk, PinCareState::Ready));
        QCOMPARE(pins.card()->pin2.left, 0);
        pins.run(unblockPin2, base::Secret("12345678"), base::Secret("654321"));
        QVERIFY(Desk::until([&] { return pins.done() && pins.state() == PinCareState::Ready; }));
        QCOMPARE(pins.card()->pin2.left, 3);
        QVERIFY(Desk::until([&] { return signing.triesLeft() == 3; }));
        signing.signWithCard(base::Secret("654321"));
        QVERIFY(Desk::until([&] { return signing.state() == SigningState::Signed; }));
    }

    void wrongPukIsCountedToItsEnd() {
        Desk desk;
        QVERIFY(desk.logIn());
        desk.readers.insert(clientReader, with(Desk::clientCard(), 3, 0, 2));
        QVERIFY(Desk::until([&] { return desk.contact().active(); }));
        auto& pins = desk.workplace().pinCare();
        pins.open(Whose::Client);
        QVERIFY(becomes(desk, PinCareState::Ready));
        for (const char* code : {"VL-CARD-0025", "VL-CARD-0026"}) {
            pins.run(unblockPin2, base::Secret("00000000"), base::Secret("654321"));
            QVERIFY(Desk::until([&] {
                return pins.state() == PinCareState::Ready && pins.failure() &&
                       pins.failure()->code.text == code;
            }));
        }
        QCOMPARE(pins.card()->puk->left, 0);
    }

    void theClerkUnblocksPin1BeforeTheLogin() {
        Desk desk;
        desk.readers.insert(clerkReader, with(Desk::clerkCard(), 0, 3));
        auto& login = desk.workplace().login();
        QVERIFY(Desk::until([&] { return login.state() == LoginState::CardUnusable; }));
        auto& pins = desk.workplace().pinCare();
        QVERIFY(!pins.mayUse(Whose::Client)); // nobody is in
        pins.open(Whose::Clerk);
        QVERIFY(becomes(desk, PinCareState::Ready));
        pins.run({Task::Unblock, PinKind::Pin1}, base::Secret("12345678"), base::Secret("4711"));
        QVERIFY(Desk::until([&] { return login.state() == LoginState::PinNeeded; }));
        login.enterPin(base::Secret("4711"));
        QVERIFY(Desk::until([&] { return login.isIn(); }));
    }

    void aCardPulledInTheMiddleChangesNothing() {
        Desk desk;
        QVERIFY(desk.logIn());
        auto card = Desk::clientCard();
        desk.readers.insert(clientReader, card);
        QVERIFY(Desk::until([&] { return desk.contact().active(); }));
        auto& pins = desk.workplace().pinCare();
        pins.open(Whose::Client);
        QVERIFY(becomes(desk, PinCareState::Ready));
        desk.readers.setDelay(std::chrono::milliseconds(200));
        pins.run(changePin1, base::Secret("1234"), base::Secret("4711"));
        QCOMPARE(pins.state(), PinCareState::Working);
        desk.readers.remove(clientReader);
        QVERIFY(becomes(desk, PinCareState::NoCard));
        QVERIFY(pins.failure()->code == codes::cardPulled);
        desk.readers.setDelay({});
        desk.readers.insert(clientReader, card);
        QVERIFY(becomes(desk, PinCareState::Ready));
        QVERIFY(!pins.failure());
        QVERIFY(!pins.done());
    }

    /// What one person asked for is never done on the next one's card.
    void aCardSwappedMeanwhileKeepsItsTries() {
        Desk desk;
        QVERIFY(desk.logIn());
        QVERIFY(desk.identify());
        auto& pins = desk.workplace().pinCare();
        pins.open(Whose::Client);
        QVERIFY(becomes(desk, PinCareState::Ready));
        desk.readers.remove(clientReader); // the desk hears of both only after it was asked
        desk.readers.insert(clientReader, Desk::otherClientCard());
        pins.run(changePin1, base::Secret("9999"), base::Secret("4711"));
        QVERIFY(becomes(desk, PinCareState::Unusable));
        QVERIFY(pins.failure()->code == codes::otherClientCard);
        QCOMPARE(desk.readers.cardIn(clientReader)->tries1, 3);
        QCOMPARE(desk.readers.cardIn(clientReader)->pin1, std::string("1234"));
    }

    void theClerksOwnCardInTheClientsReaderIsRefused() {
        Desk desk;
        QVERIFY(desk.logIn());
        desk.readers.insert(clientReader, Desk::clerkCard());
        auto& pins = desk.workplace().pinCare();
        QVERIFY(Desk::until([&] { return desk.workplace().cards().cardIn(clientReader); }));
        pins.open(Whose::Client);
        QVERIFY(becomes(desk, PinCareState::Unusable));
        QVERIFY(pins.failure()->code == codes::clerkCardAtClient);
    }

    void lockingTheDeskLetsGoOfTheClientsCard() {
        Desk desk;
        QVERIFY(desk.logIn());
        QVERIFY(desk.identify());
        auto& pins = desk.workplace().pinCare();
        pins.open(Whose::Client);
        QVERIFY(becomes(desk, PinCareState::Ready));
        desk.readers.remove(clerkReader);
        QVERIFY(becomes(desk, PinCareState::Closed));
    }

    void everythingAtThePad() {
        Desk desk;
        desk.readers.insert(clerkReader, atPad(Desk::clerkCard(), {"", "1234"}));
        auto& login = desk.workplace().login();
        QVERIFY(Desk::until([&] { return login.state() == LoginState::PinNeeded && login.hasPad(); }));
        login.enterAtPad();
        QVERIFY(login.atPad());
        QVERIFY(Desk::until([&] { return login.failure() && login.failure()->code == codes::padCancelled; }));
        QCOMPARE(login.state(), LoginState::PinNeeded); // cancelled is not wrong
        login.enterAtPad();
        QVERIFY(Desk::until([&] { return login.isIn(); }));

        desk.readers.insert(clientReader, atPad(Desk::clientCard(), {"1234", "123456", "654321", "654321"}));
        QVERIFY(Desk::until([&] { return desk.contact().active(); }));
        auto& identification = desk.workplace().identification();
        QVERIFY(Desk::until([&] { return identification.hasPad(); }));
        identification.provePinAtPad();
        QVERIFY(Desk::until(
            [&] { return desk.contact().data().level == domain::clients::IdentityLevel::PinProved; }));
        auto& pins = desk.workplace().pinCare();
        pins.open(Whose::Client);
        QVERIFY(becomes(desk, PinCareState::Ready));
        QVERIFY(pins.card()->hasPad);
        pins.runAtPad({Task::Change, PinKind::Pin2});
        QVERIFY(Desk::until([&] { return pins.done(); }));
        pins.close();
        QVERIFY(desk.walkTo(ContactStep::Sign));
        auto& signing = desk.workplace().signing();
        QVERIFY(Desk::until([&] { return signing.state() == SigningState::Ready && signing.hasPad(); }));
        signing.signAtPad();
        QVERIFY(Desk::until([&] { return signing.state() == SigningState::Signed; }));
    }

    void tooLateAtThePadLeavesTheApplicationToBeSigned() {
        Desk desk;
        QVERIFY(desk.logIn());
        desk.readers.insert(clientReader, atPad(Desk::clientCard(), {}));
        QVERIFY(Desk::until([&] { return desk.contact().active(); }));
        QVERIFY(desk.walkTo(ContactStep::Sign));
        auto& signing = desk.workplace().signing();
        QVERIFY(Desk::until([&] { return signing.state() == SigningState::Ready && signing.hasPad(); }));
        signing.signAtPad();
        QVERIFY(Desk::until([&] { return desk.failures.size() == 1; }));
        QVERIFY(desk.failures.back().code == codes::padTooLate);
        QCOMPARE(signing.state(), SigningState::Ready);
    }
};

QTEST_GUILESS_MAIN(TestPins)
#include "test_pins.moc"
