// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <QTest>

#include "vienlogs/fakes/desk.h"
#include "vienlogs/workflows/failures.h"

using namespace vienlogs;
using namespace vienlogs::fakes;
using workflows::AccountState;
using workflows::LoginState;

namespace {

const ports::LoginBrowser::Return rightReturn{"right", "code", ""};

std::string codeOf(const std::optional<base::Failure>& failure) {
    return failure ? std::string(failure->code.text) : std::string();
}

} // namespace

/// Login by an institution's account, against a server and a browser in memory.
class TestAccount : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<Desk> desk_;

    [[nodiscard]] workflows::AccountLogin& account() { return desk_->workplace().accountLogin(); }
    [[nodiscard]] workflows::Login& login() { return desk_->workplace().login(); }
    [[nodiscard]] bool reaches(AccountState state) {
        return Desk::until([&] { return account().state() == state; });
    }
    [[nodiscard]] bool endsWith(const char* code) {
        return Desk::until([&] { return account().state() == AccountState::Idle; }) &&
               codeOf(account().failure()) == code && !desk_->browser.awaited() && !login().isIn();
    }
    [[nodiscard]] bool inBrowser() {
        account().begin();
        return reaches(AccountState::InBrowser);
    }
    [[nodiscard]] bool logIn() {
        if (!inBrowser() || !desk_->browser.comeBack(rightReturn))
            return false;
        account().enterCode(base::Secret("123456"));
        return Desk::until([&] { return login().isIn(); });
    }

private Q_SLOTS:
    void init() {
        desk_ = std::make_unique<Desk>();
        desk_->api.issuers = {{"https://issuer.example", "Cēsu novada pašvaldība"}};
    }
    void cleanup() { desk_.reset(); }

    /// The desk knows the card from an earlier login with it.
    void ownCardInTheClientsReaderIsNoClient() {
        QVERIFY(desk_->logIn());
        desk_->api.accountClerk = login().session()->clerkId;
        desk_->readers.remove(clerkReader);
        QVERIFY(Desk::until([&] { return !login().isIn(); }));
        QVERIFY(logIn());
        desk_->failures.clear();
        desk_->readers.insert(clientReader, Desk::clerkCard());
        QVERIFY(Desk::until([&] { return !desk_->failures.empty(); }));
        QCOMPARE(codeOf(desk_->failures.back()), std::string("VL-DEV-0002"));
        QVERIFY(!desk_->contact().active());
        desk_->readers.remove(clientReader);
        QVERIFY(desk_->identify()); // a client's card is one as before
    }

    void opensThePageAndASession() {
        QVERIFY(inBrowser());
        QCOMPARE(desk_->browser.opened, std::vector<std::string>{desk_->api.issuerPage});
        QCOMPARE(account().issuerName(), std::string("Cēsu novada pašvaldība"));
        account().openAgain();
        QCOMPARE(desk_->browser.opened.size(), 2U);
        QVERIFY(desk_->browser.comeBack(rightReturn));
        QCOMPARE(account().state(), AccountState::CodeNeeded);
        QVERIFY(!desk_->browser.awaited());
        account().enterCode(base::Secret("123456"));
        QVERIFY(Desk::until([&] { return login().isIn(); }));
        QCOMPARE(login().state(), LoginState::InByAccount);
        QCOMPARE(login().session()->clerkName, std::string("Ilze Liepa"));
        QCOMPARE(account().state(), AccountState::Idle);
        account().begin();
        QCOMPARE(account().state(), AccountState::Idle);
    }

    void severalInstitutionsAreChosenFrom() {
        desk_->api.issuers.push_back({"https://other.example", "PMLP"});
        account().begin();
        QVERIFY(reaches(AccountState::Choosing));
        account().choose(7);
        QCOMPARE(account().state(), AccountState::Choosing);
        account().choose(1);
        QVERIFY(reaches(AccountState::InBrowser));
        QCOMPARE(account().issuerName(), std::string("PMLP"));
    }

    void aWrongCodeIsAskedAgainWithoutTheBrowser() {
        QVERIFY(inBrowser() && desk_->browser.comeBack(rightReturn));
        account().enterCode(base::Secret("000000"));
        QVERIFY(Desk::until([&] { return account().failure().has_value(); }));
        QCOMPARE(account().state(), AccountState::CodeNeeded);
        QCOMPARE(codeOf(account().failure()), std::string("VL-AUTH-0004"));
        account().enterCode(base::Secret("123456"));
        QVERIFY(Desk::until([&] { return login().isIn(); }));
        QCOMPARE(desk_->browser.opened.size(), 1U);
    }

    void whatTheServerRefusesEndsIt() {
        for (const auto* code : {"VL-AUTH-0005", "VL-AUTH-0006", "VL-SRV-0010"}) {
            desk_->api.accountFailure = base::Failure{base::FailureCode{code}};
            QVERIFY(inBrowser() && desk_->browser.comeBack(rightReturn));
            account().enterCode(base::Secret("123456"));
            QVERIFY2(endsWith(code), code);
        }
    }

    void whatTheBrowserBringsWrongEndsIt() {
        QVERIFY(inBrowser());
        QVERIFY(!desk_->browser.comeBack({"other", "code", ""}));
        QVERIFY(endsWith("VL-AUTH-0014"));
        QVERIFY(inBrowser());
        QVERIFY(!desk_->browser.comeBack({"right", "", "access_denied"}));
        QVERIFY(endsWith("VL-AUTH-0012"));
        desk_->browser.there = false;
        account().begin();
        QVERIFY(endsWith("VL-AUTH-0015"));
    }

    void onlyAPageForPeopleIsOpened() {
        for (const auto* page : {"file:///usr/bin/true?state=right", "http://issuer.example/?state=right",
                                 "javascript:alert(1)?state=right", "https://issuer.example/login", ""}) {
            desk_->api.issuerPage = page;
            account().begin();
            QVERIFY2(endsWith("VL-AUTH-0003"), page);
        }
        QVERIFY(desk_->browser.opened.empty());
    }

    void withoutAConnectionTheCardIsNamed() {
        desk_->api.setConnected(false);
        account().begin();
        QVERIFY(endsWith("VL-AUTH-0016"));
        desk_->api.setConnected(true);
        desk_->api.issuers.clear();
        account().begin();
        QVERIFY(endsWith("VL-AUTH-0007"));
    }

    void cancelledItIsAsIfNothingWas() {
        QVERIFY(inBrowser());
        account().cancel();
        QVERIFY(endsWith(""));
        QVERIFY(!desk_->browser.comeBack(rightReturn));
        QVERIFY(desk_->logIn());
        QCOMPARE(login().state(), LoginState::In);
    }

    void itDoesNotWaitForEver() {
        workflows::AccountLogin quick(login(), "CES", desk_->api, desk_->browser, nullptr,
                                      std::chrono::milliseconds(50));
        quick.begin();
        QVERIFY(Desk::until([&] { return quick.failure().has_value(); }));
        QCOMPARE(codeOf(quick.failure()), std::string("VL-AUTH-0013"));
        QVERIFY(!desk_->browser.awaited());
    }

    void aCardThatIsQuickerEndsIt() {
        QVERIFY(inBrowser());
        QVERIFY(desk_->logIn());
        QCOMPARE(account().state(), AccountState::Idle);
        QVERIFY(!desk_->browser.awaited());
    }

    void readersChangeNothingWhileIn() {
        QVERIFY(logIn());
        desk_->readers.insert(clerkReader, Desk::clerkCard());
        QVERIFY(Desk::until([&] { return desk_->workplace().cards().cardIn(clerkReader); }));
        desk_->readers.remove(clerkReader);
        QVERIFY(Desk::until([&] { return !desk_->workplace().cards().cardIn(clerkReader); }));
        QCOMPARE(login().state(), LoginState::InByAccount);
        QVERIFY(desk_->failures.empty());
        desk_->readers.insert(clerkReader, Desk::clerkCard());
        QVERIFY(Desk::until([&] { return desk_->workplace().cards().cardIn(clerkReader); }));
        login().logout();
        QVERIFY(Desk::until([&] { return login().state() == LoginState::PinNeeded; }));
    }

    void aSessionThatIsOverLeadsBackToTheLogin() {
        QVERIFY(logIn());
        QVERIFY(desk_->identify());
        login().renew();
        QVERIFY(!login().isIn());
        QCOMPARE(std::string(desk_->failures.back().code.text), std::string("VL-AUTH-0017"));
        QVERIFY(desk_->contact().active());
        QVERIFY(logIn());
    }
};

QTEST_GUILESS_MAIN(TestAccount)
#include "test_account.moc"
