// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "vienlogs/base/failures_base.h"
#include "vienlogs/jsonread/json.h"
#include "vienlogs/jsonread/reader.h"

using namespace vienlogs;
using nlohmann::json;

TEST(JsonParse, KeepsItsLimits) {
    const jsonread::Limits limits{.bytes = 40, .depth = 3, .values = 5};
    EXPECT_TRUE(jsonread::parse("[[[1,2,3,4]]]", limits));
    EXPECT_FALSE(jsonread::parse("[[[[1]]]]", limits)) << "too deep";
    EXPECT_FALSE(jsonread::parse("[1,2,3,4,5,6]", limits)) << "too many";
    EXPECT_FALSE(jsonread::parse("[" + std::string(50, ' ') + "]", limits)) << "too long";
    EXPECT_TRUE(jsonread::parse(R"(["[[[[,,,,,,\"[["])", limits)) << "what stands in a text does not count";
}

TEST(JsonParse, RefusesWhatIsNoJsonWithoutQuotingIt) {
    for (const auto* text : {"", "{", "[1,]", "{\"a\":1}}", "nul", "\"\xff\"", "'secret'", "1e999"}) {
        const auto parsed = jsonread::parse(text);
        ASSERT_FALSE(parsed) << text;
        EXPECT_EQ(parsed.error().code, base::codes::invalidArgument);
        EXPECT_EQ(parsed.error().detail.find("secret"), std::string::npos);
    }
}

TEST(JsonReader, ReadsTypedMembers) {
    const json value{{"t", "text"},
                     {"n", 5},
                     {"b", true},
                     {"d", "2026-11-23"},
                     {"l", {"a", "b"}},
                     {"o", {{{"x", 1}}}},
                     {"w", {{"lv", "a"}, {"en", "b"}, {"ru", "c"}}}};
    jsonread::Problems problems;
    jsonread::Reader reader(value, "", problems);
    EXPECT_EQ(reader.text("t"), "text");
    EXPECT_EQ(reader.integer("n", 0, 9), 5);
    EXPECT_TRUE(reader.yesOr("b", false));
    EXPECT_TRUE(reader.dateOr("d"));
    EXPECT_EQ(reader.texts("l").size(), 2U);
    auto objects = reader.objects("o");
    ASSERT_EQ(objects.size(), 1U);
    EXPECT_EQ(objects[0].integer("x", 1, 1), 1);
    EXPECT_EQ(reader.localized("w").in(base::Language::Russian), "c");
    EXPECT_EQ(reader.textOr("none", "else"), "else");
    EXPECT_FALSE(reader.dateOr("none"));
    EXPECT_TRUE(reader.localizedOr("none").empty());
    reader.finish();
    EXPECT_FALSE(problems.any()) << problems.first();
}

TEST(JsonReader, NotesTheFirstProblemWithItsPlace) {
    const auto problemOf = [](const json& value, const auto& read) {
        jsonread::Problems problems;
        jsonread::Reader reader(value, "/top", problems);
        read(reader);
        return problems.first();
    };
    using Reader = jsonread::Reader;
    const json value{{"t", ""},  {"n", 5.5}, {"big", 18446744073709551615ULL}, {"b", 1}, {"d", "2026-02-30"},
                     {"l", {1}}, {"o", 5}};
    EXPECT_EQ(problemOf(value, [](Reader& r) { static_cast<void>(r.text("t")); }).find("/top/t:"), 0U);
    EXPECT_NE(problemOf(value, [](Reader& r) { static_cast<void>(r.text("none")); }), "");
    EXPECT_NE(problemOf(value, [](Reader& r) { static_cast<void>(r.integer("n", 0, 9)); }), "");
    EXPECT_NE(problemOf(value, [](Reader& r) { static_cast<void>(r.integer("big", -9, 9)); }), "");
    EXPECT_NE(problemOf(value, [](Reader& r) { static_cast<void>(r.yesOr("b", true)); }), "");
    EXPECT_NE(problemOf(value, [](Reader& r) { static_cast<void>(r.dateOr("d")); }), "");
    EXPECT_NE(problemOf(value, [](Reader& r) { static_cast<void>(r.texts("l")); }), "");
    EXPECT_NE(problemOf(value, [](Reader& r) { static_cast<void>(r.objects("o")); }), "");
    EXPECT_NE(problemOf(value, [](Reader& r) { static_cast<void>(r.object("o").text("x")); }), "");
    EXPECT_NE(problemOf(value, [](Reader& r) { r.finish(); }), "") << "members nobody asked for";
    EXPECT_NE(problemOf(json::array(), [](Reader&) {}), "") << "no object";
    EXPECT_EQ(problemOf(value,
                        [](Reader& r) {
                            static_cast<void>(r.text("t"));
                            static_cast<void>(r.text("none"));
                        })
                  .find("/top/t:"),
              0U);
}
