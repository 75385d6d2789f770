// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/registers/world.h"

namespace vienlogs::registers {

const Residence* Person::residenceOn(Date day) const {
    for (auto it = residences.rbegin(); it != residences.rend(); ++it)
        if (it->since <= day && (!it->until || *it->until > day))
            return &*it;
    return nullptr;
}

void World::reindex() {
    peopleByIdentifier_.clear();
    companiesByIdentifier_.clear();
    addressesByCode_.clear();
    for (Index i = 0; i < people.size(); ++i)
        peopleByIdentifier_.emplace(people[i].identifier.toString(), i);
    for (Index i = 0; i < companies.size(); ++i)
        companiesByIdentifier_.emplace(companies[i].identifier.toString(), i);
    for (Index i = 0; i < addresses.size(); ++i)
        addressesByCode_.emplace(addresses[i].code, i);
}

std::optional<Index> World::personIndex(const base::Identifier& identifier) const {
    const auto found = peopleByIdentifier_.find(identifier.toString());
    return found == peopleByIdentifier_.end() ? std::nullopt : std::optional(found->second);
}

const Person* World::person(const base::Identifier& identifier) const {
    const auto index = personIndex(identifier);
    return index ? &people[*index] : nullptr;
}

const Company* World::company(const base::Identifier& identifier) const {
    const auto found = companiesByIdentifier_.find(identifier.toString());
    return found == companiesByIdentifier_.end() ? nullptr : &companies[found->second];
}

std::optional<Index> World::addressIndex(std::string_view code) const {
    const auto found = addressesByCode_.find(std::string(code));
    return found == addressesByCode_.end() ? std::nullopt : std::optional(found->second);
}

std::vector<Index> World::household(Index address, Date day) const {
    std::vector<Index> members;
    for (Index i = 0; i < people.size(); ++i) {
        const auto* residence = people[i].aliveOn(day) ? people[i].residenceOn(day) : nullptr;
        if (residence && residence->address == address)
            members.push_back(i);
    }
    return members;
}

void World::declareResidence(Index person, Index address, Date since) {
    auto& residences = people[person].residences;
    while (!residences.empty() && residences.back().since >= since)
        residences.pop_back(); // declared again for the same or an earlier day: the later word holds
    if (!residences.empty() && (!residences.back().until || *residences.back().until > since))
        residences.back().until = since;
    residences.push_back({address, since, std::nullopt});
}

int ageOn(Date birth, Date day) {
    const int years = static_cast<int>(day.year()) - static_cast<int>(birth.year());
    const bool before =
        day.month() < birth.month() || (day.month() == birth.month() && day.day() < birth.day());
    return years - (before ? 1 : 0);
}

} // namespace vienlogs::registers
