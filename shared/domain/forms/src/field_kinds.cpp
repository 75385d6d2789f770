// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "field_kinds.h"

#include <algorithm>
#include <array>

namespace vienlogs::forms {
namespace {

struct KindRow {
    FieldKind kind;
    std::string_view widget;
    std::string_view type;
    std::size_t maxLength;
};

constexpr std::array<KindRow, 15> kinds{{
    {FieldKind::Text, "text", "string", 200},
    {FieldKind::LongText, "longText", "string", 4000},
    {FieldKind::Date, "date", "string", 10},
    {FieldKind::Integer, "integer", "integer", 0},
    {FieldKind::Money, "money", "integer", 0},
    {FieldKind::YesNo, "yesNo", "boolean", 0},
    {FieldKind::Choice, "choice", "string", 100},
    {FieldKind::PersonalCode, "personalCode", "string", 20},
    {FieldKind::Phone, "phone", "string", 16},
    {FieldKind::Email, "email", "string", 254},
    {FieldKind::Iban, "iban", "string", 34},
    {FieldKind::Address, "address", "object", 300},
    {FieldKind::Children, "children", "array", 20},
    {FieldKind::Company, "company", "object", 300},
    {FieldKind::Files, "files", "array", 20},
}};

const KindRow& rowOf(FieldKind kind) {
    return *std::find_if(kinds.begin(), kinds.end(), [&](const KindRow& row) { return row.kind == kind; });
}

} // namespace

std::optional<FieldKind> kindFrom(std::string_view widget) {
    for (const auto& row : kinds)
        if (row.widget == widget)
            return row.kind;
    return std::nullopt;
}

std::string_view schemaTypeOf(FieldKind kind) {
    return rowOf(kind).type;
}

FieldKind usualKind(const nlohmann::json& propertySchema) {
    const auto& type = propertySchema["type"].get_ref<const std::string&>();
    if (type == "string" && propertySchema.value("format", "") == "date")
        return FieldKind::Date;
    if (type == "string" && propertySchema.value("format", "") == "email")
        return FieldKind::Email;
    return type == "boolean"   ? FieldKind::YesNo
           : type == "integer" ? FieldKind::Integer
           : type == "array"   ? FieldKind::Files
           : type == "object"  ? FieldKind::Address
                               : FieldKind::Text;
}

std::size_t usualMaxLength(FieldKind kind) {
    return rowOf(kind).maxLength;
}

nlohmann::json sampleOf(FieldKind kind) {
    switch (kind) {
    case FieldKind::Address:
        return {{"text", "Brīvības iela 1, Rīga"}, {"addressCode", "100000000"}};
    case FieldKind::Company:
        return {{"identifier", "40000000000"}, {"name", "SIA Paraugs"}};
    case FieldKind::Children:
        return nlohmann::json::array({{{"identifier", "320000-00000"},
                                       {"givenName", "Anna"},
                                       {"familyName", "Paraudziņa"},
                                       {"birthDate", "2020-01-31"}}});
    case FieldKind::Files:
        return nlohmann::json::array(
            {{{"name", "izziņa.pdf"}, {"sha256", std::string(64, 'a')}, {"mediaType", "application/pdf"}}});
    default:
        return nullptr;
    }
}

std::optional<Rule::Effect> effectFrom(std::string_view name) {
    if (name == "SHOW")
        return Rule::Effect::Show;
    if (name == "HIDE")
        return Rule::Effect::Hide;
    if (name == "ENABLE")
        return Rule::Effect::Enable;
    if (name == "DISABLE")
        return Rule::Effect::Disable;
    return std::nullopt;
}

bool hasVisibilityRule(const FieldDefinition& field) {
    return std::any_of(field.rules.begin(), field.rules.end(), [](const Rule& rule) {
        return rule.effect == Rule::Effect::Show || rule.effect == Rule::Effect::Hide;
    });
}

} // namespace vienlogs::forms
