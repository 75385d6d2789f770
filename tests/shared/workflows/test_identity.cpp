// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <QTest>

#include "vienlogs/fakes/desk.h"
#include "vienlogs/workflows/failures.h"

using namespace vienlogs;
using namespace vienlogs::fakes;
using namespace vienlogs::workflows;
using domain::clients::IdentityLevel;
using ports::RevocationState;

namespace {

/// The purposes of all that was recorded of who the client is.
std::vector<std::string> purposes(Desk& desk) {
    std::vector<std::string> all;
    for (const auto& command : desk.store.commands())
        if (const auto* identify = std::get_if<domain::cases::IdentifyClient>(&command.body))
            all.push_back(identify->purpose);
    return all;
}

bool reaches(Desk& desk, IdentityLevel level) {
    return Desk::until([&] { return desk.contact().active() && desk.contact().data().level == level; });
}

} // namespace

/// How surely it is known who the client is: each fact by itself, nothing rounded up.
class TestIdentity : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theIssuersWordMakesACardValid() {
        Desk desk;
        QVERIFY(desk.logIn());
        QVERIFY(desk.identify());
        QVERIFY(reaches(desk, IdentityLevel::CertificateValid));
        QCOMPARE(purposes(desk).front(), std::string("identification: card, not confirmed"));
        QVERIFY(purposes(desk).back().starts_with("identification: card, ocsp 2"));
        desk.workplace().identification().provePin(base::Secret("1234"));
        QVERIFY(reaches(desk, IdentityLevel::PinProved));
        desk.workplace().identification().checkPhoto();
        QVERIFY(Desk::until([&] { return desk.contact().data().evidence.photoChecked.has_value(); }));
        QVERIFY(purposes(desk).back().ends_with(", pin, photo"));
        QCOMPARE(desk.contact().data().level, IdentityLevel::PinProved);
    }

    void withoutANetworkAPinDoesNotMakeItSurer() {
        Desk desk;
        desk.revocation.say(std::nullopt);
        QVERIFY(desk.logIn());
        QVERIFY(desk.identify());
        auto& identification = desk.workplace().identification();
        QVERIFY(Desk::until([&] { return identification.issuerWord() == IssuerWord::NotToBeHad; }));
        identification.provePin(base::Secret("1234"));
        QVERIFY(Desk::until([&] { return desk.contact().data().evidence.pinProved.has_value(); }));
        QCOMPARE(desk.contact().data().level, IdentityLevel::CardPresent);
        QCOMPARE(purposes(desk).back(), std::string("identification: card, not confirmed, pin"));
        // The network is back: the card is put in again, or the next try comes by itself.
        desk.revocation.say(RevocationState::Good);
        desk.readers.remove(clientReader);
        desk.readers.insert(clientReader, Desk::clientCard());
        QVERIFY(reaches(desk, IdentityLevel::PinProved));
    }

    void anIssuerThatDoesNotKnowTheCardConfirmsNothing() {
        Desk desk;
        desk.revocation.say(RevocationState::Unknown);
        QVERIFY(desk.logIn());
        QVERIFY(desk.identify());
        QVERIFY(Desk::until(
            [&] { return desk.workplace().identification().issuerWord() == IssuerWord::NotToBeHad; }));
        QCOMPARE(desk.contact().data().level, IdentityLevel::CardPresent);
    }

    void aRevokedCardOpensNothing() {
        Desk desk;
        desk.revocation.say(RevocationState::Revoked);
        QVERIFY(desk.logIn());
        QVERIFY(desk.identify());
        auto& identification = desk.workplace().identification();
        QVERIFY(Desk::until([&] { return identification.card() == ClientCard::Refused; }));
        QVERIFY(desk.failures.back().code == codes::cardRevoked);
        QVERIFY(Desk::until([&] { return desk.contact().data().evidence.revoked; }));
        QCOMPARE(desk.contact().data().level, IdentityLevel::None);
        QVERIFY(!desk.walkTo(ContactStep::Form)); // a case needs a client who is identified
        // Nor when it is put in again.
        desk.readers.remove(clientReader);
        desk.readers.insert(clientReader, Desk::clientCard());
        QVERIFY(Desk::until([&] { return identification.card() == ClientCard::Refused; }));
        identification.provePin(base::Secret("1234"));
        QVERIFY(!Desk::until([&] { return desk.contact().data().evidence.pinProved.has_value(); }, 200));
    }

    void whatIsKnownSurvivesAKill() {
        Desk desk;
        QVERIFY(desk.logIn());
        QVERIFY(desk.identify());
        QVERIFY(reaches(desk, IdentityLevel::CertificateValid));
        desk.workplace().identification().checkPhoto();
        QVERIFY(Desk::until([&] { return desk.contact().data().evidence.photoChecked.has_value(); }));
        const auto before = desk.contact().data().evidence;
        QVERIFY(Desk::until([&] { return !desk.contact().busy(); }));
        desk.kill();
        desk.readers.remove(clientReader);
        desk.start();
        QVERIFY(desk.logIn());
        QVERIFY(Desk::until([&] { return desk.contact().active(); }));
        QVERIFY(desk.contact().data().evidence == before);
    }
};

QTEST_GUILESS_MAIN(TestIdentity)
#include "test_identity.moc"
