// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/forms/form_definition.h"

#include <set>

#include "definition_parser.h"
#include "vienlogs/forms/form_failures.h"

namespace vienlogs::forms {

base::Result<std::shared_ptr<const FormDefinition>> FormDefinition::parse(std::string_view text) {
    try {
        return DefinitionParser().parse(text);
    } catch (const nlohmann::json::exception& error) {
        return base::fail(codes::definitionInvalid, "JSON: error " + std::to_string(error.id));
    }
}

const FieldDefinition* FormDefinition::field(std::string_view scope) const {
    for (const auto& field : fields_)
        if (field.scope == scope)
            return &field;
    return nullptr;
}

std::vector<std::string> FormDefinition::registersNeeded() const {
    std::set<std::string> needed;
    for (const auto& field : fields_)
        for (const auto& path : field.prefill)
            needed.insert(path.substr(0, path.find('.')));
    needed.erase("client");
    return {needed.begin(), needed.end()};
}

bool FormDefinition::isFilledFrom(std::string_view root) const {
    return std::any_of(fields_.begin(), fields_.end(), [&](const auto& field) {
        return std::any_of(field.prefill.begin(), field.prefill.end(), [&](std::string_view path) {
            return path.starts_with(root) && path.substr(root.size()).starts_with('.');
        });
    });
}

base::Result<Forms> loadForms(const std::map<std::string, std::string>& files) {
    Forms forms;
    for (const auto& [name, text] : files) {
        if (!name.starts_with("forms/") || !name.ends_with(".json"))
            continue;
        auto form = FormDefinition::parse(text);
        if (!form)
            return base::fail(codes::definitionInvalid, form.error().detail, name);
        if (name != "forms/" + (*form)->id() + ".json")
            return base::fail(codes::definitionInvalid, "/id: differs from the file's name", name);
        forms.emplace((*form)->id(), *form);
    }
    return forms;
}

} // namespace vienlogs::forms
