// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/pdf/source.h"
#include "vienlogs/verify/judge.h"

namespace vienlogs::pdf {

/// Validates the signatures of a PDF: PAdES and, told as such, the older forms with a certificate's signature
/// in CMS. Besides what holds for every signature it says which revision was signed, whether all of it, and
/// what was changed after it. Blocking, may ask the network through `trust`.
class PdfValidator {
public:
    explicit PdfValidator(verify::Trust trust) : judge_(std::move(trust)) {}
    /// A report also of signatures that do not hold. A failure only when there is nothing to report on:
    /// VL-PDF-0001, VL-PDF-0002, VL-PDF-0003, VL-PDF-0009, VL-VERIFY-0004 when nobody signed. At most 50
    /// signatures.
    [[nodiscard]] base::Result<verify::ValidationReport> validate(const Source& source,
                                                                  base::Timestamp now) const;

private:
    verify::Judge judge_;
};

} // namespace vienlogs::pdf
