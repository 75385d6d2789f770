// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include <nlohmann/json.hpp>

#include "vienlogs/forms/field.h"

namespace vienlogs::forms {

/// Names of widgets in the layout: "text", "personalCode", …
[[nodiscard]] std::optional<FieldKind> kindFrom(std::string_view widget);
/// The JSON Schema type a kind's value has.
[[nodiscard]] std::string_view schemaTypeOf(FieldKind kind);
/// The kind of a property whose control names no widget.
[[nodiscard]] FieldKind usualKind(const nlohmann::json& propertySchema);
/// Characters or entries allowed when the schema does not say.
[[nodiscard]] std::size_t usualMaxLength(FieldKind kind);
/// A value in the shape every renderer gives; null for kinds whose shape the schema type decides.
[[nodiscard]] nlohmann::json sampleOf(FieldKind kind);
[[nodiscard]] std::optional<Rule::Effect> effectFrom(std::string_view name);
[[nodiscard]] bool hasVisibilityRule(const FieldDefinition& field);

} // namespace vienlogs::forms
