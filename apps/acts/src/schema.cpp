// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "schema.h"

#include <libxml/parser.h>
#include <libxml/xmlschemas.h>

#include <memory>

namespace vienlogs::acts_tool {

namespace {

constexpr std::size_t mostLines = 100;

template<auto Free>
struct Freer {
    template<typename Type>
    void operator()(Type* value) const {
        Free(value);
    }
};

void note(void* lines, xmlErrorPtr error) {
    auto& all = *static_cast<std::vector<std::string>*>(lines);
    if (all.size() >= mostLines || !error->message)
        return;
    std::string line = error->message;
    while (!line.empty() && line.back() == '\n')
        line.pop_back();
    all.push_back("line " + std::to_string(error->line) + ": " + line);
}

} // namespace

std::vector<std::string> againstSchema(const std::string& text, const std::string& schemaPath) {
    using Parser = std::unique_ptr<xmlSchemaParserCtxt, Freer<xmlSchemaFreeParserCtxt>>;
    using Schema = std::unique_ptr<xmlSchema, Freer<xmlSchemaFree>>;
    using Validation = std::unique_ptr<xmlSchemaValidCtxt, Freer<xmlSchemaFreeValidCtxt>>;
    using Document = std::unique_ptr<xmlDoc, Freer<xmlFreeDoc>>;
    const Parser parser(xmlSchemaNewParserCtxt(schemaPath.c_str()));
    const Schema schema(parser ? xmlSchemaParse(parser.get()) : nullptr);
    if (!schema)
        return {"the schema cannot be read"};
    const Document document(
        xmlReadMemory(text.data(), int(text.size()), nullptr, nullptr, XML_PARSE_NONET | XML_PARSE_NOERROR));
    if (!document)
        return {"no well-formed XML"};
    std::vector<std::string> lines;
    const Validation validation(xmlSchemaNewValidCtxt(schema.get()));
    xmlSchemaSetValidStructuredErrors(validation.get(), note, &lines);
    if (xmlSchemaValidateDoc(validation.get(), document.get()) != 0 && lines.empty())
        lines.emplace_back("not valid");
    return lines;
}

} // namespace vienlogs::acts_tool
