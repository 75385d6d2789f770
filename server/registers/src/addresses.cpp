// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "addresses.h"

#include <algorithm>

namespace vienlogs::registers {

namespace {

constexpr int firstBuildingCode = 102'000'017, firstFlatCode = 114'000'011, codeStep = 13;

std::string nameOf(const Place& place, const std::string& street, const std::string& house,
                   const std::string& flat) {
    return place.name + "|" + place.municipality + "|" + street + "|" + house + "|" + flat;
}

std::string textOf(const Place& place, const Address& address) {
    auto text = address.street.empty() ? "\"" + address.house + "\"" : address.street + " " + address.house;
    if (!address.flat.empty())
        text += " - " + address.flat;
    text += ", " + place.name;
    if (!place.municipality.empty())
        text += ", " + place.municipality + " nov.";
    return text + ", " + address.postcode;
}

/// A street keeps its postcode, whichever house is asked for.
const std::string& postcodeOf(const Place& place, const std::string& street) {
    std::size_t sum = 0;
    for (const char c : street)
        sum += static_cast<unsigned char>(c);
    return place.postcodes[sum % place.postcodes.size()];
}

const Place& pickByWeight(const std::vector<Place>& places, Random& random) {
    int total = 0;
    for (const auto& place : places)
        total += place.weight;
    int left = random.between(1, total);
    for (const auto& place : places)
        if ((left -= place.weight) <= 0)
            return place;
    return places.back();
}

} // namespace

const Place* AddressBook::place(const std::string& name) const {
    const auto found = std::find_if(places_.places.begin(), places_.places.end(),
                                    [&](const Place& place) { return place.name == name; });
    return found == places_.places.end() ? nullptr : &*found;
}

bool AddressBook::has(const Place& place, const std::string& street, const std::string& house) const {
    return byName_.contains(nameOf(place, street, house, ""));
}

Index AddressBook::entry(const Place& place, const std::string& street, const std::string& house,
                         const std::string& flat) {
    if (!flat.empty())
        world_.addresses[entry(place, street, house, "")].dwelling = false;
    const auto [found, isNew] = byName_.emplace(nameOf(place, street, house, flat), world_.addresses.size());
    if (!isNew)
        return found->second;
    const int code =
        flat.empty() ? firstBuildingCode + codeStep * buildings_++ : firstFlatCode + codeStep * flats_++;
    Address address{std::to_string(code),      street, house, flat, place.name, {},
                    postcodeOf(place, street), {},     true};
    address.municipality = place.municipality.empty() ? place.name : place.municipality + " novads";
    address.text = textOf(place, address);
    world_.addresses.push_back(std::move(address));
    return found->second;
}

void AddressBook::addBuilding(const Place& place, Random& random) {
    const bool farm = place.kind == PlaceKind::Parish;
    const auto street = farm ? std::string() : random.pick(places_.streets);
    const auto house = farm ? random.pick(places_.farms) : std::to_string(random.between(1, 140));
    if (has(place, street, house))
        return;
    if (farm || !random.percent(place.kind == PlaceKind::City ? 60 : 30)) {
        entry(place, street, house, "");
        return;
    }
    const int flats = random.between(4, 24);
    for (int flat = 1; flat <= flats; ++flat)
        entry(place, street, house, std::to_string(flat));
}

void AddressBook::fill(std::size_t count, Random& random) {
    while (world_.addresses.size() < count)
        addBuilding(pickByWeight(places_.places, random), random);
}

Index AddressBook::freeDwelling(Random& random) {
    while (true) {
        const auto index = random.below(world_.addresses.size());
        if (world_.addresses[index].dwelling && occupied_.insert(index).second)
            return index;
    }
}

} // namespace vienlogs::registers
