// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "xml.h"

#include <libxml/c14n.h>

#include <algorithm>
#include <sstream>

#include "vienlogs/verify/failures.h"

namespace vienlogs::verify::xml {

namespace {

std::string_view view(const xmlChar* text) {
    return text ? reinterpret_cast<const char*>(text) : std::string_view{};
}

bool textOnly(const xmlNode* child) {
    for (; child; child = child->next)
        if (child->type != XML_TEXT_NODE && child->type != XML_CDATA_SECTION_NODE)
            return false;
    return true;
}

std::string joined(const xmlNode* child) {
    std::string result;
    for (; child; child = child->next)
        result += view(child->content);
    return result;
}

/// The next node of a walk through the whole document, without recursion.
xmlNode* following(xmlNode* node) {
    if (node->type == XML_ELEMENT_NODE && node->children)
        return node->children;
    while (node && !node->next)
        node = node->parent && node->parent->type == XML_ELEMENT_NODE ? node->parent : nullptr;
    return node ? node->next : nullptr;
}

bool namesIdentifier(const xmlAttr* attribute) {
    return view(attribute->name) == "Id" || view(attribute->name) == "id" || view(attribute->name) == "ID";
}

/// libxml2 asks of each node whether it belongs to the part that is wanted: all that lies within `root`.
int liesWithin(void* root, xmlNode* node, xmlNode* parent) {
    const auto* at = node->type == XML_NAMESPACE_DECL ? parent : node;
    while (at && at != root)
        at = at->parent;
    return at != nullptr;
}

constexpr const char* exclusiveSpace = "http://www.w3.org/2001/10/xml-exc-c14n#";

} // namespace

bool is(const xmlNode* node, const char* name, const char* space) {
    return node && node->type == XML_ELEMENT_NODE && view(node->name) == name && node->ns &&
           view(node->ns->href) == space;
}

std::vector<xmlNode*> children(const xmlNode* node) {
    std::vector<xmlNode*> found;
    for (auto* child = node ? node->children : nullptr; child; child = child->next)
        if (child->type == XML_ELEMENT_NODE)
            found.push_back(child);
    return found;
}

std::vector<xmlNode*> children(const xmlNode* node, const char* name, const char* space) {
    auto found = children(node);
    std::erase_if(found, [&](const xmlNode* child) { return !is(child, name, space); });
    return found;
}

xmlNode* only(const xmlNode* node, const char* name, const char* space) {
    const auto found = children(node, name, space);
    return found.size() == 1 ? found[0] : nullptr;
}

std::optional<std::string> text(const xmlNode* node) {
    if (!node || !textOnly(node->children))
        return std::nullopt;
    return joined(node->children);
}

std::optional<base::Bytes> base64(const xmlNode* node) {
    auto characters = text(node);
    if (!characters)
        return std::nullopt;
    std::erase_if(*characters, [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; });
    return base::fromBase64(*characters);
}

std::optional<std::string> attribute(const xmlNode* node, const char* name) {
    for (const auto* each = node ? node->properties : nullptr; each; each = each->next)
        if (!each->ns && view(each->name) == name)
            return textOnly(each->children) ? std::optional(joined(each->children)) : std::nullopt;
    return std::nullopt;
}

base::Result<std::map<std::string, xmlNode*>> identifiers(const xmlDoc* document) {
    std::map<std::string, xmlNode*> found;
    for (auto* node = xmlDocGetRootElement(document); node; node = following(node)) {
        if (node->type != XML_ELEMENT_NODE)
            continue;
        for (const auto* each = node->properties; each; each = each->next)
            if (namesIdentifier(each) && !found.emplace(joined(each->children), node).second)
                return base::fail(codes::malformed, "one Id twice", "Id");
    }
    return found;
}

std::optional<Canonicalization> canonicalizationOf(const xmlNode* element) {
    const auto name = attribute(element, "Algorithm").value_or("");
    static const std::map<std::string, Canonicalization> known{
        {"http://www.w3.org/TR/2001/REC-xml-c14n-20010315", {}},
        {"http://www.w3.org/TR/2001/REC-xml-c14n-20010315#WithComments", {.comments = true}},
        {"http://www.w3.org/2006/12/xml-c14n11", {.version11 = true}},
        {"http://www.w3.org/2006/12/xml-c14n11#WithComments", {.version11 = true, .comments = true}},
        {"http://www.w3.org/2001/10/xml-exc-c14n#", {.exclusive = true}},
        {"http://www.w3.org/2001/10/xml-exc-c14n#WithComments", {.exclusive = true, .comments = true}},
    };
    const auto found = known.find(name);
    if (found == known.end())
        return std::nullopt;
    auto how = found->second;
    const auto parameters = children(element);
    if (parameters.empty())
        return how;
    if (!how.exclusive || parameters.size() > 1 || !is(parameters[0], "InclusiveNamespaces", exclusiveSpace))
        return std::nullopt;
    std::istringstream list(attribute(parameters[0], "PrefixList").value_or(""));
    for (std::string prefix; list >> prefix;)
        how.prefixes.push_back(prefix);
    return how;
}

base::Result<base::Bytes> canonical(xmlDoc* document, xmlNode* root, const Canonicalization& how) {
    const std::unique_ptr<xmlOutputBuffer, decltype(&xmlOutputBufferClose)> buffer(
        xmlAllocOutputBuffer(nullptr), xmlOutputBufferClose);
    std::vector<xmlChar*> prefixes;
    for (const auto& prefix : how.prefixes)
        prefixes.push_back(BAD_CAST const_cast<char*>(prefix.c_str()));
    prefixes.push_back(nullptr);
    const auto mode = how.exclusive ? XML_C14N_EXCLUSIVE_1_0 : how.version11 ? XML_C14N_1_1 : XML_C14N_1_0;
    if (!buffer ||
        xmlC14NExecute(document, liesWithin, root, mode, prefixes.data(), how.comments, buffer.get()) < 0)
        return base::fail(codes::malformed, "no canonical form", "c14n");
    const auto* content = xmlOutputBufferGetContent(buffer.get());
    return base::Bytes(content, content + xmlOutputBufferGetSize(buffer.get()));
}

} // namespace vienlogs::verify::xml
