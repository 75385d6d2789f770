// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

#include "vienlogs/base/failures_base.h"
#include "vienlogs/server/app/card_issuers.h"
#include "vienlogs/server/app/data_folder.h"
#include "vienlogs/server/app/doorkeeper.h"
#include "vienlogs/server/app/failures.h"
#include "vienlogs/server/app/login.h"
#include "vienlogs/server/app/security_log.h"
#include "vienlogs/testkit/card_ca.h"

using namespace vienlogs;
using namespace vienlogs::server;
using namespace std::chrono_literals;

namespace {

/// What the issuer of the cards says of every certificate.
struct IssuerSays final : ports::Revocation {
    base::Result<ports::RevocationAnswer> ask(const base::Bytes&, const base::Bytes&) override {
        ++asked;
        return answer;
    }
    base::Result<ports::RevocationAnswer> askAfter(const base::Bytes& certificate, const base::Bytes& issuer,
                                                   base::Timestamp) override {
        return ask(certificate, issuer);
    }
    base::Result<ports::RevocationAnswer> answer = ports::RevocationAnswer{ports::RevocationState::Good};
    int asked = 0;
};

class LoginTimeTest : public testing::Test {
protected:
    void SetUp() override {
        store = std::move(*app::openStore(data));
        audit.emplace(*store, std::move(*app::openAuditKey(data)), clock);
        sessions.emplace(*store, *audit, clock);
        trust.emplace(*store, clock);
        status.emplace(*trust, &issuerSays, clock);
        login.emplace(*store, *audit, *trust, *sessions, *status, clock);
        door.emplace(*store, *sessions, clock);
        ASSERT_TRUE(store->write([&](store::Transaction& t) {
            return t.factors()
                .addCardIssuer(*app::cardIssuerOf(cards.pem()))
                .and_then([&] {
                    return t.directory().savePlace({"CES", "Cēsis"});
                })
                .and_then([&] { return t.directory().saveDevice(device); })
                .and_then([&] {
                    return t.directory().saveClerk({"K-0001",
                                                    *base::Identifier::parse("PNOLV-161175-19997"),
                                                    "Līga",
                                                    "Pašvaldība",
                                                    {"clerk"},
                                                    std::nullopt});
                });
        }));
    }
    void TearDown() override { std::filesystem::remove_all(data.root); }
    static std::filesystem::path newFolder() {
        auto pattern = (std::filesystem::temp_directory_path() / "vienlogs-XXXXXX").string();
        return ::mkdtemp(pattern.data());
    }
    contract::LoginRequest requestFor(const contract::LoginChallenge& challenge) {
        auto message = base::bytesOf("vienlogs-login\nCES\n");
        const auto raw = base::fromBase64(challenge.challenge);
        message.insert(message.end(), raw->begin(), raw->end());
        return {challenge.id, "CES", base::toBase64(card.certificate), "ES384",
                base::toBase64(card.sign(message))};
    }

    /// As every request is asked for; what was found before is remembered.
    base::Result<app::Actor> whoAsks(const std::string& token) {
        auto known = door->admit({device.name, device.fingerprint, token});
        return known ? std::move(known->actor) : base::fail(known.error());
    }
    template<typename T>
    static base::FailureCode codeOf(const base::Result<T>& result) {
        return result ? base::FailureCode{"none"} : result.error().code;
    }
    bool recorded(const std::string& text) {
        const auto rows = store::inRead<std::vector<store::AuditRow>>(
            *store, [](store::Transaction& t) { return t.audit().rows(0, 100); });
        return std::any_of(rows->begin(), rows->end(),
                           [&](const auto& row) { return row.leaf.find(text) != std::string::npos; });
    }

    app::DataFolder data{newFolder()};
    base::ManualClock clock{base::SystemClock().now()};
    testkit::CardCa cards;
    testkit::Card card = cards.issue({.lastDay = 2});
    store::Device device{"ces-01", "f", "CES", std::nullopt};
    std::unique_ptr<store::Store> store;
    std::optional<app::Audit> audit;
    std::optional<app::CardTrust> trust;
    std::optional<app::Sessions> sessions;
    IssuerSays issuerSays;
    std::optional<app::CardStatus> status;
    std::optional<app::Login> login;
    std::optional<app::Doorkeeper> door;
};

} // namespace

TEST_F(LoginTimeTest, AChallengeEndsAfterTwoMinutes) {
    const auto first = login->challenge(device);
    clock.advance(119s);
    EXPECT_TRUE(login->begin(device, requestFor(*first)));
    const auto second = login->challenge(device);
    clock.advance(121s);
    const auto late = login->begin(device, requestFor(*second));
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().code, app::codes::challengeExpired);
}

TEST_F(LoginTimeTest, ARevokedCardOpensNoSession) {
    issuerSays.answer->state = ports::RevocationState::Revoked;
    issuerSays.answer->reason = "keyCompromise";
    const auto refused = login->begin(device, requestFor(*login->challenge(device)));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, app::codes::cardRevoked);
    EXPECT_EQ(refused.error().argument, "keyCompromise");
    EXPECT_TRUE(recorded("\"result\":\"VL-SRV-0027\""));
    EXPECT_TRUE(app::SecurityLog::isOfSecurity(refused.error().code.text));
}

TEST_F(LoginTimeTest, AnOutageOfTheStatusServiceLocksNobodyOut) {
    issuerSays.answer = base::fail(base::codes::internal);
    EXPECT_TRUE(login->begin(device, requestFor(*login->challenge(device))));
    EXPECT_TRUE(recorded("accepted, card status not confirmed"));
    EXPECT_TRUE(login->begin(device, requestFor(*login->challenge(device))));
    EXPECT_EQ(issuerSays.asked, 1) << "for a minute after an outage nobody is asked";
    clock.advance(61s);
    issuerSays.answer = ports::RevocationAnswer{ports::RevocationState::Good};
    EXPECT_TRUE(login->begin(device, requestFor(*login->challenge(device))));
    EXPECT_EQ(issuerSays.asked, 2);
    EXPECT_TRUE(recorded("\"result\":\"accepted\""));
}

TEST_F(LoginTimeTest, NobodyIsAskedAboutAStrangersCard) {
    card = testkit::CardCa().issue();
    EXPECT_FALSE(login->begin(device, requestFor(*login->challenge(device))));
    EXPECT_EQ(issuerSays.asked, 0);
}

TEST_F(LoginTimeTest, ATokenEndsAfterAQuarterOfAnHourAndTheSessionAfterTwelve) {
    auto session = login->begin(device, requestFor(*login->challenge(device)));
    ASSERT_TRUE(session);
    EXPECT_EQ(session->lifeSeconds, 900);
    clock.advance(15min);
    EXPECT_TRUE(whoAsks(session->token));
    clock.advance(1ms);
    EXPECT_EQ(codeOf(whoAsks(session->token)), app::codes::notLoggedIn);
    for (int i = 0; i < 47; ++i) {
        session = sessions->refresh(device, session->refreshToken);
        ASSERT_TRUE(session) << i;
        EXPECT_TRUE(whoAsks(session->token));
        clock.advance(15min);
        EXPECT_TRUE(sessions->forgetOld());
    }
    EXPECT_EQ(codeOf(sessions->refresh(device, session->refreshToken)), app::codes::notLoggedIn)
        << "the working day is over";
}

TEST_F(LoginTimeTest, ARepeatedRefreshIsALostAnswerOnlyAtOnce) {
    const auto session = login->begin(device, requestFor(*login->challenge(device)));
    const auto lost = sessions->refresh(device, session->refreshToken);
    clock.advance(59s);
    const auto again = sessions->refresh(device, session->refreshToken);
    ASSERT_TRUE(again);
    EXPECT_NE(again->token, lost->token);
    clock.advance(2s);
    EXPECT_EQ(codeOf(sessions->refresh(device, session->refreshToken)), app::codes::refreshReplayed);
    for (const auto* ended : {&*session, &*lost, &*again}) {
        EXPECT_EQ(codeOf(whoAsks(ended->token)), app::codes::notLoggedIn);
        EXPECT_EQ(codeOf(sessions->refresh(device, ended->refreshToken)), app::codes::notLoggedIn);
    }
    EXPECT_TRUE(recorded("\"result\":\"VL-AUTH-0001\""));
}

TEST_F(LoginTimeTest, ARefreshingTokenIsOfItsDeviceAndPlace) {
    const auto first = login->begin(device, requestFor(*login->challenge(device)));
    EXPECT_EQ(codeOf(sessions->refresh({"ces-02", "g", "CES", std::nullopt}, first->refreshToken)),
              app::codes::wrongDevice);
    EXPECT_EQ(codeOf(whoAsks(first->token)), app::codes::notLoggedIn) << "it was stolen";
    const auto second = login->begin(device, requestFor(*login->challenge(device)));
    EXPECT_EQ(codeOf(sessions->refresh({"ces-01", "f", "VAL", std::nullopt}, second->refreshToken)),
              app::codes::wrongPlace);
    EXPECT_EQ(codeOf(sessions->refresh(device, "nonsense")), app::codes::notLoggedIn);
    EXPECT_EQ(codeOf(sessions->refresh(device, "")), app::codes::notLoggedIn);
}

TEST_F(LoginTimeTest, WhoLeavesOrIsMovedIsOutAtTheNextToken) {
    const auto save = [&](const store::Clerk& clerk) {
        ASSERT_TRUE(store->write([&](store::Transaction& t) { return t.directory().saveClerk(clerk); }));
    };
    auto clerk = **store::inRead<std::optional<store::Clerk>>(
        *store, [](store::Transaction& t) { return t.directory().clerk("K-0001"); });
    const auto session = login->begin(device, requestFor(*login->challenge(device)));
    clerk.places = {"VAL"};
    save(clerk);
    EXPECT_EQ(codeOf(whoAsks(session->token)), app::codes::notAtThisPlace);
    EXPECT_EQ(codeOf(login->begin(device, requestFor(*login->challenge(device)))),
              app::codes::notAtThisPlace);
    clerk.places = {"VAL", "CES"};
    save(clerk);
    EXPECT_TRUE(whoAsks(session->token));
    clerk.leftAt = clock.now();
    save(clerk);
    EXPECT_EQ(codeOf(whoAsks(session->token)), app::codes::clerkLeft);
    EXPECT_EQ(codeOf(sessions->refresh(device, session->refreshToken)), app::codes::clerkLeft);
}

TEST_F(LoginTimeTest, ACardThatExpiresIsRefusedFromThenOn) {
    clock.advance(24h * 3);
    const auto refused = login->begin(device, requestFor(*login->challenge(device)));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, app::codes::cardUntrusted);
}

TEST_F(LoginTimeTest, GoodAndRefusedLoginsAreAudited) {
    ASSERT_TRUE(login->begin(device, requestFor(*login->challenge(device))));
    auto wrong = requestFor(*login->challenge(device));
    wrong.signature = wrong.certificate;
    ASSERT_FALSE(login->begin(device, wrong));
    const auto rows = store::inRead<std::vector<store::AuditRow>>(
        *store, [](store::Transaction& t) { return t.audit().rows(0, 10); });
    ASSERT_EQ(rows->size(), 2U);
    EXPECT_NE((*rows)[0].leaf.find("\"result\":\"accepted\""), std::string::npos);
    EXPECT_NE((*rows)[1].leaf.find("\"result\":\"VL-SRV-0008\""), std::string::npos);
    EXPECT_EQ((*rows)[1].subject, "") << "who it was is not known";
}

TEST_F(LoginTimeTest, ARevokedDeviceOrAnEndedSessionIsOutAtItsNextRequest) {
    const auto session = login->begin(device, requestFor(*login->challenge(device)));
    const auto actor = whoAsks(session->token);
    ASSERT_TRUE(actor);
    EXPECT_TRUE(door->admit({device.name, device.fingerprint, std::nullopt}));
    EXPECT_EQ(codeOf(door->admit({device.name, "another", session->token})), app::codes::deviceUnknown);
    ASSERT_TRUE(sessions->end(*actor, session->token));
    EXPECT_EQ(codeOf(whoAsks(session->token)), app::codes::notLoggedIn);
    auto revoked = device;
    revoked.revokedAt = clock.now();
    ASSERT_TRUE(store->write([&](store::Transaction& t) { return t.directory().saveDevice(revoked); }));
    EXPECT_EQ(codeOf(door->admit({device.name, device.fingerprint, std::nullopt})),
              app::codes::deviceUnknown);
}

/// Past every program of ours nothing moves the mark.
TEST_F(LoginTimeTest, ARowChangedByHandCountsAfterTwoSeconds) {
    const auto session = login->begin(device, requestFor(*login->challenge(device)));
    ASSERT_TRUE(whoAsks(session->token));
    ASSERT_TRUE(store->write([&](store::Transaction& t) -> base::Result<void> {
        const auto tables = t.raw().tables();
        const auto clerks = std::find_if(tables->begin(), tables->end(),
                                         [](const auto& table) { return table.name == "clerks"; });
        return t.raw().remove(*clerks, {std::string("K-0001")});
    }));
    EXPECT_TRUE(whoAsks(session->token));
    clock.advance(2s);
    EXPECT_EQ(codeOf(whoAsks(session->token)), app::codes::clerkLeft);
}

TEST_F(LoginTimeTest, TheFolderOfIssuersIsTakenOverOnce) {
    const testkit::CardCa second, third;
    std::filesystem::create_directories(data.cardIssuers());
    std::ofstream(data.cardIssuers() / "second.pem") << second.pem();
    std::ofstream(data.cardIssuers() / "junk.pem") << "no certificate";
    const auto count = [&] {
        return store::inRead<std::vector<store::CardIssuer>>(
                   *store, [](store::Transaction& t) { return t.factors().cardIssuers(); })
            ->size();
    };
    ASSERT_TRUE(app::importCardIssuers(*store, *audit, data.cardIssuers()));
    EXPECT_EQ(count(), 2U);
    EXPECT_TRUE(recorded("card-ca.import"));
    std::ofstream(data.cardIssuers() / "third.pem") << third.pem();
    ASSERT_TRUE(app::importCardIssuers(*store, *audit, data.cardIssuers()));
    EXPECT_EQ(count(), 2U) << "what is put there later does not count";
}

TEST_F(LoginTimeTest, AnIssuerThatIsTakenOutOpensNothingMore) {
    ASSERT_TRUE(login->begin(device, requestFor(*login->challenge(device))));
    ASSERT_TRUE(store->write([&](store::Transaction& t) {
        return t.factors().removeCardIssuer(app::cardIssuerOf(cards.pem())->fingerprint);
    }));
    const auto refused = login->begin(device, requestFor(*login->challenge(device)));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, app::codes::cardUntrusted);
}
