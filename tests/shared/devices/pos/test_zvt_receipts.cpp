// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <cstdlib>
#include <ctime>

#include "vienlogs/devices/pos/zvt_fields.h"
#include "vienlogs/devices/pos/zvt_tlv.h"
#include "zvt_receipt_lines.h"
#include "zvt_time.h"

using namespace vienlogs;
using namespace vienlogs::devices::pos;

namespace {

base::Bytes block(std::uint8_t type, const std::vector<std::string>& lines) {
    base::Bytes texts;
    for (const auto& line : lines) {
        appendTlv(texts, tag::attribute, base::Bytes{0x40});
        appendTlv(texts, tag::textLine, base::bytesOf(line));
    }
    base::Bytes container;
    appendTlv(container, tag::receiptType, base::Bytes{type});
    appendTlv(container, 0x1F37, base::Bytes{1}); // a tag we do not know
    appendTlv(container, tag::printTexts, texts);
    ZvtFieldWriter writer;
    writer.container(container);
    return writer.take();
}

base::Timestamp utc(const char* text) {
    return *base::fromRfc3339(text);
}

} // namespace

TEST(ZvtReceiptLines, TakesLines) {
    ZvtReceiptLines lines(ZvtCharset::Cp437);
    lines.addLine(*base::fromHex("4041"));
    lines.addLine(*base::fromHex("ff02"));
    lines.addLine(*base::fromHex("0042"));
    lines.addLine({});
    EXPECT_EQ(lines.take(), (std::vector<std::string>{"A", "", "B"}));
}

TEST(ZvtReceiptLines, PrefersTheCustomersBlock) {
    ZvtReceiptLines lines(ZvtCharset::Cp437);
    lines.addBlock(block(1, {"Merchant"}));
    lines.addBlock(block(2, {"Customer", "47,50"}));
    EXPECT_EQ(lines.take(), (std::vector<std::string>{"Customer", "47,50"}));
    ZvtReceiptLines report(ZvtCharset::Cp437);
    report.addBlock(block(3, {"Report"}));
    EXPECT_EQ(report.take(), (std::vector<std::string>{"Report"}));
}

TEST(ZvtReceiptLines, AreBounded) {
    ZvtReceiptLines lines(ZvtCharset::Cp437);
    for (int count = 0; count < 5000; ++count)
        lines.addLine(base::Bytes(1000, 'x'));
    const auto taken = lines.take();
    EXPECT_EQ(taken.size(), 400U);
    EXPECT_EQ(taken.front().size(), 200U);
}

TEST(ZvtTime, FindsYearAndSummerTime) {
    ::setenv("TZ", "Europe/Riga", 1);
    ::tzset();
    EXPECT_EQ(terminalTime("1123", "140500", utc("2026-11-23T12:05:10Z")), utc("2026-11-23T12:05:00Z"));
    EXPECT_EQ(terminalTime("1231", "235959", utc("2026-12-31T22:00:05Z")), utc("2026-12-31T21:59:59Z"));
    EXPECT_EQ(terminalTime("0101", "000001", utc("2026-12-31T21:59:55Z")), utc("2026-12-31T22:00:01Z"));
    // 25 October 2026: 03:30 comes twice, at 00:30 and at 01:30 UTC; the one near now is meant.
    EXPECT_EQ(terminalTime("1025", "033000", utc("2026-10-25T00:31:00Z")), utc("2026-10-25T00:30:00Z"));
    EXPECT_EQ(terminalTime("1025", "033000", utc("2026-10-25T01:31:00Z")), utc("2026-10-25T01:30:00Z"));
}

TEST(ZvtTime, RefusesWhatIsNoTime) {
    const auto now = utc("2026-11-23T12:00:00Z");
    for (const auto& [date, time] : std::vector<std::pair<std::string, std::string>>{
             {"0231", "120000"}, {"", "120000"}, {"1123", ""}, {"0000", "000000"}, {"1123", "250000"}})
        EXPECT_EQ(terminalTime(date, time, now), std::nullopt) << date << ' ' << time;
}
