// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "xml.h"

#include <libxml/c14n.h>
#include <libxml/parser.h>

#include "vienlogs/sign/failures.h"

namespace vienlogs::sign::xml {

namespace {

constexpr std::size_t longest = 16U << 20;

/// libxml2 asks of each node whether it belongs to the part that is wanted: all that lies within `root`.
int liesWithin(void* root, xmlNode* node, xmlNode* parent) {
    const auto* at = node->type == XML_NAMESPACE_DECL ? parent : node;
    while (at && at != root)
        at = at->parent;
    return at != nullptr;
}

bool is(const xmlNode* node, const char* space, const char* name) {
    return node->type == XML_ELEMENT_NODE && node->ns && xmlStrEqual(node->ns->href, BAD_CAST space) &&
           xmlStrEqual(node->name, BAD_CAST name);
}

std::string taken(xmlChar* text) {
    std::string copy = text ? reinterpret_cast<const char*>(text) : "";
    xmlFree(text);
    return copy;
}

} // namespace

DocumentPtr parse(const base::Bytes& bytes) {
    if (bytes.size() > longest)
        return nullptr;
    DocumentPtr document(xmlReadMemory(reinterpret_cast<const char*>(bytes.data()), int(bytes.size()),
                                       nullptr, nullptr,
                                       XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING));
    return document && !document->intSubset && xmlDocGetRootElement(document.get()) ? std::move(document)
                                                                                    : nullptr;
}

base::Result<base::Bytes> write(xmlDoc* document) {
    xmlChar* text = nullptr;
    int size = 0;
    xmlDocDumpMemoryEnc(document, &text, &size, "UTF-8");
    if (!text)
        return base::fail(codes::notBuilt, "writing the signature's XML");
    base::Bytes bytes(text, text + size);
    xmlFree(text);
    return bytes;
}

std::vector<xmlNode*> children(xmlNode* parent, const char* space, const char* name) {
    std::vector<xmlNode*> found;
    for (auto* node = parent ? parent->children : nullptr; node; node = node->next)
        if (is(node, space, name))
            found.push_back(node);
    return found;
}

xmlNode* child(xmlNode* parent, const char* space, const char* name) {
    for (auto* node = parent ? parent->children : nullptr; node; node = node->next)
        if (is(node, space, name))
            return node;
    return nullptr;
}

xmlNode* below(xmlNode* from, const std::vector<std::pair<const char*, const char*>>& path) {
    for (const auto& [space, name] : path)
        from = child(from, space, name);
    return from;
}

std::string textOf(xmlNode* node) {
    return node ? taken(xmlNodeGetContent(node)) : std::string();
}

std::string attributeOf(xmlNode* node, const char* name) {
    return taken(xmlGetNoNsProp(node, BAD_CAST name));
}

base::Result<base::Bytes> canonical(xmlNode* element) {
    std::unique_ptr<xmlOutputBuffer, decltype(&xmlOutputBufferClose)> buffer(xmlAllocOutputBuffer(nullptr),
                                                                             xmlOutputBufferClose);
    if (!element || !buffer ||
        xmlC14NExecute(element->doc, liesWithin, element, XML_C14N_1_1, nullptr, 0, buffer.get()) < 0)
        return base::fail(codes::notBuilt, "canonical form");
    const auto* content = xmlOutputBufferGetContent(buffer.get());
    return base::Bytes(content, content + xmlOutputBufferGetSize(buffer.get()));
}

std::string escape(const std::string& text) {
    std::string escaped;
    for (const char c : text)
        switch (c) {
        case '&':
            escaped += "&amp;";
            break;
        case '<':
            escaped += "&lt;";
            break;
        case '>':
            escaped += "&gt;";
            break;
        case '"':
            escaped += "&quot;";
            break;
        default:
            escaped.push_back(c);
        }
    return escaped;
}

std::string element(const std::string& name, const std::string& attributes, const std::string& content) {
    return "<" + name + (attributes.empty() ? "" : " " + attributes) + ">" + content + "</" + name + ">";
}

} // namespace vienlogs::sign::xml
