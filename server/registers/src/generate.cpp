// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/registers/generate.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "addresses.h"
#include "companies.h"
#include "data_files.h"
#include "families.h"
#include "fixed_people.h"
#include "identifiers.h"
#include "vienlogs/base/failures_base.h"

namespace vienlogs::registers {

namespace {

using Json = nlohmann::json;

Json described(const World& world, const Person& person) {
    Json homes = Json::array();
    for (const auto& home : person.residences)
        homes.push_back({world.addresses[home.address].code, base::toIso(home.since),
                         home.until ? base::toIso(*home.until) : ""});
    return {{"identifier", person.identifier.toString()},
            {"name", person.givenName + " " + person.familyName},
            {"born", base::toIso(person.birthDate)},
            {"died", person.deathDate ? base::toIso(*person.deathDate) : ""},
            {"citizenship", person.citizenship},
            {"children", person.children},
            {"spouse", person.spouse ? Json(*person.spouse) : Json()},
            {"homes", homes}};
}

Json described(const Company& company) {
    Json officers = Json::array();
    for (const auto& officer : company.officers)
        officers.push_back(
            {officer.person, officer.right == Right::Sole ? "sole" : "joint", base::toIso(officer.since)});
    return {{"identifier", company.identifier.toString()},
            {"name", company.name},
            {"form", company.form},
            {"status", company.status},
            {"officers", officers}};
}

} // namespace

base::Result<World> generate(const WorldOptions& options) {
    if (options.people < 1 || options.people > 200'000)
        return base::fail(base::codes::invalidArgument, "number of people");
    const auto places = readPlaces();
    const auto names = readNames();
    // Each part has its own stream of choices: more addresses do not change who the people are.
    Random addressChoices(options.seed * 4 + 1), peopleChoices(options.seed * 4 + 2),
        companyChoices(options.seed * 4 + 3);
    World world;
    AddressBook addresses(world, places);
    IdentifierMaker identifiers(peopleChoices);
    const auto fixed = addFixedPeople(
        world, options.fixedPeople.empty() ? fixedPeopleJson : options.fixedPeople, addresses, identifiers);
    if (!fixed)
        return base::fail(fixed.error());
    const auto firstInvented = world.people.size();
    addresses.fill(std::max<std::size_t>(3000, options.people * 3 / 2), addressChoices);
    FamilyMaker(world, addresses, identifiers, names, peopleChoices)
        .fill(std::max(options.people, firstInvented + 60));
    addCompanies(world, std::max<std::size_t>(420, options.people / 6), firstInvented, names, identifiers,
                 companyChoices);
    world.reindex();
    return world;
}

std::string describe(const World& world) {
    std::string lines;
    for (const auto& address : world.addresses)
        lines.append(address.code).append(" ").append(address.text).append("\n");
    for (const auto& person : world.people)
        lines.append(described(world, person).dump()).append("\n");
    for (const auto& company : world.companies)
        lines.append(described(company).dump()).append("\n");
    return lines;
}

} // namespace vienlogs::registers
