// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "openssl_services.h"
#include "sign_test.h"
#include "vienlogs/timestamp/failures.h"

using namespace vienlogs;
using ports::SignatureLevel;

namespace {

std::string between(const std::string& text, const std::string& from, const std::string& to) {
    const auto start = text.find(from);
    const auto end = text.find(to, start);
    return start == std::string::npos || end == std::string::npos
               ? ""
               : text.substr(start, end + to.size() - start);
}

std::string contentOf(const std::string& text, const std::string& element, std::size_t after = 0) {
    const auto start = text.find("<" + element, after);
    if (start == std::string::npos)
        return {};
    const auto from = text.find('>', start) + 1;
    return text.substr(from, text.find("</" + element, from) - from);
}

/// The element as canonical XML has it, put together by hand.
std::string canonicalValue(const std::string& xml) {
    return "<ds:SignatureValue xmlns:asic=\"http://uri.etsi.org/02918/v1.2.1#\" "
           "xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\" "
           "xmlns:xades=\"http://uri.etsi.org/01903/v1.3.2#\" "
           "Id=\"S0-SignatureValue\">" +
           contentOf(xml, "ds:SignatureValue") + "</ds:SignatureValue>";
}

class LevelTest : public test::SignTest {
protected:
    base::Result<ports::SignedContainer> signAt(SignatureLevel level) {
        sign::CardSigningKey key(*card, pin2);
        return sign::createContainer(files, key, {now, level, &services});
    }
    std::string signatureOf(const base::Bytes& container) {
        unpack(container);
        return folder.text("unpacked/META-INF/signatures0.xml");
    }
    test::OpensslServices openssl{test::cardAuthority()};
    sign::TrustServices services = openssl.services();
};

} // namespace

TEST_P(LevelTest, OthersAcceptStampAndAnswerOfAnIssuer) {
    const auto made = signAt(SignatureLevel::LT);
    ASSERT_TRUE(made) << made.error().code.text << made.error().detail;
    EXPECT_FALSE(made->notHigher) << made->notHigher->code.text << made->notHigher->detail;
    EXPECT_EQ(made->level, SignatureLevel::LT);
    EXPECT_EQ(*sign::levelOf(made->bytes), SignatureLevel::LT);
    const auto xml = signatureOf(made->bytes);
    EXPECT_TRUE(xmlsecVerifies()) << folder.text("output");

    folder.write("token.der", *base::fromBase64(contentOf(xml, "xades:EncapsulatedTimeStamp")));
    folder.write("value.xml", canonicalValue(xml));
    const auto roots = openssl.folder().path().string();
    EXPECT_TRUE(folder.succeeds("openssl ts -verify -in token.der -token_in -data value.xml -CAfile " +
                                roots + "/ca.crt"))
        << folder.text("output");
    folder.write("value.xml", canonicalValue(xml) + " ");
    EXPECT_FALSE(folder.succeeds("openssl ts -verify -in token.der -token_in -data value.xml -CAfile " +
                                 roots + "/ca.crt"));

    folder.write("answer.der", *base::fromBase64(contentOf(xml, "xades:EncapsulatedOCSPValue")));
    folder.write("signer.der", *base::fromBase64(contentOf(xml, "ds:X509Certificate")));
    const auto authority = (test::cardAuthority() / "ca.crt").string();
    EXPECT_TRUE(
        folder.succeeds("openssl x509 -inform DER -in signer.der -out signer.pem && openssl ocsp -no_nonce "
                        "-respin answer.der -issuer " +
                        authority + " -cert signer.pem -CAfile " + authority + " 2>&1 | tee told"))
        << folder.text("output");
    EXPECT_NE(folder.text("told").find("Response verify OK"), std::string::npos) << folder.text("told");
    EXPECT_NE(folder.text("told").find("signer.pem: good"), std::string::npos) << folder.text("told");
    EXPECT_EQ(openssl.questions, 2) << "of the signer's certificate and of the stamp's; roots are believed";
    const auto second =
        xml.find("<xades:EncapsulatedOCSPValue", xml.find("<xades:EncapsulatedOCSPValue") + 1);
    EXPECT_NE(second, std::string::npos);
}

TEST_P(LevelTest, WhatIsSignedStaysToTheByteWhenItIsLifted) {
    const auto b = signAt(SignatureLevel::B);
    ASSERT_TRUE(b);
    EXPECT_EQ(openssl.stamps, 0);
    const auto before = signatureOf(b->bytes);
    const auto t = sign::liftContainer(b->bytes, SignatureLevel::T, services);
    ASSERT_TRUE(t && !t->notHigher);
    EXPECT_EQ(t->level, SignatureLevel::T);
    EXPECT_EQ(openssl.questions, 0);
    const auto lt = sign::liftContainer(t->bytes, SignatureLevel::LT, services);
    ASSERT_TRUE(lt && !lt->notHigher);
    EXPECT_EQ(lt->level, SignatureLevel::LT);
    EXPECT_EQ(openssl.stamps, 1) << "the stamp that is there counts";
    const auto after = signatureOf(lt->bytes);
    EXPECT_TRUE(xmlsecVerifies()) << folder.text("output");
    for (const auto* part : {"ds:SignedInfo", "ds:SignatureValue", "ds:KeyInfo", "xades:SignedProperties"}) {
        const auto text = between(before, std::string("<") + part, std::string("</") + part + ">");
        EXPECT_FALSE(text.empty());
        EXPECT_EQ(text, between(after, std::string("<") + part, std::string("</") + part + ">")) << part;
    }
    for (const auto& file : files)
        EXPECT_EQ(folder.bytes("unpacked/" + file.name), file.content);

    const auto again = sign::liftContainer(lt->bytes, SignatureLevel::LT, services);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->bytes, lt->bytes);
    EXPECT_EQ(openssl.stamps, 1);
}

TEST_P(LevelTest, AnOutageCostsTheLevelAndNotTheSignature) {
    openssl.stampsAway = true;
    const auto b = signAt(SignatureLevel::LT);
    ASSERT_TRUE(b);
    EXPECT_EQ(b->level, SignatureLevel::B);
    ASSERT_TRUE(b->notHigher);
    EXPECT_EQ(b->notHigher->code, timestamp::codes::away);
    openssl.stampsAway = false;
    openssl.revocationAway = true;
    const auto t = sign::liftContainer(b->bytes, SignatureLevel::LT, services);
    ASSERT_TRUE(t);
    EXPECT_EQ(t->level, SignatureLevel::T) << "and the stamp is kept";
    EXPECT_TRUE(t->notHigher);
    openssl.revocationAway = false;
    const auto lt = sign::liftContainer(t->bytes, SignatureLevel::LT, services);
    ASSERT_TRUE(lt);
    EXPECT_EQ(lt->level, SignatureLevel::LT);
    EXPECT_EQ(openssl.stamps, 2);
    signatureOf(lt->bytes);
    EXPECT_TRUE(xmlsecVerifies());
}

TEST_P(LevelTest, ARevokedCertificateNeverReachesLt) {
    openssl.revokedAt = "261101100000Z";
    const auto made = signAt(SignatureLevel::LT);
    ASSERT_TRUE(made);
    EXPECT_EQ(made->level, SignatureLevel::T);
    ASSERT_TRUE(made->notHigher);
    EXPECT_EQ(made->notHigher->code, sign::codes::revoked);
}

TEST_P(LevelTest, AnIssuerThatNobodyBelievesIsNamed) {
    sign::Authorities none;
    ASSERT_TRUE(none.add(openssl.folder() / "ca.crt"));
    const auto b = signAt(SignatureLevel::B);
    const auto made = sign::liftContainer(b->bytes, SignatureLevel::LT, {openssl, openssl, none});
    ASSERT_TRUE(made && made->notHigher);
    EXPECT_EQ(made->notHigher->code, sign::codes::issuerUnknown);
    EXPECT_EQ(made->notHigher->argument, "Vienlogs Test eID ICA");
}

TEST_P(LevelTest, AParallelSignatureLeavesAllElseAsItIs) {
    const auto first = signAt(SignatureLevel::LT);
    ASSERT_TRUE(first);
    unpack(first->bytes, "first");
    const auto other = insert(*ilze);
    sign::CardSigningKey key(*other, pin2);
    const auto both = sign::addSignature(first->bytes, key, {now, SignatureLevel::B, nullptr});
    ASSERT_TRUE(both) << both.error().code.text << both.error().detail;
    unpack(both->bytes);
    EXPECT_TRUE(xmlsecVerifies(0)) << folder.text("output");
    EXPECT_TRUE(xmlsecVerifies(1)) << folder.text("output");
    EXPECT_TRUE(folder.succeeds("rm unpacked/META-INF/signatures1.xml && diff -r first unpacked"))
        << folder.text("output");
    EXPECT_EQ(*sign::levelOf(both->bytes), SignatureLevel::B) << "the lowest";
    const auto lifted = sign::liftContainer(both->bytes, SignatureLevel::LT, services);
    ASSERT_TRUE(lifted);
    EXPECT_EQ(lifted->level, SignatureLevel::LT);
    unpack(lifted->bytes);
    EXPECT_TRUE(xmlsecVerifies(1)) << folder.text("output");
    EXPECT_TRUE(folder.succeeds("diff first/META-INF/signatures0.xml unpacked/META-INF/signatures0.xml"));
    for (const auto& file : files) {
        auto changed = file.content;
        changed[0] ^= 1;
        folder.write("unpacked/" + file.name, changed);
        EXPECT_FALSE(xmlsecVerifies(1)) << "signed by the second, too";
        folder.write("unpacked/" + file.name, file.content);
    }
}

// What is added does not depend on the kind of key.
INSTANTIATE_TEST_SUITE_P(Keys, LevelTest, testing::Values("teid2"), test::keyName);
