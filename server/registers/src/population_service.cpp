// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "population_service.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "population_json.h"
#include "xroad.h"

namespace vienlogs::registers {

namespace {

using Json = nlohmann::json;

constexpr std::string_view prefix = "/r1/LV/GOV/90000054163/iedzivotaju-registrs/";
constexpr std::size_t mostDeclarations = 10'000, mostPeopleTogether = 20;
constexpr int adultAge = 18;

std::string problem(const char* code, const char* text) {
    return Json{{"kluda", {{"kods", code}, {"teksts", text}}}}.dump();
}

/// X-Road's own service that lists the others.
std::string methods() {
    Json list = Json::array();
    for (const char* code : {"persona", "berni", "dzivesvietas", "majsaimnieciba", "deklarejumi"})
        list.push_back({{"object_type", "SERVICE"},
                        {"xroad_instance", "LV"},
                        {"member_class", "GOV"},
                        {"member_code", "90000054163"},
                        {"subsystem_code", "iedzivotaju-registrs"},
                        {"service_code", code}});
    return Json{{"service", list}}.dump();
}

} // namespace

bool PopulationService::serves(std::string_view path) const {
    return path.starts_with(prefix);
}

HttpAnswer PopulationService::answer(const HttpCall& request, base::Timestamp asOf) {
    if (!xroad::hasClient(request))
        return xroad::error(400, "Client.BadRequest", "X-Road-Client is missing or malformed", request);
    const auto service = request.path.substr(prefix.size());
    if (request.method == "GET" && service == "listMethods")
        return xroad::finish({200, "application/json", methods()}, request);
    if (request.method != "POST")
        return xroad::finish(
            {405, "application/json", problem("METODE", "Atļauta tikai POST metode"), {{"Allow", "POST"}}},
            request);
    const auto json = Json::parse(request.body, nullptr, false);
    if (!json.is_object())
        return xroad::finish(
            {400, "application/json", problem("PIEPRASIJUMS", "Pieprasījums nav JSON objekts")}, request);
    auto reply = call(service, json, request, dayOf(asOf));
    if (reply.status == 0)
        return xroad::error(404, "Server.ServerProxy.UnknownService", "Unknown service", request);
    if (reply.status == 200) { // every answer tells how old its data are
        auto body = Json::parse(reply.body);
        body["datiUz"] = base::toRfc3339(asOf);
        reply.body = body.dump();
    }
    return xroad::finish({reply.status, "application/json", reply.body}, request);
}

HttpAnswer PopulationService::closed(const HttpCall& call, base::Timestamp until) {
    return xroad::error(503, "Server.ServerProxy.ServiceDisabled",
                        "Service is disabled: closed by its owner until " + base::toRfc3339(until), call);
}

HttpAnswer PopulationService::broken(const HttpCall& call) {
    return xroad::error(500, "Server.ServerProxy.ServiceFailed", "Service provider failed", call);
}

PopulationService::Reply PopulationService::call(const std::string& service, const Json& request,
                                                 const HttpCall& call, Date day) {
    if (service == "persona")
        return person(request, day);
    if (service == "berni")
        return children(request, day);
    if (service == "dzivesvietas")
        return residences(request, day);
    if (service == "majsaimnieciba")
        return household(request, day);
    if (service == "deklarejumi")
        return declare(request, call.header("X-Road-Id"), dayOf(clock_.now()));
    return {0, {}};
}

const Person* PopulationService::personOf(const Json& request, Date day) const {
    const auto identifier = population::identifierFrom(request.value("identifikators", Json()));
    const auto* person = identifier ? world_.person(*identifier) : nullptr;
    return person && person->birthDate <= day ? person : nullptr;
}

namespace {

std::string nobody() {
    return problem("NAV_ATRASTS", "Tādas personas reģistrā nav");
}

} // namespace

PopulationService::Reply PopulationService::person(const Json& request, Date day) const {
    const auto* found = personOf(request, day);
    if (!found)
        return {404, nobody()};
    return {200, Json{{"persona", population::full(world_, *found, day)}}.dump()};
}

PopulationService::Reply PopulationService::children(const Json& request, Date day) const {
    const auto* found = personOf(request, day);
    if (!found)
        return {404, nobody()};
    return {200, Json{{"berni", population::children(world_, *found, day)}}.dump()};
}

PopulationService::Reply PopulationService::residences(const Json& request, Date day) const {
    const auto* found = personOf(request, day);
    if (!found)
        return {404, nobody()};
    Json history = Json::array();
    for (const auto& residence : found->residences)
        if (residence.since <= day)
            history.push_back(population::toJson(world_, residence, day));
    return {200, Json{{"dzivesvietas", history}}.dump()};
}

PopulationService::Reply PopulationService::household(const Json& request, Date day) const {
    const auto code = request.value("adresesKods", Json());
    const auto address = code.is_string() ? world_.addressIndex(code.get<std::string>()) : std::nullopt;
    if (!address)
        return {404, problem("NAV_ATRASTS", "Tādas adreses nav")};
    Json members = Json::array();
    for (const auto index : world_.household(*address, day))
        members.push_back(population::brief(world_.people[index]));
    return {200, Json{{"personas", members}}.dump()};
}

bool PopulationService::mayDeclareFor(Index declarer, Index person, Date day) const {
    const auto& other = world_.people[person];
    const bool ownChild =
        (other.mother == declarer || other.father == declarer) && ageOn(other.birthDate, day) < adultAge;
    return other.aliveOn(day) && (person == declarer || ownChild || other.guardian == declarer);
}

PopulationService::Reply PopulationService::declare(const Json& request, const std::string& messageId,
                                                    Date day) {
    if (messageId.empty())
        return {400, problem("NAV_ID", "Deklarējumam vajag X-Road-Id")};
    const auto again = declarations_.find(messageId);
    if (again != declarations_.end() && again->second.first == request.dump())
        return again->second.second;
    if (again != declarations_.end())
        return {409, problem("ATKARTOTS_ID", "Ar šo numuru ir cits pieprasījums")};
    const auto reply = declareOnce(request, day);
    if (declarations_.size() < mostDeclarations)
        declarations_.emplace(messageId, std::pair(request.dump(), reply));
    return reply;
}

PopulationService::Reply PopulationService::declareOnce(const Json& request, Date day) {
    Declaration declaration;
    const auto refusal = check(request, day, declaration);
    if (refusal.status != 200)
        return refusal;
    for (const auto index : declaration.people)
        world_.declareResidence(index, declaration.address,
                                std::max(declaration.since, world_.people[index].birthDate));
    return {200, Json{{"deklarejumaNumurs", "D-" + std::to_string(++lastNumber_)},
                      {"personuSkaits", declaration.people.size()},
                      {"adresesKods", world_.addresses[declaration.address].code}}
                     .dump()};
}

PopulationService::Reply PopulationService::check(const Json& request, Date day,
                                                  Declaration& declaration) const {
    const auto* declarer = personOf(request.value("deklaretajs", Json::object()), day);
    if (!declarer || !declarer->aliveOn(day))
        return {404, nobody()};
    const auto code = request.value("adresesKods", Json());
    const auto address = code.is_string() ? world_.addressIndex(code.get<std::string>()) : std::nullopt;
    if (!address || !world_.addresses[*address].dwelling)
        return {422, problem("ADRESE", "Tajā adresē nevar deklarēt dzīvesvietu")};
    const auto since = request.value("noDatuma", Json());
    const auto date = since.is_string() ? base::dateFromIso(since.get<std::string>()) : std::nullopt;
    if (!date || *date > day || ageOn(*date, day) >= 1)
        return {422, problem("DATUMS", "Datumam jābūt pēdējā gada laikā, ne nākotnē")};
    declaration = {
        *address, *date,
        peopleOf(request.value("personas", Json()), *world_.personIndex(declarer->identifier), day)};
    if (declaration.people.empty())
        return {422, problem("PERSONAS", "Deklarētājs nevar rīkoties visu personu vārdā")};
    return {200, {}};
}

/// Empty when the list is, or when the declarer may not act for one of them.
std::vector<Index> PopulationService::peopleOf(const Json& list, Index declarer, Date day) const {
    std::vector<Index> people;
    if (!list.is_array() || list.size() > mostPeopleTogether)
        return people;
    for (const auto& item : list) {
        const auto identifier = population::identifierFrom(item);
        const auto index = identifier ? world_.personIndex(*identifier) : std::nullopt;
        if (!index || !mayDeclareFor(declarer, *index, day))
            return {};
        people.push_back(*index);
    }
    return people;
}

} // namespace vienlogs::registers
