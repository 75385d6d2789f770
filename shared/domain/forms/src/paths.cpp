// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "paths.h"

#include <algorithm>
#include <array>

#include "vienlogs/forms/form_definition.h"

namespace vienlogs::forms {
namespace {

constexpr std::array<std::string_view, 30> paths{
    "client.identifier",
    "client.givenName",
    "client.familyName",
    "client.birthDate",
    "client.phone",
    "client.email",
    "population.person.identifier",
    "population.person.givenName",
    "population.person.familyName",
    "population.person.birthDate",
    "population.person.sex",
    "population.person.citizenship",
    "population.person.status",
    "population.person.residence",
    "population.person.residence.text",
    "population.person.residence.addressCode",
    "population.person.residence.since",
    "population.person.children",
    "population.household.minors",
    "population.person.spouse.identifier",
    "population.person.spouse.givenName",
    "population.person.spouse.familyName",
    "population.person.spouse.birthDate",
    "population.person.phone",
    "population.person.email",
    "enterprises.companies",
    "enterprises.company.identifier",
    "enterprises.company.name",
    "enterprises.company.address",
    "enterprises.company.email",
};

} // namespace

std::span<const std::string_view> canonicalPrefillPaths() {
    return paths;
}

bool pathFits(std::string_view path, FieldKind kind) {
    if (std::find(paths.begin(), paths.end(), path) == paths.end())
        return false;
    if (path.ends_with(".children") || path.ends_with(".minors"))
        return kind == FieldKind::Children;
    if (path.ends_with(".companies"))
        return kind == FieldKind::Company;
    if (path.ends_with(".residence"))
        return kind == FieldKind::Address;
    if (path.ends_with("Date") || path.ends_with(".since"))
        return kind == FieldKind::Date;
    if (path.ends_with(".identifier"))
        return kind == FieldKind::PersonalCode || kind == FieldKind::Text;
    if (path.ends_with(".phone"))
        return kind == FieldKind::Phone;
    if (path.ends_with(".email"))
        return kind == FieldKind::Email;
    return kind == FieldKind::Text || kind == FieldKind::LongText || kind == FieldKind::Choice;
}

} // namespace vienlogs::forms
