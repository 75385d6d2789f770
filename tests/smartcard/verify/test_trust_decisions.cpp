// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
//
// Whom a validation believes when somebody arranged the proofs to his liking.
#include <openssl/pkcs7.h>

#include "signed_containers.h"
#include "vienlogs/verify/failures.h"

using namespace vienlogs;
using verify::SubIndication;
using State = ports::RevocationState;
namespace codes = verify::codes;

namespace {

bool gives(const std::vector<base::Failure>& reasons, base::FailureCode code) {
    return std::ranges::any_of(reasons, [&](const auto& reason) { return reason.code == code; });
}

/// Says of one certificate that it was revoked, of all others that they are good.
class RevokedOne final : public ports::Revocation {
public:
    RevokedOne(base::Bytes revoked, base::Timestamp at, std::string reason)
        : revoked_(std::move(revoked)), at_(at), reason_(std::move(reason)) {}
    base::Result<ports::RevocationAnswer> ask(const base::Bytes& certificate, const base::Bytes&) override {
        ports::RevocationAnswer answer{.state = State::Good, .thisUpdate = base::SystemClock().now()};
        if (certificate == revoked_) {
            answer.state = State::Revoked;
            answer.revokedAt = at_;
            answer.reason = reason_;
        }
        return answer;
    }
    base::Result<ports::RevocationAnswer> askAfter(const base::Bytes& certificate, const base::Bytes& issuer,
                                                   base::Timestamp) override {
        return ask(certificate, issuer);
    }

private:
    base::Bytes revoked_;
    base::Timestamp at_;
    std::string reason_;
};

class GrantingList final : public ports::TrustedList {
public:
    base::Result<ports::TrustListing> about(const base::Bytes&, base::Timestamp) override { return listing; }
    ports::TrustListing listing;
};

base::Bytes withoutCertificates(const base::Bytes& token) {
    const auto* at = token.data();
    const std::unique_ptr<PKCS7, decltype(&PKCS7_free)> parsed(d2i_PKCS7(nullptr, &at, long(token.size())),
                                                               PKCS7_free);
    sk_X509_pop_free(parsed->d.sign->cert, X509_free);
    parsed->d.sign->cert = nullptr;
    unsigned char* der = nullptr;
    const int size = i2d_PKCS7(parsed.get(), &der);
    base::Bytes bytes(der, der + size);
    OPENSSL_free(der);
    return bytes;
}

class TrustDecisions : public test::SignedContainers {
protected:
    std::string xmlOf(const base::Bytes& container) {
        auto entries = entriesOf(container);
        const auto& content = signatureOf(entries).content;
        return {content.begin(), content.end()};
    }
    static std::string between(const std::string& text, const std::string& from, const std::string& to) {
        const auto at = text.find(from) + from.size();
        return text.substr(at, text.find(to, at) - at);
    }
    base::Bytes service() { return derOf(services.folder().path() / "tsa.crt"); }
};

} // namespace

TEST_F(TrustDecisions, AStampWithoutItsCertificateDoesNotHideThatItWasRevoked) {
    const auto container = sign(sign::Level::T);
    const auto token =
        between(xmlOf(container), "<xades:EncapsulatedTimeStamp>", "</xades:EncapsulatedTimeStamp>");
    const auto bare = base::toBase64(withoutCertificates(*base::fromBase64(token)));
    auto moved = replaced(container, token, bare);
    const std::string end = "</xades:UnsignedSignatureProperties>";
    moved =
        replaced(moved, end,
                 "<xades:CertificateValues><xades:EncapsulatedX509Certificate>" + base::toBase64(service()) +
                     "</xades:EncapsulatedX509Certificate></xades:CertificateValues>" + end);
    RevokedOne nobody({}, {}, {});
    EXPECT_TRUE(only(moved, trusting(&nobody)).provedAt) << "its certificate lies beside it";
    RevokedOne revoked(service(), clock.now() - std::chrono::hours(1), "superseded");
    EXPECT_FALSE(only(moved, trusting(&revoked)).provedAt);
}

TEST_F(TrustDecisions, AStolenKeyOfATimeStampServiceTakesEarlierStampsAlong) {
    const auto container = sign(sign::Level::T);
    const auto proved = [&](const char* reason) {
        RevokedOne later(service(), clock.now() + std::chrono::hours(1), reason);
        return only(container, trusting(&later)).provedAt.has_value();
    };
    EXPECT_TRUE(proved("superseded"));
    EXPECT_TRUE(proved("cessationOfOperation"));
    EXPECT_FALSE(proved("keyCompromise"));
    EXPECT_FALSE(proved("cACompromise"));
    EXPECT_FALSE(proved("")) << "RFC 3161: without a reason all of them fall";
}

TEST_F(TrustDecisions, WhoIsAskedNowGoesBeforeAnEarlierProofThatCameAlong) {
    const auto lasting = sign(sign::Level::LT);
    const auto xml = xmlOf(lasting);
    const auto stamp = between(xml, "<xades:SignatureTimeStamp>", "</xades:SignatureTimeStamp>");
    const auto container =
        replaced(lasting, "<xades:SignatureTimeStamp>" + stamp + "</xades:SignatureTimeStamp>", "");
    const auto later = clock.now() + std::chrono::hours(1);
    const auto own = *card->signingCertificate();
    EXPECT_TRUE(only(container, trusting(nullptr), later).valid())
        << "nobody can be asked, and it covers today";
    RevokedOne revoked(own, clock.now() + std::chrono::minutes(30), "keyCompromise");
    EXPECT_EQ(only(container, trusting(&revoked), later).sub, SubIndication::RevokedNoPoe);
}

TEST_F(TrustDecisions, OnlyServicesForSignaturesAndSealsMakeIssuersBelieved) {
    const auto container = sign(sign::Level::B);
    GrantingList list;
    list.listing.status = ports::TrustListing::Status::Granted;
    list.listing.serviceCertificate = derOf(authority() / "ca.crt");
    list.listing.qualifiedTimeStamps = true;
    RevokedOne nobody({}, {}, {});
    auto trust = trusting(&nobody, &list);
    trust.issuers.clear();
    EXPECT_EQ(only(container, trust).sub, SubIndication::NoCertificateChainFound);
    list.listing.qualifiedForSignatures = true;
    EXPECT_TRUE(only(container, trust).valid());
}

TEST_F(TrustDecisions, ASignatureOverNoFileSignsNothing) {
    auto container = sign(sign::Level::B);
    const auto xml = xmlOf(container);
    for (const auto* id : {"S0-R0", "S0-R1"}) {
        const auto start = xml.find("<ds:Reference Id=\"" + std::string(id));
        container =
            replaced(container, xml.substr(start, xml.find("</ds:Reference>", start) + 15 - start), "");
    }
    auto entries = entriesOf(container);
    std::erase_if(entries, [&](const auto& entry) {
        return std::ranges::any_of(files, [&](const auto& file) { return file.name == entry.name; });
    });
    const auto report = only(test::ZipMaker::make(entries), trusting(&services));
    EXPECT_TRUE(gives(report.reasons, codes::malformed));
    EXPECT_FALSE(report.valid());
}
