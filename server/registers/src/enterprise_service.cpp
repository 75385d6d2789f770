// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "enterprise_service.h"

#include <algorithm>
#include <sstream>

#include <pugixml.hpp>

#include "data_files.h"

namespace vienlogs::registers {

namespace {

constexpr const char* soapNamespace = "http://schemas.xmlsoap.org/soap/envelope/";
constexpr const char* ownNamespace = "urn:lv:ur:uznemumu-registrs:1";

/// The name without its prefix.
std::string_view localName(pugi::xml_node node) {
    const std::string_view name = node.name();
    const auto colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

pugi::xml_node child(pugi::xml_node parent, std::string_view name) {
    return parent.find_child([&](pugi::xml_node node) { return localName(node) == name; });
}

void put(pugi::xml_node parent, const char* name, const std::string& text) {
    parent.append_child(name).text().set(text.c_str());
}

/// An empty envelope and its Body.
std::pair<pugi::xml_document, pugi::xml_node> envelope() {
    pugi::xml_document document;
    auto root = document.append_child("soap:Envelope");
    root.append_attribute("xmlns:soap") = soapNamespace;
    auto body = root.append_child("soap:Body");
    return {std::move(document), body};
}

HttpAnswer send(const pugi::xml_document& document, int status) {
    std::ostringstream text;
    document.save(text, "", pugi::format_raw, pugi::encoding_utf8);
    return {status, "text/xml; charset=utf-8", text.str()};
}

HttpAnswer fault(const char* code, const std::string& text, const char* detailName = nullptr,
                 const std::string& detail = {}) {
    auto [document, body] = envelope();
    auto node = body.append_child("soap:Fault");
    put(node, "faultcode", std::string("soap:") + code);
    put(node, "faultstring", text);
    if (detailName) {
        auto item = node.append_child("detail").append_child(detailName);
        item.append_attribute("xmlns") = ownNamespace;
        item.text().set(detail.c_str());
    }
    return send(document, 500);
}

const char* statusName(const std::string& status) {
    return status == "registered" ? "REGISTRETS" : status == "liquidation" ? "LIKVIDACIJA" : "IZSLEGTS";
}

void writeOfficers(pugi::xml_node parent, const World& world, const Company& company, Date day) {
    auto list = parent.append_child("Amatpersonas");
    for (const auto& officer : company.officers) {
        if (officer.since > day)
            continue;
        const auto& person = world.people[officer.person];
        auto node = list.append_child("Amatpersona");
        auto identifier = node.append_child("Persona");
        put(identifier, "Veids", person.identifier.toString().substr(0, 3));
        put(identifier, "Valsts", person.identifier.country());
        put(identifier, "Vertiba", person.identifier.value());
        put(node, "Vards", person.givenName);
        put(node, "Uzvards", person.familyName);
        put(node, "ParstavibasTiesibas", officer.right == Right::Sole ? "ATSEVISKI" : "KOPA");
        put(node, "NoDatuma", base::toIso(officer.since));
    }
}

void writeCompany(pugi::xml_node parent, const World& world, const Company& company, Date day) {
    auto node = parent.append_child("Uznemums");
    put(node, "RegistracijasNumurs", company.identifier.value());
    put(node, "Nosaukums", company.name);
    put(node, "Veids", company.form);
    put(node, "Statuss", statusName(company.status));
    put(node, "RegistracijasDatums", base::toIso(company.since));
    auto address = node.append_child("JuridiskaAdrese");
    put(address, "Kods", world.addresses[company.address].code);
    put(address, "Teksts", world.addresses[company.address].text);
    writeOfficers(node, world, company, day);
}

const Company* companyOf(const World& world, pugi::xml_node request, Date day) {
    const auto number =
        base::Identifier::latvianEnterprise(child(request, "RegistracijasNumurs").text().get());
    const auto* company = number ? world.company(*number) : nullptr;
    return company && company->since <= day ? company : nullptr;
}

std::optional<Index> personOf(const World& world, pugi::xml_node request) {
    const auto person = child(request, "Persona");
    const auto identifier = base::Identifier::parse(std::string(child(person, "Veids").text().get()) +
                                                    child(person, "Valsts").text().get() + "-" +
                                                    child(person, "Vertiba").text().get());
    return identifier ? world.personIndex(*identifier) : std::nullopt;
}

void writeRepresented(pugi::xml_node parent, const World& world, std::optional<Index> person, Date day) {
    auto list = parent.append_child("Uznemumi");
    for (const auto& company : world.companies) {
        const bool acts =
            std::any_of(company.officers.begin(), company.officers.end(), [&](const Officer& officer) {
                return person && officer.person == *person && officer.since <= day;
            });
        if (acts && company.status != "removed")
            writeCompany(list, world, company, day);
    }
}

std::string wsdlFor(const HttpCall& call, std::string_view path) {
    std::string host = call.header("Host");
    const auto harmless = [](unsigned char c) { return std::isalnum(c) || c == '.' || c == ':' || c == '-'; };
    if (!std::all_of(host.begin(), host.end(), harmless))
        host.clear();
    std::string text = enterprisesWsdl;
    constexpr std::string_view mark = "{address}";
    return text.replace(text.find(mark), mark.size(), "http://" + host + std::string(path));
}

} // namespace

HttpAnswer EnterpriseService::answer(const HttpCall& call, base::Timestamp asOf) {
    if (call.method == "GET" && call.query.contains("wsdl"))
        return {200, "text/xml; charset=utf-8", wsdlFor(call, servicePath)};
    if (call.method != "POST")
        return {405, "text/plain", "POST", {{"Allow", "POST"}}};
    pugi::xml_document request;
    if (!request.load_buffer(call.body.data(), call.body.size()))
        return fault("Client", "Pieprasījums nav XML");
    const auto operation = child(child(request, "Envelope"), "Body").first_child();
    const auto name = std::string(localName(operation));
    auto [document, body] = envelope();
    auto reply = body.append_child((name + "Atbilde").c_str());
    reply.append_attribute("xmlns") = ownNamespace;
    put(reply, "DatiUz", base::toRfc3339(asOf));
    if (name == "ParstavamieUznemumi") {
        writeRepresented(reply, world_, personOf(world_, operation), dayOf(asOf));
        return send(document, 200);
    }
    if (name != "UznemumaDati" && name != "Parstavji")
        return fault("Client", "Nezināma darbība");
    const auto* company = companyOf(world_, operation, dayOf(asOf));
    if (!company)
        return fault("Client", "Tāda uzņēmuma reģistrā nav", "NavAtrasts", "NAV_ATRASTS");
    if (name == "UznemumaDati")
        writeCompany(reply, world_, *company, dayOf(asOf));
    else
        writeOfficers(reply, world_, *company, dayOf(asOf));
    return send(document, 200);
}

HttpAnswer EnterpriseService::closed(const HttpCall&, base::Timestamp until) {
    return fault("Server", "Reģistru slēdzis tā turētājs", "SlegtsLidz", base::toRfc3339(until));
}

HttpAnswer EnterpriseService::broken(const HttpCall&) {
    return fault("Server", "Iekšēja kļūda");
}

} // namespace vienlogs::registers
