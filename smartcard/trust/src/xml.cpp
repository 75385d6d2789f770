// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/trust/xml.h"

#include <mutex>

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <xmlsec/xmlsec.h> // before the others, which need it

#include <xmlsec/errors.h>
#include <xmlsec/openssl/app.h>
#include <xmlsec/openssl/crypto.h>

namespace vienlogs::trust {

namespace {

struct FreeContext {
    void operator()(xmlParserCtxt* context) const { xmlFreeParserCtxt(context); }
};

/// A DOCTYPE ends the parsing before any of its entities is seen.
void refuseDtd(void* context, const xmlChar*, const xmlChar*, const xmlChar*) {
    auto* parser = static_cast<xmlParserCtxt*>(context);
    parser->wellFormed = 0;
    xmlStopParser(parser);
}

} // namespace

void FreeXml::operator()(_xmlDoc* document) const {
    xmlFreeDoc(document);
}

XmlDocument parseXml(const base::Bytes& xml, std::size_t mostBytes) {
    if (xml.empty() || xml.size() > mostBytes)
        return nullptr;
    const std::unique_ptr<xmlParserCtxt, FreeContext> context(xmlNewParserCtxt());
    if (!context)
        return nullptr;
    context->sax->internalSubset = refuseDtd;
    // Neither entities nor XInclude; without XML_PARSE_HUGE libxml2 itself stops at 256 levels.
    XmlDocument document(xmlCtxtReadMemory(context.get(), reinterpret_cast<const char*>(xml.data()),
                                           static_cast<int>(xml.size()), nullptr, nullptr,
                                           XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING));
    return document && !xmlGetIntSubset(document.get()) ? std::move(document) : nullptr;
}

bool startXmlSec() {
    static std::once_flag once;
    static bool started = false; // xmlsec's own tables are the process's, so this is too
    std::call_once(once, [] {
        started = xmlSecInit() == 0 && xmlSecOpenSSLAppInit(nullptr) == 0 && xmlSecOpenSSLInit() == 0;
        xmlSecErrorsDefaultCallbackEnableOutput(0); // failures are told as values
    });
    return started;
}

} // namespace vienlogs::trust
