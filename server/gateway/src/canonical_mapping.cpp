// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "canonical_mapping.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "vienlogs/base/clock.h"
#include "vienlogs/base/identifier.h"
#include "vienlogs/server/gateway/register_failures.h"

namespace vienlogs::server::gateway {

namespace {

using Json = nlohmann::json;

constexpr std::size_t longestText = 2000, longestList = 5000;
constexpr std::array<const char*, 9> ruleNames{"$flag",       "$number",     "$join", "$date", "$values",
                                               "$identifier", "$enterprise", "$each", "$in"};

/// Nothing: left out. The mapping stops at the first thing that does not fit.
using Mapped = base::Result<std::optional<Json>>;

tl::unexpected<base::Failure> doesNotFit(const std::string& where) {
    return base::fail(codes::registerNonsense,
                      "answer does not fit at " + where); // the place, never the value
}

const Json* at(const Json& answer, const std::string& pointer) {
    const Json::json_pointer place(pointer);
    return answer.contains(place) && !answer.at(place).is_null() ? &answer.at(place) : nullptr;
}

Mapped map(const Json& rule, const Json& answer);

std::optional<std::string> textAt(const Json& answer, const std::string& pointer) {
    const auto* value = at(answer, pointer);
    if (!value || !value->is_string() || value->get_ref<const std::string&>().size() > longestText)
        return std::nullopt;
    return value->get<std::string>();
}

Mapped mapText(const std::string& rule, const Json& answer) {
    const bool optional = rule.starts_with("?");
    const auto pointer = rule.substr(optional ? 1 : 0);
    if (optional && !at(answer, pointer))
        return std::nullopt;
    auto text = textAt(answer, pointer);
    if (!text)
        return doesNotFit(pointer);
    return Json(std::move(*text));
}

Mapped mapDate(const std::string& pointer, const Json& answer) {
    const auto text = textAt(answer, pointer);
    if (!text || !base::dateFromIso(*text))
        return doesNotFit(pointer);
    return Json(*text);
}

Mapped mapValues(const Json& rule, const std::string& pointer, const Json& answer) {
    const auto text = textAt(answer, pointer);
    const auto& values = rule.at("of");
    const auto found = text ? values.find(*text) : values.end();
    if (found == values.end())
        return doesNotFit(pointer);
    return *found;
}

Mapped mapIdentifier(const Json& parts, const Json& answer) {
    const auto scheme = textAt(answer, parts.at("scheme")), country = textAt(answer, parts.at("country")),
               value = textAt(answer, parts.at("value"));
    const auto parsed =
        base::Identifier::parse(scheme.value_or("") + country.value_or("") + "-" + value.value_or(""));
    if (!parsed)
        return doesNotFit(parts.at("value"));
    return Json(parsed->toString());
}

Mapped mapJoin(const Json& pointers, const Json& answer) {
    std::string joined;
    for (const auto& pointer : pointers) {
        const auto text = textAt(answer, pointer);
        if (!text)
            return doesNotFit(pointer);
        joined.append(joined.empty() ? "" : " ").append(*text);
    }
    return Json(std::move(joined));
}

Mapped mapEach(const Json& rule, const std::string& pointer, const Json& answer) {
    const auto* found = at(answer, pointer);
    if (!found)
        return doesNotFit(pointer);
    // XML does not tell a list of one from the one itself.
    const auto list = found->is_array() ? *found : found->is_object() ? Json::array({*found}) : Json();
    if (!list.is_array() || list.size() > longestList)
        return doesNotFit(pointer);
    Json items = Json::array();
    for (const auto& item : list) {
        auto one = map(rule.at("item"), item);
        if (!one)
            return one;
        if (*one)
            items.push_back(std::move(**one));
    }
    return items;
}

Mapped mapObject(const Json& rules, const Json& answer) {
    if (!answer.is_object())
        return doesNotFit("an object");
    Json object = Json::object();
    for (const auto& [name, rule] : rules.items()) {
        auto value = map(rule, answer);
        if (!value)
            return value;
        if (*value)
            object[name] = std::move(**value);
    }
    return object;
}

const char* nameOfRule(const Json& rule) {
    const auto found = std::find_if(ruleNames.begin(), ruleNames.end(),
                                    [&](const char* name) { return rule.contains(name); });
    return found == ruleNames.end() ? nullptr : *found;
}

Mapped mapNamed(std::string_view name, const Json& rule, const Json& answer) {
    const auto& argument = rule.at(std::string(name));
    if (name == "$identifier")
        return mapIdentifier(argument, answer);
    if (name == "$join")
        return mapJoin(argument, answer);
    const auto pointer = argument.get<std::string>();
    if (name == "$date")
        return mapDate(pointer, answer);
    if (name == "$values")
        return mapValues(rule, pointer, answer);
    if (name == "$each")
        return mapEach(rule, pointer, answer);
    const auto* value = at(answer, pointer);
    if (name == "$in")
        return value ? map(rule.at("item"), *value) : Mapped(doesNotFit(pointer));
    if (name == "$flag" || name == "$number") {
        if (!value || !(name == "$flag" ? value->is_boolean() : value->is_number_integer()))
            return doesNotFit(pointer);
        return *value;
    }
    const auto number = base::Identifier::latvianEnterprise(textAt(answer, pointer).value_or(""));
    if (!number)
        return doesNotFit(pointer);
    return Json(number->toString());
}

Mapped map(const Json& rule, const Json& answer) {
    if (rule.is_string())
        return mapText(rule.get<std::string>(), answer);
    const auto* name = nameOfRule(rule);
    if (!name)
        return mapObject(rule, answer);
    const auto& argument = rule.at(name);
    if (rule.value("optional", false) && argument.is_string() && !at(answer, argument.get<std::string>())) {
        if (std::string_view(name) == "$each")
            return Json::array();
        return std::nullopt;
    }
    return mapNamed(name, rule, answer);
}

bool isPointer(const Json& rule) {
    if (!rule.is_string())
        return false;
    const auto text = rule.get<std::string>();
    return text.empty() || text.starts_with("/") || text.starts_with("?/");
}

bool isNamedRule(const std::string& name, const Json& rule) {
    const auto& argument = rule.at(name);
    if (name == "$identifier")
        return argument.is_object() && isPointer(argument.value("scheme", Json())) &&
               isPointer(argument.value("country", Json())) && isPointer(argument.value("value", Json()));
    if (name == "$join")
        return argument.is_array() && std::all_of(argument.begin(), argument.end(), isPointer);
    if (!isPointer(argument))
        return false;
    if (name == "$values")
        return rule.value("of", Json()).is_object();
    return (name != "$each" && name != "$in") || isMappingRule(rule.value("item", Json()));
}

} // namespace

base::Result<Json> mapped(const Json& rule, const Json& answer) {
    auto result = map(rule, answer);
    if (!result)
        return base::fail(result.error());
    if (!*result)
        return doesNotFit("the whole answer");
    return std::move(**result);
}

bool isMappingRule(const Json& rule) {
    if (!rule.is_object())
        return isPointer(rule);
    if (const auto* name = nameOfRule(rule))
        return isNamedRule(name, rule);
    return std::all_of(rule.begin(), rule.end(), [](const Json& part) { return isMappingRule(part); });
}

} // namespace vienlogs::server::gateway
