// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "stand_in.h"

using namespace vienlogs;
using namespace vienlogs::server;
namespace fs = std::filesystem;

namespace {

class StampTest : public testing::Test {
protected:
    ~StampTest() override { fs::remove_all(folder); }
    static fs::path newFolder() {
        auto pattern = (fs::temp_directory_path() / "vienlogs-XXXXXX").string();
        return ::mkdtemp(pattern.data());
    }
    int openssl(std::vector<std::string> words) const {
        words.insert(words.begin(), "/usr/bin/openssl");
        return testkit::run(words, folder / "openssl.log");
    }
    [[nodiscard]] std::string content(const fs::path& file) const {
        std::ifstream stream(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(stream), {}};
    }
    base::Result<timestamp::Stamp> stamp(const std::string& text) {
        const auto question = timestamp::Question::make(text);
        return standIn.ask(question->der()).and_then([&](const auto& answer) {
            return standIn.authority().check(*question, answer, clock.now());
        });
    }

    fs::path folder = newFolder();
    testhelp::TimeStampStandIn standIn{folder};
    base::SystemClock clock;
};

} // namespace

TEST_F(StampTest, OpensslsOwnToolAcceptsTheStandInsStamps) {
    std::ofstream(folder / "data") << "what is stamped";
    ASSERT_EQ(openssl({"ts", "-query", "-data", folder / "data", "-sha256", "-cert", "-out", folder / "q"}),
              0);
    std::ofstream(folder / "r", std::ios::binary) << standIn.post(content(folder / "q"));
    EXPECT_EQ(
        openssl({"ts", "-verify", "-data", folder / "data", "-in", folder / "r", "-CAfile", standIn.caFile}),
        0)
        << content(folder / "openssl.log");
    std::ofstream(folder / "data") << "something else";
    EXPECT_NE(
        openssl({"ts", "-verify", "-data", folder / "data", "-in", folder / "r", "-CAfile", standIn.caFile}),
        0);
}

TEST_F(StampTest, OpensslsOwnToolUnderstandsOurQuestion) {
    const auto question = timestamp::Question::make("text");
    std::ofstream(folder / "q", std::ios::binary)
        << std::string(question->der().begin(), question->der().end());
    std::ofstream(folder / "r", std::ios::binary) << standIn.post(content(folder / "q"));
    EXPECT_EQ(openssl({"ts", "-verify", "-queryfile", folder / "q", "-in", folder / "r", "-CAfile",
                       standIn.caFile}),
              0)
        << content(folder / "openssl.log");
}

TEST_F(StampTest, AKeptTokenProvesItsTextAndNoOther) {
    const auto before = std::chrono::floor<std::chrono::seconds>(clock.now());
    const auto stamped = stamp("text");
    ASSERT_TRUE(stamped) << stamped.error().detail;
    EXPECT_GE(stamped->at, before);
    const auto authority = standIn.authority();
    EXPECT_EQ(authority.verify("text", stamped->token).value_or(base::Timestamp()), stamped->at);
    EXPECT_FALSE(authority.verify("texT", stamped->token));
    EXPECT_FALSE(authority.verify("text", {}));
    EXPECT_FALSE(authority.verify("text", base::Bytes(70'000, 0x30)));
}

TEST_F(StampTest, NoChangedByteOfATokenIsBelieved) {
    const auto stamped = stamp("text");
    ASSERT_TRUE(stamped);
    const auto authority = standIn.authority();
    int refusals = 0;
    for (std::size_t i = 0; i < stamped->token.size(); i += 7) {
        auto changed = stamped->token;
        changed[i] ^= 0x01;
        const auto verified = authority.verify("text", changed);
        // What is not signed may change (an unused certificate's order), never what is proved.
        EXPECT_TRUE(!verified || *verified == stamped->at) << i;
        refusals += verified ? 0 : 1;
        EXPECT_FALSE(authority.verify("text", {changed.begin(), changed.begin() + static_cast<long>(i)}));
    }
    EXPECT_GT(refusals, 20);
}

TEST_F(StampTest, EveryWrongAnswerIsRefused) {
    for (const std::string state :
         {"nonsense", "wrongNonce", "wrongImprint", "expired", "untrusted", "refusing"}) {
        ASSERT_EQ(standIn.control("{\"state\":\"" + state + "\"}"), 204);
        const auto stamped = stamp("text");
        ASSERT_FALSE(stamped) << state;
        EXPECT_EQ(stamped.error().code, timestamp::codes::refused) << state;
    }
    for (const std::string state : {"down", "silent"}) {
        ASSERT_EQ(standIn.control("{\"state\":\"" + state + "\"}"), 204);
        EXPECT_EQ(stamp("text").error().code, timestamp::codes::away) << state;
    }
    ASSERT_EQ(standIn.control(R"({"state":"up","aheadSeconds":7200})"), 204);
    EXPECT_EQ(stamp("text").error().code, timestamp::codes::refused) << "its clock is wrong";
    ASSERT_EQ(standIn.control(R"({"state":"up"})"), 204);
    EXPECT_TRUE(stamp("text"));
    EXPECT_EQ(standIn.control(R"({"state":"sideways"})"), 400);
    EXPECT_EQ(standIn.control("nonsense"), 400);
}

TEST_F(StampTest, APolicyThatWasAskedForIsInsistedOn) {
    const auto asked = timestamp::Question::make("text", "1.2.3.4");
    ASSERT_TRUE(asked);
    const auto answer = standIn.ask(asked->der());
    ASSERT_TRUE(answer);
    EXPECT_FALSE(standIn.authority().check(*asked, *answer, clock.now())) << "the stand-in has another one";
    EXPECT_FALSE(timestamp::Question::make("text", "no policy"));
}

TEST(Authority, AFileWithoutCertificatesIsRefused) {
    EXPECT_EQ(timestamp::Authority::fromPem("nothing", "ca.pem").error().code, timestamp::codes::authority);
}
