// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "data_files.h"
#include "vienlogs/catalogue/catalogue.h"

using namespace vienlogs::catalogue;
using nlohmann::json;

namespace {

constexpr auto serviceFile = "catalogue/services/pmlp-pase.json";
constexpr auto eventFile = "catalogue/life-events/parcelsanas.json";

/// The shipped data with one file changed.
template<typename Change>
std::map<std::string, std::string> changed(const std::string& file, const Change& change) {
    auto files = dataFiles();
    auto content = json::parse(files.at(file));
    change(content);
    files[file] = content.dump();
    return files;
}

void expectRefused(const std::map<std::string, std::string>& files, const std::string& file,
                   const std::string& what) {
    const auto catalogue = loadCatalogue(files);
    ASSERT_FALSE(catalogue) << what;
    EXPECT_EQ(catalogue.error().code, codes::fileInvalid) << what;
    EXPECT_EQ(catalogue.error().argument, file) << what;
    EXPECT_FALSE(catalogue.error().detail.empty()) << what;
}

} // namespace

TEST(CatalogueLoader, NamesTheFileThatIsWrong) {
    for (const auto* member :
         {"id", "version", "changedIn", "name", "authority", "channels", "costs", "legalBasis", "formId",
          "registerUse", "identityLevel", "audience", "processing"})
        for (const auto& wrong : {json(nullptr), json(-1), json("x y"), json::array({1}), json{{"lv", ""}}})
            expectRefused(changed(serviceFile, [&](json& content) { content[member] = wrong; }), serviceFile,
                          member);
    expectRefused(changed(serviceFile, [](json& content) { content["nmae"] = "x"; }), serviceFile,
                  "unknown member");
    expectRefused(changed(serviceFile, [](json& content) { content["name"].erase("ru"); }), serviceFile,
                  "no Russian");
    expectRefused(changed(serviceFile, [](json& content) { content["formId"] = "nav"; }), serviceFile,
                  "no form");
    expectRefused(changed(serviceFile, [](json& content) { content["changedIn"] = 1000; }), serviceFile,
                  "future");
    expectRefused(changed(serviceFile, [](json& content) { content["costs"][0]["amount"] = "-5.00"; }),
                  serviceFile, "negative fee");
    expectRefused(changed(serviceFile, [](json& content) { content["costs"][1] = content["costs"][0]; }),
                  serviceFile, "two costs of one id");
}

TEST(CatalogueLoader, FindsBrokenReferences) {
    expectRefused(changed(eventFile, [](json& content) { content["services"].push_back("nav"); }), eventFile,
                  "service");
    expectRefused(changed(eventFile, [](json& content) { content["questionnaireId"] = "nav"; }), eventFile,
                  "questions");
    expectRefused(changed(eventFile, [](json& content) { content["services"].erase(0); }), eventFile,
                  "led to");
    auto files = dataFiles();
    files.erase(serviceFile);
    EXPECT_FALSE(loadCatalogue(files));
    files = dataFiles();
    files.erase("manifest.json");
    expectRefused(files, "manifest.json", "manifest");
    files = dataFiles();
    files.erase("catalogue/authorities.json");
    expectRefused(files, "catalogue/authorities.json", "authorities");
    files = dataFiles();
    files["catalogue/services/other-name.json"] = files[serviceFile];
    expectRefused(files, "catalogue/services/other-name.json", "id and file name");
}

TEST(CatalogueLoader, RefusesHostileTextInBoundedTime) {
    const std::string hostile[] = {std::string(10'000'000, '['),
                                   std::string(60, '[') + std::string(60, ']'),
                                   "{\"id\":\"" + std::string(1'000'000, 'a') + "\"}",
                                   "{\"id\":1e999999}",
                                   "{\"version\":99999999999999999999999}",
                                   "{\"id\":\"\xff\xfe\"}",
                                   "{\"id\":\"pmlp-pase\",\"version\":18446744073709551615}",
                                   std::string("\0\0\0", 3),
                                   "",
                                   "null"};
    for (const auto& text : hostile) {
        auto files = dataFiles();
        files[serviceFile] = text;
        expectRefused(files, serviceFile, text.substr(0, 40));
    }
}

TEST(CatalogueLoader, TellsWhatChangedSinceAVersion) {
    const auto before = loadCatalogue(dataFiles());
    ASSERT_TRUE(before);
    EXPECT_TRUE(before->changedSince(before->version()).services.empty());
    EXPECT_EQ(before->changedSince(0).services.size(), before->services().size());
    const auto next = before->version() + 1;
    auto files = changed(serviceFile, [&](json& content) {
        content["changedIn"] = next;
        content["version"] = content["version"].get<int>() + 1;
    });
    files["manifest.json"] = json{{"version", next}, {"issued", "2026-12-01"}}.dump();
    const auto after = loadCatalogue(files);
    ASSERT_TRUE(after) << after.error().detail;
    EXPECT_EQ(after->changedSince(before->version()).services, std::vector<std::string>{"pmlp-pase"});
    EXPECT_TRUE(after->changedSince(before->version()).lifeEvents.empty());
}
