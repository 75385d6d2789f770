// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "data_files.h"

#include <nlohmann/json.hpp>

namespace vienlogs::registers {

namespace {

using Json = nlohmann::json;

std::vector<std::string> strings(const Json& list) {
    return list.get<std::vector<std::string>>();
}

void addPlaces(Places& places, const Json& list, PlaceKind kind) {
    for (const auto& item : list)
        places.places.push_back({kind, item.at("name"), item.value("municipality", ""), item.at("weight"),
                                 strings(item.at("postcodes"))});
}

} // namespace

Names readNames() {
    const auto file = Json::parse(namesJson);
    Names names;
    for (const auto& item : file.at("groups")) {
        NameGroup group{
            item.at("name"), item.at("weight"), strings(item.at("male")), strings(item.at("female")), {}};
        for (const auto& pair : item.at("family"))
            group.family.emplace_back(pair.at(0), pair.at(1));
        names.groups.push_back(std::move(group));
    }
    for (const auto& item : file.at("foreign"))
        names.foreign.push_back({item.at("country"), strings(item.at("male")), strings(item.at("female")),
                                 strings(item.at("family"))});
    names.companyWords = strings(file.at("companyWords"));
    names.companyNouns = strings(file.at("companyNouns"));
    return names;
}

Places readPlaces() {
    const auto file = Json::parse(placesJson);
    Places places{strings(file.at("streets")), strings(file.at("farms")), {}};
    addPlaces(places, file.at("cities"), PlaceKind::City);
    addPlaces(places, file.at("towns"), PlaceKind::Town);
    addPlaces(places, file.at("parishes"), PlaceKind::Parish);
    return places;
}

} // namespace vienlogs::registers
