// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "vienlogs/server/app/second_factor.h"

using namespace vienlogs;
using namespace vienlogs::server;

TEST(SecondFactor, CodesAreThoseOfTheRfc) {
    const auto secret = base::bytesOf("12345678901234567890");
    // RFC 6238 appendix B, its last six of eight digits.
    for (const auto& [time, code] :
         std::vector<std::pair<std::int64_t, std::string>>{{59, "287082"},
                                                           {1111111109, "081804"},
                                                           {1111111111, "050471"},
                                                           {1234567890, "005924"},
                                                           {2000000000, "279037"},
                                                           {20000000000, "353130"}})
        EXPECT_EQ(app::codeAt(secret, time / app::codeStep.count()), code) << time;
}

TEST(SecondFactor, AnAuthenticatorReadsItsAddress) {
    EXPECT_EQ(app::factorUri(base::bytesOf("12345678901234567890"), "F-1"),
              "otpauth://totp/Vienlogs:F-1?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Vienlogs");
    EXPECT_EQ(app::newFactorSecret()->size(), 20U);
    EXPECT_NE(*app::newFactorSecret(), *app::newFactorSecret());
}
