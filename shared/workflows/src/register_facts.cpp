// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "register_facts.h"

namespace vienlogs::workflows {

using domain::clients::ActingFor;

namespace {

constexpr std::size_t mostAddresses = 12;

bool isMinor(const std::string& birthDate, std::chrono::year_month_day day) {
    const auto born = base::dateFromIso(birthDate);
    return born && *born + std::chrono::years(18) > day;
}

/// The person's identifier as a register writes it: with its scheme, or a bare Latvian code.
std::optional<base::Identifier> identifierIn(const nlohmann::json& object) {
    const auto text = textIn(object, "identifier");
    if (auto parsed = base::Identifier::parse(text))
        return *parsed;
    if (auto code = base::Identifier::latvianPersonalCode(text))
        return *code;
    if (auto company = base::Identifier::latvianEnterprise(text))
        return *company;
    return std::nullopt;
}

} // namespace

std::string textIn(const nlohmann::json& object, const char* key) {
    const auto found = object.is_object() ? object.find(key) : object.end();
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

FormFilling::Addresses addressesIn(const nlohmann::json& data) {
    FormFilling::Addresses found;
    if (!data.is_array())
        return found;
    for (const auto& entry : data) {
        if (found.size() == mostAddresses || !entry.is_object())
            break;
        const auto text = entry.find("text");
        const auto code = entry.find("code");
        if (text != entry.end() && text->is_string() && code != entry.end() && code->is_string())
            found.emplace_back(text->get<std::string>(), code->get<std::string>());
    }
    return found;
}

void addChildren(std::vector<ActingFor>& options, const nlohmann::json& person,
                 std::chrono::year_month_day day) {
    if (!person.is_object() || !person.contains("children"))
        return;
    for (const auto& child : person.at("children"))
        if (const auto id = identifierIn(child); id && isMinor(textIn(child, "birthDate"), day))
            options.push_back({ActingFor::Kind::MinorChild, *id,
                               textIn(child, "givenName") + " " + textIn(child, "familyName")});
}

void addCompanies(std::vector<ActingFor>& options, const nlohmann::json& companies) {
    if (!companies.is_array())
        return;
    for (const auto& company : companies)
        if (const auto id = identifierIn(company))
            options.push_back({ActingFor::Kind::Company, *id, textIn(company, "name")});
}

nlohmann::json minorsIn(const nlohmann::json& household, const base::Identifier& client,
                        std::chrono::year_month_day day) {
    auto minors = nlohmann::json::array();
    if (household.is_array())
        for (const auto& member : household)
            if (const auto id = identifierIn(member);
                id && *id != client && isMinor(textIn(member, "birthDate"), day))
                minors.push_back(member);
    return {{"minors", std::move(minors)}};
}

std::optional<domain::cases::DeliveryWay> deliveryIn(const nlohmann::json& values) {
    const auto way = textIn(values, "delivery");
    if (way == "phone")
        return domain::cases::DeliveryWay::Voice;
    return way == "centre" ? domain::cases::DeliveryWay::Desk : domain::cases::deliveryWayFrom(way);
}

} // namespace vienlogs::workflows
