// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <chrono>

#include "sample_form.h"
#include "vienlogs/forms/form_failures.h"

using namespace vienlogs;
using namespace vienlogs::forms;
using nlohmann::json;

namespace {

/// Detail of the failure when the sample is changed; empty when it is still a form.
template<typename Change>
std::string refusal(const Change& change) {
    auto form = sample::form();
    change(form);
    const auto parsed = FormDefinition::parse(form.dump(-1, ' ', false, json::error_handler_t::replace));
    if (parsed)
        return {};
    EXPECT_EQ(parsed.error().code, codes::definitionInvalid);
    return parsed.error().detail;
}

json& property(json& form, const char* name) {
    return form["schema"]["properties"][name];
}
json& element(json& form, std::size_t page, std::size_t index) {
    return form["ui"]["elements"][page]["elements"][index];
}

} // namespace

TEST(FormDefinition, GivesFieldsInTheOrderTheyAreAsked) {
    const auto form = FormDefinition::parse(sample::form().dump());
    ASSERT_TRUE(form) << form.error().detail;
    std::string names;
    for (const auto& field : (*form)->fields())
        names += field.name + " ";
    EXPECT_EQ(
        names,
        "name story day count sum agreed colour country code phone email iban home children company files ");
    EXPECT_EQ((*form)->pages().size(), 2U);
    EXPECT_EQ((*form)->pages()[0].sections.size(), 2U);
    EXPECT_TRUE((*form)->pages()[0].sections[0].label.empty());
    EXPECT_EQ((*form)->pages()[0].sections[1].label.lv, "Inside");
    EXPECT_EQ((*form)->registersNeeded(), (std::vector<std::string>{"enterprises", "population"}));
}

TEST(FormDefinition, TakesKindsAndLimitsFromSchemaAndWidget) {
    const auto form = FormDefinition::parse(sample::form().dump()).value();
    const auto& kind = [&](const char* name) { return form->field(sample::scope(name))->kind; };
    EXPECT_EQ(kind("name"), FieldKind::Text);
    EXPECT_EQ(kind("day"), FieldKind::Date);
    EXPECT_EQ(kind("sum"), FieldKind::Money);
    EXPECT_EQ(kind("agreed"), FieldKind::YesNo);
    EXPECT_EQ(kind("home"), FieldKind::Address);
    EXPECT_EQ(kind("files"), FieldKind::Files);
    EXPECT_EQ(form->field(sample::scope("name"))->minLength, 2U);
    EXPECT_EQ(form->field(sample::scope("children"))->maxLength, 3U);
    EXPECT_EQ(form->field(sample::scope("count"))->maximum, 9);
    EXPECT_TRUE(form->field(sample::scope("country"))->required);
    EXPECT_FALSE(form->field(sample::scope("story"))->required);
    EXPECT_EQ(form->field("#/properties/nothing"), nullptr);
}

TEST(FormDefinition, RefusesASchemaOutsideTheSubset) {
    const std::pair<const char*, json> bad[] = {
        {"name", {{"$ref", "https://example.org/x"}}},
        {"name", {{"type", "string"}, {"$ref", "#"}}},
        {"name", {{"type", "number"}}},
        {"name", {{"type", json::array({"string", "null"})}}},
        {"name", {{"type", "string"}, {"maxLength", -1}}},
        {"name", {{"type", "string"}, {"maxLength", 1'000'000}}},
        {"name", {{"type", "string"}, {"minLength", 11}, {"maxLength", 10}}},
        {"name", {{"type", "string"}, {"allOf", json::array()}}},
        {"name", {{"type", "string"}, {"enum", json::array()}}},
        {"count", {{"type", "integer"}, {"minimum", 1.5}}},
        {"count", {{"type", "integer"}, {"minimum", 5}, {"maximum", 4}}},
        {"count", {{"type", "integer"}, {"maximum", 18446744073709551615ULL}}},
        {"colour", {{"type", "string"}, {"enum", {"red", "green"}}}},
        {"home",
         {{"type", "object"},
          {"properties", {{"street", {{"type", "string"}}}}},
          {"additionalProperties", false}}},
        {"children", {{"type", "array"}, {"items", {{"type", "string"}}}}},
        {"day", json::array()},
    };
    for (const auto& [name, schema] : bad)
        EXPECT_NE(refusal([&](json& form) { property(form, name) = schema; }), "")
            << name << " " << schema.dump();
}

TEST(FormDefinition, RefusesPatternsThatCouldRunAway) {
    const auto with = [](const std::string& pattern) {
        return refusal([&](json& form) {
            property(form, "name") = {{"type", "string"}, {"maxLength", 50}, {"pattern", pattern}};
        });
    };
    EXPECT_EQ(with("^[A-Z]{2}[0-9]+$"), "");
    for (const auto* pattern :
         {"(a+)+$", "(a|a)*$", "a{1,1000000}", "a*a*a*a*a*a*b", "[", "\\1", "a{99999999}", "*"})
        EXPECT_NE(with(pattern), "") << pattern;
    EXPECT_NE(refusal([](json& form) {
                  property(form, "story")["pattern"] = "a*";
                  property(form, "story")["maxLength"] = 5000;
              }),
              "");
}

TEST(FormDefinition, RefusesALayoutThatDoesNotFitTheSchema) {
    EXPECT_NE(refusal([](json& form) { element(form, 1, 0)["scope"] = "#/properties/nothing"; }), "");
    EXPECT_NE(refusal([](json& form) { element(form, 1, 0)["scope"] = "#/properties/name"; }), "")
        << "shown twice";
    EXPECT_NE(refusal([](json& form) { form["ui"]["elements"][1]["elements"].erase(0); }), "") << "not shown";
    EXPECT_NE(refusal([](json& form) { element(form, 1, 0)["options"]["widget"] = "money"; }), "")
        << "wrong type";
    EXPECT_NE(refusal([](json& form) { element(form, 1, 0)["options"]["widget"] = "slider"; }), "")
        << "no such widget";
    EXPECT_NE(refusal([](json& form) { element(form, 1, 0)["options"]["latest"] = "today"; }), "")
        << "limit of a date";
    EXPECT_NE(refusal([](json& form) { element(form, 1, 0)["label"].erase("ru"); }), "") << "no Russian";
    EXPECT_NE(refusal([](json& form) { element(form, 1, 0)["hlep"] = 1; }), "") << "misspelt";
    EXPECT_NE(refusal([](json& form) {
                  element(form, 0, 1)["elements"][1]["options"]["latest"] = "today+1000000";
              }),
              "");
    EXPECT_NE(refusal([](json& form) { form["schema"]["required"].push_back("country"); }), "")
        << "hidden, yet required";
    EXPECT_NE(refusal([](json& form) { form["schema"]["additionalProperties"] = true; }), "");
    EXPECT_NE(refusal([](json& form) { form["schema"]["required"].push_back("nothing"); }), "");
}

TEST(FormDefinition, ConditionsLookOnlyAtFieldsBefore) {
    EXPECT_NE(refusal([](json& form) {
                  element(form, 0, 0) = sample::onlyWhen(element(form, 0, 0), "day", {{"const", "x"}});
              }),
              "");
    EXPECT_NE(refusal([](json& form) {
                  element(form, 1, 0) = sample::onlyWhen(element(form, 1, 0), "code", {{"const", "x"}});
              }),
              "");
    EXPECT_EQ(refusal([](json& form) {
                  element(form, 1, 1) = sample::onlyWhen(element(form, 1, 1), "code", {{"const", "x"}});
              }),
              "");
    EXPECT_NE(refusal([](json& form) {
                  element(form, 1, 1) = sample::onlyWhen(element(form, 1, 1), "code", json::object());
              }),
              "");
    EXPECT_NE(refusal([](json& form) {
                  json condition{{"scope", "#/properties/code"}, {"schema", {{"const", 1}}}};
                  for (int i = 0; i < 6; ++i)
                      condition = {{"type", "AND"}, {"conditions", {condition}}};
                  element(form, 1, 1)["rule"] = {{"effect", "SHOW"}, {"condition", condition}};
              }),
              "");
}

TEST(FormDefinition, PrefillNamesOnlyCanonicalPathsThatFit) {
    const auto with = [](const char* name, const json& path) {
        return refusal([&](json& form) { form["prefill"][sample::scope(name)] = path; });
    };
    EXPECT_EQ(with("story", "population.person.residence.text"), "");
    EXPECT_NE(with("story", "population.person.shoeSize"), "");
    EXPECT_NE(with("story", "population.person.residence"), "") << "an address is no text";
    EXPECT_NE(with("day", "population.person.givenName"), "");
    EXPECT_NE(with("story", json::array({"population.person.givenName", 5})), "");
    EXPECT_NE(with("nothing", "population.person.givenName"), "");
}

TEST(FormDefinition, RefusesHostileTextInBoundedTime) {
    std::string deep = "{\"id\":", end;
    for (int i = 0; i < 200'000; ++i)
        deep += "{\"a\":";
    json wide = sample::form();
    for (int i = 0; i < 5'000; ++i)
        wide["schema"]["properties"]["p" + std::to_string(i)] = {{"type", "string"}};
    json long1 = sample::form();
    long1["title"]["lv"] = std::string(400'000, 'a');
    const std::string hostile[] = {"",
                                   "null",
                                   "[]",
                                   "{}",
                                   deep,
                                   wide.dump(),
                                   long1.dump(),
                                   std::string(3'000'000, ' '),
                                   "{\"id\":\"\xff\"}",
                                   "{\"id\":\"a\",\"version\":1e400}",
                                   std::string("{\"id\":\"\0\"}", 10)};
    const auto start = std::chrono::steady_clock::now();
    for (const auto& text : hostile)
        EXPECT_FALSE(FormDefinition::parse(text)) << text.substr(0, 60);
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(5));
}

TEST(FormDefinition, SurvivesAnyMemberBeingAnythingElse) {
    // Every member of the sample is replaced by values of the wrong type; nothing may throw or crash.
    const auto whole = sample::form().flatten();
    const json wrong[] = {nullptr, 7, -1.5, "", json::array({1}), json{{"x", 1}}};
    std::size_t refused = 0, tried = 0;
    for (const auto& item : whole.items())
        for (int i = 0; i < 2; ++i) {
            auto form = sample::form();
            form[json::json_pointer(item.key())] = wrong[tried++ % std::size(wrong)];
            refused += FormDefinition::parse(form.dump()) ? 0 : 1;
        }
    EXPECT_GT(tried, 300U);
    EXPECT_GT(refused, tried * 8 / 10);
}
