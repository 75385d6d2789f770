// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <fstream>
#include <set>

#include <gtest/gtest.h>

#include "vienlogs/server/gateway/register_description.h"
#include "vienlogs/server/gateway/register_failures.h"

using namespace vienlogs::server::gateway;
using namespace std::chrono_literals;
using nlohmann::json;

namespace {

json minimal() {
    return json::parse(R"({"id":"r","name":{"lv":"R","en":"R","ru":"R"},"owner":"O","protocol":"rest-json",
        "address":"http://127.0.0.1:1","path":"/r","asOf":"/t","closedMark":"c","notFoundMark":"n",
        "operations":{"look":{"path":"/look","result":"/x"}},
        "licences":[{"institutions":["I"],"purposes":["p"],"legalBases":["b"],"operations":["look"]}]})");
}

bool reads(const json& description) {
    return registerDescriptionFrom(description.dump()).has_value();
}

} // namespace

TEST(RegisterDescriptions, OfTheProjectAreReadable) {
    const auto all = loadRegisterDescriptions(VIENLOGS_SOURCE_DIR "/server/data/registers");
    ASSERT_TRUE(all) << all.error().detail;
    ASSERT_EQ(all->size(), 3u);
    for (const auto& description : *all) {
        EXPECT_FALSE(description.licences.empty()) << description.id;
        for (const auto& [id, operation] : description.operations) {
            int licences = 0;
            for (const auto& licence : description.licences)
                licences +=
                    static_cast<int>(std::count(licence.operations.begin(), licence.operations.end(), id));
            EXPECT_GT(licences, 0) << description.id << "." << id << " can never be used";
        }
        for (const auto& licence : description.licences)
            for (const auto& operation : licence.operations) {
                EXPECT_TRUE(description.operations.contains(operation)) << operation;
            }
    }
}

TEST(RegisterDescriptions, NameOnlyPurposesAndInstitutionsOfTheClassifiers) {
    const auto codesOf = [](const char* name) {
        std::ifstream stream(std::string(VIENLOGS_SOURCE_DIR "/server/data/classifiers/") + name);
        std::set<std::string> codes;
        const auto classifier = json::parse(stream);
        for (const auto& entry : classifier["concepts"])
            codes.insert(entry["code"]);
        return codes;
    };
    const auto purposes = codesOf("register-purposes.json"), institutions = codesOf("institution-list.json");
    const auto descriptions = loadRegisterDescriptions(VIENLOGS_SOURCE_DIR "/server/data/registers");
    ASSERT_TRUE(descriptions);
    for (const auto& description : *descriptions)
        for (const auto& licence : description.licences) {
            for (const auto& purpose : licence.purposes) {
                EXPECT_TRUE(purposes.contains(purpose)) << purpose;
            }
            for (const auto& institution : licence.institutions) {
                EXPECT_TRUE(institution == "*" || institutions.contains(institution)) << institution;
            }
        }
}

TEST(RegisterDescriptions, HaveSafeTimes) {
    auto slow = minimal();
    slow["answerMs"] = 60'000;
    slow["connectMs"] = 0;
    const auto description = registerDescriptionFrom(slow.dump());
    ASSERT_TRUE(description);
    EXPECT_EQ(description->answerTimeout, 5000ms);
    EXPECT_EQ(description->connectTimeout, 10ms);
}

TEST(RegisterDescriptions, NeverPutAPersonIntoAnUrl) {
    auto leaking = minimal();
    leaking["operations"]["look"]["path"] = "/look/{text}";
    EXPECT_FALSE(reads(leaking));
    leaking = minimal();
    leaking["operations"]["look"]["method"] = "GET";
    EXPECT_FALSE(reads(leaking));
    leaking["operations"]["look"]["openData"] = true;
    EXPECT_TRUE(reads(leaking));
}

TEST(RegisterDescriptions, OutOfShapeAreRefused) {
    ASSERT_TRUE(reads(minimal()));
    for (const char* missing : {"id", "name", "owner", "protocol", "address", "path", "asOf", "closedMark",
                                "notFoundMark", "operations", "licences"}) {
        auto without = minimal();
        without.erase(missing);
        EXPECT_FALSE(reads(without)) << missing;
        auto wrong = minimal();
        wrong[missing] = 7;
        EXPECT_FALSE(reads(wrong)) << missing;
    }
    const auto with = [](const char* pointer, const json& value) {
        auto changed = minimal();
        changed[json::json_pointer(pointer)] = value;
        return changed;
    };
    EXPECT_FALSE(reads(with("/protocol", "ftp")));
    EXPECT_FALSE(reads(with("/protocol", "xroad-rest"))); // without its client
    EXPECT_FALSE(reads(with("/protocol", "soap11")));     // without its namespace
    EXPECT_FALSE(reads(with("/closedMark", "")));
    EXPECT_FALSE(reads(with("/operations/look/result", "x")));
    EXPECT_FALSE(reads(with("/operations/look/result", "/a~9")));
    EXPECT_FALSE(reads(with("/operations/look/request", "/a~9")));
    EXPECT_FALSE(reads(with("/operations/look/method", "DELETE")));
    EXPECT_FALSE(reads(with("/licences/0/operations", {"*"})));
    EXPECT_FALSE(registerDescriptionFrom("{"));
    auto cachedWrite = with("/operations/look/write", true);
    cachedWrite["operations"]["look"]["cacheSeconds"] = 5;
    EXPECT_FALSE(reads(cachedWrite));
}

TEST(RegisterDescriptions, AnEmptyOrMissingFolderIsAFailure) {
    EXPECT_EQ(loadRegisterDescriptions(VIENLOGS_SOURCE_DIR "/nowhere").error().code, codes::descriptionWrong);
    EXPECT_FALSE(loadRegisterDescriptions(VIENLOGS_SOURCE_DIR "/cmake"));
}
