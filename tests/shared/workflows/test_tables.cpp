// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <QTest>
#include <map>
#include <set>

#include "vienlogs/workflows/account_login.h"
#include "vienlogs/workflows/contact_data.h"
#include "vienlogs/workflows/failures.h"
#include "vienlogs/workflows/identification.h"
#include "vienlogs/workflows/login_table.h"
#include "vienlogs/workflows/paying.h"
#include "vienlogs/workflows/pin_care.h"
#include "vienlogs/workflows/reader_roles.h"
#include "vienlogs/workflows/signing.h"

using namespace vienlogs;
using namespace vienlogs::workflows;

namespace {

/// Every row leads where it says, no pair has two rows, every state is reached from the first, and what has
/// no row leads nowhere.
template<typename State, typename Event, std::size_t N>
void check(const std::array<Transition<State, Event>, N>& table, State first, int states, int events) {
    std::map<std::pair<State, Event>, State> rows;
    for (const auto& row : table) {
        QVERIFY2(rows.emplace(std::pair(row.from, row.on), row.to).second,
                 "two rows for one state and event");
        QCOMPARE(follow(table, row.from, row.on), std::optional(row.to));
    }
    for (int s = 0; s < states; ++s)
        for (int e = 0; e < events; ++e)
            if (!rows.contains({static_cast<State>(s), static_cast<Event>(e)}))
                QVERIFY(!follow(table, static_cast<State>(s), static_cast<Event>(e)));
    std::set<State> reached{first};
    for (int round = 0; round < states; ++round)
        for (const auto& row : table)
            if (reached.contains(row.from))
                reached.insert(row.to);
    QCOMPARE(reached.size(), static_cast<std::size_t>(states));
}

} // namespace

class TestTables : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void login() { check(loginTable, LoginState::NoReader, 9, 13); }
    void accountLogin() { check(accountTable, AccountState::Idle, 7, 8); }
    void roles() { check(rolesTable, RolesState::Nothing, 4, 4); }
    void clientCard() { check(clientCardTable, ClientCard::None, 4, 4); }
    void contact() { check(contactTable, ContactStep::None, 8, 10); }
    void signing() { check(signingTable, SigningState::Idle, 6, 8); }
    void pinCare() { check(pinCareTable, PinCareState::Closed, 6, 8); }
    void paying() { check(payingTable, PayingState::Idle, 13, 16); }

    /// An unknown payment leaves its state only by a known outcome or by leaving the screen, never by paying.
    void unknownIsNeverPaidAgain() {
        QVERIFY(!follow(payingTable, PayingState::Unknown, PayingEvent::PayPressed));
        QVERIFY(!follow(payingTable, PayingState::Resolving, PayingEvent::PayPressed));
        QVERIFY(!follow(payingTable, PayingState::Unknown, PayingEvent::PayLaterPressed));
        QVERIFY(!follow(payingTable, PayingState::Captured, PayingEvent::PayPressed));
        QVERIFY(!follow(payingTable, PayingState::GivingBack, PayingEvent::PayPressed));
        QVERIFY(!follow(payingTable, PayingState::GivingBack, PayingEvent::PayLaterPressed));
    }

    void signedDoesNotGoBack() {
        QVERIFY(!follow(contactTable, ContactStep::Pay, ContactEvent::WentBack));
        QVERIFY(!follow(contactTable, ContactStep::Done, ContactEvent::WentBack));
    }

    void keptContactIsReadBack() {
        const base::ManualClock clock(*base::fromRfc3339("2026-11-23T10:00:00.000Z"));
        const auto now = clock.now();
        const auto child = *base::Identifier::latvianPersonalCode("32000000001");
        const ContactData data{
            .id = base::Ulid::make(clock),
            .clerk = "K-0001",
            .client = {*base::Identifier::latvianPersonalCode("010181-15098"), "Anna", "Bērziņa"},
            .evidence =
                {.cardRead = now, .notRevoked = now, .saidBy = "ocsp", .revoked = true, .pinProved = now},
            .level = domain::clients::IdentityLevel::PinProved,
            .provedAt = now,
            .startedAt = now,
            .actingFor = {domain::clients::ActingFor::Kind::MinorChild, child, "Elza Bērziņa"},
            .step = ContactStep::Sign,
            .lifeEventId = "parcelsanas",
            .answers = {{"where", "latvia"}, {"children", "yes"}},
            .service = {"dzivesvietas-deklaresana", 2, "PMLP", "dzivesvietas-deklaresana", 1},
            .caseId = base::Ulid::make(clock),
            .caseNumber = "CES-CES01-26-000001-7KQ4",
            .formState = "{\"a\":\"ā\"}",
            .formPage = 2,
            .payLater = true,
            .delivery = domain::cases::DeliveryWay::Post,
            .stepTimes = {{"need", now, now}},
            .stepFrom = now};
        const auto read = decodeContact(encode(data));
        QVERIFY(read.has_value());
        QVERIFY(*read == data);
        const ContactData empty;
        QVERIFY(*decodeContact(encode(empty)) == empty);
    }

    void damagedContactIsRefused() {
        const ContactData data;
        const auto text = encode(data);
        for (std::size_t cut = 0; cut < text.size(); cut += 7) {
            const auto read = decodeContact(text.substr(0, cut));
            QVERIFY(!read);
            QVERIFY(read.error().code == codes::contactUnreadable);
        }
        QVERIFY(!decodeContact(R"({"id":5})"));
    }

    void afterRestartTheCaseIsTheTruth() {
        using domain::cases::CaseState;
        const auto withState = [](CaseState state) {
            domain::cases::Case theCase;
            theCase.state = state;
            return std::optional(theCase);
        };
        QCOMPARE(stepAfterRestart(ContactStep::Form, std::nullopt), ContactStep::Services);
        QCOMPARE(stepAfterRestart(ContactStep::Need, std::nullopt), ContactStep::Need);
        QCOMPARE(stepAfterRestart(ContactStep::Sign, withState(CaseState::Draft)), ContactStep::Sign);
        QCOMPARE(stepAfterRestart(ContactStep::Pay, withState(CaseState::Draft)), ContactStep::Form);
        QCOMPARE(stepAfterRestart(ContactStep::Sign, withState(CaseState::Signed)), ContactStep::Pay);
        QCOMPARE(stepAfterRestart(ContactStep::Submit, withState(CaseState::Signed)), ContactStep::Submit);
        QCOMPARE(stepAfterRestart(ContactStep::Submit, withState(CaseState::Submitted)), ContactStep::Done);
        QCOMPARE(stepAfterRestart(ContactStep::Form, withState(CaseState::Withdrawn)), ContactStep::Services);
    }

    void loginBytesNameThePlace() {
        const auto bytes = loginBytes("CES", base::toBase64(base::bytesOf("abc")));
        QVERIFY(bytes && *bytes == base::bytesOf("vienlogs-login\nCES\nabc"));
        QVERIFY(!loginBytes("CES", "not base 64!"));
    }
};

QTEST_GUILESS_MAIN(TestTables)
#include "test_tables.moc"
