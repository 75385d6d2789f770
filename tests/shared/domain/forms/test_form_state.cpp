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

/// Types a text; "" when it was accepted, else the code.
std::string typed(FormState& state, const char* name, const std::string& text) {
    const auto result = state.setText(scope(name), text);
    return result ? std::string() : std::string(result.error().code.text);
}

std::string typedInNew(const char* name, const std::string& text) {
    auto state = sample::state();
    return typed(state, name, text);
}

json valueOf(const FormState& state, const char* name) {
    return state.field(scope(name))->value;
}

struct Case {
    const char* field;
    const char* text;
    json value;
};

} // namespace

TEST(FormState, TurnsTypingIntoOneFormOfValue) {
    const Case cases[] = {{"name", "  Anna ", "Anna"},
                          {"story", "a\nb", "a\nb"},
                          {"day", "23.11.2026.", "2026-11-23"},
                          {"day", "1.2.2026", "2026-02-01"},
                          {"day", "01/02/2026", "2026-02-01"},
                          {"day", "23112026", "2026-11-23"},
                          {"day", "2026-11-23", "2026-11-23"},
                          {"count", "9", 9},
                          {"sum", "47,50", 4750},
                          {"sum", "1 047.50 €", 104750},
                          {"colour", "blue", "blue"},
                          {"code", "01018115098", "010181-15098"},
                          {"code", "PNOLV-010181-15098", "010181-15098"},
                          {"phone", "29 123 456", "+37129123456"},
                          {"phone", "00371 67123456", "+37167123456"},
                          {"phone", "+49 (30) 123456", "+4930123456"},
                          {"email", "anna@epasts.lv", "anna@epasts.lv"},
                          {"iban", "lv80 bank 0000 4351 9500 1", "LV80BANK0000435195001"},
                          {"iban", "DE89 3704 0044 0532 0130 00", "DE89370400440532013000"},
                          {"home", "Raunas iela 4, Cēsis", {{"text", "Raunas iela 4, Cēsis"}}},
                          {"name", "", nullptr}};
    for (const auto& one : cases) {
        auto state = sample::state();
        EXPECT_EQ(typed(state, one.field, one.text), "") << one.text;
        EXPECT_EQ(valueOf(state, one.field), one.value) << one.text;
    }
}

TEST(FormState, SaysWhatIsWrongWithEachKind) {
    const std::pair<Case, base::FailureCode> cases[] = {
        {{"name", "A", {}}, codes::tooShort},
        {{"name", "Annaanna Anna", {}}, codes::tooLong},
        {{"name", "a\x01z", {}}, codes::wrongFormat},
        {{"name", "a\xff", {}}, codes::wrongFormat},
        {{"name", "a\xed\xa0\x80", {}}, codes::wrongFormat},
        {{"day", "31.02.2026.", {}}, codes::notADate},
        {{"day", "rīt", {}}, codes::notADate},
        {{"day", "24.11.2026.", {}}, codes::tooLate},
        {{"day", "31.12.2019.", {}}, codes::tooEarly},
        {{"count", "10", {}}, codes::tooLarge},
        {{"count", "0", {}}, codes::tooSmall},
        {{"count", "5x", {}}, codes::notANumber},
        {{"count", "99999999999999999999", {}}, codes::notANumber},
        {{"sum", "0,99", {}}, codes::tooSmall},
        {{"sum", "daudz", {}}, codes::notMoney},
        {{"colour", "green", {}}, codes::notInList},
        {{"code", "010181-15099", {}}, codes::personalCodeWrong},
        {{"phone", "123", {}}, codes::phoneWrong},
        {{"phone", "+371 2912345", {}}, codes::phoneWrong},
        {{"email", "anna@", {}}, codes::emailWrong},
        {{"email", "anna@@x.lv", {}}, codes::emailWrong},
        {{"email", "anna@epasts", {}}, codes::emailWrong},
        {{"iban", "LV81BANK0000435195001", {}}, codes::ibanWrong},
        {{"iban", "LV80BANK000043519500", {}}, codes::ibanWrong},
        {{"agreed", "jā", {}}, codes::wrongFormat},
        {{"nothing", "x", {}}, codes::unknownField},
    };
    for (const auto& [one, code] : cases)
        EXPECT_EQ(typedInNew(one.field, one.text), code.text) << one.field << " " << one.text;
}

TEST(FormState, NamesTheLimitInTheMessage) {
    auto state = sample::state();
    EXPECT_EQ(state.setText(scope("day"), "24.11.2026.").error().argument, "23.11.2026.");
    EXPECT_EQ(state.setText(scope("sum"), "0,50").error().argument, "1,00\u00A0€");
    EXPECT_EQ(state.setText(scope("name"), "A").error().argument, "2");
}

TEST(FormState, KeepsWhatWasTypedWrongly) {
    auto state = sample::state();
    EXPECT_EQ(typed(state, "day", "31.02.2026."), codes::notADate.text);
    const auto field = state.field(scope("day")).value();
    EXPECT_EQ(field.text, "31.02.2026.");
    EXPECT_TRUE(field.value.is_null());
    EXPECT_EQ(field.problem->code, codes::notADate);
    EXPECT_EQ(state.validate(scope("day"))->failure.code, codes::notADate);
    EXPECT_EQ(typed(state, "day", "28.02.2026."), "");
    EXPECT_EQ(state.field(scope("day"))->text, "28.02.2026.");
    EXPECT_FALSE(state.field(scope("day"))->problem);
}

TEST(FormState, ListsProblemsInOrderWithTheirLabels) {
    auto state = sample::state();
    static_cast<void>(state.setText(scope("count"), "77"));
    const auto problems = state.validateAll();
    ASSERT_EQ(problems.size(), 3U);
    EXPECT_EQ(problems[0].scope, scope("name"));
    EXPECT_EQ(problems[0].failure.code, codes::required);
    EXPECT_EQ(problems[0].label.lv, "name");
    EXPECT_EQ(problems[1].failure.code, codes::tooLarge);
    EXPECT_EQ(problems[2].scope, scope("agreed"));
    EXPECT_EQ(state.field(scope("name"))->problem->code, codes::required);
    EXPECT_TRUE(state.validatePage(1).empty());
}

TEST(FormState, AConfirmationMustBeYes) {
    auto state = sample::state();
    ASSERT_EQ(typed(state, "name", "Anna"), "");
    EXPECT_EQ(state.setYesNo(scope("agreed"), false).error().code, codes::required);
    EXPECT_EQ(state.validateAll().size(), 1U);
    EXPECT_TRUE(state.setYesNo(scope("agreed"), true));
    EXPECT_TRUE(state.validateAll().empty());
}

TEST(FormState, ShowsAndRequiresAFieldOnlyUnderItsCondition) {
    auto state = sample::state();
    EXPECT_FALSE(state.field(scope("country"))->visible);
    ASSERT_TRUE(state.choose(scope("colour"), {"red"}));
    EXPECT_TRUE(state.field(scope("country"))->visible);
    EXPECT_EQ(state.validate(scope("country"))->failure.code, codes::required);
    ASSERT_TRUE(state.choose(scope("country"), {"EE"}));
    EXPECT_EQ(state.displayText(scope("country"), base::Language::Russian), "Эстония");
    EXPECT_EQ(state.choose(scope("country"), {"XX"}).error().code, codes::notInList);
    EXPECT_EQ(state.values()["country"], "EE");
    ASSERT_TRUE(state.choose(scope("colour"), {"blue"}));
    EXPECT_FALSE(state.values().contains("country")) << "a hidden answer is not submitted";
    ASSERT_TRUE(state.choose(scope("colour"), {"red"}));
    EXPECT_EQ(state.values()["country"], "EE") << "but it is kept";
}

TEST(FormState, EnablesAndHidesByRules) {
    auto form = sample::form();
    auto& elements = form["ui"]["elements"][1]["elements"];
    elements[1]["rule"] = {{"effect", "DISABLE"},
                           {"condition", {{"scope", "#/properties/colour"}, {"schema", {{"const", "red"}}}}}};
    elements[2]["rule"] = {
        {"effect", "HIDE"},
        {"condition",
         {{"type", "OR"},
          {"conditions",
           {{{"scope", "#/properties/colour"}, {"schema", {{"not", {{"enum", {"red", "blue"}}}}}}},
            {{"scope", "#/properties/count"}, {"schema", {{"const", 5}}}}}}}}};
    FormState state(FormDefinition::parse(form.dump()).value(), sample::context());
    EXPECT_TRUE(state.field(scope("phone"))->enabled);
    EXPECT_FALSE(state.field(scope("email"))->visible) << "no colour yet";
    ASSERT_TRUE(state.choose(scope("colour"), {"red"}));
    EXPECT_FALSE(state.field(scope("phone"))->enabled);
    EXPECT_TRUE(state.field(scope("email"))->visible);
    ASSERT_TRUE(state.setText(scope("count"), "5"));
    EXPECT_FALSE(state.field(scope("email"))->visible);
}

TEST(FormState, AHiddenFieldDecidesNothing) {
    auto form = sample::form();
    form["ui"]["elements"][1]["elements"][1] =
        sample::onlyWhen(form["ui"]["elements"][1]["elements"][1], "country", {{"const", "LV"}});
    FormState state(FormDefinition::parse(form.dump()).value(), sample::context());
    ASSERT_TRUE(state.choose(scope("colour"), {"red"}));
    ASSERT_TRUE(state.choose(scope("country"), {"LV"}));
    EXPECT_TRUE(state.field(scope("phone"))->visible);
    ASSERT_TRUE(state.choose(scope("colour"), {"blue"}));
    EXPECT_FALSE(state.field(scope("phone"))->visible);
}

TEST(FormState, PagesWithoutVisibleFieldsAreLeftOut) {
    auto form = sample::form();
    form["ui"]["elements"][1]["rule"] = {
        {"effect", "SHOW"}, {"condition", {{"scope", "#/properties/count"}, {"schema", {{"const", 3}}}}}};
    FormState state(FormDefinition::parse(form.dump()).value(), sample::context());
    EXPECT_EQ(state.visiblePages(), (std::vector<std::size_t>{0}));
    ASSERT_TRUE(state.setText(scope("count"), "3"));
    EXPECT_EQ(state.visiblePages(), (std::vector<std::size_t>{0, 1}));
    EXPECT_EQ(state.fieldsOf(1).size(), 8U);
}

TEST(FormState, RefusesValuesOfTheWrongShape) {
    auto state = sample::state();
    for (const auto* name :
         {"name", "day", "count", "sum", "agreed", "colour", "code", "home", "children", "company", "files"})
        for (const auto& value :
             {json(1.5), json::array({1, 2}), json{{"x", 1}}, json("\x01"), json(std::string(70'000, 'a'))})
            EXPECT_FALSE(state.setValue(scope(name), value)) << name << " " << value.dump().substr(0, 30);
    const json file{{"name", "a.pdf"}, {"sha256", std::string(64, 'a')}, {"mediaType", "application/pdf"}};
    EXPECT_TRUE(state.setValue(scope("files"), json::array({file})));
    EXPECT_EQ(state.setValue(scope("files"), json::array({file, file, file})).error().code, codes::tooMany);
    EXPECT_TRUE(state.setValue(scope("home"), {{"text", "Rīga"}, {"addressCode", "1"}}));
    EXPECT_TRUE(state.setValue(scope("home"), nullptr));
    EXPECT_TRUE(state.field(scope("home"))->value.is_null());
}

TEST(FormState, GivesAnswersToPrintAndReadBack) {
    auto state = sample::state();
    ASSERT_TRUE(state.setText(scope("name"), "Anna"));
    ASSERT_TRUE(state.setText(scope("day"), "1.2.2026"));
    ASSERT_TRUE(state.setText(scope("sum"), "1047,5"));
    ASSERT_TRUE(state.setYesNo(scope("agreed"), true));
    ASSERT_TRUE(state.choose(scope("colour"), {"blue"}));
    std::string all;
    for (const auto& answer : state.answers(base::Language::Latvian))
        all += answer.page + "/" + answer.section + "/" + answer.label + "=" + answer.value + "\n";
    EXPECT_EQ(all, "First//name=Anna\nFirst/Inside/day=01.02.2026.\nFirst/Inside/sum=1\u00A0047,50\u00A0€\n"
                   "First/Inside/agreed=Jā\nFirst/Inside/colour=Blue\n");
}

TEST(FormState, GoesOnWhereItWasSaved) {
    auto state = sample::state();
    ASSERT_TRUE(state.setText(scope("name"), "Anna"));
    static_cast<void>(state.setText(scope("day"), "31.02.2026."));
    state.prefill("population.person",
                  {{"phone", "29123456"},
                   {"children", {{{"identifier", "1"}, {"givenName", "Jānis"}, {"familyName", "Ozols"}}}}},
                  base::Timestamp());
    ASSERT_TRUE(state.choose(scope("children"), {"1"}));
    auto other = sample::state();
    ASSERT_TRUE(other.restore(state.save()));
    EXPECT_EQ(other.values(), state.values());
    EXPECT_EQ(other.field(scope("day"))->text, "31.02.2026.");
    EXPECT_EQ(other.field(scope("day"))->problem->code, codes::notADate);
    EXPECT_EQ(other.field(scope("phone"))->prefill->path, "population.person.phone");
    EXPECT_EQ(other.field(scope("children"))->options.size(), 1U);
    EXPECT_EQ(other.save(), state.save());
}

TEST(FormState, RefusesASavedStateThatIsNone) {
    auto state = sample::state();
    ASSERT_TRUE(state.setText(scope("name"), "Anna"));
    const auto before = state.save();
    auto wrongTime = json::parse(before);
    wrongTime["fields"][scope("name")]["prefill"] = {{"path", "x"}, {"asOf", "yesterday"}};
    for (const auto& saved : {std::string(), std::string("[]"), std::string("{\"form\":\"other\"}"),
                              std::string(200'000, '['), wrongTime.dump()})
        EXPECT_EQ(state.restore(saved).error().code, codes::savedStateInvalid);
    EXPECT_EQ(state.save(), before) << "a refused state changes nothing";
    auto strange = json::parse(before);
    strange["fields"][scope("children")] = {{"value", "no list"}, {"touched", true}};
    ASSERT_TRUE(state.restore(strange.dump()));
    EXPECT_FALSE(state.validateAll().empty()) << "values from outside are checked again";
}
