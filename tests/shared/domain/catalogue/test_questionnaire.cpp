// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "vienlogs/catalogue/catalogue.h"

using namespace vienlogs::catalogue;
using nlohmann::json;

namespace {

json text(const char* words) {
    return {{"lv", words}, {"en", words}, {"ru", words}};
}

json sample() {
    return {
        {"id", "sample"},
        {"changedIn", 1},
        {"questions",
         {{{"id", "age"}, {"kind", "number"}, {"text", text("Age?")}, {"minimum", 0}, {"maximum", 120}},
          {{"id", "home"},
           {"kind", "choice"},
           {"text", text("Home?")},
           {"options", {{{"id", "own"}, {"label", text("Own")}}, {{"id", "rent"}, {"label", text("Rent")}}}}},
          {{"id", "married"}, {"kind", "yesNo"}, {"text", text("Married?")}, {"askWhen", "age >= 18"}}}},
        {"rules",
         {{{"services", {"always"}}, {"why", text("always")}},
          {{"when", R"(age < 18 or (home in ("own", "rent") and age > 64))"},
           {"services", {"edges"}},
           {"why", text("x")}},
          {{"when", "married == yes and not(home = \"own\")"},
           {"services", {"always", "couple"}},
           {"why", text("y")}},
          {{"when", "married != yes"}, {"services", {"single"}}, {"why", text("z")}}}}};
}

std::vector<std::string> proposed(const QuestionAnswers& answers) {
    const auto questionnaire = Questionnaire::parse(sample().dump());
    std::vector<std::string> ids;
    if (!questionnaire)
        return {questionnaire.error().detail};
    const auto services = questionnaire->propose(answers);
    if (!services)
        return {std::string(services.error().code.text)};
    for (const auto& service : *services)
        ids.push_back(service.serviceId);
    return ids;
}

/// The detail of the failure when one condition stands in the sample.
std::string refusal(const std::string& condition) {
    auto changed = sample();
    changed["rules"][0]["when"] = condition;
    const auto questionnaire = Questionnaire::parse(changed.dump());
    return questionnaire ? std::string() : questionnaire.error().detail;
}

using Ids = std::vector<std::string>;

} // namespace

TEST(Questionnaire, CollectsTheServicesOfEveryRuleThatHoldsEachOnce) {
    EXPECT_EQ(proposed({{"age", "10"}, {"home", "own"}}), (Ids{"always", "edges"}));
    EXPECT_EQ(proposed({{"age", "70"}, {"home", "rent"}, {"married", "yes"}}),
              (Ids{"always", "edges", "couple"}));
    EXPECT_EQ(proposed({{"age", "40"}, {"home", "own"}, {"married", "yes"}}), (Ids{"always"}));
    EXPECT_EQ(proposed({{"age", "64"}, {"home", "rent"}, {"married", "no"}}), (Ids{"always", "single"}));
}

TEST(Questionnaire, AsksAQuestionOnlyWhenItMatters) {
    const auto questionnaire = Questionnaire::parse(sample().dump()).value();
    EXPECT_EQ(questionnaire.asked({{"age", "10"}}).size(), 2U);
    EXPECT_EQ(questionnaire.asked({{"age", "18"}}).size(), 3U);
    EXPECT_EQ(questionnaire.next({})->id, "age");
    EXPECT_EQ(questionnaire.next({{"age", "18"}, {"home", "own"}})->id, "married");
    EXPECT_EQ(questionnaire.next({{"age", "17"}, {"home", "own"}}), nullptr);
}

TEST(Questionnaire, AnAnswerToAQuestionNoLongerAskedDoesNotCount) {
    auto chained = sample();
    chained["questions"].push_back(
        {{"id", "wedding"}, {"kind", "yesNo"}, {"text", text("Church?")}, {"askWhen", "married = yes"}});
    const auto questionnaire = Questionnaire::parse(chained.dump()).value();
    EXPECT_EQ(questionnaire.asked({{"age", "30"}, {"home", "own"}, {"married", "yes"}}).size(), 4U);
    EXPECT_EQ(questionnaire.asked({{"age", "10"}, {"home", "own"}, {"married", "yes"}}).size(), 2U);
    EXPECT_EQ(proposed({{"age", "10"}, {"home", "rent"}, {"married", "yes"}}), (Ids{"always", "edges"}));
}

TEST(Questionnaire, RefusesMissingAndUnknownAnswers) {
    for (const auto& answers :
         {QuestionAnswers{}, QuestionAnswers{{"age", "10"}},
          QuestionAnswers{{"age", "10"}, {"home", "castle"}},
          QuestionAnswers{{"age", "121"}, {"home", "own"}}, QuestionAnswers{{"age", "1x"}, {"home", "own"}},
          QuestionAnswers{{"age", ""}, {"home", "own"}}})
        EXPECT_EQ(proposed(answers), (Ids{"VL-FORM-0033"}));
}

TEST(Questionnaire, FindsMistakesInConditionsWhenReading) {
    EXPECT_EQ(refusal("age >= 18"), "");
    EXPECT_NE(refusal("agee >= 18").find("agee"), std::string::npos);
    EXPECT_NE(refusal("home = \"castle\"").find("castle"), std::string::npos);
    for (const auto* condition :
         {"home < \"own\"", "age", "age >", "age >= x", "(age > 1", "age > 1)", "age > 1 age",
          "home in \"own\"", "home in ()", "not age > 1", "and", "age > 99999999999", "home = \"own",
          "married = maybe", "age > 1 or", "1 < age", "age > \u0661"})
        EXPECT_NE(refusal(condition), "") << condition;
}

TEST(Questionnaire, RefusesDeepAndLongConditions) {
    EXPECT_NE(refusal(std::string(100, '(') + "age > 1" + std::string(100, ')')), "");
    std::string chain = "age > 1";
    while (chain.size() < 600)
        chain += " or age > 1";
    EXPECT_NE(refusal(chain), "");
}

TEST(Questionnaire, RefusesWhatIsNotAQuestionnaire) {
    EXPECT_EQ(Questionnaire::parse("").error().code, codes::fileInvalid);
    EXPECT_EQ(Questionnaire::parse("[]").error().code, codes::fileInvalid);
    for (const auto* member : {"id", "changedIn", "questions", "rules"}) {
        auto changed = sample();
        changed.erase(member);
        EXPECT_FALSE(Questionnaire::parse(changed.dump())) << member;
        changed[member] = {{"deep", json::array({1, 2})}};
        EXPECT_FALSE(Questionnaire::parse(changed.dump())) << member;
    }
    auto unknown = sample();
    unknown["rules"][0]["whem"] = "age > 1";
    EXPECT_FALSE(Questionnaire::parse(unknown.dump()));
    auto twice = sample();
    twice["questions"].push_back(twice["questions"][0]);
    EXPECT_FALSE(Questionnaire::parse(twice.dump()));
}
