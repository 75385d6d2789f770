// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <QTest>

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

    /// The act was stored, what is kept of the contact is older: the case decides.
    void killedBetweenTheActAndTheStep() {
        Desk desk;
        QVERIFY(desk.logIn());
        QVERIFY(desk.identify());
        QVERIFY(desk.walkTo(ContactStep::Services));
        const auto before = **desk.store.value("contact");
        QVERIFY(desk.walkTo(ContactStep::Form));
        const auto opened = desk.contact().data().caseNumber;
        desk.kill();
        QVERIFY(desk.store.setValue("contact", before).has_value());
        desk.start();
        QVERIFY(desk.logIn());
        QVERIFY(Desk::until([&] { return desk.contact().step() == ContactStep::Services; }));
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
