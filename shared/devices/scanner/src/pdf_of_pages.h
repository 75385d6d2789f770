// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>
#include <string>
#include <vector>

#include "vienlogs/base/bytes.h"
#include "vienlogs/base/clock.h"

namespace vienlogs::devices::scanner {

/// A page of one JPEG.
struct PdfPage {
    std::span<const std::uint8_t> jpeg;
    int width = 0;
    int height = 0;
    int channels = 1; ///< 1 grey, 3 colour.
    int dpi = 300;
    int rotation = 0; ///< Degrees to the right: 0, 90, 180, 270.
};

/// A PDF 1.4 with the marks of PDF/A-1b: each JPEG as it is, sRGB as output intent, XMP that agrees with the
/// document information.
[[nodiscard]] base::Bytes pdfOf(const std::vector<PdfPage>& pages, const std::string& title,
                                base::Timestamp madeAt);

} // namespace vienlogs::devices::scanner
