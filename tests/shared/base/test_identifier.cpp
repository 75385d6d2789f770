// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "vienlogs/base/failures_base.h"
#include "vienlogs/base/identifier.h"

using namespace vienlogs::base;

TEST(PersonalCode, TakesOldCodesWhoseCheckDigitHolds) {
    for (const auto* code : {"210860-10528", "010181-15098", "161175-19997"})
        EXPECT_TRUE(Identifier::latvianPersonalCode(code)) << code;
    EXPECT_EQ(Identifier::latvianPersonalCode("01018115098")->value(), "010181-15098");
    EXPECT_EQ(toIso(*Identifier::latvianPersonalCode("010181-15098")->birthDate()), "1981-01-01");
}

TEST(PersonalCode, TakesNewCodesWithoutLookingForADate) {
    const auto code = Identifier::latvianPersonalCode("326305-17052");
    ASSERT_TRUE(code);
    EXPECT_FALSE(code->birthDate());
}

TEST(PersonalCode, RefusesImpossibleOnes) {
    for (const auto* code : {"", "010181-15099", "310281-15098", "010181-35098", "0101811509", "010181 15098",
                             "01018a-15098", "010181-150981"}) {
        const auto result = Identifier::latvianPersonalCode(code);
        ASSERT_FALSE(result) << code;
        EXPECT_EQ(result.error().code, codes::personalCodeWrong);
    }
}

TEST(Identifier, IsTyped) {
    const auto person = Identifier::parse("PNOLV-010181-15098");
    ASSERT_TRUE(person);
    EXPECT_EQ(person->toString(), "PNOLV-010181-15098");
    EXPECT_TRUE(person->isPerson());
    const auto foreigner = Identifier::of(Scheme::Passport, "UA", "FE123456");
    ASSERT_TRUE(foreigner);
    EXPECT_EQ(Identifier::parse(foreigner->toString()), foreigner);
    const auto company = Identifier::latvianEnterprise("40003032949");
    ASSERT_TRUE(company);
    EXPECT_FALSE(company->isPerson());
    EXPECT_EQ(company->toString(), "NTRLV-40003032949");
    EXPECT_NE(*person, *foreigner);
}

TEST(Identifier, RefusesWhatIsNone) {
    for (const auto* text :
         {"", "PNOLV", "PNOLV-", "XXXLV-1", "PNOlv-010181-15098", "PASUA-a b", "NTRLV-12345678901"})
        EXPECT_FALSE(Identifier::parse(text)) << text;
}
