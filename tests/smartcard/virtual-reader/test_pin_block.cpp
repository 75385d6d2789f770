// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "pin_block.h"

using namespace vienlogs::virtualreader;

namespace {

/// PIN_VERIFY_STRUCTURE for 4 to 12 digits, with a VERIFY of 12 bytes.
Bytes verifyStructure() {
    Bytes bytes{30, 30, 0x82, 12, 0, 12, 4, 0x02, 1, 0x26, 0x04, 0, 0, 0, 0, 17, 0, 0, 0};
    bytes.insert(bytes.end(), {0x00, 0x20, 0x00, 0x01, 0x0C});
    bytes.insert(bytes.end(), 12, 0xFF);
    return bytes;
}

/// PIN_MODIFY_STRUCTURE for the same, with old and new one after the other.
Bytes modifyStructure() {
    Bytes bytes{30, 30, 0x82, 12, 0, 0, 12, 12, 4, 0x03, 0x02, 3, 0x26, 0x04, 0, 1, 2, 0, 0, 0, 29, 0, 0, 0};
    bytes.insert(bytes.end(), {0x00, 0x24, 0x00, 0x01, 0x18});
    bytes.insert(bytes.end(), 24, 0xFF);
    return bytes;
}

} // namespace

TEST(PinBlock, PutsTheDigitsWhereTheProgramSaid) {
    auto command = parseVerify(verifyStructure());
    ASSERT_TRUE(command && command->current && !command->chosen);
    EXPECT_EQ(command->seconds, 30);
    EXPECT_EQ(command->current->shortest, 4);
    EXPECT_EQ(command->current->longest, 12);
    putIn(command->command, *command->current, "1234");
    EXPECT_EQ(command->command, (Bytes{0x00, 0x20, 0x00, 0x01, 0x0C, '1', '2', '3', '4', 0xFF, 0xFF, 0xFF,
                                       0xFF, 0xFF, 0xFF, 0xFF, 0xFF}));
    command = parseModify(modifyStructure());
    ASSERT_TRUE(command && command->current && command->chosen && command->twice);
    EXPECT_EQ(command->current->offset, 5u);
    EXPECT_EQ(command->chosen->offset, 17u);
}

TEST(PinBlock, RefusesWhatDoesNotFit) {
    for (auto bytes = verifyStructure(); !bytes.empty(); bytes.pop_back())
        EXPECT_EQ(parseVerify(bytes).has_value(), bytes == verifyStructure()) << bytes.size();
    for (auto bytes = modifyStructure(); !bytes.empty(); bytes.pop_back())
        EXPECT_EQ(parseModify(bytes).has_value(), bytes == modifyStructure()) << bytes.size();
    const auto verifyWith = [](std::size_t at, std::uint8_t value) {
        auto bytes = verifyStructure();
        bytes[at] = value;
        return parseVerify(bytes);
    };
    EXPECT_TRUE(verifyWith(0, 0));
    EXPECT_FALSE(verifyWith(2, 0x81)) << "binary-coded digits";
    EXPECT_FALSE(verifyWith(2, 0x86)) << "right-justified";
    EXPECT_FALSE(verifyWith(5, 13)) << "more digits than room";
    EXPECT_FALSE(verifyWith(5, 3)) << "longest below shortest";
    EXPECT_FALSE(verifyWith(15, 16)) << "another length than there is";
    EXPECT_FALSE(verifyWith(23, 0x0D)) << "a command that is longer than it is";
    auto beyond = modifyStructure();
    beyond[6] = 13;
    EXPECT_FALSE(parseModify(beyond));
}
