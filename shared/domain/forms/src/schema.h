// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include <nlohmann/json.hpp>

namespace vienlogs::forms {

/// What is wrong with a property's schema, seen against the subset we allow (README.md); empty when nothing
/// is. The subset has no references and only patterns that cannot run away.
[[nodiscard]] std::string problemOfSchema(const nlohmann::json& schema, int depth = 0);

/// True when a value is valid against a schema of the subset; valijson is the judge.
[[nodiscard]] bool conforms(const nlohmann::json& schema, const nlohmann::json& value);

/// True when a whole text matches a pattern of the subset.
[[nodiscard]] bool matches(const std::string& pattern, const std::string& text);

} // namespace vienlogs::forms
