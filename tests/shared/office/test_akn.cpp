// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <libxml/parser.h>
#include <libxml/xmlschemas.h>

#include "../domain/acts/random_acts.h"
#include "vienlogs/office/akn.h"
#include "vienlogs/office/failures.h"
#include "whole_law.h"

using namespace vienlogs;
using namespace vienlogs::office;
using namespace vienlogs::office::test;

namespace {

/// The published schema, compiled once.
class Schema {
public:
    Schema() {
        const std::string path =
            std::string(VIENLOGS_SOURCE_DIR) + "/tests/data/schemas/akn/akomantoso30.xsd";
        auto* parser = xmlSchemaNewParserCtxt(path.c_str());
        schema_ = xmlSchemaParse(parser);
        if (!schema_)
            throw std::runtime_error("the schema cannot be compiled");
        xmlSchemaFreeParserCtxt(parser);
    }
    Schema(const Schema&) = delete;
    Schema& operator=(const Schema&) = delete;
    ~Schema() { xmlSchemaFree(schema_); }

    /// What is wrong; empty for a valid document.
    [[nodiscard]] std::string problems(const std::string& text) const {
        std::string found;
        auto* document = xmlReadMemory(text.data(), int(text.size()), nullptr, nullptr, XML_PARSE_NONET);
        if (!document)
            return "not well-formed";
        auto* validation = xmlSchemaNewValidCtxt(schema_);
        xmlSchemaSetValidStructuredErrors(
            validation,
            [](void* out, xmlErrorPtr error) { *static_cast<std::string*>(out) += error->message; }, &found);
        const int result = xmlSchemaValidateDoc(validation, document);
        xmlSchemaFreeValidCtxt(validation);
        xmlFreeDoc(document);
        return result == 0 ? std::string{} : found.empty() ? "invalid" : found;
    }

private:
    xmlSchemaPtr schema_;
};

const Schema& schema() {
    static const Schema compiled;
    return compiled;
}

void expectSame(const Act& one, const Act& other) {
    EXPECT_EQ(one.id(), other.id());
    EXPECT_EQ(one.kind(), other.kind());
    EXPECT_TRUE(changesBetween(one, other).empty());
    const auto first = one.inOrder(), second = other.inOrder();
    ASSERT_EQ(first.size(), second.size());
    for (std::size_t i = 0; i < first.size(); ++i) {
        EXPECT_EQ(first[i]->id, second[i]->id);
        EXPECT_EQ(first[i]->kind, second[i]->kind);
        EXPECT_EQ(first[i]->parent, second[i]->parent);
        EXPECT_EQ(first[i]->number, second[i]->number);
        EXPECT_EQ(first[i]->text, second[i]->text);
        EXPECT_EQ(first[i]->spans, second[i]->spans);
        EXPECT_EQ(first[i]->origin, second[i]->origin);
    }
}

} // namespace

TEST(Akn, AnActIsValidAndComesBackAsItWent) {
    const WholeLaw law;
    const auto text =
        writeAkn(law.act, {.version = 42, .author = "Tieslietu ministrija", .original = &law.act});
    EXPECT_EQ(schema().problems(text), "");
    const auto read = readAkn(text, WholeLaw::id);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->version, 42U);
    EXPECT_EQ(read->warnings, std::vector<std::string>{});
    expectSame(law.act, read->act);
}

TEST(Akn, TheSchemaRefusesWhatIsWrong) {
    auto text = writeAkn(WholeLaw().act, {});
    text.replace(text.find("<intro>"), 7, "<outro>");
    text.replace(text.find("</intro>"), 8, "</outro>");
    EXPECT_NE(schema().problems(text).find("outro"), std::string::npos);
}

TEST(Akn, ChangedAnyhowAnActIsValidAndComesBackAsItWent) {
    for (std::uint32_t seed = 1; seed <= 150; ++seed) {
        SCOPED_TRACE(seed);
        acts::test::RandomActs random(seed);
        const auto act = random.changed(Act(random.id(), ActKind(seed % 5)), 80);
        const auto text = writeAkn(act, {.version = seed});
        ASSERT_EQ(schema().problems(text), "");
        const auto read = readAkn(text, WholeLaw::id);
        ASSERT_TRUE(read);
        expectSame(act, read->act);
        if (HasFailure())
            return;
    }
}

TEST(Akn, PositionsFollowTheConvention) {
    WholeLaw law;
    auto positions = aknPositions(law.act);
    EXPECT_EQ(positions[law.article], "art_1");
    EXPECT_EQ(positions[law.part], "art_1__para_1");
    EXPECT_EQ(positions[law.point], "art_1__para_1__point_1");
    law.apply(SetNumber{law.last, {1, 1}});
    EXPECT_EQ(aknPositions(law.act)[law.last], "art_1-1");
    EXPECT_NE(writeAkn(law.act, {}).find("<num>1.<sup>1</sup> pants.</num>"), std::string::npos);
    law.apply(SetNumber{law.last, {1, 0}});
    EXPECT_EQ(aknPositions(law.act)[law.last], "art_1-dup2");
}

TEST(Akn, ModificationsStandInTheMetadata) {
    const WholeLaw law;
    const auto text = writeAkn(law.act, {.modifications = {{"substitution", law.point, "/akn/lv/act#art_5"},
                                                           {"repeal", {}, "/akn/lv/act#art_6"}}});
    EXPECT_EQ(schema().problems(text), "");
    EXPECT_NE(text.find("<source eId=\"mod_1__source\" href=\"#art_1__para_1__point_1\"/>"),
              std::string::npos);
}

TEST(Akn, AForeignActIsReadByItsUnits) {
    const auto read = readAkn(
        R"(<akomaNtoso><act name="law"><preface><longTitle><p>Law on Documents</p></longTitle></preface><body>
<section><num>1.</num><heading>General</heading><article GUID="x"><num>5.<sup>1</sup> pants.</num><heading>Purpose</heading>
<paragraph><num>(2)</num><intro><p>A person writes:</p></intro><point><num>1)</num><content><p>the <b>name</b>;</p></content></point>
<wrapUp><p>and signs.</p></wrapUp></paragraph></article></section></body></act></akomaNtoso>)",
        WholeLaw::id);
    ASSERT_TRUE(read);
    std::string text;
    for (const auto* element : read->act.inOrder())
        text +=
            std::string(base::nameIn(elementKindNames, element->kind)) + ":" + textOf(element->text) + "/";
    EXPECT_EQ(text,
              "title:Law on Documents/chapter:General/article:Purpose/part:A person writes:/point:the name;/"
              "paragraph:and signs./");
    const auto articles = read->act.inOrder();
    EXPECT_EQ(articles[2]->number.value, 5U);
    EXPECT_EQ(articles[2]->number.index, 1U);
    EXPECT_EQ(articles[3]->number.value, 2U);
}

TEST(Akn, HostileFilesAreRefused) {
    EXPECT_EQ(readAkn("", WholeLaw::id).error().code, codes::forbidden);
    EXPECT_EQ(readAkn("<akomaNtoso/>", WholeLaw::id).error().code, codes::notOffice);
    EXPECT_EQ(readAkn("<!DOCTYPE x [<!ENTITY a \"b\">]><akomaNtoso/>", WholeLaw::id).error().code,
              codes::forbidden);
    std::string deep = "<akomaNtoso><act><body>";
    for (int i = 0; i < 300; ++i)
        deep += "<point>";
    EXPECT_EQ(readAkn(deep, WholeLaw::id).error().code, codes::tooLarge);
    const auto whole = writeAkn(WholeLaw().act, {});
    for (std::size_t length = 0; length + 2 < whole.size(); length += 7)
        EXPECT_FALSE(readAkn(whole.substr(0, length), WholeLaw::id));
    for (std::size_t at = 0; at < whole.size(); at += 3) {
        auto damaged = whole;
        damaged[at] = char(damaged[at] ^ 0x10);
        if (const auto read = readAkn(damaged, WholeLaw::id)) {
            EXPECT_EQ(brokenInvariants(read->act), std::vector<std::string>{});
        }
    }
}
