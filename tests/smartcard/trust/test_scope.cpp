// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
//
// What a list or a responder's "good" is silent about.
#include <gtest/gtest.h>

#include "stand_in.h"
#include "vienlogs/trust/crl.h"
#include "vienlogs/trust/failures.h"

namespace {

using namespace vienlogs;
using namespace vienlogs::testhelp;

struct Scope : testing::Test {
    Folder folder;
    OpensslCa ca{folder.path};
    base::Bytes issuer = ca.certificate();
    base::SystemClock clock;
    const std::string part = "crlDistributionPoints=URI:http://lists.invalid/part1.crl\n";

    /// A list with these lines as its extensions.
    base::Bytes list(const std::string& extensions) const {
        std::ofstream(ca.file("list.cnf"))
            << "[ca]\ndefault_ca=own\n[own]\ndatabase=" << ca.file("index") << "\ndefault_md=sha256\n[list]\n"
            << "authorityKeyIdentifier=keyid\n"
            << extensions;
        std::ofstream(ca.file("index"));
        EXPECT_EQ(ca.openssl({"ca", "-gencrl", "-config", ca.file("list.cnf"), "-keyfile", ca.file("ca.key"),
                              "-cert", ca.file("ca.crt"), "-crldays", "2", "-crlexts", "list", "-out",
                              ca.file("list.pem")}),
                  0)
            << readText(ca.file("openssl.log"));
        EXPECT_EQ(
            ca.openssl({"crl", "-in", ca.file("list.pem"), "-outform", "DER", "-out", ca.file("list.der")}),
            0);
        const auto text = readText(ca.file("list.der"));
        return {text.begin(), text.end()};
    }
    static std::string partOf(const std::string& place) {
        return "issuingDistributionPoint=critical,@place\n[place]\n" + place;
    }
    bool holds(const base::Bytes& crl, const base::Bytes& certificate) const {
        return trust::checkCrl(crl, certificate, issuer, {clock.now()}).has_value();
    }
    /// A certificate of the authority that was valid until yesterday.
    base::Bytes expired() const {
        const auto serial = ca.issue("55");
        EXPECT_EQ(
            ca.openssl({"x509", "-req", "-in", ca.file("leaf.csr"), "-CA", ca.file("ca.crt"), "-CAkey",
                        ca.file("ca.key"), "-set_serial", "0x56", "-days", "-1", "-out", ca.file("old.crt")}),
            0);
        return readCertificate(ca.file("old.crt"));
    }
};

} // namespace

TEST_F(Scope, OfAListInPartsOnlyTheCertificatesOwnPartCounts) {
    const auto leaf = ca.issue("1234", part), without = ca.issue("1235");
    EXPECT_TRUE(holds(list(""), leaf));
    EXPECT_TRUE(holds(list(partOf("fullname=URI:http://lists.invalid/part1.crl\n")), leaf));
    EXPECT_FALSE(holds(list(partOf("fullname=URI:http://lists.invalid/part2.crl\n")), leaf));
    EXPECT_FALSE(holds(list(partOf("fullname=URI:http://lists.invalid/part1.crl\n")), without));
}

TEST_F(Scope, AListOfPeoplesCertificatesSaysNothingOfAnAuthority) {
    const auto users = list(partOf("onlyuser=TRUE\n"));
    EXPECT_TRUE(holds(users, ca.issue("1234")));
    std::ofstream(ca.file("sub.cnf")) << "basicConstraints=critical,CA:TRUE\n";
    ASSERT_EQ(ca.openssl({"x509", "-req", "-in", ca.file("leaf.csr"), "-CA", ca.file("ca.crt"), "-CAkey",
                          ca.file("ca.key"), "-set_serial", "0x99", "-extfile", ca.file("sub.cnf"), "-out",
                          ca.file("sub.crt")}),
              0);
    EXPECT_FALSE(holds(users, readCertificate(ca.file("sub.crt"))));
}

TEST_F(Scope, AListForgetsWhatExpiredUnlessItSaysOtherwise) {
    const auto old = expired();
    const auto answer = trust::checkCrl(list(""), old, issuer, {clock.now()});
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, trust::codes::refused);
    EXPECT_TRUE(holds(list("2.5.29.60=ASN1:GENERALIZEDTIME:20200101000000Z\n"), old));
    EXPECT_FALSE(holds(list("2.5.29.60=ASN1:GENERALIZEDTIME:20990101000000Z\n"), old));
}

TEST_F(Scope, AResponderMayHaveForgottenWhatExpired) {
    const auto old = expired();
    std::ofstream(ca.file("index")) << "V\t991231235959Z\t\t56\tunknown\t/CN=x\n";
    ASSERT_EQ(ca.openssl({"ocsp", "-issuer", ca.file("ca.crt"), "-cert", ca.file("old.crt"), "-no_nonce",
                          "-reqout", ca.file("question")}),
              0);
    ASSERT_EQ(ca.openssl({"ocsp", "-index", ca.file("index"), "-CA", ca.file("ca.crt"), "-rsigner",
                          ca.file("ca.crt"), "-rkey", ca.file("ca.key"), "-ndays", "1", "-reqin",
                          ca.file("question"), "-respout", ca.file("answer")}),
              0)
        << readText(ca.file("openssl.log"));
    const auto text = readText(ca.file("answer"));
    const auto answer = trust::checkOcsp({text.begin(), text.end()}, old, issuer, {clock.now()});
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().detail, "it no longer tells of a certificate that expired");
}
