// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <nlohmann/json.hpp>

#include "signed_containers.h"
#include "vienlogs/verify/failures.h"
#include "vienlogs/verify/report_writer.h"

using namespace vienlogs;
using namespace vienlogs::verify;

namespace {

using ValidatorTest = test::SignedContainers;

bool gives(const std::vector<base::Failure>& reasons, base::FailureCode code) {
    return std::any_of(reasons.begin(), reasons.end(),
                       [&](const base::Failure& reason) { return reason.code == code; });
}

/// Says the same of every certificate, without a process for each question.
class Saying final : public ports::Revocation {
public:
    explicit Saying(ports::RevocationState state, std::optional<base::Timestamp> revokedAt = {})
        : state_(state), revokedAt_(revokedAt) {}
    base::Result<ports::RevocationAnswer> ask(const base::Bytes&, const base::Bytes&) override {
        return ports::RevocationAnswer{.state = state_,
                                       .thisUpdate = base::SystemClock().now(),
                                       .revokedAt = revokedAt_,
                                       .reason = "superseded"};
    }
    base::Result<ports::RevocationAnswer> askAfter(const base::Bytes& certificate, const base::Bytes& issuer,
                                                   base::Timestamp) override {
        return ask(certificate, issuer);
    }

private:
    ports::RevocationState state_;
    std::optional<base::Timestamp> revokedAt_;
};

/// A trusted list that says the same of every certificate.
class SayingList final : public ports::TrustedList {
public:
    base::Result<ports::TrustListing> about(const base::Bytes&, base::Timestamp at) override {
        asked = at;
        return listing;
    }
    ports::TrustListing listing;
    base::Timestamp asked{};
};

} // namespace

TEST_F(ValidatorTest, ASignatureAtLevelBIsValidAndNeverCalledQualified) {
    const auto report = only(sign(sign::Level::B), trusting(&services));
    EXPECT_TRUE(report.valid()) << (report.reasons.empty() ? "" : report.reasons[0].detail);
    EXPECT_EQ(report.signer, "JĀNIS BĒRZIŅŠ");
    EXPECT_EQ(report.identifier, "PNOLV-010181-15098");
    EXPECT_EQ(report.level(), verify::Level::B);
    EXPECT_TRUE(report.claimedAt);
    EXPECT_FALSE(report.provedAt);
    EXPECT_TRUE(gives(report.levels[1].reasons, codes::noStamp));
    EXPECT_FALSE(report.seal);
    EXPECT_FALSE(report.qualified.yes);
    EXPECT_TRUE(gives(report.qualified.reasons, codes::listNotAsked));
    EXPECT_EQ(services.questions, 1);
}

TEST_F(ValidatorTest, RsaCardsToo) {
    putIn("seid-rsa", {});
    EXPECT_TRUE(only(sign(sign::Level::B), trusting(&services)).valid());
}

TEST_F(ValidatorTest, WithoutWordOnRevocationNothingIsCertain) {
    const auto report = only(sign(sign::Level::B), trusting(nullptr));
    EXPECT_EQ(report.indication, Indication::Indeterminate);
    EXPECT_EQ(report.sub, SubIndication::TryLater);
    EXPECT_TRUE(gives(report.reasons, codes::revocationUnknown));
}

TEST_F(ValidatorTest, LevelsAreToldSeparately) {
    const auto stamped = only(sign(sign::Level::T), trusting(&services));
    EXPECT_TRUE(stamped.valid());
    EXPECT_EQ(stamped.level(), verify::Level::T);
    EXPECT_TRUE(stamped.provedAt);
    EXPECT_TRUE(gives(stamped.levels[2].reasons, codes::noProofs));

    const auto lasting = sign(sign::Level::LT);
    services.questions = 0;
    const auto offline = only(lasting, trusting(nullptr));
    EXPECT_TRUE(offline.valid()) << "all that is needed came along";
    EXPECT_EQ(offline.level(), verify::Level::LT)
        << (offline.levels[2].reasons.empty() ? "" : offline.levels[2].reasons[0].detail);
    ASSERT_FALSE(offline.revocation.empty());
    EXPECT_TRUE(offline.revocation[0].embedded);
    EXPECT_TRUE(only(lasting, trusting(&services)).valid());
    EXPECT_EQ(services.questions, 0) << "and nobody is asked";
}

TEST_F(ValidatorTest, AStampFromElsewhereProvesNothing) {
    const auto first = sign(sign::Level::T);
    auto trust = trusting(&services);
    trust.stampRoots.clear();
    const auto stranger = only(first, trust);
    EXPECT_TRUE(stranger.valid());
    EXPECT_EQ(stranger.level(), verify::Level::B);
    EXPECT_TRUE(gives(stranger.levels[1].reasons, codes::stampWrong));

    auto other = entriesOf(sign(sign::Level::T)), entries = entriesOf(first);
    const auto token = [&](std::vector<test::MadeEntry>& all) {
        std::string xml(signatureOf(all).content.begin(), signatureOf(all).content.end());
        const auto from = xml.find("<xades:EncapsulatedTimeStamp");
        return xml.substr(from, xml.find("</xades:EncapsulatedTimeStamp>") - from);
    };
    const auto mixed = only(replaced(first, token(entries), token(other)), trusting(&services));
    EXPECT_EQ(mixed.level(), verify::Level::B);
    EXPECT_TRUE(gives(mixed.levels[1].reasons, codes::stampWrong));
    EXPECT_FALSE(mixed.provedAt);
}

TEST_F(ValidatorTest, RevokedIsJudgedAsOfTheProvedTime) {
    const auto plain = sign(sign::Level::B);
    const auto stamped = sign(sign::Level::T);
    services.revokedAt = "261123100000Z";
    const auto before = only(plain, trusting(&services));
    EXPECT_EQ(before.indication, Indication::Indeterminate);
    EXPECT_EQ(before.sub, SubIndication::RevokedNoPoe);
    EXPECT_TRUE(gives(before.reasons, codes::revoked));
    EXPECT_FALSE(only(stamped, trusting(&services)).valid()) << "revoked an hour ago, stamped now";

    Saying later(ports::RevocationState::Revoked, clock.now() + std::chrono::hours(1));
    EXPECT_TRUE(only(stamped, trusting(&later)).valid()) << "signed while the certificate was good";
}

TEST_F(ValidatorTest, DatesPurposeAndIssuer) {
    const auto container = sign(sign::Level::B);
    auto trust = trusting(&services);
    trust.issuers = {services.folder().bytes("ca.der")};
    const auto stranger = only(container, trust);
    EXPECT_EQ(stranger.sub, SubIndication::NoCertificateChainFound);
    EXPECT_TRUE(gives(stranger.reasons, codes::unknownIssuer));

    const auto later = base::SystemClock().now() + std::chrono::days(6 * 365);
    const auto expired = only(container, trusting(&services), later);
    EXPECT_EQ(expired.indication, Indication::Indeterminate);
    EXPECT_EQ(expired.sub, SubIndication::OutOfBoundsNotRevoked);
    EXPECT_TRUE(gives(expired.reasons, codes::expired));
    const auto proved = only(sign(sign::Level::LT), trusting(nullptr), later);
    EXPECT_TRUE(proved.valid()) << "the stamp proves that it was signed in time";
}

TEST_F(ValidatorTest, QualifiedOnlyWithTheTrustedListsWord) {
    const auto container = sign(sign::Level::T);
    SayingList list;
    Saying good(ports::RevocationState::Good);
    const auto said = [&] { return only(container, trusting(&good, &list)).qualified; };
    EXPECT_FALSE(said().yes) << "not listed";
    list.listing.status = ports::TrustListing::Status::Granted;
    list.listing.serviceCertificate = derOf(authority() / "ca.crt");
    EXPECT_FALSE(said().yes) << "granted, but not for signatures";
    list.listing.qualifiedForSeals = true;
    EXPECT_FALSE(said().yes) << "for seals only";
    list.listing.qualifiedForSignatures = true;
    const auto report = only(container, trusting(&good, &list));
    EXPECT_TRUE(report.qualified.yes);
    EXPECT_EQ(list.asked, *report.provedAt) << "as of the time of signing, not of today";
    list.listing.status = ports::TrustListing::Status::Withdrawn;
    EXPECT_TRUE(gives(said().reasons, codes::notListed));
    list.listing.status = ports::TrustListing::Status::Granted;
    good = Saying(ports::RevocationState::Revoked, clock.now() - std::chrono::hours(1));
    EXPECT_FALSE(said().yes) << "and never when the signature does not hold";
}

TEST_F(ValidatorTest, EveryTamperingIsRefusedWithItsReason) {
    const auto container = sign(sign::Level::T);
    Saying good(ports::RevocationState::Good);
    struct Case {
        const char *what, *from, *to;
        base::FailureCode code;
        SubIndication sub;
    };
    const Case cases[] = {
        {"time", "<xades:SigningTime>20", "<xades:SigningTime>19", codes::propertiesUnsigned,
         SubIndication::HashFailure},
        {"media type", "application/pdf</xades:MimeType>", "text/html</xades:MimeType>",
         codes::propertiesUnsigned, SubIndication::HashFailure},
        {"hash of a file", "<ds:DigestValue>", "<ds:DigestValue>AAAA", codes::fileChanged,
         SubIndication::HashFailure},
        {"SHA-1 value", "ecdsa-sha384", "ecdsa-sha1", codes::weak, SubIndication::CryptoConstraintsFailure},
        {"SHA-1 file", "xmlenc#sha256", "xmldsig#sha1", codes::weak, SubIndication::SigCryptoFailure},
        {"another hash", "ecdsa-sha384", "ecdsa-sha512", codes::signatureWrong,
         SubIndication::SigCryptoFailure},
        {"outside reference", "URI=\"iesniegums.pdf\"", "URI=\"file:///etc/passwd\"", codes::foreignPart,
         SubIndication::FormatFailure},
        {"way out", "URI=\"iesniegums.pdf\"", "URI=\"../iesniegums.pdf\"", codes::foreignPart,
         SubIndication::FormatFailure},
        {"own part", "URI=\"iesniegums.pdf\"", "URI=\"#S0-SignedInfo\"", codes::foreignPart,
         SubIndication::FormatFailure},
        {"missing file", "URI=\"iesniegums.pdf\"", "URI=\"other.pdf\"", codes::fileMissing,
         SubIndication::SigCryptoFailure},
        {"no type", "Type=\"http://uri.etsi.org/01903#SignedProperties\"", "", codes::foreignPart,
         SubIndication::FormatFailure},
        {"transform", "<ds:Transform Algorithm=\"http://www.w3.org/2006/12/xml-c14n11\"",
         "<ds:Transform Algorithm=\"http://www.w3.org/TR/1999/REC-xslt-19991116\"", codes::foreignPart,
         SubIndication::FormatFailure},
        {"one Id twice", "<ds:SignatureValue Id=\"S0-SignatureValue\"", "<ds:SignatureValue Id=\"S0\"",
         codes::malformed, SubIndication::FormatFailure},
        {"another object", "<ds:Object>", "<ds:Object/><ds:Object>", codes::malformed,
         SubIndication::FormatFailure},
        {"properties of another", "Target=\"#S0\"", "Target=\"#S1\"", codes::malformed,
         SubIndication::FormatFailure},
        {"comment in a digest", "<ds:DigestValue>", "<ds:DigestValue><!-- -->", codes::malformed,
         SubIndication::FormatFailure},
        {"document type", "<asic:XAdESSignatures", "<!DOCTYPE a [<!ENTITY b \"c\">]><asic:XAdESSignatures",
         codes::malformed, SubIndication::FormatFailure},
        {"instruction", "<ds:SignedInfo", "<?php a?><ds:SignedInfo", codes::malformed,
         SubIndication::FormatFailure},
        {"encoding", "encoding=\"UTF-8\"", "encoding=\"ISO-8859-4\"", codes::malformed,
         SubIndication::FormatFailure},
        {"certificate", "<ds:X509Certificate>MII", "<ds:X509Certificate>MIJ", codes::noCertificate,
         SubIndication::NoSigningCertificateFound},
    };
    for (const auto& each : cases) {
        const auto report = only(replaced(container, each.from, each.to), trusting(&good));
        EXPECT_FALSE(report.valid()) << each.what;
        EXPECT_TRUE(gives(report.reasons, each.code))
            << each.what << ": " << (report.reasons.empty() ? "" : report.reasons[0].code.text);
        EXPECT_STREQ(nameOf(report.sub), nameOf(each.sub)) << each.what;
        EXPECT_FALSE(report.qualified.yes);
    }
}

TEST_F(ValidatorTest, FilesChangedAddedAndTakenAway) {
    Saying good(ports::RevocationState::Good);
    const auto entries = entriesOf(sign(sign::Level::B));
    auto changed = entries;
    changed[1].content[3] ^= 1;
    EXPECT_TRUE(gives(only(test::ZipMaker::make(changed), trusting(&good)).reasons, codes::fileChanged));
    auto added = entries;
    added.insert(added.begin() + 2, {"vēl viens.txt", base::bytesOf("added later")});
    const auto more = only(test::ZipMaker::make(added), trusting(&good));
    EXPECT_TRUE(gives(more.reasons, codes::fileNotSigned));
    EXPECT_EQ(more.sub, SubIndication::SigConstraintsFailure);
    auto fewer = entries;
    fewer.erase(fewer.begin() + 1);
    EXPECT_EQ(only(test::ZipMaker::make(fewer), trusting(&good)).sub, SubIndication::SignedDataNotFound);
    auto unsignedOne = entries;
    std::erase_if(unsignedOne, [](const auto& e) { return e.name.find("signatures") != std::string::npos; });
    const auto nobody = Validator(trusting(&good)).validate(test::ZipMaker::make(unsignedOne), clock.now());
    ASSERT_TRUE(nobody);
    EXPECT_FALSE(nobody->valid());
}

TEST_F(ValidatorTest, AWrappedSignatureIsRefused) {
    // The signed properties are moved aside under their Id, others take their place.
    auto entries = entriesOf(sign(sign::Level::B));
    std::string xml(signatureOf(entries).content.begin(), signatureOf(entries).content.end());
    const auto from = xml.find("<xades:SignedProperties"), to = xml.find("</xades:SignedProperties>") + 25;
    const auto genuine = xml.substr(from, to - from);
    auto forged = genuine;
    forged.replace(forged.find("Id=\""), 4, "Id=\"X");
    forged.replace(forged.find("<xades:SigningTime>20"), 21, "<xades:SigningTime>19");
    xml.replace(from, genuine.size(),
                forged + "<xades:UnsignedProperties>" + genuine + "</xades:UnsignedProperties>");
    signatureOf(entries).content = base::bytesOf(xml);
    const auto report = only(test::ZipMaker::make(entries), trusting(&services));
    EXPECT_EQ(report.indication, Indication::TotalFailed);
    EXPECT_TRUE(gives(report.reasons, codes::foreignPart));
}

TEST_F(ValidatorTest, WhatAnotherProgramSignsIsAccepted) {
    const auto& home = authority();
    ASSERT_TRUE(work.succeeds(
        "printf '[s]\\nkeyUsage=critical,nonRepudiation\\n' >x && "
        "openssl req -new -newkey rsa:2048 -nodes -keyout s.key -subj '/C=LV/CN=EVA OZOLA/GN=EVA/SN=OZOLA/"
        "serialNumber=PNOLV-320102-17052' -out s.csr && "
        "openssl x509 -req -in s.csr -CA '" +
        (home / "ca.crt").string() + "' -CAkey '" + (home / "ca.key").string() +
        "' -set_serial 77 -days 20 -extfile x -extensions s -out s.crt && "
        "openssl x509 -in s.crt -outform DER -out s.der && mkdir -p META-INF && printf text >a.txt && "
        "openssl dgst -sha512 -binary s.der | base64 -w0 >s.digest"))
        << work.text("output");
    const std::string c14n = "http://www.w3.org/2001/10/xml-exc-c14n#",
                      sha = "<ds:DigestMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha512\"/>";
    work.write(
        "META-INF/signatures0.xml",
        "<asic:XAdESSignatures xmlns:asic='http://uri.etsi.org/02918/v1.2.1#'>\n"
        "<ds:Signature xmlns:ds='http://www.w3.org/2000/09/xmldsig#' Id='theirs'>\n <ds:SignedInfo>"
        "<ds:CanonicalizationMethod Algorithm='" +
            c14n +
            "'/><ds:SignatureMethod Algorithm="
            "'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512'/>"
            "<ds:Reference URI='a.txt'>" +
            sha +
            "<ds:DigestValue/></ds:Reference>"
            "<ds:Reference URI='#props' Type='http://uri.etsi.org/01903#SignedProperties'><ds:Transforms>"
            "<ds:Transform Algorithm='" +
            c14n + "'/></ds:Transforms>" + sha +
            "<ds:DigestValue/></ds:Reference>"
            "</ds:SignedInfo><ds:SignatureValue/><ds:KeyInfo><ds:X509Data><ds:X509Certificate/></ds:X509Data>"
            "</ds:KeyInfo><ds:Object><x:QualifyingProperties xmlns:x='http://uri.etsi.org/01903/v1.3.2#' "
            "Target='#theirs'><x:SignedProperties Id='props'><x:SignedSignatureProperties><x:SigningTime>"
            "2026-11-23T12:00:00+02:00</x:SigningTime><x:SigningCertificateV2><x:Cert><x:CertDigest>" +
            sha + "<ds:DigestValue>" + work.text("s.digest") +
            "</ds:DigestValue></x:CertDigest></x:Cert>"
            "</x:SigningCertificateV2></x:SignedSignatureProperties></x:SignedProperties>"
            "</x:QualifyingProperties></ds:Object></ds:Signature></asic:XAdESSignatures>");
    ASSERT_TRUE(
        work.succeeds("xmlsec1 --sign --privkey-pem s.key,s.crt --id-attr:Id SignedProperties --output "
                      "signed.xml META-INF/signatures0.xml"))
        << work.text("output");
    const auto type = base::bytesOf("application/vnd.etsi.asic-e+zip");
    const auto container = test::ZipMaker::make({{"mimetype", type},
                                                 {"a.txt", base::bytesOf("text")},
                                                 {"META-INF/signatures0.xml", work.bytes("signed.xml")}});
    const auto report = only(container, trusting(&services));
    EXPECT_TRUE(report.valid()) << (report.reasons.empty() ? "" : report.reasons[0].code.text)
                                << (report.reasons.empty() ? "" : report.reasons[0].detail);
    EXPECT_EQ(report.signer, "EVA OZOLA");
    EXPECT_EQ(*report.claimedAt, *base::fromRfc3339("2026-11-23T10:00:00Z"));
    EXPECT_FALSE(report.qualified.yes);
}

TEST_F(ValidatorTest, ReportsTellItInEveryLanguage) {
    const auto report = *Validator(trusting(&services)).validate(sign(sign::Level::LT), clock.now());
    const auto json = nlohmann::json::parse(toJson(report, ReportKind::Simple, base::Language::Latvian));
    EXPECT_TRUE(json["valid"]);
    const auto& signature = json["signatures"][0];
    EXPECT_EQ(signature["signer"], "JĀNIS BĒRZIŅŠ");
    EXPECT_EQ(signature["level"], "LT");
    EXPECT_EQ(signature["signedAt"], signature["provedAt"]);
    EXPECT_TRUE(signature["valid"]);
    EXPECT_TRUE(signature["reasons"].empty());
    EXPECT_FALSE(signature.contains("checks"));
    EXPECT_EQ(signature["verdict"], "Paraksts ir derīgs");
    EXPECT_EQ(json["files"][0]["mediaType"], "application/pdf");
    const auto all = nlohmann::json::parse(toJson(report, ReportKind::Diagnostic, base::Language::Russian));
    EXPECT_GE(all["signatures"][0]["checks"].size(), 8U);
    EXPECT_EQ(all["signatures"][0]["chain"].size(), 2U);
    for (const auto language : {base::Language::Latvian, base::Language::English, base::Language::Russian})
        for (const auto kind : {ReportKind::Simple, ReportKind::Detailed, ReportKind::Diagnostic})
            EXPECT_NE(toText(report, kind, language).find("JĀNIS BĒRZIŅŠ"), std::string::npos);
}
