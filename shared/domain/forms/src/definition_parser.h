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
#include "vienlogs/jsonread/reader.h"

namespace vienlogs::forms {

/// Reads one definition: schema, layout, prefill; everything a state relies on later is checked here.
class DefinitionParser {
public:
    [[nodiscard]] base::Result<std::shared_ptr<const FormDefinition>> parse(std::string_view text);

private:
    void readSchema(jsonread::Reader& form);
    void readLayout(jsonread::Reader layout);
    void readPage(jsonread::Reader& category);
    void readGroup(jsonread::Reader& group, const std::vector<Rule>& pageRules);
    void readControl(jsonread::Reader& control, const std::vector<Rule>& rules);
    void readOptions(jsonread::Reader options, FieldDefinition& field);
    void readChoices(jsonread::Reader& options, FieldDefinition& field);
    void readPrefill(jsonread::Reader prefill);
    void takeLimits(FieldDefinition& field, const jsonread::Reader& control);
    [[nodiscard]] std::vector<Rule> readRules(jsonread::Reader& element);
    [[nodiscard]] Condition readCondition(jsonread::Reader condition, int depth);
    void readConditionSchema(jsonread::Reader schema, Condition& condition);
    [[nodiscard]] bool known(const std::string& scope) const;
    void checkAllShown();
    void checkSamples();
    [[nodiscard]] std::optional<DayLimit> readDay(jsonread::Reader& options, std::string_view key);

    jsonread::Problems problems_;
    std::shared_ptr<FormDefinition> form_;
    std::set<std::string, std::less<>> required_;
};

} // namespace vienlogs::forms
