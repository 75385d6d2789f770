// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "stand_in.h"
#include "vienlogs/trust/failures.h"
#include "vienlogs/trust/revocation_service.h"

namespace {

using namespace vienlogs;
using namespace vienlogs::testhelp;
using ports::RevocationSource;
using ports::RevocationState;

struct Revocation : testing::Test {
    Folder folder;
    OpensslCa ca{folder.path};
    TrustStandIn standIn{folder.path, TrustStandIn::answeringFor(ca)};
    base::Bytes issuer = ca.certificate();
    base::Bytes leaf =
        ca.issue("1234", "authorityInfoAccess=OCSP;URI:" + standIn.address + "/ocsp\n" +
                             "crlDistributionPoints=URI:" + standIn.address + "/crl/cards.crl\n");
    web::CurlClient web{hasty()};
    base::SystemClock clock;
    trust::RevocationService service{web, clock};
};

TEST_F(Revocation, AsksTheResponderThatTheCertificateNames) {
    const auto answer = service.ask(leaf, issuer);
    ASSERT_TRUE(answer) << answer.error().detail;
    EXPECT_EQ(answer->state, RevocationState::Good);
    EXPECT_EQ(answer->source, RevocationSource::Ocsp);
    EXPECT_FALSE(answer->cached);
    EXPECT_TRUE(answer->nextUpdate);
    EXPECT_FALSE(answer->proof.empty());
}

TEST_F(Revocation, TellsWhenAndWhyACertificateWasRevoked) {
    const std::string entry =
        R"({"serial": "1234", "at": "2026-11-01T10:00:00Z", "reason": "keyCompromise"})";
    ASSERT_TRUE(standIn.control("revoked", entry));
    for (const auto source : {RevocationSource::Ocsp, RevocationSource::Crl}) {
        const auto answer = trust::RevocationService(web, clock).ask(leaf, issuer);
        ASSERT_TRUE(answer) << answer.error().detail;
        EXPECT_EQ(answer->source, source);
        EXPECT_EQ(answer->state, RevocationState::Revoked);
        EXPECT_EQ(answer->revokedAt, base::fromRfc3339("2026-11-01T10:00:00Z"));
        EXPECT_EQ(answer->reason, "keyCompromise");
        ASSERT_TRUE(standIn.state("ocsp", "down"));
    }
}

TEST_F(Revocation, FallsBackOnTheCrlWhateverTheResponderDoes) {
    for (const auto* state : {"down", "silent", "nonsense", "expired", "wrongResponder", "unfitResponder",
                              "wrongCertId", "wrongNonce", "tryLater"}) {
        ASSERT_TRUE(standIn.state("ocsp", state));
        ASSERT_TRUE(standIn.state("crl", "up"));
        trust::RevocationService fresh(web, clock);
        const auto answer = fresh.ask(leaf, issuer);
        ASSERT_TRUE(answer) << state << ": " << answer.error().detail;
        EXPECT_EQ(answer->source, RevocationSource::Crl) << state;
        EXPECT_EQ(answer->state, RevocationState::Good) << state;
        ASSERT_TRUE(standIn.state("crl", "down"));
        EXPECT_FALSE(trust::RevocationService(web, clock).ask(leaf, issuer)) << state;
    }
}

TEST_F(Revocation, BelievesNoSpoiltCrl) {
    ASSERT_TRUE(standIn.state("ocsp", "down"));
    for (const auto* state : {"down", "silent", "nonsense", "expired", "wrongSigner"}) {
        ASSERT_TRUE(standIn.state("crl", state));
        const auto answer = service.ask(leaf, issuer);
        ASSERT_FALSE(answer) << state;
        EXPECT_EQ(answer.error().code, trust::codes::away) << "the responder's outage is told first";
        const auto crl = web.get(standIn.address + "/crl/cards.crl", trust::mostCrlBytes);
        EXPECT_FALSE(crl && trust::checkCrl(*crl, leaf, issuer, {clock.now()})) << state;
    }
}

TEST_F(Revocation, UsesAnAnswerAgainUntilItsEndAndNotAfter) {
    base::ManualClock slow(clock.now());
    trust::RevocationService keeping(web, slow);
    ASSERT_TRUE(keeping.ask(leaf, issuer));
    ASSERT_TRUE(standIn.state("ocsp", "down"));
    ASSERT_TRUE(standIn.state("crl", "down"));
    const auto again = keeping.ask(leaf, issuer);
    ASSERT_TRUE(again);
    EXPECT_TRUE(again->cached);
    EXPECT_FALSE(keeping.askAfter(leaf, issuer, slow.now())) << "never an earlier answer";
    slow.advance(std::chrono::minutes(11));
    EXPECT_FALSE(keeping.ask(leaf, issuer));
}

TEST_F(Revocation, AsksForAnAnswerMadeAfterAMoment) {
    EXPECT_TRUE(service.askAfter(leaf, issuer, clock.now()));
    const auto early = service.askAfter(leaf, issuer, clock.now() + std::chrono::hours(1));
    ASSERT_FALSE(early);
    EXPECT_EQ(early.error().code, trust::codes::refused);
}

TEST_F(Revocation, SaysThatACertificateIsUnknown) {
    ASSERT_TRUE(standIn.state("ocsp", "unknown"));
    const auto answer = service.ask(leaf, issuer);
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->state, RevocationState::Unknown);
}

TEST_F(Revocation, ChecksAStapledAnswerForItsOwnCertificateOnly) {
    const auto answer = service.ask(leaf, issuer);
    ASSERT_TRUE(answer);
    const auto other = ca.issue("77");
    const trust::RevocationRules now{clock.now()};
    EXPECT_TRUE(trust::checkOcsp(answer->proof, leaf, issuer, now));
    EXPECT_FALSE(trust::checkOcsp(answer->proof, other, issuer, now));
    trust::RevocationRules later{clock.now() + std::chrono::hours(24 * 365)};
    EXPECT_FALSE(trust::checkOcsp(answer->proof, leaf, issuer, later));
    later.kept = true;
    EXPECT_TRUE(trust::checkOcsp(answer->proof, leaf, issuer, later));
    for (std::size_t i = 0; i < answer->proof.size(); i += 7) {
        auto spoilt = answer->proof;
        spoilt[i] ^= 0x20;
        const auto held = trust::checkOcsp(spoilt, leaf, issuer, now);
        EXPECT_FALSE(held && held->state != answer->state) << i;
    }
}

TEST_F(Revocation, NonceIsHeldAgainstTheQuestion) {
    ASSERT_TRUE(standIn.state("ocsp", "noNonce"));
    EXPECT_EQ(service.ask(leaf, issuer)->source, RevocationSource::Ocsp);
    trust::RevocationSettings strict;
    strict.nonceRequired = true;
    EXPECT_EQ(trust::RevocationService(web, clock, strict).ask(leaf, issuer)->source, RevocationSource::Crl);
}

/// The openssl program as the responder: an implementation that is not ours, without a network.
TEST_F(Revocation, UnderstandsWhatOpensslAnswersToOurQuestion) {
    std::ofstream(ca.file("index.txt"))
        << "V\t361231000000Z\t\t1234\tunknown\t/CN=Leaf\n"
        << "R\t361231000000Z\t261101100000Z,keyCompromise\t77\tunknown\t/CN=Leaf\n";
    const auto other = ca.issue("77");
    for (const auto hash : {trust::CertIdHash::Sha1, trust::CertIdHash::Sha256})
        for (const auto& [certificate, state] :
             {std::pair(leaf, RevocationState::Good), std::pair(other, RevocationState::Revoked)}) {
            const auto question = trust::askOcsp(certificate, issuer, hash);
            ASSERT_TRUE(question);
            std::ofstream(ca.file("question.der"), std::ios::binary)
                .write(reinterpret_cast<const char*>(question->der.data()),
                       static_cast<std::streamsize>(question->der.size()));
            ASSERT_EQ(ca.openssl({"ocsp", "-index", ca.file("index.txt"), "-CA", ca.file("ca.crt"),
                                  "-rsigner", ca.file("ca.crt"), "-rkey", ca.file("ca.key"), "-ndays", "1",
                                  "-reqin", ca.file("question.der"), "-respout", ca.file("answer.der")}),
                      0);
            trust::RevocationRules rules{clock.now()};
            rules.nonce = question->nonce;
            rules.nonceRequired = true;
            const auto answer =
                trust::checkOcsp(base::bytesOf(readText(ca.file("answer.der"))), certificate, issuer, rules);
            ASSERT_TRUE(answer) << answer.error().detail;
            EXPECT_EQ(answer->state, state);
            EXPECT_EQ(answer->reason, state == RevocationState::Revoked ? "keyCompromise" : "");
        }
}

/// And the openssl program as the client of the stand-in, so that the stand-in is no echo of our mistakes.
TEST_F(Revocation, TheStandInsAnswersHoldForOpenssl) {
    const auto ask = [&](const std::string& out) {
        return ca.openssl({"ocsp", "-issuer", ca.file("ca.crt"), "-cert", ca.file("leaf-1234.crt"), "-url",
                           standIn.address + "/ocsp", "-CAfile", ca.file("ca.crt"), "-respout", out});
    };
    EXPECT_EQ(ask(ca.file("good.der")), 0);
    EXPECT_EQ(ca.openssl({"ocsp", "-issuer", ca.file("ca.crt"), "-cert", ca.file("leaf-1234.crt"), "-respin",
                          ca.file("good.der"), "-CAfile", ca.file("ca.crt"), "-no_nonce"}),
              0);
    const auto crl = web.get(standIn.address + "/crl/cards.crl", trust::mostCrlBytes);
    std::ofstream(ca.file("list.crl"), std::ios::binary)
        .write(reinterpret_cast<const char*>(crl->data()), static_cast<std::streamsize>(crl->size()));
    EXPECT_EQ(ca.openssl({"crl", "-inform", "DER", "-in", ca.file("list.crl"), "-CAfile", ca.file("ca.crt"),
                          "-noout"}),
              0);
    ASSERT_TRUE(standIn.state("ocsp", "wrongResponder"));
    EXPECT_NE(ask(ca.file("bad.der")), 0);
}

} // namespace
