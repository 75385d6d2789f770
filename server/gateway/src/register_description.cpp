// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/server/gateway/register_description.h"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "canonical_mapping.h"
#include "vienlogs/server/gateway/register_failures.h"

namespace vienlogs::server::gateway {

namespace {

using Ordered = nlohmann::ordered_json;
using Json = nlohmann::json;

/// Thrown inside this file only, beside nlohmann's own exceptions.
struct Wrong {
    std::string what;
};

void require(bool holds, const std::string& what) {
    if (!holds)
        throw Wrong{what};
}

Protocol protocolOf(const std::string& name) {
    if (name == "xroad-rest")
        return Protocol::XRoadRest;
    if (name == "soap11")
        return Protocol::Soap11;
    require(name == "rest-json", "protocol");
    return Protocol::RestJson;
}

/// Pointers of templates and rules are parsed once here, so that none can throw later.
void checkPointers(const Json& part) {
    if (part.is_string()) {
        const auto text = part.get<std::string>();
        if (text.starts_with("/") || text.starts_with("?/"))
            static_cast<void>(Json::json_pointer(text.substr(text.find('/'))));
    } else if (part.is_structured()) {
        for (const auto& item : part)
            checkPointers(item);
    }
}

Operation operationFrom(const Ordered& json) {
    Operation operation;
    operation.method = json.value("method", "POST");
    require(operation.method == "GET" || operation.method == "POST", "method");
    operation.path = json.value("path", "");
    operation.soapAction = json.value("soapAction", "");
    operation.request = json.value("request", Ordered::object());
    operation.root = Json::json_pointer(json.value("root", ""));
    operation.result = Json::parse(json.at("result").dump());
    require(isMappingRule(operation.result), "result");
    checkPointers(operation.result);
    checkPointers(Json::parse(operation.request.dump()));
    operation.cacheFor = std::chrono::seconds(json.value("cacheSeconds", 0));
    operation.keepFor = std::chrono::seconds(json.value("keepSeconds", 0));
    operation.write = json.value("write", false);
    operation.openData = json.value("openData", false);
    require(!operation.write || (operation.cacheFor.count() == 0 && operation.keepFor.count() == 0),
            "a cached write");
    require(operation.openData || operation.path.find('{') == std::string::npos,
            "a personal look with its subject in the URL");
    require(operation.openData || operation.method == "POST", "a personal look by GET");
    return operation;
}

Licence licenceFrom(const Ordered& json) {
    using Names = std::vector<std::string>;
    Licence licence{json.at("institutions").get<Names>(), json.at("purposes").get<Names>(),
                    json.at("legalBases").get<Names>(), json.at("operations").get<Names>()};
    require(std::find(licence.operations.begin(), licence.operations.end(), "*") == licence.operations.end(),
            "a licence for every operation");
    return licence;
}

RegisterDescription read(const Ordered& json) {
    RegisterDescription description;
    description.id = json.at("id");
    const auto& name = json.at("name");
    description.name = {name.at("lv"), name.at("en"), name.at("ru")};
    description.owner = json.at("owner");
    description.protocol = protocolOf(json.at("protocol"));
    description.address = json.at("address");
    description.path = json.at("path");
    description.xroadClient = json.value("xroadClient", "");
    description.soapNamespace = json.value("soapNamespace", "");
    require(description.protocol != Protocol::XRoadRest || !description.xroadClient.empty(), "xroadClient");
    require(description.protocol != Protocol::Soap11 || !description.soapNamespace.empty(), "soapNamespace");
    description.asOf = Json::json_pointer(json.at("asOf").get<std::string>());
    description.closedMark = json.at("closedMark");
    description.notFoundMark = json.at("notFoundMark");
    require(!description.closedMark.empty() && !description.notFoundMark.empty(), "marks");
    // The shortest time is kept: no file may let a worker wait longer than the design allows.
    const auto bounded = [&](const char* key, std::chrono::milliseconds most) {
        return std::clamp(std::chrono::milliseconds(json.value(key, most.count())),
                          std::chrono::milliseconds(10), most);
    };
    description.connectTimeout = bounded("connectMs", description.connectTimeout);
    description.answerTimeout = bounded("answerMs", description.answerTimeout);
    description.freshFor = std::chrono::hours(json.value("freshHours", 24));
    description.failuresToPause = std::max(1, json.value("failuresToPause", 3));
    description.pause = std::chrono::seconds(json.value("pauseSeconds", 15));
    description.probe = json.value("probe", "");
    for (const auto& [id, operation] : json.at("operations").items())
        description.operations.emplace(id, operationFrom(operation));
    for (const auto& licence : json.at("licences"))
        description.licences.push_back(licenceFrom(licence));
    return description;
}

} // namespace

base::Result<RegisterDescription> registerDescriptionFrom(std::string_view json) {
    try {
        return read(Ordered::parse(json));
    } catch (const Wrong& wrong) {
        return base::fail(codes::descriptionWrong, wrong.what);
    } catch (const nlohmann::json::exception& error) {
        return base::fail(codes::descriptionWrong, error.what());
    }
}

base::Result<std::vector<RegisterDescription>> loadRegisterDescriptions(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error))
        if (entry.path().extension() == ".json")
            files.push_back(entry.path());
    if (error || files.empty())
        return base::fail(codes::descriptionWrong, "no descriptions in the folder");
    std::sort(files.begin(), files.end());
    std::vector<RegisterDescription> descriptions;
    for (const auto& file : files) {
        std::ifstream stream(file, std::ios::binary);
        std::ostringstream text;
        text << stream.rdbuf();
        auto description = registerDescriptionFrom(text.str());
        if (!description)
            return base::fail(codes::descriptionWrong,
                              file.filename().string() + ": " + description.error().detail);
        descriptions.push_back(std::move(*description));
    }
    return descriptions;
}

} // namespace vienlogs::server::gateway
