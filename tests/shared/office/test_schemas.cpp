// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
//
// What is written, held against the published schemas: OpenDocument 1.3 (RELAX NG) and ECMA-376 (XSD). They
// are not part of the sources; VIENLOGS_SCHEMAS names a folder with odf/ and ooxml/, see the README of
// shared/office.
#include <libxml/parser.h>
#include <libxml/relaxng.h>
#include <libxml/xmlschemas.h>

#include <cstdarg>
#include <filesystem>
#include <memory>

#include "vienlogs/office/package.h"
#include "whole_law.h"

using namespace vienlogs;
using namespace vienlogs::office;
using namespace vienlogs::office::test;

namespace {

template<auto Free>
struct Freer {
    template<typename Type>
    void operator()(Type* value) const {
        Free(value);
    }
};
using Xml = std::unique_ptr<xmlDoc, Freer<xmlFreeDoc>>;

void gather(void* all, const char* format, ...) {
    std::va_list arguments;
    va_start(arguments, format);
    char line[500];
    std::vsnprintf(line, sizeof line, format, arguments);
    va_end(arguments);
    *static_cast<std::string*>(all) += line;
}

/// The schema of charts, which no act has, is not there.
void leave(void*, const char*, ...) {}

/// Attributes that readers ignore: namespaces of our own in ODF (1.3 part 3, 3.17), mc:Ignorable in OOXML.
void takeForeignOff(xmlNode* node) {
    for (auto* attribute = node->properties; attribute;) {
        auto* next = attribute->next;
        const std::string_view space =
            attribute->ns ? reinterpret_cast<const char*>(attribute->ns->href) : std::string_view();
        if (space.starts_with("urn:vienlogs:") || space.starts_with("urn:org:documentfoundation:") ||
            space.find("/markup-compatibility/") != std::string_view::npos ||
            space.starts_with("http://schemas.microsoft.com/"))
            xmlRemoveProp(attribute);
        attribute = next;
    }
    for (auto* child = node->children; child; child = child->next)
        if (child->type == XML_ELEMENT_NODE)
            takeForeignOff(child);
}

Xml parsed(const std::string& text) {
    Xml document(xmlReadMemory(text.data(), int(text.size()), "part.xml", nullptr, XML_PARSE_NONET));
    if (document)
        takeForeignOff(xmlDocGetRootElement(document.get()));
    return document;
}

/// What a schema says against a part; empty when nothing.
std::string againstXsd(const std::filesystem::path& schema, const std::string& text) {
    std::string errors;
    std::unique_ptr<xmlSchemaParserCtxt, Freer<xmlSchemaFreeParserCtxt>> parser(
        xmlSchemaNewParserCtxt(schema.c_str()));
    xmlSchemaSetParserErrors(parser.get(), gather, leave, &errors);
    std::unique_ptr<xmlSchema, Freer<xmlSchemaFree>> grammar(xmlSchemaParse(parser.get()));
    if (!grammar)
        return "no schema: " + errors;
    std::unique_ptr<xmlSchemaValidCtxt, Freer<xmlSchemaFreeValidCtxt>> valid(
        xmlSchemaNewValidCtxt(grammar.get()));
    xmlSchemaSetValidErrors(valid.get(), gather, gather, &errors);
    const auto document = parsed(text);
    const bool good = document && xmlSchemaValidateDoc(valid.get(), document.get()) == 0;
    return good ? "" : "not valid: " + errors;
}

std::string againstRelaxNg(const std::filesystem::path& schema, const std::string& text) {
    std::string errors;
    std::unique_ptr<xmlRelaxNGParserCtxt, Freer<xmlRelaxNGFreeParserCtxt>> parser(
        xmlRelaxNGNewParserCtxt(schema.c_str()));
    xmlRelaxNGSetParserErrors(parser.get(), gather, gather, &errors);
    std::unique_ptr<xmlRelaxNG, Freer<xmlRelaxNGFree>> grammar(xmlRelaxNGParse(parser.get()));
    if (!grammar)
        return "no schema: " + errors;
    std::unique_ptr<xmlRelaxNGValidCtxt, Freer<xmlRelaxNGFreeValidCtxt>> valid(
        xmlRelaxNGNewValidCtxt(grammar.get()));
    xmlRelaxNGSetValidErrors(valid.get(), gather, gather, &errors);
    const auto document = parsed(text);
    const bool good = document && xmlRelaxNGValidateDoc(valid.get(), document.get()) == 0;
    return good ? "" : "not valid: " + errors;
}

/// A law with every kind of element, cells over rows and columns, and a comment with a reply.
std::string written(Format format) {
    WholeLaw law;
    const auto table = law.add(ElementKind::Table, law.article, "");
    const auto row = law.add(ElementKind::Row, table, ""), next = law.add(ElementKind::Row, table, "");
    const auto cell = WholeLaw::id();
    law.apply(InsertElement{cell, ElementKind::Cell, {row, {}}, {}, {}, {.columns = 2, .rows = 2}});
    law.add(ElementKind::Paragraph, cell, "Plata");
    law.add(ElementKind::Paragraph, law.add(ElementKind::Cell, row, ""), "Augšā");
    law.add(ElementKind::Paragraph, law.add(ElementKind::Cell, next, ""), "Lejā");
    const auto asked = WholeLaw::id();
    const auto at = base::Timestamp(std::chrono::seconds(1'700'000'000));
    law.apply(AddComment{{asked, law.part, {}, "Anna", at, "Vai?\nNē.", {}, true}});
    law.apply(AddComment{{WholeLaw::id(), law.part, asked, "Līga", at, "Jā."}});
    return *writeDocument(format, law.act, 42);
}

class Schemas : public testing::Test {
protected:
    void SetUp() override {
        const auto* folder = std::getenv("VIENLOGS_SCHEMAS");
        if (!folder)
            GTEST_SKIP() << "VIENLOGS_SCHEMAS does not name the folder of the published schemas";
        folder_ = folder;
    }
    std::filesystem::path folder_;
};

} // namespace

TEST_F(Schemas, AnActAsOdtIsOpenDocument) {
    const std::vector<std::string> names{"content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml"};
    const auto package = openPackage(written(Format::Odt), names);
    ASSERT_TRUE(package);
    ASSERT_EQ(package->parts.size(), names.size());
    for (const auto& [name, text] : package->parts) {
        const auto* grammar = name == names.back() ? "manifest-schema" : "schema";
        EXPECT_EQ(
            againstRelaxNg(folder_ / "odf" / ("OpenDocument-v1.3-" + std::string(grammar) + ".rng"), text),
            "")
            << name;
    }
}

TEST_F(Schemas, AnActAsDocxIsWordprocessingMl) {
    const std::map<std::string, std::string> grammars{
        {"word/document.xml", "wml.xsd"},
        {"word/styles.xml", "wml.xsd"},
        {"word/comments.xml", "wml.xsd"},
        {"[Content_Types].xml", "opc-contentTypes.xsd"},
        {"_rels/.rels", "opc-relationships.xsd"},
        {"word/_rels/document.xml.rels", "opc-relationships.xsd"},
        {"docProps/custom.xml", "shared-documentPropertiesCustom.xsd"}};
    std::vector<std::string> names;
    for (const auto& [name, grammar] : grammars)
        names.push_back(name);
    const auto package = openPackage(written(Format::Docx), names);
    ASSERT_TRUE(package);
    ASSERT_EQ(package->parts.size(), names.size());
    for (const auto& [name, text] : package->parts)
        EXPECT_EQ(againstXsd(folder_ / "ooxml" / grammars.at(name), text), "") << name;
}

TEST_F(Schemas, RefuseWhatTheyDoNotAllow) {
    const std::string document =
        R"(<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">)"
        "<w:body><w:p/></w:body></w:document>";
    EXPECT_EQ(againstXsd(folder_ / "ooxml/wml.xsd", document), "");
    auto wrong = document;
    wrong.replace(wrong.find("<w:p/>"), 6, "<w:t/>");
    EXPECT_NE(againstXsd(folder_ / "ooxml/wml.xsd", wrong), "");
    EXPECT_NE(againstRelaxNg(folder_ / "odf/OpenDocument-v1.3-schema.rng", document), "");
}
