// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <QTest>

#include "vienlogs/base/failures_base.h"
#include "vienlogs/domain/cases/failures.h"
#include "vienlogs/fakes/desk.h"

using namespace vienlogs;
using namespace vienlogs::fakes;
using namespace vienlogs::workflows;

/// The program killed at every step and begun again: the contact goes on and nothing is lost or done twice.
class TestRestart : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void killedAtEveryStep_data() {
        QTest::addColumn<int>("step");
        for (const auto step : {ContactStep::Need, ContactStep::Services, ContactStep::Form,
                                ContactStep::Sign, ContactStep::Pay, ContactStep::Submit, ContactStep::Done})
            QTest::newRow(std::string(nameOf(step)).c_str()) << static_cast<int>(step);
    }

    void killedAtEveryStep() {
        QFETCH(int, step);
        const auto at = static_cast<ContactStep>(step);
        Desk desk;
        QVERIFY(desk.logIn());
        QVERIFY(desk.identify());
        QVERIFY(desk.walkTo(at));
        QVERIFY(Desk::until([&] { return desk.contact().data().evidence.notRevoked.has_value(); }));
        const auto contact = desk.contact().data().id;
        const auto number = desk.contact().data().caseNumber;
        const auto level = desk.contact().data().level;
        desk.kill();
        desk.start();
        QVERIFY(desk.logIn());
        QVERIFY(Desk::until([&] { return desk.contact().active(); }));
        QVERIFY(desk.contact().data().id == contact);
        QCOMPARE(desk.contact().step(), at);
        QCOMPARE(desk.contact().data().caseNumber, number);
        QVERIFY(desk.contact().data().level >= level);
        QVERIFY(
            Desk::until([&] { return desk.workplace().identification().card() == ClientCard::Accepted; }));
        QVERIFY(at == ContactStep::Done || desk.walkTo(ContactStep::Done));
        const auto types = desk.store.types();
        for (const auto* once : {"contact.open", "case.open", "case.sign", "case.invoice", "case.submit"})
            QCOMPARE(std::count(types.begin(), types.end(), once), 1);
        QCOMPARE(desk.terminal.charges(), 1);
    }

    void typedAnswersAreThereAgain() {
        Desk desk;
        QVERIFY(desk.logIn());
        QVERIFY(desk.identify());
        QVERIFY(desk.walkTo(ContactStep::Form));
        QVERIFY(Desk::until([&] { return !desk.workplace().form().asking(); }));
        desk.workplace().form().setText("#/properties/phone", "29123456");
        desk.workplace().form().setText("#/properties/email", "nepareizi@");
        QTest::qWait(500); // what was typed is kept after a moment
        desk.kill();
        desk.api.setRegister("population", "down", "null");
        desk.start();
        QVERIFY(desk.logIn());
        QVERIFY(Desk::until([&] { return desk.workplace().form().state() != nullptr; }));
        const auto* form = desk.workplace().form().state();
        QCOMPARE(form->field("#/properties/phone")
                     ->text.substr(form->field("#/properties/phone")->text.size() - 3),
                 std::string("456"));
        QCOMPARE(form->field("#/properties/email")->text, std::string("nepareizi@"));
        QCOMPARE(form->field("#/properties/residence")->text, std::string("Rīgas iela 1, Cēsis"));
    }

    void theFormOpensOnTheSamePart() {
        Desk desk;
        QVERIFY(desk.logIn());
        QVERIFY(desk.identify());
        QVERIFY(desk.walkTo(ContactStep::Sign));
        desk.contact().back();
        auto& form = desk.workplace().form();
        const auto last = form.page();
        QVERIFY(last > 1);
        form.previousPage();
        desk.kill();
        desk.start();
        QVERIFY(desk.logIn());
        QVERIFY(Desk::until([&] { return desk.workplace().form().state() != nullptr; }));
        QCOMPARE(desk.contact().step(), ContactStep::Form);
        QCOMPARE(desk.workplace().form().page(), last - 1);
    }

    /// A contact that ended in the middle of the form: the answers wait for the client with the draft.
    void aDraftKeepsItsAnswersAfterTheContact() {
        Desk desk;
        QVERIFY(desk.logIn());
        QVERIFY(desk.identify());
        QVERIFY(desk.walkTo(ContactStep::Form));
        QVERIFY(Desk::until([&] { return !desk.workplace().form().asking(); }));
        const auto draft = desk.contact().theCase()->id;
        desk.workplace().form().setText("#/properties/email", "anna@example.lv");
        QTest::qWait(500); // what was typed is kept after a moment
        desk.contact().end("interrupted");
        QVERIFY(Desk::until([&] { return !desk.contact().active(); }));
        desk.readers.remove(clientReader);
        QVERIFY(desk.identify());
        desk.contact().resumeCase(draft);
        QVERIFY(Desk::until([&] { return desk.workplace().form().state() != nullptr; }));
        QCOMPARE(desk.workplace().form().state()->field("#/properties/email")->text,
                 std::string("anna@example.lv"));
    }

    /// Answers given elsewhere while the draft lay aside are not replaced before the clerk was told.
    void aDraftLaidAsideReplacesNoOthersAnswersUnseen() {
        Desk desk;
        QVERIFY(desk.logIn());
        QVERIFY(desk.identify());
        QVERIFY(desk.walkTo(ContactStep::Form));
        QVERIFY(Desk::until([&] { return !desk.workplace().form().asking(); }));
        const auto draft = desk.contact().theCase()->id;
        desk.workplace().form().setText("#/properties/email", "anna@example.lv");
        QTest::qWait(500); // what was typed is kept after a moment
        desk.contact().end("interrupted");
        QVERIFY(Desk::until([&] { return !desk.contact().active(); }));
        domain::cases::Command elsewhere;
        elsewhere.key = base::Ulid::make(desk.clock);
        elsewhere.stream = draft;
        elsewhere.clerk = "K-0002";
        elsewhere.body = domain::cases::SaveAnswers{R"({"email":"other@example.lv"})"};
        QVERIFY(desk.store.record(elsewhere).has_value());
        desk.readers.remove(clientReader);
        QVERIFY(desk.identify());
        desk.contact().resumeCase(draft);
        QVERIFY(Desk::until([&] { return desk.workplace().form().state() != nullptr; }));
        QCOMPARE(desk.workplace().form().state()->field("#/properties/email")->text,
                 std::string("anna@example.lv"));
        desk.contact().finishForm(R"({"email":"anna@example.lv"})");
        QVERIFY(Desk::until([&] {
            return !desk.failures.empty() &&
                   desk.failures.back().code == domain::cases::codes::answersChangedHere;
        }));
        QCOMPARE(desk.contact().step(), ContactStep::Form);
        QCOMPARE(desk.contact().theCase()->answersKey, std::optional(elsewhere.key));
        desk.contact().finishForm(R"({"email":"anna@example.lv"})");
        QVERIFY(Desk::until([&] { return desk.contact().step() == ContactStep::Sign; }));
    }

    /// Every act of a case on a full disk is told, leaves the step where it is, and is done when there is
    /// room.
    void aFullDiskHoldsUpButLosesNothing() {
        Desk desk;
        QVERIFY(desk.logIn());
        QVERIFY(desk.identify());
        QVERIFY(desk.walkTo(ContactStep::Sign));
        QVERIFY(Desk::until([&] {
            return desk.workplace().signing().state() == SigningState::Ready && !desk.contact().busy();
        }));
        const auto full = [&] {
            return !desk.failures.empty() && desk.failures.back().code == base::codes::diskFull;
        };
        desk.store.setFull(true);
        desk.workplace().signing().signWithCard(base::Secret("123456"));
        QVERIFY(Desk::until(full));
        QVERIFY(Desk::until([&] { return desk.workplace().signing().state() == SigningState::Ready; }));
        desk.store.setFull(false);
        desk.workplace().signing().signWithCard(base::Secret("123456"));
        QVERIFY(Desk::until([&] { return desk.workplace().signing().state() == SigningState::Signed; }));
        desk.store.setFull(true);
        desk.failures.clear();
        desk.contact().advance(ContactEvent::Signed);
        QVERIFY(Desk::until(full));
        QCOMPARE(desk.workplace().paying().state(), PayingState::Preparing);
        desk.store.setFull(false);
        QVERIFY(Desk::until([&] { return desk.workplace().paying().state() == PayingState::Ready; }));
        QVERIFY(desk.walkTo(ContactStep::Done));
        const auto types = desk.store.types();
        for (const auto* once : {"case.sign", "case.invoice", "case.submit"})
            QCOMPARE(std::count(types.begin(), types.end(), once), 1);
        QCOMPARE(desk.terminal.charges(), 1);
    }

    /// The act was stored, what is kept of the contact is older: the case decides.
    void killedBetweenTheActAndTheStep() {
        Desk desk;
        QVERIFY(desk.logIn());
        QVERIFY(desk.identify());
        QVERIFY(desk.walkTo(ContactStep::Services));
        const auto kept = [&] { return (*desk.store.value("contact")).value_or(""); };
        QVERIFY(Desk::until([&] { return kept().find(R"("step":"services")") != std::string::npos; }));
        const auto before = kept();
        QVERIFY(desk.walkTo(ContactStep::Form));
        const auto opened = desk.contact().data().caseNumber;
        desk.kill();
        QVERIFY(desk.store.setValue("contact", before).has_value());
        desk.start();
        QVERIFY(desk.logIn());
        QVERIFY(Desk::until([&] { return desk.contact().active(); }));
        QCOMPARE(desk.contact().step(), ContactStep::Services);
        QVERIFY(desk.walkTo(ContactStep::Form));
        QCOMPARE(desk.contact().data().caseNumber, opened); // the same draft, not a second one
    }

    void damagedContactIsToldAndLeft() {
        Desk desk;
        QVERIFY(desk.logIn());
        QVERIFY(desk.identify());
        desk.kill();
        QVERIFY(desk.store.setValue("contact", "{\"id\":").has_value());
        desk.readers.remove(clientReader);
        desk.start();
        QVERIFY(desk.logIn());
        QVERIFY(Desk::until([&] {
            return !desk.failures.empty() && desk.failures.back().code == base::FailureCode{"VL-DEV-0011"};
        }));
        QVERIFY(desk.identify());
    }

    void anotherClerkEndsTheContact() {
        Desk desk;
        desk.api.addClerk(Desk::otherClientCard().person, "K-0002", "Juris Ozoliņš");
        QVERIFY(desk.logIn());
        QVERIFY(desk.identify());
        desk.kill();
        desk.readers.remove(clientReader);
        desk.readers.remove(clerkReader);
        desk.readers.insert(clerkReader, Desk::otherClientCard());
        desk.start();
        QVERIFY(desk.logIn());
        QVERIFY(Desk::until([&] { return desk.store.types().back() == "contact.end"; }));
        QVERIFY(Desk::until([&] { return !desk.contact().active(); }));
    }
};

QTEST_GUILESS_MAIN(TestRestart)
#include "test_restart.moc"
