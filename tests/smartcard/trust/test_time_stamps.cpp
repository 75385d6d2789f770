// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>
#include <openssl/x509.h>

#include "stand_in.h"
#include "vienlogs/timestamp/failures.h"
#include "vienlogs/trust/revocation_service.h"
#include "vienlogs/trust/time_stamp_service.h"

namespace {

using namespace vienlogs;
using namespace vienlogs::testhelp;

struct TimeStamps : testing::Test {
    Folder folder;
    TrustStandIn standIn{folder.path};
    web::CurlClient web{hasty()};
    base::SystemClock clock;
    timestamp::Authority authority =
        *timestamp::Authority::fromPem(readText(standIn.stampAuthority), "tsa-ca.pem");

    trust::RevocationService revocation() {
        trust::RevocationSettings settings;
        settings.ocspUrl = standIn.address + "/ocsp";
        return {web, clock, settings};
    }
    trust::TimeStampService service(ports::Revocation* asked) {
        return {web, asked, clock, authority, {standIn.address + "/tsa", {}}};
    }
};

std::string serialOf(const base::Bytes& der) {
    const auto* at = der.data();
    const std::unique_ptr<X509, decltype(&X509_free)> certificate(
        d2i_X509(nullptr, &at, static_cast<long>(der.size())), X509_free);
    const std::unique_ptr<BIGNUM, decltype(&BN_free)> number(
        ASN1_INTEGER_to_BN(X509_get0_serialNumber(certificate.get()), nullptr), BN_free);
    char* hex = BN_bn2hex(number.get());
    std::string text(hex);
    OPENSSL_free(hex);
    return text;
}

TEST_F(TimeStamps, AreRefusedOnceTheCertificateOfTheServiceIsRevoked) {
    auto first = revocation();
    const auto stamp = service(&first).stamp(base::bytesOf("data"));
    ASSERT_TRUE(stamp) << stamp.error().detail;
    EXPECT_TRUE(authority.verify("data", stamp->der));
    const auto stamper = authority.stamperOf(stamp->der);
    ASSERT_TRUE(stamper);
    ASSERT_TRUE(standIn.control("revoked", R"({"serial": ")" + serialOf(stamper->certificate) + "\"}"));
    auto second = revocation();
    const auto refused = service(&second).stamp(base::bytesOf("data"));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, timestamp::codes::refused);
    EXPECT_TRUE(service(nullptr).stamp(base::bytesOf("data"))) << "where nobody is asked";
}

TEST_F(TimeStamps, GoOnWhileNobodyCanTellOfRevocation) {
    ASSERT_TRUE(standIn.state("ocsp", "down"));
    auto away = revocation();
    EXPECT_TRUE(service(&away).stamp(base::bytesOf("data")));
    ASSERT_TRUE(standIn.state("tsa", "down"));
    EXPECT_EQ(service(&away).stamp(base::bytesOf("data")).error().code, timestamp::codes::away);
    ASSERT_TRUE(standIn.state("tsa", "wrongImprint"));
    EXPECT_EQ(service(&away).stamp(base::bytesOf("data")).error().code, timestamp::codes::refused);
}

} // namespace
