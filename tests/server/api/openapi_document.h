// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

/// server/api/openapi.yaml as tests need it.
class OpenApiDocument {
public:
    explicit OpenApiDocument(const std::filesystem::path& file);

    struct Operation {
        std::string method; ///< "GET"
        std::string path;
        std::string id;
        nlohmann::json json;
    };
    [[nodiscard]] const std::vector<Operation>& operations() const { return operations_; }
    [[nodiscard]] const Operation& operation(const std::string& id) const;
    /// What is wrong with an answer by the schema for its status; empty when it fits.
    [[nodiscard]] std::string faultOf(const std::string& operationId, int status,
                                      const std::string& body) const;
    /// Every "$ref" that leads nowhere.
    [[nodiscard]] std::vector<std::string> danglingReferences() const;

private:
    [[nodiscard]] const nlohmann::json& resolved(const nlohmann::json& node) const;
    nlohmann::json root_;
    std::vector<Operation> operations_;
};
