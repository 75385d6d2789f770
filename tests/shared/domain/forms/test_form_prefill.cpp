// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "sample_form.h"
#include "vienlogs/forms/form_failures.h"

using namespace vienlogs;
using namespace vienlogs::forms;
using nlohmann::json;
using sample::scope;

namespace {

const auto morning = base::fromRfc3339("2026-11-23T08:00:00Z").value();
const auto noon = base::fromRfc3339("2026-11-23T12:00:00Z").value();

json person() {
    return {
        {"identifier", "PNOLV-010181-15098"},
        {"givenName", "Anna"},
        {"familyName", "Bērziņa"},
        {"phone", "29123456"},
        {"residence", {{"addressCode", "101"}, {"text", "Raunas iela 4, Cēsis"}, {"since", "2020-01-01"}}},
        {"children",
         {{{"identifier", "PNOLV-320001-00001"},
           {"givenName", "Jānis"},
           {"familyName", "Bērziņš"},
           {"birthDate", "2020-05-05"},
           {"secret", "x"}},
          {{"identifier", "PNOLV-320002-00002"},
           {"givenName", "Līga"},
           {"familyName", "Bērziņa"},
           {"birthDate", "2022-05-05"}}}}};
}

} // namespace

TEST(FormPrefill, FillsFromTheRegisterWithSourceAndTime) {
    auto state = sample::state();
    EXPECT_EQ(state.prefill("population.person", person(), morning), 4U);
    const auto name = state.field(scope("name")).value();
    EXPECT_EQ(name.text, "Anna");
    EXPECT_EQ(name.prefill->path, "population.person.givenName");
    EXPECT_EQ(name.prefill->asOf, morning);
    EXPECT_FALSE(name.prefill->changed);
    EXPECT_EQ(state.field(scope("code"))->value, "010181-15098");
    EXPECT_EQ(state.field(scope("phone"))->value, "+37129123456");
    EXPECT_EQ(state.values()["home"], (json{{"text", "Raunas iela 4, Cēsis"}, {"addressCode", "101"}}));
    const auto answers = state.answers(base::Language::Latvian);
    EXPECT_EQ(answers.front().source, "population");
}

TEST(FormPrefill, WhatARegisterKnowsIsLockedUntilItDoesNot) {
    auto state = sample::state();
    EXPECT_TRUE(state.field(scope("code"))->enabled) << "register away: to be typed";
    state.prefill("population.person", person(), morning);
    EXPECT_FALSE(state.field(scope("code"))->enabled);
    EXPECT_TRUE(state.field(scope("phone"))->enabled);
}

TEST(FormPrefill, NeverOverwritesAPerson) {
    auto state = sample::state();
    ASSERT_TRUE(state.setText(scope("name"), "Aina"));
    static_cast<void>(state.setText(scope("phone"), "29"));
    state.prefill("population.person", person(), morning);
    EXPECT_EQ(state.field(scope("name"))->text, "Aina");
    EXPECT_EQ(state.field(scope("phone"))->text, "29");
    EXPECT_FALSE(state.field(scope("name"))->prefill);
}

TEST(FormPrefill, MarksWhatWasChangedAfterwards) {
    auto state = sample::state();
    state.prefill("population.person", person(), morning);
    ASSERT_TRUE(state.setText(scope("name"), "Anna"));
    EXPECT_FALSE(state.field(scope("name"))->prefill->changed) << "the same again is no change";
    ASSERT_TRUE(state.setText(scope("name"), "Aina"));
    EXPECT_TRUE(state.field(scope("name"))->prefill->changed);
    EXPECT_EQ(state.answers(base::Language::Latvian).front().source, "");
}

TEST(FormPrefill, PrefersTheBetterSourceInAnyOrder) {
    const json card{{"givenName", "ANNA"}, {"identifier", "PNOLV-010181-15098"}};
    auto state = sample::state();
    state.prefill("client", card, morning);
    EXPECT_EQ(state.field(scope("name"))->text, "ANNA");
    state.prefill("population.person", person(), noon);
    EXPECT_EQ(state.field(scope("name"))->text, "Anna");
    state.prefill("client", card, noon);
    EXPECT_EQ(state.field(scope("name"))->text, "Anna");
    EXPECT_EQ(state.field(scope("name"))->prefill->asOf, noon);
}

TEST(FormPrefill, OffersChildrenAndTakesOnlyWhatTheFieldHolds) {
    auto state = sample::state();
    state.prefill("population.person", person(), morning);
    const auto field = state.field(scope("children")).value();
    ASSERT_EQ(field.options.size(), 2U);
    EXPECT_EQ(field.options[0].label.lv, "Jānis Bērziņš");
    EXPECT_TRUE(field.value.is_null()) << "which children are meant, the client says";
    ASSERT_TRUE(state.choose(scope("children"), {"PNOLV-320002-00002", "PNOLV-320001-00001"}));
    EXPECT_EQ(state.field(scope("children"))->chosen.size(), 2U);
    EXPECT_FALSE(state.values()["children"][0].contains("secret"));
    EXPECT_EQ(state.displayText(scope("children"), base::Language::Latvian),
              "Jānis Bērziņš, PNOLV-320001-00001\nLīga Bērziņa, PNOLV-320002-00002");
    EXPECT_EQ(state.choose(scope("children"), {"PNOLV-999999-99999"}).error().code, codes::notInList);
    ASSERT_TRUE(state.choose(scope("children"), {}));
    EXPECT_TRUE(state.field(scope("children"))->value.is_null());
}

TEST(FormPrefill, ASingleCompanyIsChosenOfSeveralNone) {
    const json one{{"identifier", "NTRLV-40000000001"}, {"name", "SIA Viens"}};
    const json two{{"identifier", "NTRLV-40000000002"}, {"name", "SIA Divi"}};
    auto state = sample::state();
    EXPECT_EQ(state.prefill("enterprises.companies", json::array({one}), morning), 1U);
    EXPECT_EQ(state.displayText(scope("company"), base::Language::Latvian), "SIA Viens, NTRLV-40000000001");
    auto several = sample::state();
    EXPECT_EQ(several.prefill("enterprises.companies", json::array({one, two}), morning), 0U);
    ASSERT_TRUE(several.choose(scope("company"), {"NTRLV-40000000002"}));
    EXPECT_EQ(several.values()["company"], two);
}

TEST(FormPrefill, NonsenseFromARegisterFillsNothing) {
    for (const auto& data :
         {json(), json("text"), json::array({1}), json{{"givenName", 5}, {"identifier", "x"}, {"phone", "1"}},
          json{{"residence", "text"}, {"children", "none"}}, json{{"residence", {{"text", "a\x01"}}}},
          json{{"children", {1, nullptr, {{"givenName", "no identifier"}}}}}}) {
        auto state = sample::state();
        EXPECT_EQ(state.prefill("population.person", data, morning), 0U) << data.dump();
        EXPECT_TRUE(state.values().empty());
        EXPECT_TRUE(state.field(scope("children"))->options.empty());
    }
    auto state = sample::state();
    EXPECT_EQ(state.prefill("population.per", person(), morning), 0U) << "only whole names match";
    EXPECT_EQ(state.prefill("", person(), morning), 0U);
}
