// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "vienlogs/domain/clients/names.h"

using namespace vienlogs::domain::clients;

TEST(Names, CapitalsOfACertificateBecomeANameAsPeopleWriteIt) {
    EXPECT_EQ(properCase("BĒRZIŅA"), "Bērziņa");
    EXPECT_EQ(properCase("ŠĶĪDRE-ŽĪGURE"), "Šķīdre-Žīgure");
    EXPECT_EQ(properCase("ANNA MARIJA"), "Anna Marija");
    EXPECT_EQ(properCase("O'NEIL"), "O'Neil");
    EXPECT_EQ(properCase("ИВАНОВА-ЁЛКИНА"), "Иванова-Ёлкина");
    EXPECT_EQ(properCase("ÕUNAPUU"), "Õunapuu");
    EXPECT_EQ(properCase("ŁĄŹ"), "Łąź");
}

TEST(Names, WhatSomebodyWroteItselfStays) {
    for (const auto* name : {"Bērziņa", "McDonald", "de la Cruz", "van 't Hoff", "A", "", "J. R."})
        EXPECT_EQ(properCase(name), name);
    EXPECT_EQ(properCase("\xC4"), "\xC4") << "cut off";
    EXPECT_EQ(properCase("\xFF\xFE"), "\xFF\xFE");
}

TEST(Names, OneNameInTwoSpellingsIsOneName) {
    EXPECT_TRUE(sameName("BĒRZIŅA", "Bērziņa"));
    EXPECT_TRUE(sameName("MCDONALD", "McDonald"));
    EXPECT_FALSE(sameName("BĒRZIŅA", "Berzina"));
    EXPECT_FALSE(sameName("BĒRZIŅA", "Bērziņ"));
    EXPECT_FALSE(sameName("", "A"));
}
