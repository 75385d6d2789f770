// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "families.h"

#include <algorithm>

namespace vienlogs::registers {

using namespace std::chrono;

namespace {

constexpr Date newCodesSince{year(2017), month(7), day(1)};
constexpr Date independence{year(1991), month(8), day(21)};

Date plusDays(Date day, int count) {
    return Date(sys_days(day) + days(count));
}

} // namespace

Date plusYears(Date day, int count) {
    const Date later = day + years(count);
    return later.ok() ? later : Date(later.year() / later.month() / last);
}

Date FamilyMaker::dayBetween(Date from, Date to) {
    const auto span = (sys_days(to) - sys_days(from)).count();
    return span <= 0 ? from : plusDays(from, random_.between(0, static_cast<int>(span)));
}

const NameGroup& FamilyMaker::group() {
    int left = random_.between(1, 100);
    for (const auto& group : names_.groups)
        if ((left -= group.weight) <= 0)
            return group;
    return names_.groups.back();
}

FamilyMaker::FamilyName FamilyMaker::familyName() {
    const auto& chosen = group();
    return {&chosen, random_.below(chosen.family.size())};
}

void FamilyMaker::fill(std::size_t people) {
    const auto foreigners = people / 60;
    for (std::size_t i = 0; i < foreigners; ++i)
        foreigner();
    while (world_.people.size() < people)
        root();
}

void FamilyMaker::root() {
    const auto birth = dayBetween(plusYears(world_.asOf, -91), plusYears(world_.asOf, -30));
    const auto woman = add(familyName(), Sex::Female, birth);
    const auto since = dayBetween(plusYears(birth, 20), plusYears(birth, 23));
    std::optional<Member> man;
    if (random_.percent(80)) {
        man = add(woman.family, Sex::Male, dayBetween(plusYears(birth, -8), plusYears(birth, 1)));
        if (random_.percent(85)) { // she took his name
            const auto& maiden = woman.family.group->family;
            world_.people[woman.person].birthFamilyName = maiden[random_.below(maiden.size())].second;
        }
    }
    found(woman, man, since);
}

void FamilyMaker::foreigner() {
    const auto& names = random_.pick(names_.foreign);
    const auto sex = random_.percent(50) ? Sex::Male : Sex::Female;
    const auto birth = dayBetween(plusYears(world_.asOf, -55), plusYears(world_.asOf, -20));
    Person person{identifiers_.passport(names.country),
                  random_.pick(sex == Sex::Male ? names.male : names.female),
                  random_.pick(names.family),
                  {},
                  sex,
                  birth};
    person.status = Status::Foreigner;
    person.citizenship = names.country;
    setContacts(person);
    person.residences.push_back({addresses_.freeDwelling(random_),
                                 dayBetween(plusYears(world_.asOf, -8), plusDays(world_.asOf, -30)),
                                 std::nullopt});
    world_.people.push_back(std::move(person));
}

FamilyMaker::Member FamilyMaker::add(FamilyName family, Sex sex, Date birth) {
    const auto& group = *family.group;
    const auto& both = group.family[family.at];
    const bool newForm = birth >= newCodesSince || random_.percent(4);
    Person person{identifiers_.personalCode(birth, newForm),
                  random_.pick(sex == Sex::Male ? group.male : group.female),
                  sex == Sex::Male ? both.first : both.second,
                  {},
                  sex,
                  birth};
    setStatus(person, group);
    setContacts(person);
    world_.people.push_back(std::move(person));
    return {world_.people.size() - 1, family};
}

void FamilyMaker::setStatus(Person& person, const NameGroup& group) {
    const bool latvian = group.name == "latvian";
    const bool old = person.birthDate < independence;
    const int chance = random_.between(1, 100);
    person.status = Status::Citizen;
    person.citizenship = "LV";
    if (!latvian && old && chance <= 30) {
        person.status = Status::NonCitizen;
        person.citizenship.clear();
    } else if (!latvian && chance > 93) {
        person.status = Status::Foreigner;
        person.citizenship =
            group.name == "russian" ? "RU" : random_.pick(std::vector<std::string>{"LT", "PL", "UA"});
    }
}

void FamilyMaker::setContacts(Person& person) {
    if (ageOn(person.birthDate, world_.asOf) < 18 || !random_.percent(45))
        return;
    const auto number = std::to_string(2000000 + random_.below(7000000));
    person.phone = "+371 2" + number;
    if (random_.percent(60))
        person.email = "iedzivotajs" + number + "@example.lv";
}

FamilyMaker::Homes FamilyMaker::homesSince(Date since) {
    Homes homes{{addresses_.freeDwelling(random_), since, std::nullopt}};
    const auto earliest = plusYears(since, 2), latest = plusYears(world_.asOf, -1);
    if (earliest < latest && random_.percent(40)) {
        const auto moved = dayBetween(earliest, latest);
        homes.back().until = moved;
        homes.push_back({addresses_.freeDwelling(random_), moved, std::nullopt});
    }
    return homes;
}

void FamilyMaker::liveIn(Index person, const Homes& homes, Date from, std::optional<Date> until) {
    for (const auto& home : homes) {
        const auto since = std::max(home.since, from);
        const bool ends = home.until || until;
        const auto end = !home.until ? until : until ? std::min(home.until, until) : home.until;
        if (!ends || *end > since)
            world_.people[person].residences.push_back({home.address, since, end});
    }
}

void FamilyMaker::found(Member woman, std::optional<Member> man, Date since) {
    const auto homes = homesSince(since);
    liveIn(woman.person, homes, since, std::nullopt);
    if (man) {
        liveIn(man->person, homes, since, std::nullopt);
        world_.people[woman.person].spouse = man->person;
        world_.people[man->person].spouse = woman.person;
    }
    if (man || random_.percent(35))
        children(woman, man, homes);
    auto notBefore = since;
    for (const auto index : world_.people[woman.person].children)
        notBefore = std::max(notBefore, world_.people[index].birthDate);
    mayDie(woman.person, notBefore);
    if (man)
        mayDie(man->person, notBefore);
}

void FamilyMaker::foundAlone(Member person, Date since) {
    const auto homes = homesSince(since);
    liveIn(person.person, homes, since, std::nullopt);
    mayDie(person.person, since);
}

void FamilyMaker::children(Member mother, std::optional<Member> father, const Homes& homes) {
    const auto mothersBirth = world_.people[mother.person].birthDate;
    const int chance = random_.between(1, 100);
    const int count = chance <= 18 ? 0 : chance <= 46 ? 1 : chance <= 84 ? 2 : 3;
    auto earliest = std::max(plusDays(homes.front().since, 270), plusYears(mothersBirth, 19));
    const auto latest = std::min(plusYears(mothersBirth, 41), plusDays(world_.asOf, -3));
    for (int i = 0; i < count && earliest < latest; ++i) {
        const auto birth = dayBetween(earliest, std::min(latest, plusYears(earliest, 6)));
        child(mother, father, homes, birth);
        earliest = plusDays(birth, 400);
    }
}

void FamilyMaker::child(Member mother, std::optional<Member> father, const Homes& homes, Date birth) {
    const auto born =
        add(father ? father->family : mother.family, random_.percent(51) ? Sex::Male : Sex::Female, birth);
    auto& people = world_.people;
    people[born.person].mother = mother.person;
    people[mother.person].children.push_back(born.person);
    if (father) {
        people[born.person].father = father->person;
        people[father->person].children.push_back(born.person);
    }
    const int age = ageOn(birth, world_.asOf);
    if (age >= 23 && random_.percent(78)) {
        leaveHome(born, homes);
        return;
    }
    liveIn(born.person, homes, birth, std::nullopt);
    if (age >= 18 && age < 40 && random_.percent(4))
        people[born.person].guardian = mother.person;
}

void FamilyMaker::leaveHome(Member person, const Homes& parentsHomes) {
    const auto birth = world_.people[person.person].birthDate;
    const auto since = dayBetween(plusYears(birth, 19), plusYears(birth, 22));
    liveIn(person.person, parentsHomes, birth, since);
    const bool woman = world_.people[person.person].sex == Sex::Female;
    if (!random_.percent(60)) {
        if (woman)
            found(person, std::nullopt, since);
        else
            foundAlone(person, since);
        return;
    }
    const auto spouse = spouseFor(person);
    found(woman ? person : spouse, woman ? spouse : person, since);
}

FamilyMaker::Member FamilyMaker::spouseFor(Member person) {
    const auto own = world_.people[person.person];
    const bool herSide = own.sex == Sex::Female;
    const auto birth = dayBetween(plusYears(own.birthDate, herSide ? -6 : -1), plusYears(own.birthDate, 1));
    auto family = familyName();
    if (random_.percent(80))
        family = {person.family.group, random_.below(person.family.group->family.size())};
    const auto spouse = add(family, herSide ? Sex::Male : Sex::Female, birth);
    auto& woman = world_.people[herSide ? person.person : spouse.person];
    const auto& man = herSide ? spouse : person;
    if (random_.percent(85)) { // she takes his name
        woman.birthFamilyName = woman.familyName;
        woman.familyName = man.family.group->family[man.family.at].second;
    }
    return spouse;
}

void FamilyMaker::mayDie(Index index, Date notBefore) {
    auto& person = world_.people[index];
    const int age = ageOn(person.birthDate, world_.asOf);
    const auto earliest = std::max(plusDays(notBefore, 366), plusYears(person.birthDate, 62));
    if (age < 66 || !random_.percent(std::min(85, (age - 62) * 2)) || earliest >= world_.asOf)
        return;
    person.deathDate = dayBetween(earliest, plusDays(world_.asOf, -5));
    person.guardian.reset();
    for (const auto child : person.children)
        if (world_.people[child].guardian == index)
            world_.people[child].guardian.reset();
    std::erase_if(person.residences, [&](const Residence& home) { return home.since >= *person.deathDate; });
    if (!person.residences.empty() &&
        (!person.residences.back().until || *person.residences.back().until > *person.deathDate))
        person.residences.back().until = person.deathDate;
    person.phone.clear();
    person.email.clear();
}

} // namespace vienlogs::registers
