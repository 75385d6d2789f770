// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <set>

#include "data_files.h"
#include "vienlogs/catalogue/catalogue.h"
#include "vienlogs/classifiers/classifiers.h"
#include "vienlogs/forms/form_definition.h"
#include "vienlogs/jsonread/json.h"

using namespace vienlogs;
using namespace vienlogs::catalogue;

namespace {

const Catalogue& shipped() {
    static const auto loaded = [] {
        auto catalogue = loadCatalogue(dataFiles());
        if (!catalogue)
            throw std::runtime_error(catalogue.error().argument + " " + catalogue.error().detail);
        return std::move(*catalogue);
    }();
    return loaded;
}

/// Calls `visit` with every possible set of answers.
template<typename Visit>
void everyPath(const Questionnaire& questionnaire, QuestionAnswers answers, const Visit& visit) {
    const auto* question = questionnaire.next(answers);
    if (!question)
        return visit(answers);
    if (question->kind == Question::Kind::Number) {
        for (int number = question->minimum; number <= question->maximum; ++number) {
            answers[question->id] = std::to_string(number);
            everyPath(questionnaire, answers, visit);
        }
        return;
    }
    for (const auto& option : question->options) {
        answers[question->id] = option.id;
        everyPath(questionnaire, answers, visit);
    }
}

void expectTexts(const nlohmann::json& value, const std::string& where) {
    if (value.is_object() && value.contains("lv")) {
        EXPECT_EQ(value.size(), 3U) << where;
        for (const auto* language : {"lv", "en", "ru"}) {
            ASSERT_TRUE(value.contains(language)) << where;
            const auto& text = value[language].get_ref<const std::string&>();
            EXPECT_FALSE(text.empty()) << where;
            EXPECT_EQ(text.find("  "), std::string::npos) << where;
            EXPECT_NE(text.back(), ' ') << where;
        }
        return;
    }
    if (value.is_structured())
        for (const auto& item : value.items())
            expectTexts(item.value(), where + "/" + item.key());
}

} // namespace

TEST(CatalogueData, HoldsTheServicesOfAllInstitutions) {
    EXPECT_GE(shipped().services().size(), 32U);
    EXPECT_GE(shipped().lifeEvents().size(), 8U);
    std::set<std::string> authorities;
    for (const auto& [id, service] : shipped().services())
        authorities.insert(service.authority.id);
    for (const auto* authority : {"PMLP", "UR", "VZD", "VID", "VSAA", "NVA", "LAD", "CESIS"})
        EXPECT_TRUE(authorities.contains(authority)) << authority;
}

TEST(CatalogueData, EveryTextIsThereInThreeLanguages) {
    for (const auto& [name, text] : dataFiles()) {
        const auto parsed = jsonread::parse(text, {.bytes = 4 << 20});
        ASSERT_TRUE(parsed) << name;
        expectTexts(*parsed, name);
    }
}

TEST(CatalogueData, EveryWayThroughAQuestionnaireLeadsToAService) {
    for (const auto& [id, event] : shipped().lifeEvents()) {
        const auto* questionnaire = shipped().questionnaireOf(id).value();
        EXPECT_GE(questionnaire->questions().size(), 2U) << id;
        std::set<std::string> reached;
        std::size_t ways = 0;
        everyPath(*questionnaire, {}, [&](const QuestionAnswers& answers) {
            ++ways;
            const auto proposed = questionnaire->propose(answers);
            ASSERT_TRUE(proposed) << id;
            EXPECT_GE(proposed->size(), 1U) << id << " " << ways;
            for (const auto& service : *proposed) {
                EXPECT_TRUE(shipped().service(service.serviceId)) << service.serviceId;
                reached.insert(service.serviceId);
            }
        });
        EXPECT_GE(ways, 4U) << id;
        // A rule that can never hold would be a mistake nobody sees.
        const auto named = questionnaire->services();
        EXPECT_EQ(reached, std::set<std::string>(named.begin(), named.end())) << id;
    }
}

TEST(CatalogueData, EveryServiceHasAFormAndAPurposeOfTheClassifier) {
    const auto files = dataFiles();
    const auto forms = forms::loadForms(files);
    ASSERT_TRUE(forms) << forms.error().argument << " " << forms.error().detail;
    const auto classifiers = classifiers::loadClassifiers(files);
    ASSERT_TRUE(classifiers) << classifiers.error().argument << " " << classifiers.error().detail;
    const auto& purposes = classifiers->find("register-purposes")->second;
    for (const auto& [id, service] : shipped().services()) {
        EXPECT_TRUE(forms->contains(service.formId)) << id;
        EXPECT_NE(purposes.find(service.registerUse.purpose), nullptr) << id;
        EXPECT_FALSE(service.legalBasis.empty()) << id;
        EXPECT_TRUE(service.offeredBy(Channel::Desk)) << id;
        // What a form asks of registers, its service must have a purpose for.
        if (service.formId != "iesniegums" && forms->contains(service.formId))
            for (const auto& needed : forms->find(service.formId)->second->registersNeeded()) {
                const auto& allowed = service.registerUse.registers;
                EXPECT_NE(std::find(allowed.begin(), allowed.end(), needed), allowed.end())
                    << id << " " << needed;
            }
    }
}

TEST(CatalogueData, MovingLeadsToTheDeclarationWithAFeeAtTheDesk) {
    const auto* questionnaire = shipped().questionnaireOf("parcelsanas").value();
    const auto services =
        questionnaire->propose({{"where", "latvia"}, {"children", "yes"}, {"home", "rent"}}).value();
    ASSERT_FALSE(services.empty());
    EXPECT_EQ(services.front().serviceId, "dzivesvietas-deklaresana");
    const auto* service = shipped().service("dzivesvietas-deklaresana").value();
    const auto atDesk = service->costsIn(Channel::Desk);
    ASSERT_FALSE(atDesk.empty());
    EXPECT_EQ(atDesk.front()->amount.cents(), 427);
    EXPECT_TRUE(service->costsIn(Channel::Online).front()->amount.isZero());
    EXPECT_FALSE(service->free());
    EXPECT_EQ(service->cost("online")->channel, Channel::Online);
    EXPECT_EQ(service->cost("none"), nullptr);
}

TEST(CatalogueData, AChildBornLeadsToRegistrationBenefitsAndAnIdentityCard) {
    const auto* questionnaire = shipped().questionnaireOf("berns-piedzimis").value();
    std::set<std::string> ids;
    const auto services = questionnaire->propose({{"registered", "no"}, {"work", "mother"}}).value();
    for (const auto& service : services)
        ids.insert(service.serviceId);
    for (const auto* id : {"berna-dzimsanas-registracija", "vsaa-berna-piedzimsanas-pabalsts",
                           "vsaa-maternitates-pabalsts", "pmlp-personas-aplieciba"})
        EXPECT_TRUE(ids.contains(id)) << id;
    EXPECT_FALSE(ids.contains("vsaa-paternitates-pabalsts"));
    EXPECT_GT(shipped().service("pmlp-personas-aplieciba").value()->cost("reduced")->amount.cents(), 0);
}

TEST(CatalogueData, UnknownIdsAreFailures) {
    EXPECT_EQ(shipped().service("nav").error().code, catalogue::codes::unknownService);
    EXPECT_EQ(shipped().lifeEvent("nav").error().code, catalogue::codes::unknownLifeEvent);
    EXPECT_EQ(shipped().questionnaireOf("nav").error().argument, "nav");
}
