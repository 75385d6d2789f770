// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "data_files.h"
#include "vienlogs/base/clock.h"
#include "vienlogs/classifiers/classifiers.h"

using namespace vienlogs;
using namespace vienlogs::classifiers;
using nlohmann::json;

namespace {

json label(const char* text) {
    return {{"lv", text}, {"en", text}, {"ru", text}};
}

json scheme(json concepts) {
    return {{"id", "x"}, {"version", 1}, {"title", label("X")}, {"concepts", std::move(concepts)}};
}

} // namespace

TEST(Classifiers, ShippedOnesAreComplete) {
    const auto loaded = loadClassifiers(dataFiles());
    ASSERT_TRUE(loaded) << loaded.error().argument << " " << loaded.error().detail;
    for (const auto* id : {"countries", "municipalities", "delivery-ways", "acting-bases", "relations",
                           "register-purposes", "residence-grounds"})
        EXPECT_TRUE(loaded->contains(id)) << id;
    const auto& municipalities = loaded->find("municipalities")->second;
    const auto today = base::dateFromIso("2026-11-23").value();
    const auto valid = municipalities.validOn(today);
    const auto under = [&](const char* broader) {
        return std::count_if(valid.begin(), valid.end(),
                             [&](const Concept* entry) { return entry->broader == broader; });
    };
    EXPECT_EQ(under("municipalities"), 35);
    EXPECT_EQ(municipalities.narrowerThan("state-cities").size(), 7U);
    EXPECT_EQ(municipalities.label("cesu-novads", base::Language::English), "Cēsis Municipality");
    const auto& countries = loaded->find("countries")->second;
    EXPECT_EQ(countries.concepts().size(), 249U);
    EXPECT_EQ(countries.concepts().front().code, "LV");
    EXPECT_EQ(countries.label("DE", base::Language::Latvian), "Vācija");
}

TEST(Classifiers, AnEntryNoLongerValidKeepsItsLabel) {
    const auto parsed =
        ConceptScheme::parse(scheme({{{"code", "old"},
                                      {"label", label("Old")},
                                      {"validFrom", "2020-01-01"},
                                      {"validTo", "2025-06-30"}},
                                     {{"code", "new"}, {"label", label("New")}, {"validFrom", "2025-07-01"}}})
                                 .dump());
    ASSERT_TRUE(parsed);
    const auto on = [&](const char* day) {
        std::string codes;
        for (const auto* entry : parsed->validOn(base::dateFromIso(day).value()))
            codes += entry->code + " ";
        return codes;
    };
    EXPECT_EQ(on("2019-12-31"), "");
    EXPECT_EQ(on("2025-06-30"), "old ");
    EXPECT_EQ(on("2025-07-01"), "new ");
    EXPECT_EQ(parsed->label("old", base::Language::Latvian), "Old");
    EXPECT_EQ(parsed->label("gone", base::Language::Latvian), "gone");
}

TEST(Classifiers, RefuseWhatDoesNotHold) {
    const json good = {{"code", "a"}, {"label", label("A")}};
    EXPECT_TRUE(ConceptScheme::parse(scheme({good}).dump()));
    const json bad[] = {
        json::array(),                                                           // empty
        json::array({good, good}),                                               // a code twice
        json::array({{{"code", "a"}, {"label", label("A")}, {"broader", "b"}}}), // no such broader
        json::array({{{"code", "a"}, {"label", label("A")}, {"broader", "b"}},
                     {{"code", "b"}, {"label", label("B")}, {"broader", "a"}}}),          // a circle
        json::array({{{"code", "a"}, {"label", label("")}}}),                             // no label
        json::array({{{"code", "a"}, {"label", label("A")}, {"validTo", "2026-02-30"}}}), // no such day
        json::array(
            {{{"code", "a"}, {"label", label("A")}, {"validFrom", "2026-02-02"}, {"validTo", "2026-02-01"}}}),
        json::array({{{"code", 5}, {"label", label("A")}}}),
        json("text"),
    };
    for (const auto& concepts : bad) {
        const auto parsed = ConceptScheme::parse(scheme(concepts).dump());
        ASSERT_FALSE(parsed) << concepts.dump();
        EXPECT_EQ(parsed.error().code, codes::classifierInvalid);
    }
    EXPECT_FALSE(ConceptScheme::parse(std::string(5'000'000, ' ')));
    EXPECT_FALSE(ConceptScheme::parse("{"));
}
