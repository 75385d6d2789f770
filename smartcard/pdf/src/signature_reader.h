// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cms_check.h"
#include "form.h"

namespace vienlogs::pdf {

/// A signature as it lies in a PDF.
struct PdfSignature {
    std::string field;
    std::string subFilter;
    Reference reference;
    Dictionary entries;
    base::Bytes contents;
    std::optional<base::Timestamp> claimedAt; ///< /M
};

/// All signed fields, at most 50. Time stamps of the document are none.
[[nodiscard]] base::Result<std::vector<PdfSignature>> readSignatures(Document& document);

/// The bytes that it is over: all of a revision but its own value. VL-PDF-0010 when something is left out,
/// the gap is not its own value, or the revision is not whole.
[[nodiscard]] base::Result<SignedBytes> coverageOf(const PdfSignature& signature, const Source& source);

/// The proofs of the document's security store, at most 32 of a kind.
void takeStore(Document& document, verify::Evidence& evidence);

} // namespace vienlogs::pdf
