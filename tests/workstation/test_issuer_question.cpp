// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "../smartcard/trust/stand_in.h"
#include "issuer_question.h"
#include "vienlogs/card/failures.h"
#include "vienlogs/trust/failures.h"

using namespace vienlogs;
using namespace vienlogs::testhelp;
using ports::RevocationState;

namespace {

/// An authority with a certificate, and the status service that answers for it.
class IssuerQuestionTest : public testing::Test {
protected:
    void SetUp() override {
        std::filesystem::create_directory(folder.path / "trusted");
        std::filesystem::copy_file(ca.file("ca.crt"), folder.path / "trusted/ca.crt");
        auto read = card::TrustStore::fromDirectory(folder.path / "trusted");
        ASSERT_TRUE(read);
        trust.emplace(*std::move(read));
    }

    const Folder folder;
    const OpensslCa ca{folder.path};
    const TrustStandIn standIn{folder.path, TrustStandIn::answeringFor(ca)};
    const base::SystemClock clock;
    std::optional<card::TrustStore> trust;
};

} // namespace

TEST_F(IssuerQuestionTest, TheIssuerIsFoundByItsSignatureOnly) {
    EXPECT_EQ(trust->issuerOf(ca.issue("0A")).value(), ca.certificate());
    const Folder elsewhere;
    const OpensslCa namesake(elsewhere.path); // of the same name, with another key
    EXPECT_EQ(trust->issuerOf(namesake.issue("0A")).error().code, card::codes::unknownIssuer);
    EXPECT_EQ(trust->issuerOf(base::bytesOf("nothing")).error().code, card::codes::nonsense);
}

TEST_F(IssuerQuestionTest, TellsGoodFromRevoked) {
    workstation::IssuerQuestion asked({.ocsp = standIn.address + "/ocsp"}, *trust, clock);
    EXPECT_TRUE(asked.wanted());
    const auto good = asked.ask(ca.issue("0B"));
    ASSERT_TRUE(good) << good.error().detail;
    EXPECT_EQ(good->state, RevocationState::Good);
    EXPECT_EQ(good->source, ports::RevocationSource::Ocsp);
    ASSERT_TRUE(standIn.control("revoked", R"({"serial": "0C", "reason": "keyCompromise"})"));
    const auto revoked = asked.ask(ca.issue("0C"));
    ASSERT_TRUE(revoked) << revoked.error().detail;
    EXPECT_EQ(revoked->state, RevocationState::Revoked);
}

TEST_F(IssuerQuestionTest, SaysWhyThereIsNoWord) {
    workstation::IssuerQuestion asked({.ocsp = standIn.address + "/ocsp"}, *trust, clock);
    ASSERT_TRUE(standIn.state("ocsp", "down"));
    EXPECT_EQ(asked.ask(ca.issue("0D")).error().code, trust::codes::away);
    ASSERT_TRUE(standIn.state("ocsp", "nonsense"));
    EXPECT_EQ(asked.ask(ca.issue("0D")).error().code, trust::codes::refused);
    workstation::IssuerQuestion byCard({.ocsp = "certificate"}, *trust, clock);
    EXPECT_TRUE(byCard.wanted());
    EXPECT_EQ(byCard.ask(ca.issue("0D")).error().code, trust::codes::noAddress);
}

TEST_F(IssuerQuestionTest, AsksWhereTheCertificateSaysAndByTheProxyOnly) {
    const auto named = ca.issue("0E", "authorityInfoAccess=OCSP;URI:" + standIn.address + "/ocsp\n");
    EXPECT_TRUE(workstation::IssuerQuestion({.ocsp = "certificate"}, *trust, clock).ask(named));
    workstation::IssuerQuestion proxied({.ocsp = "certificate", .proxy = "http://127.0.0.1:1"}, *trust,
                                        clock);
    EXPECT_EQ(proxied.ask(named).error().code, trust::codes::away);
}

TEST_F(IssuerQuestionTest, NobodyIsAskedWithoutASetting) {
    EXPECT_FALSE(workstation::IssuerQuestion({}, *trust, clock).wanted());
}
