// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "vienlogs/office/failures.h"
#include "vienlogs/office/odt.h"
#include "vienlogs/office/package.h"

using namespace vienlogs::office;

namespace {

std::string package(const std::string& content, std::vector<Part> more = {}) {
    more.push_back({"content.xml", content});
    return *makePackage(more);
}

std::string body(const std::string& text) {
    return "<office:document-content><office:body><office:text>" + text +
           "</office:text></office:body></office:document-content>";
}

} // namespace

TEST(HostileOdt, WhatIsNoPackageIsRefused) {
    EXPECT_EQ(readOdt("").error().code, codes::notOffice);
    EXPECT_EQ(readOdt("%PDF-1.7").error().code, codes::notOffice);
    const auto whole = package(body("<text:p>x</text:p>"));
    for (std::size_t length = 0; length < whole.size(); ++length)
        EXPECT_FALSE(readOdt(whole.substr(0, length)));
    EXPECT_EQ(readOdt(*makePackage({{"word/document.xml", "<w/>"}})).error().code, codes::notOffice);
}

TEST(HostileOdt, AFlippedByteNeverPassesAsAnotherText) {
    const auto whole = package(body("<text:p>Persona iesniedz iesniegumu.</text:p>"));
    for (std::size_t at = 0; at < whole.size(); ++at) {
        auto damaged = whole;
        damaged[at] = char(damaged[at] ^ 0x20);
        if (const auto read = readOdt(damaged); read && !read->paragraphs.empty()) {
            EXPECT_EQ(vienlogs::acts::textOf(read->paragraphs[0].text), "Persona iesniedz iesniegumu.");
        }
    }
}

TEST(HostileOdt, BombsStopAtTheBounds) {
    EXPECT_EQ(readOdt(package(std::string(PackageBounds::partBytes + 1, ' '))).error().code, codes::tooLarge);
    std::string deep;
    for (int i = 0; i < 300; ++i)
        deep += "<text:span>";
    EXPECT_EQ(readOdt(package(body(deep))).error().code, codes::tooLarge);
    std::string hidden; // what looks like the end of an empty element stands in a value
    for (int i = 0; i < 100'000; ++i)
        hidden += i % 2 == 0 ? "<text:span b=\"/>\">" : "<text:span b='\"/>'>";
    EXPECT_EQ(readOdt(package(body(hidden))).error().code, codes::tooLarge);
    std::vector<Part> many;
    for (std::size_t i = 0; i <= PackageBounds::parts; ++i)
        many.push_back({"p" + std::to_string(i), ""});
    EXPECT_EQ(readOdt(package(body(""), many)).error().code, codes::tooLarge);
}

TEST(HostileOdt, EntitiesPasswordsAndMacrosAreSeen) {
    EXPECT_EQ(
        readOdt(package("<!DOCTYPE x [<!ENTITY a \"b\">]>" + body("<text:p>&a;</text:p>"))).error().code,
        codes::forbidden);
    EXPECT_EQ(readOdt(package(body("<text:p>"))).error().code, codes::forbidden);
    EXPECT_EQ(readOdt(package("x", {{"META-INF/manifest.xml", "<manifest:encryption-data/>"}})).error().code,
              codes::encrypted);
    const auto read = readOdt(package(body("<text:p>x</text:p>"), {{"Basic/Standard/Module1.xml", "x"}}));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->warnings.size(), 1U);
}
