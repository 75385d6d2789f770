// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <fstream>

#include "vienlogs/spelling/failures.h"
#include "vienlogs/spelling/speller.h"

using namespace vienlogs;
using namespace vienlogs::spelling;

TEST(Speller, FindsMisspeltLatvianWordsByTheirCharacters) {
    auto speller = Speller::open("lv_LV");
    ASSERT_TRUE(speller);
    const auto found = speller->check("Persona iesnied iesniegumu, šķiet, iestādee. PVN 5 5a ŪĶIS");
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].word, "iesnied");
    EXPECT_EQ(found[0].from, 8U);
    EXPECT_EQ(found[0].to, 15U);
    EXPECT_EQ(found[1].word, "iestādee");
    EXPECT_EQ(found[1].from, 35U);
    const auto meant = speller->suggestions("iestādee");
    EXPECT_NE(std::find(meant.begin(), meant.end(), "iestāde"), meant.end());
    EXPECT_LE(meant.size(), 5U);
}

TEST(Speller, KnowsWordsAtTheEdgesAndDamagedText) {
    auto speller = Speller::open("lv_LV");
    ASSERT_TRUE(speller);
    EXPECT_TRUE(speller->check("").empty());
    EXPECT_EQ(speller->check("zzxq").size(), 1U);
    EXPECT_TRUE(speller->check("persona").empty());
    for (const char* broken : {"\xC4", "persona \xC4", "\xF0\x9F", "a\x80\x80"})
        (void)speller->check(broken);
}

TEST(Speller, AMissingDictionaryIsSaid) {
    EXPECT_EQ(Speller::open("lv_LV", "/nowhere").error().code, codes::noDictionary);
    EXPECT_EQ(Speller::open("xx_XX").error().code, codes::noDictionary);
}
