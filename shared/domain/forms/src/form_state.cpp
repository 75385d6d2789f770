// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/forms/form_state.h"

#include <algorithm>

#include "field_kinds.h"
#include "schema.h"
#include "text.h"
#include "values.h"
#include "vienlogs/forms/form_failures.h"

namespace vienlogs::forms {
namespace {

using nlohmann::json;

base::Result<void> unknown(std::string_view scope) {
    return base::fail(codes::unknownField, {}, std::string(scope.substr(0, 100)));
}

} // namespace

FormState::FormState(std::shared_ptr<const FormDefinition> definition, FormContext context)
    : definition_(std::move(definition)), context_(std::move(context)) {}

std::vector<FormField> FormState::fields() const {
    const auto visible = visibility();
    std::vector<FormField> all;
    for (const auto& field : definition_->fields())
        all.push_back(describe(field, visible));
    return all;
}

std::vector<FormField> FormState::fieldsOf(std::size_t page) const {
    auto all = fields();
    std::erase_if(all,
                  [&](const FormField& field) { return !field.visible || field.definition->page != page; });
    return all;
}

std::vector<std::size_t> FormState::visiblePages() const {
    const auto visible = visibility();
    std::vector<std::size_t> pages;
    for (std::size_t i = 0; i < visible.size(); ++i) {
        const auto page = definition_->fields()[i].page;
        if (visible[i] && (pages.empty() || pages.back() != page))
            pages.push_back(page);
    }
    return pages;
}

base::Result<FormField> FormState::field(std::string_view scope) const {
    const auto* found = find(scope);
    if (!found)
        return base::fail(codes::unknownField, {}, std::string(scope.substr(0, 100)));
    return describe(*found, visibility());
}

const FormState::Entry* FormState::entry(const FieldDefinition& field) const {
    const auto found = entries_.find(field.scope);
    return found == entries_.end() ? nullptr : &found->second;
}

FormField FormState::describe(const FieldDefinition& field, const std::vector<bool>& visible) const {
    FormField shown;
    shown.definition = &field;
    shown.options = optionsOf(field);
    shown.visible = visible[static_cast<std::size_t>(&field - definition_->fields().data())];
    for (const auto& rule : field.rules)
        if (rule.effect == Rule::Effect::Enable || rule.effect == Rule::Effect::Disable)
            shown.enabled =
                shown.enabled && holds(rule.condition, visible) == (rule.effect == Rule::Effect::Enable);
    const auto* known = entry(field);
    if (!known)
        return shown;
    shown.enabled = shown.enabled && !(field.readOnly && known->prefill && !known->prefill->changed);
    shown.value = known->value;
    shown.text = known->typed.empty() ? inputText(field, known->value) : known->typed;
    shown.prefill = known->prefill;
    shown.problem = known->problem;
    if (field.kind == FieldKind::Choice && known->value.is_string())
        shown.chosen.push_back(known->value.get<std::string>());
    else if (field.kind == FieldKind::Company && known->value.is_object())
        shown.chosen.push_back(textMember(known->value, "identifier"));
    else if (field.kind == FieldKind::Children)
        for (const auto& child : known->value)
            shown.chosen.push_back(textMember(child, "identifier"));
    return shown;
}

std::vector<Option> FormState::optionsOf(const FieldDefinition& field) const {
    if (!field.classifier.empty())
        return context_.classifier ? context_.classifier(field.classifier) : std::vector<Option>();
    if (field.kind != FieldKind::Children && field.kind != FieldKind::Company)
        return field.options;
    std::vector<Option> options;
    for (const auto& item : listed(field)) {
        const auto name = field.kind == FieldKind::Company
                              ? textMember(item, "name")
                              : textMember(item, "givenName") + " " + textMember(item, "familyName");
        options.push_back({textMember(item, "identifier"), {name, name, name}});
    }
    return options;
}

/// What the registers offer for a field, the best list first; nobody twice.
std::vector<json> FormState::listed(const FieldDefinition& field) const {
    std::vector<json> items;
    for (const auto& path : field.prefill)
        if (const auto list = registerLists_.find(path); list != registerLists_.end())
            for (const auto& item : list->second)
                if (std::none_of(items.begin(), items.end(), [&](const json& known) {
                        return textMember(known, "identifier") == textMember(item, "identifier");
                    }))
                    items.push_back(item);
    return items;
}

std::vector<bool> FormState::visibility() const {
    std::vector<bool> visible(definition_->fields().size(), false);
    for (std::size_t i = 0; i < visible.size(); ++i) {
        bool shown = true;
        for (const auto& rule : definition_->fields()[i].rules)
            if (rule.effect == Rule::Effect::Show || rule.effect == Rule::Effect::Hide)
                shown = shown && holds(rule.condition, visible) == (rule.effect == Rule::Effect::Show);
        visible[i] = shown;
    }
    return visible;
}

bool FormState::holds(const Condition& condition, const std::vector<bool>& visible) const {
    const auto part = [&](const Condition& inner) { return holds(inner, visible); };
    if (condition.kind == Condition::Kind::And)
        return std::all_of(condition.parts.begin(), condition.parts.end(), part);
    if (condition.kind == Condition::Kind::Or)
        return std::any_of(condition.parts.begin(), condition.parts.end(), part);
    const auto* field = find(condition.scope);
    const auto* known = field ? entry(*field) : nullptr;
    // A hidden field's answer does not count, as it is not submitted either.
    const bool counts = known && visible[static_cast<std::size_t>(field - definition_->fields().data())];
    const json value = counts ? known->value : json();
    const auto found = std::find(condition.oneOf.begin(), condition.oneOf.end(), value);
    return (found != condition.oneOf.end()) != condition.negated;
}

base::Result<void> FormState::accept(const FieldDefinition& field, base::Result<json> value,
                                     std::string typed) {
    auto& known = entries_[field.scope];
    known.touched = true;
    if (!value) {
        known.value = nullptr;
        known.typed = std::move(typed);
        known.problem = value.error();
        if (known.prefill)
            known.prefill->changed = true;
        return base::fail(value.error());
    }
    if (known.prefill && known.value != *value)
        known.prefill->changed = true;
    known.value = std::move(*value);
    known.typed.clear();
    known.problem = known.value.is_null() ? std::nullopt : check(field);
    if (known.problem)
        return base::fail(*known.problem);
    return {};
}

base::Result<void> FormState::setText(std::string_view scope, std::string_view text) {
    const auto* field = find(scope);
    if (!field)
        return unknown(scope);
    // Kept as typed only up to a bound, so that a pasted file cannot fill the memory.
    constexpr std::size_t mostTyped = 64 << 10;
    const auto typed =
        cleanText(text.substr(0, mostTyped), true) ? std::string(text.substr(0, mostTyped)) : std::string();
    return accept(*field, valueFromText(*field, text), typed);
}

base::Result<void> FormState::setYesNo(std::string_view scope, bool value) {
    return setValue(scope, value);
}

base::Result<void> FormState::choose(std::string_view scope, const std::vector<std::string>& values) {
    const auto* field = find(scope);
    if (!field)
        return unknown(scope);
    auto chosen = fromOptions(*field, values);
    if (!chosen)
        return base::fail(chosen.error());
    return accept(*field, std::move(chosen), {});
}

base::Result<json> FormState::fromOptions(const FieldDefinition& field,
                                          const std::vector<std::string>& values) const {
    const auto options = optionsOf(field);
    for (const auto& value : values)
        if (std::none_of(options.begin(), options.end(),
                         [&](const Option& option) { return option.value == value; }))
            return base::fail(codes::notInList);
    if (values.empty())
        return json();
    if (field.kind == FieldKind::Choice && values.size() == 1)
        return json(values.front());
    json picked = json::array();
    for (const auto& item : listed(field))
        if (std::find(values.begin(), values.end(), textMember(item, "identifier")) != values.end())
            picked.push_back(item);
    if (field.kind == FieldKind::Children)
        return picked;
    if (field.kind == FieldKind::Company && picked.size() == 1)
        return picked.front();
    return base::fail(codes::notInList);
}

base::Result<void> FormState::setValue(std::string_view scope, json value) {
    const auto* field = find(scope);
    if (!field)
        return unknown(scope);
    return accept(*field, std::move(value), {});
}

std::optional<base::Failure> FormState::check(const FieldDefinition& field) const {
    const auto* known = entry(field);
    if (!known || known->value.is_null()) {
        if (known && known->problem && !known->typed.empty())
            return known->problem; // what was typed could not be understood; that stays the message
        return field.required ? std::optional(base::Failure{codes::required}) : std::nullopt;
    }
    if (auto problem = problemOfValue(field, known->value, optionsOf(field), context_.today))
        return problem;
    const auto& schema = definition_->schema()["properties"][field.name];
    if (schema.contains("const") && schema["const"] != known->value)
        return base::Failure{codes::required}; // "I confirm" that was not ticked
    if (!conforms(schema, known->value))
        return base::Failure{codes::wrongFormat, "schema of " + field.scope};
    return std::nullopt;
}

std::vector<FieldProblem>
FormState::validateWhere(const std::function<bool(const FieldDefinition&)>& chosen) {
    const auto visible = visibility();
    std::vector<FieldProblem> problems;
    for (std::size_t i = 0; i < visible.size(); ++i) {
        const auto& field = definition_->fields()[i];
        if (!visible[i] || !chosen(field))
            continue;
        auto problem = check(field);
        if (problem)
            problems.push_back({field.scope, field.label, *problem});
        if (problem || entry(field))
            entries_[field.scope].problem = std::move(problem);
    }
    return problems;
}

std::optional<FieldProblem> FormState::validate(std::string_view scope) {
    auto problems = validateWhere([&](const FieldDefinition& field) { return field.scope == scope; });
    return problems.empty() ? std::nullopt : std::optional(std::move(problems.front()));
}

std::vector<FieldProblem> FormState::validateAll() {
    return validateWhere([](const FieldDefinition&) { return true; });
}

std::vector<FieldProblem> FormState::validatePage(std::size_t page) {
    return validateWhere([&](const FieldDefinition& field) { return field.page == page; });
}

json FormState::values() const {
    const auto visible = visibility();
    json all = json::object();
    for (std::size_t i = 0; i < visible.size(); ++i) {
        const auto* known = entry(definition_->fields()[i]);
        if (visible[i] && known && !known->value.is_null())
            all[definition_->fields()[i].name] = known->value;
    }
    return all;
}

std::vector<Answer> FormState::answers(base::Language language) const {
    std::vector<Answer> all;
    for (const auto& shown : fields()) {
        if (!shown.visible || shown.value.is_null())
            continue;
        const auto& field = *shown.definition;
        const auto& page = definition_->pages()[field.page];
        const bool untouched = shown.prefill && !shown.prefill->changed;
        all.push_back(
            {page.label.in(language), page.sections[field.section].label.in(language),
             field.label.in(language), shownText(field, shown.value, shown.options, language), field.scope,
             untouched ? shown.prefill->path.substr(0, shown.prefill->path.find('.')) : std::string()});
    }
    return all;
}

std::string FormState::displayText(std::string_view scope, base::Language language) const {
    const auto* field = find(scope);
    const auto* known = field ? entry(*field) : nullptr;
    return known ? shownText(*field, known->value, optionsOf(*field), language) : std::string();
}

} // namespace vienlogs::forms
