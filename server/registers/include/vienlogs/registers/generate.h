// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>

#include "vienlogs/base/result.h"
#include "vienlogs/registers/world.h"

namespace vienlogs::registers {

/// How large a country to invent. The same options always give the same one.
struct WorldOptions {
    std::uint64_t seed = 1;
    std::size_t people = 2400;    ///< At least so many, 1 to 200 000.
    std::string fixedPeople = {}; ///< JSON text shaped as data/fixed_people.json; empty for that file itself.
};

/// Invents addresses, families, companies, and adds the people of the file, whom nothing invented touches.
/// VL-BASE-0002 when the file is not shaped so.
[[nodiscard]] base::Result<World> generate(const WorldOptions& options);

/// The world as JSON lines, for comparison and for looking at it.
[[nodiscard]] std::string describe(const World& world);

} // namespace vienlogs::registers
