// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <QTest>
#include <algorithm>

#include "vienlogs/fakes/desk.h"

using namespace vienlogs;
using namespace vienlogs::fakes;
using namespace vienlogs::workflows;

/// What registers say, and what becomes of it at the desk.
class TestLooks : public QObject {
    Q_OBJECT
private:
    static bool atForm(Desk& desk, const std::string& service) {
        return desk.logIn() && desk.identify() && desk.walkTo(ContactStep::Form, service) && Desk::until([&] {
                   return desk.workplace().form().state() && !desk.workplace().form().asking();
               });
    }
    static const RegisterLook* look(Desk& desk, const std::string& operation) {
        for (const auto& each : desk.workplace().form().looks())
            if (each.operation == operation)
                return &each;
        return nullptr;
    }

private Q_SLOTS:
    void aClosedRegisterTellsUntilWhen() {
        Desk desk;
        desk.api.setRegister("population", "closed", "null",
                             contract::Problem{502, "VL-REG-0002", "t", "d", "2099-01-02T06:30:00.000Z"});
        QVERIFY(atForm(desk, "dzivesvietas-deklaresana"));
        const auto* person = look(desk, "person");
        QVERIFY(person && person->failure);
        QCOMPARE(person->failure->argument, std::string("2099-01-02T06:30:00.000Z"));
    }

    void theHouseholdIsAskedByTheClientsAddressWhereAFormNeedsIt() {
        Desk desk;
        desk.api.setRegister("population.household", "ok",
                             R"([{"identifier":"PNOLV-010181-15098","givenName":"Anna","familyName":"Bērziņa",
                                  "birthDate":"1981-01-01"},
                                 {"identifier":"32000000001","givenName":"Elza","familyName":"Bērziņa",
                                  "birthDate":"2020-05-01"},
                                 {"identifier":"32000000019","givenName":"Kārlis","familyName":"Kalns",
                                  "birthDate":"2018-05-01"},
                                 {"identifier":"PNOLV-210860-10528","givenName":"Juris","familyName":"Ozoliņš",
                                  "birthDate":"1960-08-21"}])");
        QVERIFY(atForm(desk, "vsaa-gimenes-valsts-pabalsts"));
        const auto& queries = desk.api.queries();
        const auto asked = std::find_if(queries.begin(), queries.end(),
                                        [](const auto& query) { return query.operation == "household"; });
        QVERIFY(asked != queries.end());
        QCOMPARE(asked->parametersJson, std::string(R"({"addressCode":"100000001"})"));
        QCOMPARE(asked->subject, std::string("PNOLV-010181-15098"));
        QVERIFY(!asked->purpose.empty() && !asked->legalBasis.empty());
        QCOMPARE(std::count_if(queries.begin(), queries.end(),
                               [](const auto& query) { return query.operation == "household"; }),
                 1);
        const auto children = desk.workplace().form().state()->field("#/properties/children");
        QVERIFY(children.has_value());
        std::vector<std::string> names;
        for (const auto& option : children->options)
            names.push_back(option.label.lv);
        // Her own child once, whoever named it, and the other child who lives there; no adults.
        QCOMPARE(std::count(names.begin(), names.end(), "Elza Bērziņa") +
                     std::count(names.begin(), names.end(), "Kārlis Kalns"),
                 std::ptrdiff_t(names.size()));
        QVERIFY(std::count(names.begin(), names.end(), "Kārlis Kalns") == 1);
        QVERIFY(desk.contact().actingForOptions().size() == 1); // living together is no right to act
    }

    void otherFormsDoNotLookAtTheHousehold() {
        Desk desk;
        QVERIFY(atForm(desk, "dzivesvietas-deklaresana"));
        QVERIFY(!look(desk, "household"));
    }

    void theNameIsShownAsTheRegisterSpellsIt() {
        Desk desk;
        auto card = Desk::clientCard();
        card.givenName = "ANNA";
        card.familyName = "BĒRZIŅA";
        QVERIFY(desk.logIn());
        desk.readers.insert(clientReader, card);
        QVERIFY(Desk::until([&] { return desk.contact().active(); }));
        QCOMPARE(desk.contact().data().client.familyName, std::string("BĒRZIŅA")); // as the card has it
        QCOMPARE(desk.contact().clientName(), std::string("Anna Bērziņa"));        // by rule
        desk.contact().nameFromRegister("AnnA", "BērziņA");
        QCOMPARE(desk.contact().clientName(), std::string("AnnA BērziņA")); // as registered
        desk.contact().nameFromRegister("Ilze", "Kalna");
        QCOMPARE(desk.contact().clientName(), std::string("AnnA BērziņA")); // another name is not taken
    }
};

QTEST_GUILESS_MAIN(TestLooks)
#include "test_looks.moc"
