// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "fixed_people.h"

#include <map>
#include <stdexcept>

#include <nlohmann/json.hpp>

#include "vienlogs/base/failures_base.h"

namespace vienlogs::registers {

namespace {

using Json = nlohmann::json;

/// Reads the file; throws std::exception on anything out of shape, which addFixedPeople() turns into a
/// Failure.
class FixedPeopleReader {
public:
    FixedPeopleReader(World& world, AddressBook& addresses, IdentifierMaker& identifiers)
        : world_(world), addresses_(addresses), identifiers_(identifiers) {}

    void read(const Json& file) {
        world_.asOf = date(file.at("asOf"));
        for (const auto& item : file.at("people"))
            addPerson(item);
        for (const auto& item : file.at("people"))
            tie(item);
        for (const auto& item : file.value("companies", Json::array()))
            addCompany(item);
    }

private:
    static Date date(const Json& value) {
        const auto day = base::dateFromIso(value.get<std::string>());
        if (!day)
            throw std::runtime_error("a date");
        return *day;
    }

    template<typename T>
    static T oneOf(const Json& value, const std::map<std::string, T>& choices) {
        return choices.at(value.get<std::string>());
    }

    Index address(const Json& item) {
        const auto* place = addresses_.place(item.at("place"));
        if (!place)
            throw std::runtime_error("a place");
        return addresses_.entry(*place, item.value("street", ""), item.at("house"), item.value("flat", ""));
    }

    base::Identifier identifier(base::Result<base::Identifier> parsed) {
        if (!parsed)
            throw std::runtime_error("an identifier");
        identifiers_.take(*parsed);
        return *parsed;
    }

    void addPerson(const Json& item) {
        Person person{identifier(base::Identifier::parse(item.at("identifier").get<std::string>())),
                      item.at("givenName"), item.at("familyName"), item.value("birthFamilyName", "")};
        person.sex = oneOf<Sex>(item.at("sex"), {{"female", Sex::Female}, {"male", Sex::Male}});
        person.birthDate = date(item.at("birthDate"));
        if (item.contains("deathDate"))
            person.deathDate = date(item.at("deathDate"));
        person.status = oneOf<Status>(item.at("status"), {{"citizen", Status::Citizen},
                                                          {"nonCitizen", Status::NonCitizen},
                                                          {"foreigner", Status::Foreigner}});
        person.citizenship = item.value("citizenship", "");
        person.phone = item.value("phone", "");
        person.email = item.value("email", "");
        for (const auto& home : item.at("residences"))
            addResidence(person, home);
        byKey_[item.at("key")] = world_.people.size();
        world_.people.push_back(std::move(person));
    }

    void addResidence(Person& person, const Json& item) {
        Residence home{address(item.at("address")), date(item.at("since")), std::nullopt};
        if (item.contains("until"))
            home.until = date(item.at("until"));
        if (!person.residences.empty())
            person.residences.back().until = home.since;
        addresses_.occupy(home.address);
        person.residences.push_back(home);
    }

    void tie(const Json& item) {
        const auto self = byKey_.at(item.at("key"));
        const auto other = [&](const char* name) {
            return item.contains(name) ? std::optional(byKey_.at(item.at(name))) : std::nullopt;
        };
        auto& person = world_.people[self];
        person.mother = other("mother");
        person.father = other("father");
        person.spouse = other("spouse");
        person.guardian = other("guardian");
        for (const auto parent : {person.mother, person.father})
            if (parent)
                world_.people[*parent].children.push_back(self);
    }

    void addCompany(const Json& item) {
        Company company{identifier(base::Identifier::latvianEnterprise(item.at("number").get<std::string>())),
                        item.at("name"),
                        item.at("form"),
                        item.at("status"),
                        address(item.at("address")),
                        date(item.at("since"))};
        for (const auto& officer : item.at("officers"))
            company.officers.push_back(
                {byKey_.at(officer.at("person")),
                 oneOf<Right>(officer.at("right"), {{"sole", Right::Sole}, {"joint", Right::Joint}}),
                 date(officer.at("since"))});
        world_.companies.push_back(std::move(company));
    }

    World& world_;
    AddressBook& addresses_;
    IdentifierMaker& identifiers_;
    std::map<std::string, Index> byKey_;
};

} // namespace

base::Result<void> addFixedPeople(World& world, const std::string& json, AddressBook& addresses,
                                  IdentifierMaker& identifiers) {
    try {
        FixedPeopleReader(world, addresses, identifiers).read(Json::parse(json));
    } catch (const std::exception& error) {
        return base::fail(base::codes::invalidArgument, std::string("people file: ") + error.what());
    }
    return {};
}

} // namespace vienlogs::registers
