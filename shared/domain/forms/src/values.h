// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "vienlogs/base/result.h"
#include "vienlogs/forms/field.h"

namespace vienlogs::forms {

/// Text as typed → value of the field, without its limits. Trims, and brings numbers of all kinds to one
/// form. Empty text gives null; a wrong one the failure to show.
[[nodiscard]] base::Result<nlohmann::json> valueFromText(const FieldDefinition& field, std::string_view text);

/// What stands in an input line for a value; empty for null and for kinds that are not typed.
[[nodiscard]] std::string inputText(const FieldDefinition& field, const nlohmann::json& value);

/// A value as read by people: dates, sums, labels of options; one line per entry of a list.
[[nodiscard]] std::string shownText(const FieldDefinition& field, const nlohmann::json& value,
                                    const std::vector<Option>& options, base::Language language);

/// What is wrong with a value against the limits of its field; `value` is not null.
[[nodiscard]] std::optional<base::Failure> problemOfValue(const FieldDefinition& field,
                                                          const nlohmann::json& value,
                                                          const std::vector<Option>& options,
                                                          std::chrono::year_month_day today);

/// A member of an object as text; empty when it is missing or something else.
[[nodiscard]] std::string textMember(const nlohmann::json& object, std::string_view key);

} // namespace vienlogs::forms
