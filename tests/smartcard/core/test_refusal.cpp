// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <memory>

#include <openssl/x509.h>

#include "refusal.h"
#include "vienlogs/card/failures.h"

using namespace vienlogs;
namespace codes = card::codes;

namespace {

base::Failure issuedBy(const char* country, const char* name) {
    const std::unique_ptr<X509, void (*)(X509*)> certificate(X509_new(), X509_free);
    auto* issuer = X509_get_issuer_name(certificate.get());
    const auto add = [&](const char* field, const char* value) {
        X509_NAME_add_entry_by_txt(issuer, field, MBSTRING_UTF8,
                                   reinterpret_cast<const unsigned char*>(value), -1, -1, 0);
    };
    if (country)
        add("C", country);
    if (name)
        add("CN", name);
    return card::refusalOf(certificate.get(), "why");
}

} // namespace

TEST(Refusal, ACardOfAnotherCountryIsNamed) {
    EXPECT_EQ(issuedBy("EE", "ESTEID2018").code, codes::foreignCard);
    EXPECT_EQ(issuedBy("EE", "ESTEID2018").argument, "EE");
    EXPECT_EQ(issuedBy("LV", "LV eID ICA 2099").code, codes::unknownIssuer);
    EXPECT_EQ(issuedBy(nullptr, nullptr).code, codes::unknownIssuer);
    EXPECT_EQ(issuedBy("%1", "Strange").code, codes::unknownIssuer);
}

TEST(Refusal, ATestCardIsCalledOne) {
    EXPECT_EQ(issuedBy("EE", "TEST of ESTEID2018").code, codes::testCard);
    EXPECT_EQ(issuedBy("LV", "LV eID ICA TEST").code, codes::testCard);
    EXPECT_EQ(issuedBy("LV", "LV_TEST_ICA").code, codes::testCard);
    EXPECT_EQ(issuedBy("LV", "PROTEST ICA").code, codes::unknownIssuer);
    EXPECT_EQ(issuedBy("LV", "Stranger Test eID ICA").code, codes::unknownIssuer);
}

TEST(Refusal, AForeignCardWithoutOurApplicationsIsKnownByItsAnswerToReset) {
    const base::Failure other{codes::notEid, "6A82", {}};
    const auto known = card::refusalOf(
        base::Bytes{0x3B, 0x98, 0x13, 0x40, 0x0A, 0xA5, 0x03, 0x01, 0x01, 0x01, 0xAD, 0x13, 0x11}, other);
    EXPECT_EQ(known.code, codes::foreignCard);
    EXPECT_EQ(known.argument, "BE");
    EXPECT_EQ(card::refusalOf(base::Bytes{0x3B, 0x00}, other), other);
    EXPECT_EQ(card::refusalOf(base::Bytes{}, other), other);
}
