// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <libxml/tree.h>

#include <memory>
#include <string>
#include <vector>

#include "vienlogs/base/bytes.h"
#include "vienlogs/base/result.h"

/// The little of XML that signatures need, over libxml2.
namespace vienlogs::sign::xml {

inline constexpr const char* dsig = "http://www.w3.org/2000/09/xmldsig#";
inline constexpr const char* xades = "http://uri.etsi.org/01903/v1.3.2#";
inline constexpr const char* canonicalization = "http://www.w3.org/2006/12/xml-c14n11";

struct FreeDocument {
    void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
using DocumentPtr = std::unique_ptr<xmlDoc, FreeDocument>;

/// Nothing if it is not well formed, longer than 16 MiB, or has a document type (and with it entities, which
/// may grow without end). Never reads anything else than these bytes.
[[nodiscard]] DocumentPtr parse(const base::Bytes& bytes);
/// As UTF-8.
[[nodiscard]] base::Result<base::Bytes> write(xmlDoc* document);

/// Child elements of this name and namespace.
[[nodiscard]] std::vector<xmlNode*> children(xmlNode* parent, const char* space, const char* name);
/// The first of them, nullptr if there is none.
[[nodiscard]] xmlNode* child(xmlNode* parent, const char* space, const char* name);
/// The only way from a node down through first children of one namespace each; nullptr if it ends early.
[[nodiscard]] xmlNode* below(xmlNode* from, const std::vector<std::pair<const char*, const char*>>& path);
[[nodiscard]] std::string textOf(xmlNode* node);
[[nodiscard]] std::string attributeOf(xmlNode* node, const char* name);

/// Canonical XML 1.1 of an element and what lies in it.
[[nodiscard]] base::Result<base::Bytes> canonical(xmlNode* element);

/// Escaped for text and attributes.
[[nodiscard]] std::string escape(const std::string& text);
/// "<name attributes>content</name>"
[[nodiscard]] std::string element(const std::string& name, const std::string& attributes,
                                  const std::string& content);

} // namespace vienlogs::sign::xml
