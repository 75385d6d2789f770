// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>

#include "increment.h"
#include "vienlogs/pdf/signer.h"

/// What of a document matters for signatures: its pages, its form, and what its author allows.
namespace vienlogs::pdf {

/// A page with what it inherits.
struct Page {
    Reference reference;
    Dictionary entries;
    std::array<double, 4> box{}; ///< Visible part: left, bottom, right, top.
    int rotation = 0;            ///< 0, 90, 180 or 270
};

/// The page by its number from 1. VL-PDF-0006.
[[nodiscard]] base::Result<Page> findPage(Document& document, int number);

/// The form of the document, empty if it has none.
[[nodiscard]] base::Result<Dictionary> formOf(Document& document);

/// A terminal field.
struct FormField {
    Reference reference; ///< Number 0 for one that stands in its array.
    std::string name;    ///< Full: "a.b.c".
    Dictionary entries;
    bool signature = false;
};
/// All terminal fields, at most 10 000.
[[nodiscard]] base::Result<std::vector<FormField>> fieldsOf(Document& document);

/// What its author allows of a certified document (DocMDP, ISO 32000-1 section 12.8.2.2): 1 nothing, 2 forms
/// and signatures, 3 annotations, too; nothing when it is not certified.
[[nodiscard]] base::Result<std::optional<int>> certifiedFor(Document& document);

/// Whether the document may be signed at all. VL-PDF-0003, VL-PDF-0004, VL-PDF-0005.
[[nodiscard]] base::Result<void> checkSignable(Document& document);

/// Puts the field into form and page. `widget` lacks /P and /T, which are added.
[[nodiscard]] base::Result<void> addField(Document& document, Increment& increment, const Page& page,
                                          Dictionary widget);

} // namespace vienlogs::pdf
