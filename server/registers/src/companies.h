// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "addresses.h"
#include "data_files.h"
#include "identifiers.h"
#include "random.h"
#include "vienlogs/registers/world.h"

namespace vienlogs::registers {

/// Invents companies whose officers are adults from `firstPerson` on.
void addCompanies(World& world, std::size_t count, Index firstPerson, const Names& names,
                  IdentifierMaker& identifiers, Random& random);

} // namespace vienlogs::registers
