// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "population_json.h"

#include <algorithm>

namespace vienlogs::registers::population {

namespace {

using Json = nlohmann::json;

const char* nameOf(Status status) {
    switch (status) {
    case Status::NonCitizen:
        return "NEPILSONIS";
    case Status::Foreigner:
        return "ARVALSTNIEKS";
    case Status::Citizen:
        break;
    }
    return "PILSONIS";
}

void putIfAny(Json& json, const char* name, const std::string& text) {
    if (!text.empty())
        json[name] = text;
}

} // namespace

Json toJson(const base::Identifier& identifier) {
    return {{"veids", identifier.toString().substr(0, 3)},
            {"valsts", identifier.country()},
            {"vertiba", identifier.value()}};
}

std::optional<base::Identifier> identifierFrom(const Json& json) {
    std::string text;
    for (const char* name : {"veids", "valsts", "vertiba"}) {
        const auto found = json.is_object() ? json.find(name) : json.end();
        if (found == json.end() || !found->is_string())
            return std::nullopt;
        text += (std::string_view(name) == "vertiba" ? "-" : "") + found->get<std::string>();
    }
    const auto parsed = base::Identifier::parse(text);
    return parsed ? std::optional(*parsed) : std::nullopt;
}

Json brief(const Person& person) {
    return {{"identifikators", toJson(person.identifier)},
            {"vards", person.givenName},
            {"uzvards", person.familyName},
            {"dzimsanasDatums", base::toIso(person.birthDate)}};
}

Json toJson(const World& world, const Residence& residence, Date day) {
    const auto& address = world.addresses[residence.address];
    Json json{
        {"adresesKods", address.code}, {"adrese", address.text}, {"noDatuma", base::toIso(residence.since)}};
    if (residence.until && *residence.until <= day)
        json["lidzDatumam"] = base::toIso(*residence.until);
    return json;
}

Json children(const World& world, const Person& person, Date day) {
    std::vector<const Person*> born;
    for (const auto index : person.children)
        if (world.people[index].birthDate <= day)
            born.push_back(&world.people[index]);
    std::sort(born.begin(), born.end(),
              [](const auto* a, const auto* b) { return a->birthDate < b->birthDate; });
    Json list = Json::array();
    for (const auto* child : born)
        list.push_back(brief(*child));
    return list;
}

Json full(const World& world, const Person& person, Date day) {
    auto json = brief(person);
    json["dzimums"] = person.sex == Sex::Male ? "V" : "S";
    json["statuss"] = nameOf(person.status);
    putIfAny(json, "valstiskaPiederiba", person.citizenship);
    putIfAny(json, "dzimtaisUzvards", person.birthFamilyName);
    json["miris"] = !person.aliveOn(day);
    if (!person.aliveOn(day))
        json["mirsanasDatums"] = base::toIso(*person.deathDate);
    if (const auto* residence = person.residenceOn(day))
        json["deklaretaDzivesvieta"] = toJson(world, *residence, day);
    json["berni"] = children(world, person, day);
    if (person.spouse && world.people[*person.spouse].aliveOn(day))
        json["laulatais"] = brief(world.people[*person.spouse]);
    json["aizgadniba"] = person.guardian.has_value();
    if (person.guardian)
        json["aizgadnis"] = brief(world.people[*person.guardian]);
    putIfAny(json, "talrunis", person.phone);
    putIfAny(json, "epasts", person.email);
    return json;
}

} // namespace vienlogs::registers::population
