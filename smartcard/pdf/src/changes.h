// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <set>

#include "vienlogs/pdf/document.h"

namespace vienlogs::pdf {

/// What later revisions of a PDF did to an earlier one.
enum class Change {
    Signatures,  ///< Further signatures, time stamps, and proofs for them.
    Metadata,    ///< Title, author, dates of the file.
    FormFilling, ///< Values of fields.
    Annotations, ///< Comments and the like.
    Other,       ///< Anything else: what is seen may not be what was signed.
};

/// Compares object by object. Whatever is not known to be one of the harmless changes is Other, and so is
/// every object that the earlier revision refers to without having it.
[[nodiscard]] base::Result<std::set<Change>> changesBetween(Document& before, Document& after);

} // namespace vienlogs::pdf
