// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <set>

#include "data_files.h"
#include "vienlogs/classifiers/classifiers.h"
#include "vienlogs/forms/form_failures.h"
#include "vienlogs/forms/form_state.h"

using namespace vienlogs;
using namespace vienlogs::forms;
using nlohmann::json;

namespace {

const auto today = base::dateFromIso("2026-11-23").value();
const auto now = base::fromRfc3339("2026-11-23T10:00:00Z").value();

const classifiers::Classifiers& shippedClassifiers() {
    static const auto loaded = classifiers::loadClassifiers(dataFiles()).value();
    return loaded;
}

const Forms& shippedForms() {
    static const auto loaded = loadForms(dataFiles()).value();
    return loaded;
}

/// Options as a client makes them of the classifiers.
std::vector<Option> optionsOf(std::string_view id) {
    std::vector<Option> options;
    if (const auto scheme = shippedClassifiers().find(id); scheme != shippedClassifiers().end())
        for (const auto* entry : scheme->second.validOn(today))
            options.push_back({entry->code, entry->label});
    return options;
}

FormState stateOf(const std::string& form) {
    return {shippedForms().at(form), {today, optionsOf}};
}

json person() {
    return {
        {"identifier", "PNOLV-010181-15098"},
        {"givenName", "Anna"},
        {"familyName", "Bērziņa"},
        {"birthDate", "1981-01-01"},
        {"residence",
         {{"addressCode", "101"}, {"text", "Raunas iela 4 - 12, Cēsis, LV-4101"}, {"since", "2020-01-01"}}},
        {"children",
         {{{"identifier", "PNOLV-320001-00001"},
           {"givenName", "Jānis"},
           {"familyName", "Bērziņš"},
           {"birthDate", "2020-05-05"}}}},
        {"spouse",
         {{"identifier", "PNOLV-320003-00003"}, {"givenName", "Pēteris"}, {"familyName", "Bērziņš"}}},
        {"phone", "29123456"},
        {"email", "anna@epasts.lv"}};
}

std::string scope(const std::string& name) {
    return "#/properties/" + name;
}

std::string problemsOf(FormState& state) {
    std::string all;
    for (const auto& problem : state.validateAll())
        all += problem.scope + " " + std::string(problem.failure.code.text) + " ";
    return all;
}

/// Something that fits a field, as a person would give it.
void answer(FormState& state, const FormField& field) {
    const auto& definition = *field.definition;
    const auto set = [&](const std::string& text) {
        static_cast<void>(state.setText(definition.scope, text));
    };
    switch (definition.kind) {
    case FieldKind::Text:
    case FieldKind::LongText:
        return set("Teksts ar garumzīmi");
    case FieldKind::Date: {
        const auto day = definition.latest     ? definition.latest->on(today)
                         : definition.earliest ? definition.earliest->on(today)
                                               : today;
        return set(base::toIso(day));
    }
    case FieldKind::Integer:
        return set(std::to_string(definition.minimum.value_or(1) + 1));
    case FieldKind::Money:
        return set("2800,00");
    case FieldKind::YesNo:
        return static_cast<void>(state.setYesNo(definition.scope, true));
    case FieldKind::Choice:
        return set(field.options.empty() ? "none" : field.options.back().value);
    case FieldKind::PersonalCode:
        return set("010181-15098");
    case FieldKind::Phone:
        return set("29123456");
    case FieldKind::Email:
        return set("anna@epasts.lv");
    case FieldKind::Iban:
        return set("LV80BANK0000435195001");
    case FieldKind::Address:
        return set("Raunas iela 4, Cēsis");
    case FieldKind::Children:
        return static_cast<void>(field.options.empty()
                                     ? base::Result<void>()
                                     : state.choose(definition.scope, {field.options[0].value}));
    case FieldKind::Company:
        return static_cast<void>(
            state.setValue(definition.scope, {{"identifier", "NTRLV-40000000001"}, {"name", "SIA Viens"}}));
    case FieldKind::Files:
        return static_cast<void>(state.setValue(
            definition.scope,
            json::array(
                {{{"name", "a.pdf"}, {"sha256", std::string(64, 'a')}, {"mediaType", "application/pdf"}}})));
    }
}

} // namespace

TEST(FormData, TheFormsOfTheFirstJourneysAreThere) {
    const auto forms = loadForms(dataFiles());
    ASSERT_TRUE(forms) << forms.error().argument << " " << forms.error().detail;
    for (const auto* id :
         {"dzivesvietas-deklaresana", "berna-dzimsanas-registracija", "bernu-kopsanas-pabalsts",
          "personas-apliecibas-pieteikums", "valsts-vecuma-pensija", "bezdarbnieka-statuss",
          "uznemuma-registracija", "iesniegums"})
        EXPECT_TRUE(forms->contains(id)) << id;
    EXPECT_GE(forms->size(), 8U);
}

TEST(FormData, EveryClassifierNamedByAFormExists) {
    for (const auto& [id, form] : shippedForms())
        for (const auto& field : form->fields())
            EXPECT_TRUE(field.classifier.empty() || !optionsOf(field.classifier).empty())
                << id << " " << field.scope;
}

TEST(FormData, EveryPrefillPathIsCanonical) {
    const auto known = canonicalPrefillPaths();
    for (const auto& [id, form] : shippedForms()) {
        EXPECT_FALSE(form->registersNeeded().empty()) << id << " asks for what a register knows";
        for (const auto& field : form->fields())
            for (const auto& path : field.prefill)
                EXPECT_NE(std::find(known.begin(), known.end(), path), known.end()) << id << " " << path;
    }
}

TEST(FormData, EveryFormCanBeFilledToTheEnd) {
    for (const auto& [id, form] : shippedForms()) {
        auto state = stateOf(id);
        state.prefill("population.person", person(), now);
        // Twice, because answers make further fields visible.
        for (int round = 0; round < 3; ++round)
            for (const auto& field : form->fields())
                if (const auto shown = state.field(field.scope).value();
                    shown.visible && shown.value.is_null())
                    answer(state, shown);
        EXPECT_EQ(problemsOf(state), "") << id;
        EXPECT_FALSE(state.answers(base::Language::Latvian).empty());
    }
}

TEST(FormData, AnEmptyFormCannotBeSubmitted) {
    for (const auto& [id, form] : shippedForms()) {
        auto state = stateOf(id);
        EXPECT_GE(state.validateAll().size(), 4U) << id;
    }
}

TEST(FormData, MovingIsHalfFilledFromTheRegister) {
    auto state = stateOf("dzivesvietas-deklaresana");
    state.prefill("population.person", person(), now);
    for (const auto* name : {"givenName", "familyName", "personalCode", "residence", "phone", "email"}) {
        const auto field = state.field(scope(name)).value();
        ASSERT_TRUE(field.prefill) << name;
        EXPECT_EQ(field.prefill->asOf, now) << name;
    }
    ASSERT_TRUE(
        state.setValue(scope("newAddress"), {{"text", "Lenču iela 2, Cēsis"}, {"addressCode", "202"}}));
    ASSERT_TRUE(state.setText(scope("movedOn"), "20.11.2026."));
    ASSERT_TRUE(state.choose(scope("ground"), {"rent"}));
    EXPECT_EQ(state.validate(scope("ownerName"))->failure.code, codes::required);
    ASSERT_TRUE(state.setText(scope("ownerName"), "Ilze Kalniņa"));
    ASSERT_TRUE(state.setYesNo(scope("withChildren"), true));
    ASSERT_EQ(state.field(scope("children"))->options.size(), 1U);
    ASSERT_TRUE(state.choose(scope("children"), {"PNOLV-320001-00001"}));
    ASSERT_TRUE(state.choose(scope("delivery"), {"e-account"}));
    EXPECT_FALSE(state.field(scope("postalAddress"))->visible);
    EXPECT_EQ(problemsOf(state), scope("confirmed") + " VL-FORM-0003 ");
    ASSERT_TRUE(state.setYesNo(scope("confirmed"), true));
    EXPECT_EQ(problemsOf(state), "");
    EXPECT_EQ(state.values()["children"][0]["givenName"], "Jānis");
    EXPECT_EQ(state.values()["newAddress"]["addressCode"], "202");
}

TEST(FormData, AChildsBirthTakesParentsFromTheRegister) {
    auto state = stateOf("berna-dzimsanas-registracija");
    state.prefill("population.person", person(), now);
    EXPECT_EQ(state.field(scope("childFamilyName"))->text, "Bērziņa");
    EXPECT_FALSE(state.field(scope("otherGivenName"))->visible);
    ASSERT_TRUE(state.setYesNo(scope("married"), true));
    EXPECT_TRUE(state.field(scope("otherGivenName"))->visible);
    EXPECT_EQ(state.field(scope("otherGivenName"))->text, "Pēteris");
    EXPECT_EQ(state.field(scope("otherPersonalCode"))->value, "320003-00003");
    ASSERT_TRUE(state.setYesNo(scope("married"), false));
    EXPECT_FALSE(state.values().contains("otherGivenName"));
    EXPECT_EQ(state.setText(scope("childBirthDate"), "24.11.2026.").error().code, codes::tooLate);
    EXPECT_TRUE(state.setText(scope("childBirthDate"), "20.11.2026."));
}
