// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "data_files.h"
#include "random.h"
#include "vienlogs/registers/world.h"

namespace vienlogs::registers {

/// Writes the address register: every building and flat once, with a code, and knows which dwellings are
/// free.
class AddressBook {
public:
    AddressBook(World& world, const Places& places) : world_(world), places_(places) {}
    [[nodiscard]] const Place* place(const std::string& name) const;
    /// The entry, made if it is missing; a flat brings its building with it. Empty street: a farmstead.
    Index entry(const Place& place, const std::string& street, const std::string& house,
                const std::string& flat);
    /// Invents entries until there are that many.
    void fill(std::size_t count, Random& random);
    /// A dwelling nobody was given yet.
    [[nodiscard]] Index freeDwelling(Random& random);
    /// Marks a dwelling as lived in.
    void occupy(Index address) { occupied_.insert(address); }

private:
    [[nodiscard]] bool has(const Place& place, const std::string& street, const std::string& house) const;
    void addBuilding(const Place& place, Random& random);

    World& world_;
    const Places& places_;
    std::unordered_map<std::string, Index> byName_;
    std::unordered_set<Index> occupied_;
    int buildings_ = 0, flats_ = 0;
};

} // namespace vienlogs::registers
