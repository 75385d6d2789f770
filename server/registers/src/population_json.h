// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>

#include <nlohmann/json.hpp>

#include "vienlogs/registers/world.h"

/// How the population register writes people.
namespace vienlogs::registers::population {

/// {"veids":"PNO","valsts":"LV","vertiba":"010181-15098"}
[[nodiscard]] nlohmann::json toJson(const base::Identifier& identifier);
[[nodiscard]] std::optional<base::Identifier> identifierFrom(const nlohmann::json& json);
/// Identifier, names and birth date only.
[[nodiscard]] nlohmann::json brief(const Person& person);
/// All that is recorded, as it was on a day.
[[nodiscard]] nlohmann::json full(const World& world, const Person& person, Date day);
[[nodiscard]] nlohmann::json toJson(const World& world, const Residence& residence, Date day);
/// The children born by a day, eldest first.
[[nodiscard]] nlohmann::json children(const World& world, const Person& person, Date day);

} // namespace vienlogs::registers::population
