// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "vienlogs/forms/form_definition.h"
#include "vienlogs/json/reader.h"

namespace vienlogs::forms {

/// Reads one definition: schema, layout, prefill; everything a state relies on later is checked here.
class DefinitionParser {
public:
    [[nodiscard]] base::Result<std::shared_ptr<const FormDefinition>> parse(std::string_view text);

private:
    void readSchema(json::Reader& form);
    void readLayout(json::Reader layout);
    void readPage(json::Reader& category);
    void readGroup(json::Reader& group, const std::vector<Rule>& pageRules);
    void readControl(json::Reader& control, const std::vector<Rule>& rules);
    void readOptions(json::Reader options, FieldDefinition& field);
    void readChoices(json::Reader& options, FieldDefinition& field);
    void readPrefill(json::Reader prefill);
    void takeLimits(FieldDefinition& field, const json::Reader& control);
    [[nodiscard]] std::vector<Rule> readRules(json::Reader& element);
    [[nodiscard]] Condition readCondition(json::Reader condition, int depth);
    void readConditionSchema(json::Reader schema, Condition& condition);
    [[nodiscard]] bool known(const std::string& scope) const;
    void checkAllShown();
    void checkSamples();
    [[nodiscard]] std::optional<DayLimit> readDay(json::Reader& options, std::string_view key);

    json::Problems problems_;
    std::shared_ptr<FormDefinition> form_;
    std::set<std::string, std::less<>> required_;
};

} // namespace vienlogs::forms
