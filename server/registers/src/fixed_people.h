// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "addresses.h"
#include "identifiers.h"
#include "vienlogs/base/result.h"
#include "vienlogs/registers/world.h"

namespace vienlogs::registers {

/// Reads a file of people who are in every world (data/fixed_people.json shows the shape) into an empty world
/// and sets the day it describes. VL-BASE-0002 when the file is not shaped so.
[[nodiscard]] base::Result<void> addFixedPeople(World& world, const std::string& json, AddressBook& addresses,
                                                IdentifierMaker& identifiers);

} // namespace vienlogs::registers
