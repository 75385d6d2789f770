// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "vienlogs/registers/world.h"

namespace vienlogs::registers {

/// Texts of data/*.json, compiled in so that the program needs no folder beside it.
extern const char* const namesJson;
extern const char* const placesJson;
extern const char* const fixedPeopleJson;
extern const char* const enterprisesWsdl; ///< "{address}" stands for where the service is.

/// Given and family names that go together.
struct NameGroup {
    std::string name;
    int weight = 0;
    std::vector<std::string> male, female;
    std::vector<std::pair<std::string, std::string>> family; ///< His and her form.
};

struct ForeignNames {
    std::string country;
    std::vector<std::string> male, female, family;
};

struct Names {
    std::vector<NameGroup> groups;
    std::vector<ForeignNames> foreign;
    std::vector<std::string> companyWords, companyNouns;
};

enum class PlaceKind { City, Town, Parish };

struct Place {
    PlaceKind kind = PlaceKind::Town;
    std::string name;
    std::string municipality; ///< Genitive without "novads"; empty for a state city.
    int weight = 1;
    std::vector<std::string> postcodes;
};

struct Places {
    std::vector<std::string> streets, farms;
    std::vector<Place> places;
};

[[nodiscard]] Names readNames();
[[nodiscard]] Places readPlaces();

} // namespace vienlogs::registers
