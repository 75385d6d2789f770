// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "openapi_document.h"

#include <yaml-cpp/yaml.h>

#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include <algorithm>
#include <stdexcept>

namespace {

nlohmann::json toJson(const YAML::Node& node) {
    if (node.IsSequence()) {
        auto list = nlohmann::json::array();
        for (const auto& item : node)
            list.push_back(toJson(item));
        return list;
    }
    if (node.IsMap()) {
        auto map = nlohmann::json::object();
        for (const auto& item : node)
            map[item.first.as<std::string>()] = toJson(item.second);
        return map;
    }
    if (node.IsNull())
        return nullptr;
    const auto text = node.as<std::string>();
    if (node.Tag() == "!") // quoted
        return text;
    auto value = nlohmann::json::parse(text, nullptr, false);
    return value.is_number() || value.is_boolean() ? value : nlohmann::json(text);
}

void collectReferences(const nlohmann::json& node, std::vector<std::string>& found) {
    if (node.is_object() && node.contains("$ref"))
        found.push_back(node["$ref"]);
    if (node.is_structured())
        for (const auto& child : node)
            collectReferences(child, found);
}

} // namespace

OpenApiDocument::OpenApiDocument(const std::filesystem::path& file) : root_(toJson(YAML::LoadFile(file))) {
    for (const auto& [path, methods] : root_.at("paths").items())
        for (const auto& [method, operation] : methods.items()) {
            std::string upper = method;
            std::transform(upper.begin(), upper.end(), upper.begin(),
                           [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
            operations_.push_back({upper, path, operation.at("operationId"), operation});
        }
}

const OpenApiDocument::Operation& OpenApiDocument::operation(const std::string& id) const {
    for (const auto& operation : operations_)
        if (operation.id == id)
            return operation;
    throw std::out_of_range(id);
}

const nlohmann::json& OpenApiDocument::resolved(const nlohmann::json& node) const {
    if (!node.contains("$ref"))
        return node;
    return root_.at(nlohmann::json::json_pointer(node.at("$ref").get<std::string>().substr(1)));
}

std::vector<std::string> OpenApiDocument::danglingReferences() const {
    std::vector<std::string> all;
    collectReferences(root_, all);
    std::erase_if(all, [&](const auto& reference) {
        return reference.starts_with("#/") &&
               root_.contains(nlohmann::json::json_pointer(reference.substr(1)));
    });
    return all;
}

std::string OpenApiDocument::faultOf(const std::string& operationId, int status,
                                     const std::string& body) const {
    const auto& responses = operation(operationId).json.at("responses");
    const auto name = std::to_string(status);
    if (!responses.contains(name) && !responses.contains("default"))
        return "status " + name + " is not described";
    const auto& response = resolved(responses.contains(name) ? responses.at(name) : responses.at("default"));
    if (!response.contains("content"))
        return body.empty() ? "" : "a body where none is described";
    const auto described = response.at("content").begin();
    const auto& type = described.key();
    const auto& content = described.value();
    if (type.find("json") == std::string::npos || type == "application/x-ndjson" ||
        !content.contains("schema"))
        return {};
    const auto json = nlohmann::json::parse(body, nullptr, false);
    if (json.is_discarded())
        return "not JSON";
    nlohmann::json schemaJson = content.at("schema");
    if (schemaJson.contains("$ref")) // valijson wants something beside a reference at the top
        schemaJson = {{"allOf", nlohmann::json::array({schemaJson})}};
    schemaJson["components"] = root_.at("components");
    valijson::Schema schema;
    valijson::SchemaParser().populateSchema(valijson::adapters::NlohmannJsonAdapter(schemaJson), schema);
    valijson::Validator validator(valijson::Validator::kStrongTypes);
    valijson::ValidationResults results;
    if (validator.validate(schema, valijson::adapters::NlohmannJsonAdapter(json), &results))
        return {};
    std::string fault;
    for (const auto& error : results) {
        for (const auto& part : error.context)
            fault += part;
        fault += ": " + error.description + "\n";
    }
    return fault;
}
