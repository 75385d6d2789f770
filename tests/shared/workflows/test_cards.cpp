// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <QSignalSpy>
#include <QTest>

#include "vienlogs/base/failures_base.h"
#include "vienlogs/fakes/desk.h"
#include "vienlogs/workflows/failures.h"

using namespace vienlogs;
using namespace vienlogs::fakes;
using namespace vienlogs::workflows;
using domain::clients::IdentityLevel;

namespace {

bool told(const Desk& desk, base::FailureCode code) {
    return std::any_of(desk.failures.begin(), desk.failures.end(),
                       [&](const auto& f) { return f.code == code; });
}

} // namespace

/// Who is the clerk and who the client, and that the two are never confused.
class TestCards : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void clerkLogsInByCard() {
        Desk desk;
        QVERIFY(desk.logIn());
        QCOMPARE(desk.workplace().login().session()->clerkName, std::string("Līga Kalniņa"));
        QVERIFY(!desk.workplace().login().offline());
    }

    void wrongPinCountsDownAndBlocks() {
        Desk desk;
        desk.readers.insert(clerkReader, Desk::clerkCard());
        auto& login = desk.workplace().login();
        for (int left = 2; left > 0; --left) {
            QVERIFY(Desk::until([&] { return login.state() == LoginState::PinNeeded; }));
            login.enterPin(base::Secret("9999"));
            QVERIFY(Desk::until([&] { return login.failure().has_value(); }));
            QVERIFY(login.failure()->code == base::FailureCode{"VL-CARD-0005"});
            QCOMPARE(login.triesLeft(), std::optional(left));
        }
        login.enterPin(base::Secret("9999"));
        QVERIFY(Desk::until([&] { return login.state() == LoginState::CardUnusable; }));
        QVERIFY(login.failure()->code == base::FailureCode{"VL-CARD-0006"});
        desk.readers.remove(clerkReader);
        QVERIFY(desk.logIn()); // another, good card
    }

    void strangerIsRefusedByTheServer() {
        Desk desk;
        desk.readers.insert(clerkReader, Desk::clientCard());
        auto& login = desk.workplace().login();
        QVERIFY(Desk::until([&] { return login.state() == LoginState::PinNeeded; }));
        login.enterPin(base::Secret("1234"));
        QVERIFY(Desk::until([&] { return login.failure().has_value(); }));
        QVERIFY(!login.isIn());
    }

    void cardInTheClientsReaderDoesNotLogIn() {
        Desk desk;
        desk.readers.insert(clientReader, Desk::clerkCard());
        QVERIFY(Desk::until([&] { return desk.workplace().cards().cardIn(clientReader); }));
        QVERIFY(!Desk::until([&] { return desk.workplace().login().state() > LoginState::NoCard; }, 300));
        QVERIFY(!desk.contact().active());
    }

    void clientIsIdentifiedByCard() {
        Desk desk;
        QVERIFY(desk.logIn());
        QSignalSpy identified(&desk.workplace().identification(), &Identification::identified);
        QVERIFY(desk.identify());
        QVERIFY(Desk::until([&] { return desk.contact().data().level == IdentityLevel::CertificateValid; }));
        QCOMPARE(desk.contact().data().client.shownName(), std::string("Anna Bērziņa"));
        QCOMPARE(identified.size(), 1);
        QCOMPARE(desk.store.types(),
                 (std::vector<std::string>{"contact.open", "contact.identify", "contact.identify"}));
    }

    void nobodyIsIdentifiedBeforeLogin() {
        Desk desk;
        desk.readers.insert(clientReader, Desk::clientCard());
        QVERIFY(!Desk::until([&] { return desk.contact().active(); }, 200));
        QVERIFY(desk.logIn());
        QVERIFY(Desk::until([&] { return desk.contact().active(); })); // the card that lay there begins it
    }

    void clerksOwnCardIsNoClient() {
        Desk desk;
        QVERIFY(desk.logIn());
        desk.readers.insert(clientReader, Desk::clerkCard());
        QVERIFY(Desk::until([&] { return told(desk, codes::clerkCardAtClient); }));
        QVERIFY(!desk.contact().active());
    }

    void clientsCardInTheClerksReaderLocksAndNeverBecomesClerk() {
        Desk desk;
        QVERIFY(desk.logIn());
        QVERIFY(desk.identify());
        desk.readers.remove(clerkReader);
        QVERIFY(Desk::until([&] { return !desk.workplace().login().isIn(); }));
        QVERIFY(told(desk, codes::clerkCardRemoved));
        desk.readers.insert(clerkReader, Desk::clientCard());
        auto& login = desk.workplace().login();
        QVERIFY(Desk::until([&] { return login.state() == LoginState::CardUnusable; }));
        QVERIFY(login.failure()->code == codes::clientCardAtClerk);
        QVERIFY(desk.contact().active()); // what was begun stays
        desk.readers.remove(clerkReader);
        QVERIFY(desk.logIn());
        QCOMPARE(desk.contact().step(), ContactStep::Need);
    }

    void cardsSwappedBetweenReaders() {
        Desk desk;
        QVERIFY(desk.logIn());
        QVERIFY(desk.identify());
        desk.readers.remove(clientReader);
        desk.readers.remove(clerkReader);
        desk.readers.insert(clerkReader, Desk::clientCard());
        desk.readers.insert(clientReader, Desk::clerkCard());
        QVERIFY(Desk::until([&] { return desk.workplace().login().state() == LoginState::CardUnusable; }));
        QCOMPARE(desk.contact().data().client.shownName(), std::string("Anna Bērziņa"));
        QVERIFY(!desk.workplace().login().isIn());
    }

    void anotherClientsCardNeverChangesTheClient() {
        Desk desk;
        QVERIFY(desk.logIn());
        QVERIFY(desk.identify());
        desk.readers.remove(clientReader);
        desk.readers.insert(clientReader, Desk::otherClientCard());
        QVERIFY(Desk::until([&] { return told(desk, codes::otherClientCard); }));
        QVERIFY(desk.workplace().identification().otherClient());
        QCOMPARE(desk.contact().data().client.shownName(), std::string("Anna Bērziņa"));
        desk.contact().end("interrupted");
        QVERIFY(Desk::until([&] { return desk.contact().data().client.givenName == "Juris"; }));
    }

    void pulledCardLeavesTheProvenLevel() {
        Desk desk;
        QVERIFY(desk.logIn());
        QVERIFY(desk.identify());
        desk.workplace().identification().provePin(base::Secret("1234"));
        QVERIFY(Desk::until([&] { return desk.contact().data().level == IdentityLevel::PinProved; }));
        desk.readers.remove(clientReader);
        QVERIFY(Desk::until([&] { return desk.workplace().identification().card() == ClientCard::None; }));
        QCOMPARE(desk.contact().data().level, IdentityLevel::PinProved);
        QVERIFY(desk.contact().active());
    }

    /// The card leaves in the n-th call of its session: nobody is identified by halves, and the next
    /// insertion works.
    void cardPulledAtEveryCall() {
        for (int call = 1; call <= 3; ++call) {
            Desk desk;
            QVERIFY(desk.logIn());
            auto card = Desk::clientCard();
            card.pullAtCall = call;
            desk.readers.insert(clientReader, card);
            if (call > 1) {
                QVERIFY(Desk::until([&] { return desk.contact().active(); }));
                desk.workplace().identification().provePin(base::Secret("1234"));
            }
            QVERIFY(Desk::until([&] {
                return !desk.workplace().cards().cardIn(clientReader) &&
                       desk.workplace().identification().card() == ClientCard::None;
            }));
            QVERIFY2(!desk.contact().active() || desk.contact().data().level == IdentityLevel::CardPresent ||
                         desk.contact().data().level == IdentityLevel::CertificateValid,
                     qPrintable(QString::number(call)));
            QVERIFY(desk.identify());
            QVERIFY(Desk::until(
                [&] { return desk.workplace().identification().card() == ClientCard::Accepted; }));
            desk.workplace().identification().provePin(base::Secret("1234"));
            QVERIFY(Desk::until([&] { return desk.contact().data().level == IdentityLevel::PinProved; }));
        }
    }

    void clerksCardPulledAtEveryCall() {
        for (int call = 1; call <= 4; ++call) {
            Desk desk;
            auto card = Desk::clerkCard();
            card.pullAtCall = call;
            desk.readers.insert(clerkReader, card);
            auto& login = desk.workplace().login();
            if (call > 2) {
                QVERIFY(
                    Desk::until([&] { return login.state() == LoginState::PinNeeded && login.triesLeft(); }));
                login.enterPin(base::Secret("1234"));
            }
            QVERIFY(Desk::until([&] {
                return login.state() == LoginState::NoCard && !desk.workplace().cards().cardIn(clerkReader);
            }));
            if (call != 2) // then only its tries were counted, and nobody waits for that
                QVERIFY(login.failure() && login.failure()->code == codes::cardPulled);
            QVERIFY(desk.logIn());
            QVERIFY(!login.failure());
        }
    }

    void blockedCardIsToldBeforeItsPinIsTyped() {
        Desk desk;
        auto card = Desk::clerkCard();
        card.tries1 = 0;
        desk.readers.insert(clerkReader, card);
        auto& login = desk.workplace().login();
        QVERIFY(Desk::until([&] { return login.state() == LoginState::CardUnusable; }));
        QVERIFY(login.failure()->code == codes::pinBlocked);
    }

    void cardLeftAfterTheContactBeginsNothingByItself() {
        Desk desk;
        QVERIFY(desk.logIn());
        QVERIFY(desk.identify());
        auto& identification = desk.workplace().identification();
        desk.contact().end("served");
        QVERIFY(Desk::until([&] { return identification.cardLeft(); }));
        desk.readers.remove(clerkReader);
        QVERIFY(Desk::until([&] { return !desk.workplace().login().isIn(); }));
        QVERIFY(desk.logIn());
        QVERIFY(!Desk::until([&] { return desk.contact().active(); }, 200));
        identification.serveAgain();
        QVERIFY(Desk::until([&] { return desk.contact().active(); }));
        QVERIFY(!identification.cardLeft());
        QCOMPARE(desk.contact().data().client.shownName(), std::string("Anna Bērziņa"));
    }

    void whatWasToldIsTakenBackWhenItIsOver() {
        Desk desk;
        QVERIFY(desk.logIn());
        std::vector<base::FailureCode> settled;
        QObject::connect(&desk.workplace(), &Workplace::settled, &desk.workplace(),
                         [&](const base::FailureCode& code) { settled.push_back(code); });
        const auto isSettled = [&](base::FailureCode code) {
            return std::find(settled.begin(), settled.end(), code) != settled.end();
        };
        desk.readers.insert(clientReader, Desk::clerkCard());
        QVERIFY(Desk::until([&] { return told(desk, codes::clerkCardAtClient); }));
        QVERIFY(!isSettled(codes::clerkCardAtClient));
        desk.readers.remove(clientReader);
        QVERIFY(Desk::until([&] { return isSettled(codes::clerkCardAtClient); }));
        auto torn = Desk::clientCard();
        torn.pullAtCall = 1;
        desk.readers.insert(clientReader, torn);
        QVERIFY(Desk::until([&] { return told(desk, codes::cardPulled); }));
        settled.clear();
        QVERIFY(!Desk::until([&] { return isSettled(codes::cardPulled); }, 200)); // it is still out
        QVERIFY(desk.identify());
        QVERIFY(isSettled(codes::cardPulled));
        desk.readers.setService(false);
        QVERIFY(Desk::until([&] { return told(desk, codes::cardServiceAway); }));
        desk.readers.setService(true);
        QVERIFY(Desk::until([&] { return isSettled(codes::cardServiceAway); }));
    }

    void clockIsComparedWithTheServers() {
        using namespace std::chrono_literals;
        base::ManualClock clock(base::Timestamp(1000h));
        ClockWatch watch(clock);
        QSignalSpy changed(&watch, &ClockWatch::changed);
        watch.hear(clock.now() - 119s);
        QVERIFY(!watch.failure() && changed.isEmpty());
        watch.hear(clock.now() + 12min);
        QVERIFY(watch.failure()->code == base::codes::clockWrong);
        QCOMPARE(watch.failure()->argument, std::string("12 min"));
        watch.hear(clock.now() - 3h);
        QCOMPARE(watch.failure()->argument, std::string("3 h"));
        clock.jump(-3h);
        watch.hear(clock.now() + 1s);
        QVERIFY(!watch.failure());
        QCOMPARE(changed.size(), 3);
    }

    void wrongClientPin() {
        Desk desk;
        QVERIFY(desk.logIn());
        QVERIFY(desk.identify());
        desk.workplace().identification().provePin(base::Secret("0000"));
        QVERIFY(Desk::until([&] { return told(desk, base::FailureCode{"VL-CARD-0005"}); }));
        QCOMPARE(desk.workplace().identification().triesLeft(), std::optional(2));
        QTRY_COMPARE(desk.contact().data().level, IdentityLevel::CertificateValid);
    }

    void unknownIssuerIsNobody() {
        Desk desk;
        QVERIFY(desk.logIn());
        auto card = Desk::clientCard();
        card.unusable = base::Failure{base::FailureCode{"VL-CARD-0010"}};
        desk.readers.insert(clientReader, card);
        QVERIFY(Desk::until([&] { return told(desk, base::FailureCode{"VL-CARD-0010"}); }));
        QVERIFY(!desk.contact().active());
    }

    void documentWithoutCard() {
        Desk desk;
        QVERIFY(desk.logIn());
        auto& identification = desk.workplace().identification();
        identification.byDocument("010181-15099", "Anna", "Bērziņa");
        QVERIFY(told(desk, base::FailureCode{"VL-BASE-0006"}));
        identification.byDocument("010181-15098", "Anna", "");
        QVERIFY(!desk.contact().active());
        identification.byDocument("010181-15098", "Anna", "Bērziņa");
        QVERIFY(Desk::until([&] { return desk.contact().active(); }));
        QCOMPARE(desk.contact().data().level, IdentityLevel::DocumentSeen);
        QVERIFY(desk.identify());
        QVERIFY(Desk::until([&] { return desk.contact().data().level == IdentityLevel::CertificateValid; }));
    }

    void offlineOnlyForAClerkKnownHere() {
        Desk desk;
        desk.api.setConnected(false);
        desk.readers.insert(clerkReader, Desk::clerkCard());
        auto& login = desk.workplace().login();
        QVERIFY(Desk::until([&] { return login.state() == LoginState::PinNeeded; }));
        login.enterPin(base::Secret("1234"));
        QVERIFY(Desk::until([&] { return login.state() == LoginState::OfflineOffered; }));
        login.workOffline();
        QVERIFY(
            Desk::until([&] { return login.failure() && login.failure()->code == codes::offlineNotKnown; }));
        QVERIFY(!login.isIn());
    }

    void knownClerkWorksOfflineAndIsRenewed() {
        Desk desk;
        QVERIFY(desk.logIn());
        desk.kill();
        desk.api.setConnected(false);
        desk.start();
        auto& login = desk.workplace().login();
        QVERIFY(Desk::until([&] { return login.state() == LoginState::PinNeeded; }));
        login.enterPin(base::Secret("9999")); // also offline the PIN counts
        QVERIFY(Desk::until([&] { return login.failure() && login.state() == LoginState::PinNeeded; }));
        login.enterPin(base::Secret("1234"));
        QVERIFY(Desk::until([&] { return login.state() == LoginState::OfflineOffered; }));
        desk.access.setDelay(std::chrono::milliseconds(20));
        login.workOffline();
        login.workOffline(); // pressed twice is one login
        QVERIFY(Desk::until([&] { return login.isIn(); }));
        desk.access.setDelay(std::chrono::milliseconds(0));
        bool stored = false;
        desk.access.run(
            &login, [](ports::LocalStore&) { return true; }, [&](bool) { stored = true; });
        QVERIFY(Desk::until([&] { return stored; }));
        QVERIFY(login.offline() && login.session()->token.empty());
        QCOMPARE(desk.store.types(), (std::vector<std::string>{"login.offline"}));
        QVERIFY(desk.identify());
        desk.api.setConnected(true);
        login.renew();
        QVERIFY(Desk::until([&] { return !login.offline(); }));
        QVERIFY(login.isIn());
    }

    void rolesAreNeverTheSameReader() {
        Desk desk;
        auto& roles = desk.workplace().roles();
        roles.giveClient(clerkReader);
        QCOMPARE(roles.clientReader(), std::string(clerkReader));
        QVERIFY(roles.clerkReader().empty());
        QVERIFY(!roles.confirm());
        roles.giveClerk(clientReader);
        QVERIFY(roles.confirm().has_value());
        roles.swap();
        QCOMPARE(roles.clerkReader(), std::string(clerkReader));
    }

    void unpluggedReaderIsNamed() {
        Desk desk;
        QVERIFY(desk.logIn());
        QVERIFY(desk.identify());
        desk.readers.unplug(clientReader);
        QVERIFY(Desk::until([&] { return told(desk, codes::readerGone); }));
        QCOMPARE(desk.failures.back().argument, std::string(clientReader));
        QVERIFY(desk.contact().active());
        QVERIFY(desk.identify()); // plugged in again with the card
        QVERIFY(
            Desk::until([&] { return desk.workplace().identification().card() == ClientCard::Accepted; }));
    }

    void serviceAwayAndBack() {
        Desk desk;
        QVERIFY(desk.logIn());
        desk.readers.setService(false);
        QVERIFY(Desk::until([&] { return told(desk, base::FailureCode{"VL-CARD-0001"}); }));
        QCOMPARE(desk.workplace().login().state(), LoginState::NoReader);
        desk.readers.setService(true);
        QVERIFY(desk.logIn());
    }
};

QTEST_GUILESS_MAIN(TestCards)
#include "test_cards.moc"
