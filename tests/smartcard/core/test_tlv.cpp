// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "vienlogs/card/failures.h"
#include "vienlogs/card/pkcs15.h"
#include "vienlogs/card/tlv.h"

using namespace vienlogs;
using namespace vienlogs::card;

namespace {

base::Bytes hex(std::string_view text) {
    return *base::fromHex(text);
}

} // namespace

TEST(Tlv, ReadsTagsAndLengthsOfAllSizes) {
    base::Bytes bytes = hex("0401AA"
                            "5F2002BBCC"
                            "BF81010100");
    bytes.insert(bytes.end(), {0x04, 0x81, 0x80});
    bytes.resize(bytes.size() + 0x80, 0x11);
    bytes.insert(bytes.end(), {0x04, 0x82, 0x01, 0x00});
    bytes.resize(bytes.size() + 0x100, 0x22);
    TlvReader reader(bytes);
    for (const auto& [tag, size] :
         {std::pair{0x04U, 1U}, {0x5F20U, 2U}, {0xBF8101U, 1U}, {0x04U, 0x80U}, {0x04U, 0x100U}}) {
        const auto element = reader.next();
        ASSERT_TRUE(element);
        EXPECT_EQ(element->tag, tag);
        EXPECT_EQ(element->value.size(), size);
    }
    EXPECT_FALSE(reader.next());
    EXPECT_TRUE(reader.intact());
    EXPECT_FALSE(reader.atPadding());
}

TEST(Tlv, PaddingEndsAFile) {
    for (const auto* text : {"0401AA0000", "0401AAFFFF"}) {
        const auto bytes = hex(text);
        TlvReader reader(bytes);
        EXPECT_TRUE(reader.next());
        EXPECT_FALSE(reader.next());
        EXPECT_TRUE(reader.atPadding());
    }
}

TEST(Tlv, NeverReadsBeyondTheEnd) {
    // Too short a value, endless length, length of three bytes, length cut off, tag cut off, tag too long.
    for (const auto* text :
         {"0405AA", "0480AA0000", "0483000001AA", "0482", "048201", "5F", "BF", "BFFFFFFF0100", "04"}) {
        const auto bytes = hex(text);
        TlvReader reader(bytes);
        EXPECT_FALSE(reader.next()) << text;
        EXPECT_FALSE(reader.intact()) << text;
        EXPECT_FALSE(reader.next()) << "and stays so";
    }
}

TEST(Tlv, ReadsNumbers) {
    EXPECT_EQ(unsignedOf(hex("00")), 0U);
    EXPECT_EQ(unsignedOf(hex("0082")), 0x82U);
    EXPECT_EQ(unsignedOf(hex("00FF200800")), 0xFF200800U);
    EXPECT_FALSE(unsignedOf(hex("")));
    EXPECT_FALSE(unsignedOf(hex("82"))) << "negative";
    EXPECT_FALSE(unsignedOf(hex("0100000000"))) << "too large";
    EXPECT_EQ(derLength(hex("30820405")), 0x409U);
    EXPECT_EQ(derLength(hex("30050000")), 7U);
    EXPECT_FALSE(derLength(hex("00000000")));
    EXPECT_FALSE(derLength(hex("3082")));
    EXPECT_FALSE(derLength(hex("30830000")));
}

TEST(Pkcs15, EveryTruncationIsToldApartFromAFile) {
    const auto whole = hex("A006300404027002A406300404027005A806300404027001");
    const auto read = pkcs15::readObjectDirectory(whole);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->privateKeys, hex("7002"));
    EXPECT_EQ(read->certificates, hex("7005"));
    EXPECT_EQ(read->pins, hex("7001"));
    for (std::size_t size = 0; size < whole.size(); ++size) {
        const auto cut = pkcs15::readObjectDirectory(ByteView(whole).first(size));
        // Sixteen bytes end where an element ends, with the certificates named.
        EXPECT_EQ(cut.has_value(), size == 16) << size;
    }
}

TEST(Pkcs15, OddPathsAreNotFollowed) {
    // One byte, none, eighteen bytes.
    for (const auto* text : {"A4053003040170", "A40430020400",
                             "A4163014041270057005700570057005700570057005700570"
                             "05"})
        EXPECT_FALSE(pkcs15::readObjectDirectory(hex(text))) << text;
}

TEST(Pkcs15, AnAlgorithmIsCalledByItsLastNumber) {
    const auto file = hex("3022"
                          "020101"
                          "0402ABCD"
                          "A219"
                          "300D"
                          "020101"
                          "02021041"
                          "020400FF2008"
                          "3008"
                          "020102"
                          "0500"
                          "020102");
    const auto rows = pkcs15::readAlgorithms(file);
    ASSERT_TRUE(rows) << rows.error().detail;
    ASSERT_EQ(rows->size(), 1U) << "a row without a name for the wire is left out";
    EXPECT_EQ((*rows)[0].mechanism, 0x1041U);
    EXPECT_EQ((*rows)[0].wire, hex("FF2008"));
}
