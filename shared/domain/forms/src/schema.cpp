// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "schema.h"

#include <algorithm>
#include <regex>
#include <set>

#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

namespace vienlogs::forms {
namespace {

using nlohmann::json;

constexpr std::size_t longestPattern = 100, longestMatched = 100, mostRepeats = 4;
constexpr std::int64_t largestLength = 20'000;

const std::set<std::string, std::less<>>& keywordsOf(const std::string& type) {
    static const std::set<std::string, std::less<>> text{"minLength", "maxLength", "pattern",
                                                         "format",    "enum",      "const"};
    static const std::set<std::string, std::less<>> number{"minimum", "maximum", "enum", "const"};
    static const std::set<std::string, std::less<>> yesNo{"const"};
    static const std::set<std::string, std::less<>> list{"items", "minItems", "maxItems", "uniqueItems"};
    static const std::set<std::string, std::less<>> object{"properties", "required", "additionalProperties"};
    static const std::set<std::string, std::less<>> none;
    return type == "string"    ? text
           : type == "integer" ? number
           : type == "boolean" ? yesNo
           : type == "array"   ? list
           : type == "object"  ? object
                               : none;
}

/// Groups, alternatives and back references are refused, repeats counted: what is left is matched in bounded
/// time.
std::string problemOfPattern(const json& pattern) {
    if (!pattern.is_string() || pattern.get_ref<const std::string&>().size() > longestPattern)
        return "pattern: too long";
    const auto& text = pattern.get_ref<const std::string&>();
    std::size_t repeats = 0;
    bool escaped = false, inClass = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (escaped) {
            if (c >= '1' && c <= '9')
                return "pattern: back reference";
            escaped = false;
        } else if (c == '\\')
            escaped = true;
        else if (inClass)
            inClass = c != ']';
        else if (c == '[')
            inClass = true;
        else if (c == '(' || c == ')' || c == '|')
            return "pattern: group or alternative";
        else if (c == '*' || c == '+' || c == '{') {
            ++repeats;
            const auto end = c == '{' ? text.find('}', i) : i;
            if (end == std::string::npos || end - i > 6)
                return "pattern: repeat";
        }
    }
    if (repeats > mostRepeats)
        return "pattern: too many repeats";
    try {
        const std::regex compiled(text, std::regex::ECMAScript);
    } catch (const std::regex_error&) {
        return "pattern: not one";
    }
    return {};
}

bool smallInteger(const json& value) {
    constexpr std::int64_t largest = 1'000'000'000'000;
    if (value.is_number_unsigned())
        return value.get<std::uint64_t>() <= static_cast<std::uint64_t>(largest);
    return value.is_number_integer() && value.get<std::int64_t>() >= -largest;
}

bool allTexts(const json& list) {
    return list.is_array() &&
           std::all_of(list.begin(), list.end(), [](const json& item) { return item.is_string(); });
}

std::string problemOfLimits(const json& schema) {
    for (const auto* key : {"minLength", "maxLength", "minItems", "maxItems"})
        if (schema.contains(key) &&
            (!schema[key].is_number_unsigned() || schema[key].get<std::uint64_t>() > largestLength))
            return std::string(key) + ": a small number is expected";
    for (const auto* key : {"minimum", "maximum"})
        if (schema.contains(key) && !smallInteger(schema[key]))
            return std::string(key) + ": a whole number is expected";
    if (schema.contains("pattern")) {
        if (schema.value("maxLength", json(largestLength)) > json(longestMatched))
            return "pattern: needs a maxLength of 100 at most";
        return problemOfPattern(schema["pattern"]);
    }
    if (schema.contains("format") && schema["format"] != "date" && schema["format"] != "email")
        return "format: not supported";
    if (schema.contains("enum") &&
        (!schema["enum"].is_array() || schema["enum"].empty() || schema["enum"].size() > 300))
        return "enum: a short list is expected";
    return {};
}

std::string problemOfChildren(const json& schema, int depth) {
    if (schema.contains("items"))
        return problemOfSchema(schema["items"], depth + 1);
    if (schema.contains("additionalProperties") && !schema["additionalProperties"].is_boolean())
        return "additionalProperties: true or false is expected";
    if (schema.contains("required") && !allTexts(schema["required"]))
        return "required: a list of names is expected";
    if (!schema.contains("properties"))
        return {};
    if (!schema["properties"].is_object() || schema["properties"].size() > 30)
        return "properties: an object is expected";
    for (const auto& [name, property] : schema["properties"].items())
        if (auto problem = problemOfSchema(property, depth + 1); !problem.empty())
            return name + ": " + problem;
    return {};
}

} // namespace

std::string problemOfSchema(const json& schema, int depth) {
    if (depth > 3)
        return "too deep";
    if (!schema.is_object() || !schema.contains("type") || !schema["type"].is_string())
        return "type is missing";
    const auto& keywords = keywordsOf(schema["type"].get_ref<const std::string&>());
    if (keywords.empty())
        return "type: not supported";
    for (const auto& [key, value] : schema.items())
        if (key != "type" && key != "title" && key != "description" && !keywords.contains(key))
            return "keyword not supported: " + key.substr(0, 40);
    if (auto problem = problemOfLimits(schema); !problem.empty())
        return problem;
    return problemOfChildren(schema, depth);
}

bool conforms(const json& schema, const json& value) {
    try {
        valijson::Schema compiled;
        valijson::SchemaParser parser;
        const valijson::adapters::NlohmannJsonAdapter schemaAdapter(schema);
        parser.populateSchema(schemaAdapter, compiled);
        valijson::Validator validator;
        const valijson::adapters::NlohmannJsonAdapter valueAdapter(value);
        return validator.validate(compiled, valueAdapter, nullptr);
    } catch (const std::exception&) {
        return false;
    }
}

bool matches(const std::string& pattern, const std::string& text) {
    try {
        return text.size() <= 4 * longestMatched &&
               std::regex_search(text, std::regex(pattern, std::regex::ECMAScript));
    } catch (const std::regex_error&) {
        return false;
    }
}

} // namespace vienlogs::forms
