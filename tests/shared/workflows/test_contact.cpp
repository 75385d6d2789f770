// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <QSignalSpy>
#include <QTest>

#include "vienlogs/fakes/desk.h"
#include "vienlogs/workflows/failures.h"

using namespace vienlogs;
using namespace vienlogs::fakes;
using namespace vienlogs::workflows;
using domain::cases::CaseState;

namespace {

bool told(const Desk& desk, base::FailureCode code) {
    return std::any_of(desk.failures.begin(), desk.failures.end(),
                       [&](const auto& f) { return f.code == code; });
}

const forms::FormField field(Desk& desk, const char* name) {
    return *desk.workplace().form().state()->field(std::string("#/properties/") + name);
}

} // namespace

/// One client served from the need to the submitted case, and what goes wrong on the way.
class TestContact : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void wholeContact() {
        Desk desk;
        QVERIFY(desk.logIn());
        QVERIFY(desk.identify());
        QVERIFY(desk.walkTo(ContactStep::Done));
        const auto& theCase = *desk.contact().theCase();
        QCOMPARE(theCase.state, CaseState::Submitted);
        QVERIFY(theCase.number.starts_with("CES-CES01-"));
        QVERIFY(domain::cases::sequenceIn(theCase.number) == 1);
        QCOMPARE(theCase.clerk, std::string("K-0001"));
        QVERIFY(theCase.answersJson.find("Raunas iela 4") != std::string::npos);
        QVERIFY(theCase.signedBy == domain::cases::SigningMethod::Card);
        std::vector<std::string> steps;
        for (const auto& time : theCase.stepTimes) {
            QVERIFY(time.from <= time.to);
            steps.push_back(time.step);
        }
        QCOMPARE(steps, (std::vector<std::string>{"need", "services", "form", "sign", "pay", "submit"}));
        desk.contact().end("served");
        QVERIFY(Desk::until([&] { return !desk.contact().active(); }));
        QTest::qWait(50);
        QCOMPARE(desk.store.types().back(),
                 std::string("contact.end")); // the card that still lies there begins nothing
    }

    void formIsHalfFilledAndSaysBySource() {
        Desk desk;
        QVERIFY(desk.logIn());
        QVERIFY(desk.identify());
        QVERIFY(desk.walkTo(ContactStep::Form));
        QVERIFY(Desk::until([&] { return !desk.workplace().form().asking(); }));
        QCOMPARE(field(desk, "givenName").text, std::string("Anna"));
        const auto residence = field(desk, "residence");
        QCOMPARE(residence.text, std::string("Rīgas iela 1, Cēsis"));
        QVERIFY(residence.prefill.has_value());
        const auto& asked = desk.api.queries().front();
        QVERIFY(!asked.purpose.empty() && !asked.legalBasis.empty());
        QCOMPARE(asked.subject, std::string("PNOLV-010181-15098"));
        QCOMPARE(desk.contact().actingForOptions().size(), std::size_t(1)); // the minor child
    }

    void registerDownLeavesAUsableForm() {
        for (const auto* state : {"down", "closed", "invalid", "not-found"}) {
            Desk desk;
            desk.api.setRegister("population", state, "null");
            QVERIFY(desk.logIn());
            QVERIFY(desk.identify());
            QVERIFY(desk.walkTo(ContactStep::Form));
            QVERIFY(Desk::until([&] { return !desk.workplace().form().asking(); }));
            QCOMPARE(desk.workplace().form().looks().front().state, std::string(state));
            QCOMPARE(field(desk, "givenName").text, std::string("Anna")); // by the card
            QVERIFY(field(desk, "residence").text.empty());
            QVERIFY(desk.walkTo(ContactStep::Done));
        }
    }

    void staleRegisterStillFills() {
        Desk desk;
        desk.api.setRegister("population", "stale",
                             R"({"residence":{"text":"Vecā iela 1","addressCode":"1"}})");
        QVERIFY(desk.logIn());
        QVERIFY(desk.identify());
        QVERIFY(desk.walkTo(ContactStep::Form));
        QVERIFY(Desk::until([&] { return field(desk, "residence").text == "Vecā iela 1"; }));
    }

    void cablePulledChangesNothingButTheMark() {
        Desk desk;
        QVERIFY(desk.logIn());
        desk.api.setConnected(false);
        QVERIFY(desk.identify());
        QVERIFY(desk.walkTo(ContactStep::Done));
        QCOMPARE(desk.workplace().submitting().sent(), Sent::Waiting);
        QVERIFY(Desk::until([&] { return desk.workplace().submitting().historyFailure().has_value(); }));
    }

    void registerAskedAgain() {
        Desk desk;
        desk.api.setRegister("population", "down", "null");
        QVERIFY(desk.logIn());
        QVERIFY(desk.identify());
        QVERIFY(desk.walkTo(ContactStep::Form));
        QVERIFY(Desk::until([&] { return !desk.workplace().form().asking(); }));
        desk.api.setRegister("population", "ok",
                             R"({"residence":{"text":"Rīgas iela 2","addressCode":"2"}})");
        desk.workplace().form().askRegistersAgain();
        QVERIFY(Desk::until([&] { return field(desk, "residence").text == "Rīgas iela 2"; }));
    }

    void missingAnswerStaysOnThePage() {
        Desk desk;
        QVERIFY(desk.logIn());
        QVERIFY(desk.identify());
        QVERIFY(desk.walkTo(ContactStep::Form));
        auto& form = desk.workplace().form();
        QVERIFY(Desk::until([&] { return !form.asking(); }));
        for (int i = 0; i < 5; ++i)
            form.nextPage();
        QVERIFY(!form.problems().empty());
        QCOMPARE(desk.contact().step(), ContactStep::Form);
        const auto wrong = form.problems().front().scope;
        form.setText(wrong, "x");
        QVERIFY(std::none_of(form.problems().begin(), form.problems().end(),
                             [&](const auto& p) { return p.scope == wrong; }));
    }

    void signedOnPaper() {
        Desk desk;
        QVERIFY(desk.logIn());
        QVERIFY(desk.identify());
        QVERIFY(desk.walkTo(ContactStep::Sign));
        auto& signing = desk.workplace().signing();
        auto& scanning = desk.workplace().scanning();
        QVERIFY(Desk::until([&] { return signing.state() == SigningState::Ready; }));
        signing.print();
        QVERIFY(Desk::until([&] { return signing.printed(); }));
        QCOMPARE(desk.printer.printed(), 1);
        scanning.scan(true, false);
        QVERIFY(Desk::until([&] { return !scanning.scanning() && scanning.pages().size() == 2; }));
        scanning.rotate(0, 90);
        QSignalSpy failed(&scanning, &Scanning::failed);
        scanning.remove(1);
        scanning.remove(1); // a quick second click, before the page has gone from the screen
        QVERIFY(Desk::until([&] { return scanning.pages().size() == 1 && scanning.canUndoRemove(); }));
        scanning.undoRemove();
        QVERIFY(Desk::until([&] { return scanning.pages().size() == 2; }));
        QVERIFY(failed.isEmpty());
        signing.attachScan(scanning);
        QVERIFY(Desk::until([&] { return signing.state() == SigningState::Signed; }));
        const auto& documents = desk.contact().theCase()->documents;
        QCOMPARE(documents.back().kind, domain::cases::Document::Kind::SignedScan);
        QCOMPARE(documents.back().pages, 2);
        QVERIFY(desk.store.blob(documents.back().sha256).has_value());
        QVERIFY(desk.contact().theCase()->signedBy == domain::cases::SigningMethod::Paper);
    }

    void signingRefusesAnotherCardAndWrongPin() {
        Desk desk;
        QVERIFY(desk.logIn());
        QVERIFY(desk.identify());
        QVERIFY(desk.walkTo(ContactStep::Sign));
        auto& signing = desk.workplace().signing();
        QVERIFY(Desk::until([&] { return signing.state() == SigningState::Ready; }));
        signing.signWithCard(base::Secret("000000"));
        QVERIFY(Desk::until([&] { return told(desk, base::FailureCode{"VL-CARD-0005"}); }));
        QCOMPARE(signing.state(), SigningState::Ready);
        QCOMPARE(signing.triesLeft(), std::optional(2));
        desk.readers.remove(clientReader);
        desk.readers.insert(clientReader, Desk::otherClientCard());
        QVERIFY(Desk::until([&] { return desk.workplace().identification().card() == ClientCard::Refused; }));
        signing.signWithCard(base::Secret("123456"));
        QVERIFY(told(desk, codes::clientCardNeeded));
        QVERIFY(!desk.contact().theCase()->signedBy);
    }

    void cardPulledWhileSigning() {
        Desk desk;
        QVERIFY(desk.logIn());
        QVERIFY(desk.identify());
        QVERIFY(desk.walkTo(ContactStep::Sign));
        auto& signing = desk.workplace().signing();
        QVERIFY(Desk::until([&] { return signing.state() == SigningState::Ready; }));
        desk.readers.remove(clientReader);
        QVERIFY(Desk::until([&] { return !signing.cardReady(); }));
        auto card = Desk::clientCard();
        card.pullAtCall = 3; // identity when inserted, identity before signing, the signature
        desk.readers.insert(clientReader, card);
        QVERIFY(Desk::until([&] { return signing.cardReady(); }));
        signing.signWithCard(base::Secret("123456"));
        QVERIFY(Desk::until([&] { return told(desk, base::FailureCode{"VL-CARD-0003"}); }));
        QCOMPARE(signing.state(), SigningState::Ready);
        QVERIFY(!desk.contact().theCase()->signedBy);
        QVERIFY(Desk::until([&] { return !signing.cardReady(); }));
        desk.readers.insert(clientReader, Desk::clientCard());
        QVERIFY(Desk::until([&] { return signing.cardReady(); }));
        QVERIFY(desk.walkTo(ContactStep::Pay));
    }

    void goingBackMakesTheApplicationAnew() {
        Desk desk;
        QVERIFY(desk.logIn());
        QVERIFY(desk.identify());
        QVERIFY(desk.walkTo(ContactStep::Sign));
        auto& signing = desk.workplace().signing();
        QVERIFY(
            Desk::until([&] { return signing.state() == SigningState::Ready && !desk.contact().busy(); }));
        const auto before = desk.contact().theCase()->documents;
        desk.contact().back();
        desk.workplace().form().setAddress("#/properties/newAddress", "Lenču iela 9, Cēsis", "");
        QVERIFY(desk.walkTo(ContactStep::Sign));
        QVERIFY(
            Desk::until([&] { return signing.state() == SigningState::Ready && !desk.contact().busy(); }));
        const auto& after = desk.contact().theCase()->documents;
        QCOMPARE(after.size(), std::size_t(1));
        QVERIFY(after.front().sha256 != before.front().sha256);
    }

    void actingForAnotherBeginsTheDraftAnew() {
        Desk desk;
        QVERIFY(desk.logIn());
        QVERIFY(desk.identify());
        QVERIFY(desk.walkTo(ContactStep::Form));
        QVERIFY(Desk::until([&] { return desk.contact().actingForOptions().size() == 1; }));
        desk.workplace().form().setAddress("#/properties/newAddress", "Lenču iela 9, Cēsis", "");
        const auto first = desk.contact().theCase()->id;
        QTest::qWait(500); // what was typed is kept after a moment
        desk.contact().setActingFor(desk.contact().actingForOptions().front());
        QVERIFY(Desk::until([&] { return desk.contact().theCase()->id != first; }));
        QCOMPARE(desk.contact().theCase()->actingFor.name, std::string("Elza Bērziņa"));
        QCOMPARE((*desk.store.caseById(first))->state, CaseState::Withdrawn);
        QCOMPARE(field(desk, "newAddress").text, std::string("Lenču iela 9, Cēsis"));
    }

    void anotherServiceForTheSameClient() {
        Desk desk;
        QVERIFY(desk.logIn());
        QVERIFY(desk.identify());
        QVERIFY(desk.walkTo(ContactStep::Done));
        const auto contact = desk.contact().data().id;
        desk.contact().advance(ContactEvent::AnotherService);
        QCOMPARE(desk.contact().step(), ContactStep::Need);
        QVERIFY(desk.walkTo(ContactStep::Done, "pmlp-personas-aplieciba"));
        QCOMPARE(desk.contact().theCase()->contactId, contact);
        QVERIFY(domain::cases::sequenceIn(desk.contact().theCase()->number) == 2);
    }

    void fullDiskIsToldAndNothingMovesOn() {
        Desk desk;
        QVERIFY(desk.logIn());
        QVERIFY(desk.identify());
        QVERIFY(desk.walkTo(ContactStep::Services));
        desk.store.setFull(true);
        desk.contact().openCase(*desk.workplace().reference().refOf("dzivesvietas-deklaresana"));
        QVERIFY(Desk::until(
            [&] { return told(desk, base::FailureCode{"VL-BASE-0004"}) && !desk.contact().busy(); }));
        QCOMPARE(desk.contact().step(), ContactStep::Services);
        desk.store.setFull(false);
        QVERIFY(desk.walkTo(ContactStep::Done));
    }
};

QTEST_GUILESS_MAIN(TestContact)
#include "test_contact.moc"
