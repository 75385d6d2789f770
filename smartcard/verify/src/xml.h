// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <libxml/tree.h>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "vienlogs/base/bytes.h"
#include "vienlogs/base/result.h"

namespace vienlogs::verify::xml {

struct FreeDocument {
    void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
using DocumentPtr = std::unique_ptr<xmlDoc, FreeDocument>;

inline constexpr std::size_t mostBytes = 16U << 20;

/// Parses a document that a stranger wrote: UTF-8, no DTD and so no entities, no processing instructions, no
/// network; at most 64 deep, 50 000 elements, 100 000 attributes and namespaces. VL-VERIFY-0005 else.
[[nodiscard]] base::Result<DocumentPtr> parse(const base::Bytes& text);

/// Whether an element has this name in this namespace.
[[nodiscard]] bool is(const xmlNode* node, const char* name, const char* space);
/// The child elements; other nodes than text and comments do not get through parse().
[[nodiscard]] std::vector<xmlNode*> children(const xmlNode* node);
/// All child elements of this name.
[[nodiscard]] std::vector<xmlNode*> children(const xmlNode* node, const char* name, const char* space);
/// The only child element of this name; nothing if there is none or there are several.
[[nodiscard]] xmlNode* only(const xmlNode* node, const char* name, const char* space);
/// The characters of an element that has nothing but text in it; nothing when there are elements or comments,
/// which programs join in different ways.
[[nodiscard]] std::optional<std::string> text(const xmlNode* node);
/// The same as base 64 with any white space.
[[nodiscard]] std::optional<base::Bytes> base64(const xmlNode* node);
/// An attribute without a namespace; nothing if there is none.
[[nodiscard]] std::optional<std::string> attribute(const xmlNode* node, const char* name);

/// Every Id of the document with its element; VL-VERIFY-0005 when two elements have the same one, because
/// then a reference means what its reader likes.
[[nodiscard]] base::Result<std::map<std::string, xmlNode*>> identifiers(const xmlDoc* document);

/// A canonical form that a signature may ask for.
struct Canonicalization {
    bool exclusive = false, version11 = false, comments = false;
    std::vector<std::string> prefixes{}; ///< InclusiveNamespaces of the exclusive form.
};
/// By the Algorithm of an element (CanonicalizationMethod, Transform); nothing if it is none of the family.
[[nodiscard]] std::optional<Canonicalization> canonicalizationOf(const xmlNode* element);
/// The canonical form of an element with all in it.
[[nodiscard]] base::Result<base::Bytes> canonical(xmlDoc* document, xmlNode* root,
                                                  const Canonicalization& how);

} // namespace vienlogs::verify::xml
