// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

#include <libxml/tree.h>

/// Reading a tree of libxml2 by name and namespace.
namespace vienlogs::trust {

inline std::string_view viewOf(const xmlChar* text) {
    return text ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view();
}

inline bool isElement(const xmlNode* node, std::string_view space, std::string_view name) {
    return node->type == XML_ELEMENT_NODE && viewOf(node->name) == name && node->ns &&
           viewOf(node->ns->href) == space;
}

inline xmlNode* nextOf(xmlNode* node, std::string_view space, std::string_view name) {
    while (node && !isElement(node, space, name))
        node = node->next;
    return node;
}

inline xmlNode* childOf(const xmlNode* node, std::string_view space, std::string_view name) {
    return node ? nextOf(node->children, space, name) : nullptr;
}

/// An attribute without a namespace; empty when there is none.
inline std::string attributeOf(xmlNode* node, const char* name) {
    xmlChar* value = xmlGetNoNsProp(node, reinterpret_cast<const xmlChar*>(name));
    std::string text(viewOf(value));
    xmlFree(value);
    return text;
}

/// The text of an element, without white space around it; empty for none.
inline std::string textOf(xmlNode* node) {
    if (!node)
        return {};
    xmlChar* value = xmlNodeGetContent(node);
    std::string text(viewOf(value));
    xmlFree(value);
    constexpr auto blank = " \t\r\n";
    const auto from = text.find_first_not_of(blank);
    return from == std::string::npos ? std::string()
                                     : text.substr(from, text.find_last_not_of(blank) - from + 1);
}

} // namespace vienlogs::trust
