// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "definition_parser.h"

#include <algorithm>
#include <charconv>

#include "field_kinds.h"
#include "paths.h"
#include "schema.h"
#include "vienlogs/base/clock.h"
#include "vienlogs/forms/form_failures.h"
#include "vienlogs/jsonread/json.h"

namespace vienlogs::forms {
namespace {

constexpr std::size_t mostFields = 200;
constexpr std::string_view scopePrefix = "#/properties/";

} // namespace

base::Result<std::shared_ptr<const FormDefinition>> DefinitionParser::parse(std::string_view text) {
    const auto parsed = jsonread::parse(text, {.bytes = 512 << 10, .depth = 16, .values = 20'000});
    if (!parsed)
        return base::fail(codes::definitionInvalid, parsed.error().detail);
    form_ = std::shared_ptr<FormDefinition>(new FormDefinition());
    jsonread::Reader form(*parsed, "", problems_);
    form_->id_ = form.text("id", 60);
    form_->version_ = static_cast<int>(form.integer("version", 1, 1'000'000));
    form_->title_ = form.localized("title");
    form_->readBackTitle_ = form.localized("readBackTitle");
    readSchema(form);
    if (!problems_.any())
        readLayout(form.object("ui"));
    if (!problems_.any()) {
        if (form.has("prefill"))
            readPrefill(form.object("prefill"));
        checkAllShown();
        checkSamples();
        form.finish();
    }
    if (problems_.any())
        return base::fail(codes::definitionInvalid, problems_.first(), form_->id_);
    return std::shared_ptr<const FormDefinition>(std::move(form_));
}

void DefinitionParser::readSchema(jsonread::Reader& form) {
    const auto& schema = form.raw("schema");
    jsonread::Reader reader(schema, "/schema", problems_);
    static_cast<void>(reader.textOr("$schema", ""));
    if (reader.text("type") != "object")
        reader.problem("type", "object is expected");
    if (reader.raw("additionalProperties") != nlohmann::json(false))
        reader.problem("additionalProperties", "false is expected");
    for (auto& name : reader.texts("required"))
        required_.insert(std::move(name));
    const auto& properties = reader.raw("properties");
    reader.finish();
    if (!properties.is_object() || properties.empty() || properties.size() > mostFields)
        return reader.problem("properties", "an object with at most 200 members is expected");
    for (const auto& [name, property] : properties.items()) {
        if (name.empty() || name.size() > 60 || name.find_first_of("/~ ") != std::string::npos)
            reader.problem("properties", "a plain name is expected");
        if (const auto problem = problemOfSchema(property); !problem.empty())
            reader.problem("properties/" + name.substr(0, 60), problem);
    }
    for (const auto& name : required_)
        if (!properties.contains(name))
            reader.problem("required", "names no property");
    form_->schema_ = schema;
}

void DefinitionParser::readLayout(jsonread::Reader layout) {
    if (layout.text("type") != "Categorization")
        layout.problem("type", "Categorization is expected");
    for (auto& category : layout.objects("elements", 20))
        readPage(category);
    layout.finish();
}

void DefinitionParser::readPage(jsonread::Reader& category) {
    if (category.text("type") != "Category")
        category.problem("type", "Category is expected");
    form_->pages_.push_back({category.localized("label"), {}});
    const auto rules = readRules(category);
    bool loose = false; // controls without a group stand in a section without a label
    for (auto& element : category.objects("elements", mostFields)) {
        const auto type = element.text("type");
        if (type == "Group") {
            readGroup(element, rules);
            loose = false;
        } else if (type == "Control") {
            if (!loose)
                form_->pages_.back().sections.emplace_back();
            loose = true;
            readControl(element, rules);
        } else
            element.problem("type", "Group or Control is expected");
    }
    category.finish();
}

void DefinitionParser::readGroup(jsonread::Reader& group, const std::vector<Rule>& pageRules) {
    form_->pages_.back().sections.push_back({group.localizedOr("label"), {}});
    auto rules = pageRules;
    for (auto& rule : readRules(group))
        rules.push_back(std::move(rule));
    for (auto& control : group.objects("elements", mostFields)) {
        if (control.text("type") != "Control")
            control.problem("type", "Control is expected");
        readControl(control, rules);
    }
    group.finish();
}

void DefinitionParser::readControl(jsonread::Reader& control, const std::vector<Rule>& rules) {
    FieldDefinition field;
    field.scope = control.text("scope", 100);
    const auto& properties = form_->schema_["properties"];
    if (field.scope.starts_with(scopePrefix))
        field.name = field.scope.substr(scopePrefix.size());
    if (!properties.contains(field.name) || known(field.scope))
        return control.problem("scope", "names no property, or one shown before");
    field.label = control.localized("label");
    field.example = control.localizedOr("example");
    field.help = control.localizedOr("help");
    field.rules = rules;
    for (auto& rule : readRules(control))
        field.rules.push_back(std::move(rule));
    field.kind = usualKind(properties[field.name]);
    field.required = required_.contains(field.name);
    if (field.required && hasVisibilityRule(field))
        control.problem("rule", "a hidden field cannot be in the schema's required; use options.required");
    if (control.has("options"))
        readOptions(control.object("options"), field);
    takeLimits(field, control);
    control.finish();
    field.page = form_->pages_.size() - 1;
    field.section = form_->pages_.back().sections.size() - 1;
    form_->pages_.back().sections.back().fields.push_back(form_->fields_.size());
    form_->fields_.push_back(std::move(field));
}

void DefinitionParser::readOptions(jsonread::Reader options, FieldDefinition& field) {
    if (options.has("widget")) {
        const auto kind = kindFrom(options.text("widget"));
        if (!kind || schemaTypeOf(*kind) != form_->schema_["properties"][field.name]["type"])
            return options.problem("widget", "not known, or not for this type");
        field.kind = *kind;
    }
    field.required = options.yesOr("required", field.required);
    field.readOnly = options.yesOr("readOnly", false);
    field.classifier = options.textOr("classifier", "", 60);
    field.earliest = readDay(options, "earliest");
    field.latest = readDay(options, "latest");
    readChoices(options, field);
    options.finish();
}

void DefinitionParser::readChoices(jsonread::Reader& options, FieldDefinition& field) {
    std::vector<nlohmann::json> values;
    for (auto& choice : options.objects("choices", 300)) {
        field.options.push_back({choice.text("value", 100), choice.localized("label")});
        values.emplace_back(field.options.back().value);
        choice.finish();
    }
    const bool choice = field.kind == FieldKind::Choice;
    if (choice != (!values.empty() || !field.classifier.empty()) ||
        (!values.empty() && !field.classifier.empty()))
        return options.problem("choices", "a choice has choices or a classifier, nothing else has");
    const auto& schema = form_->schema_["properties"][field.name];
    if (!values.empty() && schema.value("enum", nlohmann::json()) != nlohmann::json(values))
        options.problem("choices", "differ from the schema's enum");
}

std::optional<DayLimit> DefinitionParser::readDay(jsonread::Reader& options, std::string_view key) {
    const auto text = options.textOr(key, "", 20);
    if (text.empty())
        return std::nullopt;
    if (const auto date = base::dateFromIso(text))
        return DayLimit{date, 0};
    DayLimit limit;
    auto offset = std::string_view(text);
    if (offset.starts_with("today")) {
        offset.remove_prefix(5);
        if (offset.empty())
            return limit;
        if (offset.front() == '+')
            offset.remove_prefix(1);
        const auto [end, error] =
            std::from_chars(offset.data(), offset.data() + offset.size(), limit.daysFromToday);
        if (error == std::errc() && end == offset.data() + offset.size() &&
            std::abs(limit.daysFromToday) <= 50'000)
            return limit;
    }
    options.problem(key, "a date, today, today+14 or today-14 is expected");
    return std::nullopt;
}

void DefinitionParser::takeLimits(FieldDefinition& field, const jsonread::Reader& control) {
    const auto& schema = form_->schema_["properties"][field.name];
    const bool list = schema["type"] == "array";
    field.maxLength = schema.value(list ? "maxItems" : "maxLength", usualMaxLength(field.kind));
    field.minLength = schema.value(list ? "minItems" : "minLength", std::size_t(0));
    field.pattern = schema.value("pattern", std::string());
    if (schema.contains("minimum"))
        field.minimum = schema["minimum"].get<std::int64_t>();
    if (schema.contains("maximum"))
        field.maximum = schema["maximum"].get<std::int64_t>();
    if ((field.earliest || field.latest) && field.kind != FieldKind::Date)
        control.problem("options", "earliest and latest are for dates");
    if (field.minLength > field.maxLength ||
        (field.minimum && field.maximum && *field.minimum > *field.maximum))
        control.problem("scope", "the limits leave nothing");
}

std::vector<Rule> DefinitionParser::readRules(jsonread::Reader& element) {
    std::vector<Rule> rules;
    if (!element.has("rule")) {
        static_cast<void>(element.raw("rule"));
        return rules;
    }
    auto reader = element.object("rule");
    const auto effect = effectFrom(reader.text("effect"));
    if (!effect)
        reader.problem("effect", "SHOW, HIDE, ENABLE or DISABLE is expected");
    rules.push_back({effect.value_or(Rule::Effect::Show), readCondition(reader.object("condition"), 0)});
    reader.finish();
    return rules;
}

Condition DefinitionParser::readCondition(jsonread::Reader reader, int depth) {
    Condition condition;
    if (reader.has("type")) {
        const auto type = reader.text("type");
        condition.kind = type == "OR" ? Condition::Kind::Or : Condition::Kind::And;
        if ((type != "AND" && type != "OR") || depth >= 3)
            reader.problem("type", "AND or OR is expected, at most three deep");
        else
            for (auto& part : reader.objects("conditions", 10))
                condition.parts.push_back(readCondition(part, depth + 1));
        if (condition.parts.empty())
            reader.problem("conditions", "is empty");
    } else {
        condition.scope = reader.text("scope", 100);
        // Only fields before it: so conditions cannot go in a circle and one pass decides all.
        if (!known(condition.scope))
            reader.problem("scope", "names no field before this one");
        readConditionSchema(reader.object("schema"), condition);
    }
    reader.finish();
    return condition;
}

void DefinitionParser::readConditionSchema(jsonread::Reader schema, Condition& condition) {
    if (schema.has("not")) {
        condition.negated = true;
        auto inner = schema.object("not");
        schema.finish();
        if (inner.has("not"))
            return inner.problem("not", "is there twice");
        return readConditionSchema(inner, condition), void();
    }
    if (schema.has("const"))
        condition.oneOf.push_back(schema.raw("const"));
    else if (const auto& values = schema.raw("enum"); values.is_array() && values.size() <= 100)
        condition.oneOf.assign(values.begin(), values.end());
    if (condition.oneOf.empty())
        schema.problem("", "const or enum is expected");
    for (const auto& value : condition.oneOf)
        if (value.is_structured())
            schema.problem("", "plain values are expected");
    schema.finish();
}

void DefinitionParser::readPrefill(jsonread::Reader prefill) {
    for (auto& field : form_->fields_) {
        const auto& paths = prefill.raw(field.scope);
        if (paths.is_null())
            continue;
        const auto list = paths.is_array() ? paths : nlohmann::json::array({paths});
        for (const auto& path : list) {
            if (!path.is_string() || !pathFits(path.get_ref<const std::string&>(), field.kind))
                prefill.problem(field.scope, "no canonical path, or not for this kind of field");
            else
                field.prefill.push_back(path.get<std::string>());
        }
    }
    prefill.finish();
}

bool DefinitionParser::known(const std::string& scope) const {
    return form_->field(scope) != nullptr;
}

void DefinitionParser::checkAllShown() {
    if (form_->fields_.size() != form_->schema_["properties"].size())
        problems_.add("/ui", "a property of the schema is not shown");
}

void DefinitionParser::checkSamples() {
    // Values of compound kinds have one shape for all renderers; a schema that refuses it could never be
    // filled.
    for (const auto& field : form_->fields_) {
        const auto sample = sampleOf(field.kind);
        if (!sample.is_null() && !conforms(form_->schema_["properties"][field.name], sample))
            problems_.add(field.scope, "the schema refuses the usual shape of this kind");
    }
}

} // namespace vienlogs::forms
