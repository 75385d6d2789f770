// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "vienlogs/digest/sha256.h"

using namespace vienlogs::digest;

// FIPS 180-4 examples.
TEST(Sha256, GivesTheKnownAnswers) {
    EXPECT_EQ(toHex(sha256("")), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(toHex(sha256("abc")), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Sha256, PiecesGiveTheSameAsTheWhole) {
    Sha256Stream stream;
    stream.add(std::string_view("a"));
    stream.add(std::string_view("bc"));
    EXPECT_EQ(stream.finish(), sha256("abc"));
}
