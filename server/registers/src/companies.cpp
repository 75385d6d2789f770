// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "companies.h"

#include <algorithm>
#include <set>

#include "families.h"

namespace vienlogs::registers {

using namespace std::chrono;

namespace {

bool mayBeOfficer(const Person& person, Date day) {
    return person.aliveOn(day) && !person.guardian && ageOn(person.birthDate, day) >= 20 &&
           ageOn(person.birthDate, day) < 75;
}

Index officer(const World& world, Index firstPerson, const std::vector<Officer>& chosen, Random& random) {
    while (true) {
        const auto index = firstPerson + random.below(world.people.size() - firstPerson);
        const bool again =
            std::any_of(chosen.begin(), chosen.end(), [&](const auto& o) { return o.person == index; });
        if (!again && mayBeOfficer(world.people[index], world.asOf))
            return index;
    }
}

Date dayBetween(Date from, Date to, Random& random) {
    const auto span = (sys_days(to) - sys_days(from)).count();
    return span <= 0 ? to : Date(sys_days(from) + days(random.between(0, static_cast<int>(span))));
}

/// One alone, two only together, or a chairman alone beside two who need each other.
std::vector<Officer> officers(const World& world, Index firstPerson, Random& random) {
    const int chance = random.between(1, 100);
    const int count = chance <= 68 ? 1 : chance <= 88 ? 2 : 3;
    std::vector<Officer> chosen;
    for (int i = 0; i < count; ++i)
        chosen.push_back({officer(world, firstPerson, chosen, random), Right::Joint, {}});
    if (count != 2)
        chosen.front().right = Right::Sole;
    return chosen;
}

std::string prefixOf(const std::string& form, Random& random) {
    if (form == "AS")
        return "40003";
    if (form == "IK")
        return "40002";
    return form == "biedrība" ? "40008"
                              : random.pick(std::vector<std::string>{"40203", "40103", "44103", "50203"});
}

std::string form(Random& random) {
    const int chance = random.between(1, 100);
    return chance <= 78 ? "SIA" : chance <= 85 ? "AS" : chance <= 92 ? "IK" : "biedrība";
}

std::string newName(const Names& names, std::set<std::string>& used, Random& random) {
    const auto name = random.pick(names.companyWords) + " " + random.pick(names.companyNouns);
    for (int i = 1;; ++i) {
        const auto candidate = i == 1 ? name : name + " " + std::to_string(i);
        if (used.insert(candidate).second)
            return candidate;
    }
}

} // namespace

void addCompanies(World& world, std::size_t count, Index firstPerson, const Names& names,
                  IdentifierMaker& identifiers, Random& random) {
    std::set<std::string> used;
    for (const auto& company : world.companies)
        used.insert(company.name);
    for (std::size_t i = 0; i < count; ++i) {
        const auto chosenForm = form(random);
        Company company{identifiers.enterprise(prefixOf(chosenForm, random)),
                        newName(names, used, random),
                        chosenForm,
                        {}};
        const int chance = random.between(1, 100);
        company.status = chance <= 90 ? "registered" : chance <= 95 ? "liquidation" : "removed";
        company.address = random.below(world.addresses.size());
        company.officers = officers(world, firstPerson, random);
        Date earliest{year(1992), month(1), day(2)};
        for (const auto& officer : company.officers)
            earliest = std::max(earliest, plusYears(world.people[officer.person].birthDate, 18));
        company.since = dayBetween(earliest, world.asOf, random);
        for (auto& officer : company.officers)
            officer.since = dayBetween(company.since, world.asOf, random);
        world.companies.push_back(std::move(company));
    }
}

} // namespace vienlogs::registers
