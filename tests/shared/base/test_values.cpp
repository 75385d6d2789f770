// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <cstdio>
#include <fstream>
#include <set>

#include "vienlogs/base/bytes.h"
#include "vienlogs/base/clock.h"
#include "vienlogs/base/language.h"
#include "vienlogs/base/money.h"
#include "vienlogs/base/ulid.h"

using namespace vienlogs::base;

TEST(Money, ReadsWhatAPersonTypes) {
    EXPECT_EQ(Money::parse("47,50")->cents(), 4750);
    EXPECT_EQ(Money::parse("47.5")->cents(), 4750);
    EXPECT_EQ(Money::parse("47")->cents(), 4700);
    EXPECT_EQ(Money::parse("-0,01")->cents(), -1);
    for (const auto* wrong : {"", "-", ",50", "47,", "47,505", "4 7", "1e3", "99999999999999"})
        EXPECT_FALSE(Money::parse(wrong)) << wrong;
}

TEST(Money, WritesAsLatvianInstitutionsDo) {
    EXPECT_EQ(Money::cents(4750).toText(), "47,50\u00A0€");
    EXPECT_EQ(Money::cents(5).toText(), "0,05\u00A0€");
    EXPECT_EQ(Money::cents(-123456789).toText(), "-1\u00A0234\u00A0567,89\u00A0€");
}

TEST(Ulid, SurvivesItsTextAndSortsByTime) {
    ManualClock clock(Timestamp(std::chrono::milliseconds(1'700'000'000'000)));
    const auto first = Ulid::make(clock);
    clock.advance(std::chrono::milliseconds(1));
    const auto second = Ulid::make(clock);
    EXPECT_LT(first, second);
    EXPECT_LT(first.toString(), second.toString());
    EXPECT_EQ(Ulid::parse(first.toString()), first);
    EXPECT_EQ(first.toString().size(), 26U);
}

TEST(Ulid, RefusesWhatIsNone) {
    EXPECT_FALSE(Ulid::parse(""));
    EXPECT_FALSE(Ulid::parse("81ARZ3NDEKTSV4RRFFQ69G5FAV")); // more than 128 bits
    EXPECT_FALSE(Ulid::parse("01ARZ3NDEKTSV4RRFFQ69G5FAU")); // U is no letter of it
    EXPECT_EQ(Ulid::parse("01ARZ3NDEKTSV4RRFFQ69G5FAV")->toString(), "01ARZ3NDEKTSV4RRFFQ69G5FAV");
}

TEST(Ulid, IsNotRepeated) {
    SystemClock clock;
    std::set<Ulid> seen;
    for (int i = 0; i < 10'000; ++i)
        EXPECT_TRUE(seen.insert(Ulid::make(clock)).second);
}

TEST(Clock, WritesAndReadsRfc3339) {
    const auto time = fromRfc3339("2026-11-23T13:19:28.042+02:00");
    ASSERT_TRUE(time);
    EXPECT_EQ(toRfc3339(*time), "2026-11-23T11:19:28.042Z");
    for (const auto* wrong : {"", "2026-11-23", "2026-02-30T00:00:00Z", "2026-11-23T24:00:00Z",
                              "2026-11-23T11:19:28", "2026-11-23T11:19:28+2:00", "x026-11-23T11:19:28Z"})
        EXPECT_FALSE(fromRfc3339(wrong)) << wrong;
}

/// What is read can be written and read again: RFC 3339 has years of four digits.
TEST(Clock, RefusesMomentsThatItCouldNotWrite) {
    for (const auto* edge : {"0000-01-01T00:00:00.000Z", "9999-12-31T23:59:59.999Z"})
        EXPECT_EQ(toRfc3339(fromRfc3339(edge).value_or(Timestamp())), edge);
    for (const auto* beyond :
         {"0000-01-01T00:00:00+00:01", "9999-12-31T23:59:59-00:01", "9999-12-31T23:59:60Z"})
        EXPECT_FALSE(fromRfc3339(beyond)) << beyond;
}

TEST(Clock, KnowsTheCalendar) {
    EXPECT_EQ(toLatvianDate(*dateFromIso("2024-02-29")), "29.02.2024.");
    EXPECT_FALSE(dateFromIso("2026-02-29"));
}

TEST(Bytes, HexAndBase64ComeBack) {
    for (const auto& text : {"", "f", "fo", "foo", "foob", "fooba", "foobar"}) {
        const auto bytes = bytesOf(text);
        EXPECT_EQ(fromHex(toHex(bytes)), bytes);
        EXPECT_EQ(fromBase64(toBase64(bytes)), bytes);
    }
    EXPECT_EQ(toBase64(bytesOf("fooba")), "Zm9vYmE="); // RFC 4648 section 10
    for (const auto* wrong : {"Zg=", "Zg", "Z===", "Zh==", "Zm9v!mFy"})
        EXPECT_FALSE(fromBase64(wrong)) << wrong;
}

#ifdef __linux__
TEST(Secret, LiesInLockedMemoryThatNoCoreDumpHas) {
    const Secret secret("1234");
    const auto here = reinterpret_cast<std::uintptr_t>(secret.view().data());
    std::ifstream maps("/proc/self/smaps");
    bool inside = false;
    std::string flags;
    for (std::string line; std::getline(maps, line);) {
        unsigned long from = 0, to = 0;
        if (std::sscanf(line.c_str(), "%lx-%lx ", &from, &to) == 2)
            inside = here >= from && here < to;
        else if (inside && line.starts_with("VmFlags:"))
            flags = line;
    }
    EXPECT_NE(flags.find(" lo"), std::string::npos) << flags;
    EXPECT_NE(flags.find(" dd"), std::string::npos) << flags;
}
#endif

TEST(Secret, LeavesNothingWhenMoved) {
    Secret first("1234");
    Secret second(std::move(first));
    EXPECT_EQ(second.view(), "1234");
    second = Secret("5678");
    EXPECT_EQ(second.view(), "5678");
}

TEST(Language, FallsBackOnLatvian) {
    const LocalizedText text{"jā", "yes", ""};
    EXPECT_EQ(text.in(Language::English), "yes");
    EXPECT_EQ(text.in(Language::Russian), "jā");
    EXPECT_EQ(languageFrom("ru-RU,ru;q=0.9"), Language::Russian);
    EXPECT_FALSE(languageFrom("de"));
}
