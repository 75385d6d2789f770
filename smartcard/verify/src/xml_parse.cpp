// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include "vienlogs/verify/failures.h"
#include "xml.h"

namespace vienlogs::verify::xml {

namespace {

constexpr int deepest = 64, mostElements = 50000, mostAttributes = 100000;

/// What was seen so far; the parser's private data.
struct Budget {
    int depth = 0, elements = 0, attributes = 0;
    const char* broken = nullptr;
};

Budget& budgetOf(void* parser) {
    return *static_cast<Budget*>(static_cast<xmlParserCtxt*>(parser)->_private);
}

void stop(void* parser, const char* why) {
    if (!budgetOf(parser).broken)
        budgetOf(parser).broken = why;
    xmlStopParser(static_cast<xmlParserCtxt*>(parser));
}

void startElement(void* parser, const xmlChar* name, const xmlChar* prefix, const xmlChar* uri,
                  int namespaces, const xmlChar** namespaceList, int attributes, int defaulted,
                  const xmlChar** attributeList) {
    auto& budget = budgetOf(parser);
    budget.attributes += attributes + namespaces;
    if (++budget.depth > deepest || ++budget.elements > mostElements || budget.attributes > mostAttributes)
        return stop(parser, "too deep or too many elements");
    xmlSAX2StartElementNs(parser, name, prefix, uri, namespaces, namespaceList, attributes, defaulted,
                          attributeList);
}

void endElement(void* parser, const xmlChar* name, const xmlChar* prefix, const xmlChar* uri) {
    --budgetOf(parser).depth;
    xmlSAX2EndElementNs(parser, name, prefix, uri);
}

void documentType(void* parser, const xmlChar*, const xmlChar*, const xmlChar*) {
    stop(parser, "a document type");
}

void instruction(void* parser, const xmlChar*, const xmlChar*) {
    stop(parser, "a processing instruction");
}

void silent(void*, const char*, ...) {}

constexpr std::size_t longestTag = 16 * 1024;

/// The end of a tag that begins here, a ">" in a value not counted; npos when it is too long for any
/// signature.
std::size_t endOfTag(std::string_view text, std::size_t from) {
    char quote = 0;
    for (auto at = from; at < text.size() && at < from + longestTag; ++at) {
        const char c = text[at];
        if (quote ? c == quote : c == '"' || c == '\'')
            quote = quote ? '\0' : c;
        else if (c == '>' && !quote)
            return at;
    }
    return std::string_view::npos;
}

/// Whether every tag is short. libxml2 compares each attribute of a tag with all before it, so that a few
/// megabytes of them in one tag would take minutes before we hear of the first.
bool tagsAreShort(std::string_view text) {
    for (auto at = text.find('<'); at < text.size(); at = text.find('<', at)) {
        if (text.substr(at, 4) == "<!--")
            at = text.find("-->", at + 4);
        else if (text.substr(at, 9) == "<![CDATA[")
            at = text.find("]]>", at);
        else
            at = endOfTag(text, at);
        if (at == std::string_view::npos)
            return false;
    }
    return true;
}

struct FreeParser {
    void operator()(xmlParserCtxt* parser) const {
        if (parser->myDoc)
            xmlFreeDoc(parser->myDoc);
        xmlFreeParserCtxt(parser);
    }
};

void harden(xmlParserCtxt& parser, Budget& budget) {
    parser._private = &budget;
    parser.sax->startElementNs = startElement;
    parser.sax->endElementNs = endElement;
    parser.sax->internalSubset = documentType;
    parser.sax->processingInstruction = instruction;
    parser.sax->resolveEntity = nullptr;
    parser.sax->getEntity = nullptr; // the five that XML knows need no lookup
    parser.sax->error = silent;
    parser.sax->warning = silent;
    parser.sax->serror = nullptr;
}

} // namespace

base::Result<DocumentPtr> parse(const base::Bytes& text) {
    const auto malformed = [](const char* why) { return base::fail(codes::malformed, why, why); };
    if (text.empty() || text.size() > mostBytes)
        return base::fail(codes::tooLarge, "the XML of a signature");
    if (!tagsAreShort({reinterpret_cast<const char*>(text.data()), text.size()}))
        return malformed("a tag that is too long or has no end");
    const std::unique_ptr<xmlParserCtxt, FreeParser> parser(
        xmlCreateMemoryParserCtxt(reinterpret_cast<const char*>(text.data()), static_cast<int>(text.size())));
    if (!parser)
        return malformed("XML");
    Budget budget;
    xmlCtxtUseOptions(parser.get(), XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    harden(*parser, budget);
    // Whatever the declaration says, so that bytes have one meaning; other encodings are not well formed
    // then.
    if (xmlSwitchEncoding(parser.get(), XML_CHAR_ENCODING_UTF8) != 0)
        return malformed("encoding");
    xmlParseDocument(parser.get());
    DocumentPtr document(std::exchange(parser->myDoc, nullptr));
    if (budget.broken)
        return malformed(budget.broken);
    if (!parser->wellFormed || !parser->nsWellFormed || !document || !xmlDocGetRootElement(document.get()))
        return malformed("XML that is not well formed");
    const auto isUtf8 = [](const xmlChar* name) { return !name || !xmlStrcasecmp(name, BAD_CAST "UTF-8"); };
    if (!isUtf8(parser->encoding) || (parser->input && !isUtf8(parser->input->encoding)))
        return malformed("an encoding other than UTF-8");
    return document;
}

} // namespace vienlogs::verify::xml
