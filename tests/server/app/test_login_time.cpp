// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <fstream>

#include "vienlogs/server/app/data_folder.h"
#include "vienlogs/server/app/failures.h"
#include "vienlogs/server/app/login.h"
#include "vienlogs/testkit/card_ca.h"

using namespace vienlogs;
using namespace vienlogs::server;
using namespace std::chrono_literals;

namespace {

class LoginTimeTest : public testing::Test {
protected:
    void SetUp() override {
        std::filesystem::create_directories(data.cardIssuers());
        std::ofstream(data.cardIssuers() / "issuer.pem") << cards.pem();
        store = std::move(*app::openStore(data));
        audit.emplace(*store, std::move(*app::openAuditKey(data)), clock);
        login.emplace(*store, *audit, trust, clock);
        ASSERT_TRUE(store->write([&](store::Transaction& t) {
            return t.directory()
                .savePlace({"CES", "Cēsis"})
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

    app::DataFolder data{newFolder()};
    base::ManualClock clock{base::SystemClock().now()};
    testkit::CardCa cards;
    testkit::Card card = cards.issue({.lastDay = 2});
    store::Device device{"ces-01", "f", "CES", std::nullopt};
    std::unique_ptr<store::Store> store;
    std::optional<app::Audit> audit;
    app::CardTrust trust{data.cardIssuers(), clock};
    std::optional<app::Login> login;
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

TEST_F(LoginTimeTest, ASessionEndsAfterTwelveHours) {
    const auto session = login->begin(device, requestFor(*login->challenge(device)));
    ASSERT_TRUE(session);
    clock.advance(11h + 59min);
    EXPECT_TRUE(login->actorOf(device, session->token));
    clock.advance(2min);
    const auto ended = login->actorOf(device, session->token);
    ASSERT_FALSE(ended);
    EXPECT_EQ(ended.error().code, app::codes::notLoggedIn);
    EXPECT_TRUE(login->forgetOld());
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
