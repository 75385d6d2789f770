// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "canonical_mapping.h"
#include "request_template.h"

using namespace vienlogs;
using namespace vienlogs::server::gateway;
using nlohmann::json;
using nlohmann::ordered_json;

namespace {

bool fits(const json& rule, const json& answer) {
    return mapped(rule, answer).has_value();
}

} // namespace

TEST(CanonicalMapping, TakesTextsFlagsDatesNumbers) {
    const json answer{{"a", "x"}, {"b", true}, {"c", "2026-02-28"}, {"d", 7}, {"e", nullptr}};
    const json rule{{"text", "/a"},
                    {"missing", "?/z"},
                    {"null", "?/e"},
                    {"flag", {{"$flag", "/b"}}},
                    {"date", {{"$date", "/c"}}},
                    {"number", {{"$number", "/d"}}},
                    {"joined", {{"$join", {"/a", "/c"}}}}};
    EXPECT_EQ(*mapped(rule, answer), (json{{"text", "x"},
                                           {"flag", true},
                                           {"date", "2026-02-28"},
                                           {"number", 7},
                                           {"joined", "x 2026-02-28"}}));
    EXPECT_FALSE(fits("/z", answer));
    EXPECT_FALSE(fits("/b", answer));
    EXPECT_FALSE(fits("?/d", answer));
    EXPECT_FALSE(fits({{"$flag", "/a"}}, answer));
    EXPECT_FALSE(fits({{"$number", "/a"}}, answer));
    EXPECT_FALSE(fits({{"$date", "/a"}}, answer));
    EXPECT_FALSE(fits({{"$date", "/d"}}, answer));
    EXPECT_FALSE(fits("/a", json{{"a", std::string(3000, 'x')}}));
    EXPECT_FALSE(fits({{"x", "/a"}}, json::array()));
}

TEST(CanonicalMapping, TakesOnlyValuesItKnows) {
    const json rule{{"$values", "/v"}, {"of", {{"S", "female"}}}};
    EXPECT_EQ(*mapped(rule, {{"v", "S"}}), "female");
    EXPECT_FALSE(fits(rule, {{"v", "X"}}));
    EXPECT_FALSE(fits(rule, {{"v", 1}}));
    EXPECT_FALSE(fits(rule, json::object()));
}

TEST(CanonicalMapping, ChecksIdentifiers) {
    const json rule{{"$identifier", {{"scheme", "/s"}, {"country", "/c"}, {"value", "/v"}}}};
    EXPECT_EQ(*mapped(rule, {{"s", "PNO"}, {"c", "LV"}, {"v", "010181-15098"}}), "PNOLV-010181-15098");
    EXPECT_FALSE(fits(rule, {{"s", "PNO"}, {"c", "LV"}, {"v", "010181-15099"}})); // wrong check digit
    EXPECT_FALSE(fits(rule, {{"s", "PNO"}, {"c", "LV"}}));
    EXPECT_FALSE(fits({{"$enterprise", "/v"}}, {{"v", "123"}}));
}

TEST(CanonicalMapping, TakesLists) {
    const json rule{{"$each", "/l"}, {"item", "/n"}};
    EXPECT_EQ(*mapped(rule, {{"l", {{{"n", "a"}}, {{"n", "b"}}}}}), (json{"a", "b"}));
    EXPECT_EQ(*mapped(rule, {{"l", {{"n", "a"}}}}), (json{"a"})); // XML with one element
    EXPECT_FALSE(fits(rule, json::object()));
    EXPECT_FALSE(fits(rule, {{"l", "text"}}));
    EXPECT_FALSE(fits(rule, {{"l", {{{"n", "a"}}, 7}}})); // one wrong item spoils all
    auto optional = rule;
    optional["optional"] = true;
    EXPECT_EQ(*mapped(optional, json::object()), json::array());
    json many = json::array();
    for (int i = 0; i < 5001; ++i)
        many.push_back({{"n", "a"}});
    EXPECT_FALSE(fits(rule, {{"l", many}}));
}

TEST(CanonicalMapping, LeavesOutWhatIsMissingOnlyIfItMay) {
    json rule{{"x", {{"$in", "/p"}, {"item", "/n"}}}};
    EXPECT_FALSE(fits(rule, json::object()));
    rule["x"]["optional"] = true;
    EXPECT_EQ(*mapped(rule, json::object()), json::object());
    EXPECT_FALSE(fits(rule, {{"p", json::object()}}));
}

TEST(CanonicalMapping, KnowsItsRules) {
    EXPECT_TRUE(isMappingRule({{"a", "/x"}, {"b", {{"$each", "/l"}, {"item", {{"c", "?/d"}}}}}}));
    for (const char* wrong :
         {R"("x")", "7", "[]", R"({"a":7})", R"({"$each":"/l"})", R"({"$each":"l","item":"/n"})",
          R"({"$values":"/v"})", R"({"$identifier":"/v"})", R"({"$join":"/v"})", R"({"$flag":7})"})
        EXPECT_FALSE(isMappingRule(json::parse(wrong))) << wrong;
}

TEST(RequestTemplate, FillsFromTheQuery) {
    RegisterQuery query;
    query.subject = *base::Identifier::parse("PNOLV-010181-15098");
    query.parameters = {{"code", "12"}, {"people", {"PASIN-Z1", "PNOLV-161175-19997"}}};
    const auto context = contextOf(query);
    const auto body =
        filled(ordered_json::parse(R"({"z":"/subject/value","a":"/parameters/code","fixed":"text","n":1,
        "l":{"$each":"/parameters/people","item":{"t":"/item/scheme","v":"/item/value"}}})"),
               context);
    ASSERT_TRUE(body);
    EXPECT_EQ(
        body->dump(),
        R"({"z":"010181-15098","a":"12","fixed":"text","n":1,"l":[{"t":"PAS","v":"Z1"},{"t":"PNO","v":"161175-19997"}]})");
    EXPECT_FALSE(filled("/parameters/other", context));
    EXPECT_FALSE(filled("/parameters/people", context));
    EXPECT_FALSE(
        filled(ordered_json::parse(R"({"$each":"/parameters/code","item":"/item/value"})"), context));
    query.parameters["people"] = {"somebody"};
    EXPECT_FALSE(filled(ordered_json::parse(R"({"$each":"/parameters/people","item":"/item/value"})"),
                        contextOf(query)));
}

TEST(RequestTemplate, WritesXmlInOrderAndSafe) {
    EXPECT_EQ(toXml(ordered_json::parse(R"({"b":"<&>","a":{"x":["1","2"]}})")),
              "<b>&lt;&amp;&gt;</b><a><x>1</x><x>2</x></a>");
}

TEST(RequestTemplate, KeepsATextInsideItsPlaceInThePath) {
    RegisterQuery query;
    query.subject = std::string("Rīga/../x?a=1&b#c% +");
    const auto path = filledPath("/adreses/{text}?n=1", contextOf(query));
    EXPECT_EQ(path, "/adreses/R%C4%ABga%2F..%2Fx%3Fa%3D1%26b%23c%25%20%2B?n=1");
}
