// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include <nlohmann/json.hpp>

#include "vienlogs/base/clock.h"
#include "vienlogs/forms/form_state.h"

namespace sample {

inline nlohmann::json text(const std::string& words) {
    return {{"lv", words}, {"en", words}, {"ru", words}};
}

inline nlohmann::json control(const std::string& name, nlohmann::json options = nlohmann::json::object()) {
    return {{"type", "Control"},
            {"scope", "#/properties/" + name},
            {"label", text(name)},
            {"options", std::move(options)}};
}

inline nlohmann::json onlyWhen(nlohmann::json element, const std::string& name, nlohmann::json schema) {
    element["rule"] = {{"effect", "SHOW"},
                       {"condition", {{"scope", "#/properties/" + name}, {"schema", std::move(schema)}}}};
    return element;
}

/// A form with one field of each kind; `schema`, `ui` and `prefill` are there to be changed by tests.
inline nlohmann::json form() {
    using nlohmann::json;
    const json word{{"type", "string"}, {"maxLength", 60}};
    const json child{{"type", "object"},
                     {"properties",
                      {{"identifier", word}, {"givenName", word}, {"familyName", word}, {"birthDate", word}}},
                     {"required", {"identifier"}},
                     {"additionalProperties", false}};
    const json file{
        {"type", "object"},
        {"properties",
         {{"name", word}, {"sha256", {{"type", "string"}, {"minLength", 64}}}, {"mediaType", word}}},
        {"additionalProperties", false}};
    json properties{{"name", {{"type", "string"}, {"minLength", 2}, {"maxLength", 10}}},
                    {"story", {{"type", "string"}, {"maxLength", 50}}},
                    {"day", {{"type", "string"}, {"format", "date"}}},
                    {"count", {{"type", "integer"}, {"minimum", 1}, {"maximum", 9}}},
                    {"sum", {{"type", "integer"}, {"minimum", 100}}},
                    {"agreed", {{"type", "boolean"}, {"const", true}}},
                    {"colour", {{"type", "string"}, {"enum", {"red", "blue"}}}},
                    {"country", {{"type", "string"}}},
                    {"code", {{"type", "string"}}},
                    {"phone", {{"type", "string"}}},
                    {"email", {{"type", "string"}, {"format", "email"}}},
                    {"iban", {{"type", "string"}}},
                    {"home",
                     {{"type", "object"},
                      {"properties", {{"text", word}, {"addressCode", word}}},
                      {"required", {"text"}}}},
                    {"children", {{"type", "array"}, {"items", child}, {"maxItems", 3}}},
                    {"company", {{"type", "object"}, {"properties", {{"identifier", word}, {"name", word}}}}},
                    {"files", {{"type", "array"}, {"items", file}, {"maxItems", 2}}}};
    const json choices{{{"value", "red"}, {"label", text("Red")}},
                       {{"value", "blue"}, {"label", text("Blue")}}};
    const json first{
        {"type", "Category"},
        {"label", text("First")},
        {"elements",
         {control("name"),
          {{"type", "Group"},
           {"label", text("Inside")},
           {"elements",
            {control("story", {{"widget", "longText"}}),
             control("day", {{"earliest", "2020-01-01"}, {"latest", "today"}}), control("count"),
             control("sum", {{"widget", "money"}}), control("agreed"),
             control("colour", {{"widget", "choice"}, {"choices", choices}}),
             onlyWhen(
                 control("country", {{"widget", "choice"}, {"classifier", "countries"}, {"required", true}}),
                 "colour", {{"const", "red"}})}}}}}};
    const json second{
        {"type", "Category"},
        {"label", text("Second")},
        {"elements",
         {control("code", {{"widget", "personalCode"}, {"readOnly", true}}),
          control("phone", {{"widget", "phone"}}), control("email", {{"widget", "email"}}),
          control("iban", {{"widget", "iban"}}), control("home", {{"widget", "address"}}),
          control("children", {{"widget", "children"}}), control("company", {{"widget", "company"}}),
          control("files", {{"widget", "files"}})}}};
    return {{"id", "sample"},
            {"version", 1},
            {"title", text("Sample")},
            {"readBackTitle", text("I read")},
            {"schema",
             {{"type", "object"},
              {"properties", std::move(properties)},
              {"required", {"name", "agreed"}},
              {"additionalProperties", false}}},
            {"ui", {{"type", "Categorization"}, {"elements", {first, second}}}},
            {"prefill",
             {{"#/properties/name", {"population.person.givenName", "client.givenName"}},
              {"#/properties/code", {"population.person.identifier", "client.identifier"}},
              {"#/properties/phone", "population.person.phone"},
              {"#/properties/home", "population.person.residence"},
              {"#/properties/children", "population.person.children"},
              {"#/properties/company", "enterprises.companies"}}}};
}

inline std::string scope(const std::string& name) {
    return "#/properties/" + name;
}

inline vienlogs::forms::FormContext context() {
    using vienlogs::forms::Option;
    return {vienlogs::base::dateFromIso("2026-11-23").value(), [](std::string_view id) {
                return id == "countries" ? std::vector<Option>{{"LV", {"Latvija", "Latvia", "Латвия"}},
                                                               {"EE", {"Igaunija", "Estonia", "Эстония"}}}
                                         : std::vector<Option>{};
            }};
}

inline vienlogs::forms::FormState state() {
    return {vienlogs::forms::FormDefinition::parse(form().dump()).value(), context()};
}

} // namespace sample
