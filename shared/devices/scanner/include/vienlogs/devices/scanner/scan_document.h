// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QImage>
#include <QSize>
#include <cstddef>
#include <string>
#include <vector>

#include "vienlogs/base/bytes.h"
#include "vienlogs/base/clock.h"
#include "vienlogs/base/result.h"
#include "vienlogs/ports/scan_failures.h"
#include "vienlogs/ports/scanner.h"

namespace vienlogs::devices::scanner {

/// How much a document may hold.
struct ScanLimits {
    std::size_t pageBytes = 128U * 1024 * 1024;    ///< Pixels of a page as the scanner gives it.
    std::size_t documentBytes = 64U * 1024 * 1024; ///< All pages together, compressed, as they will be sent.
    std::size_t pages = 200;
};

/// The pages of one document from the scanner to the PDF. They are kept compressed (JPEG) and in memory
/// only, so that nothing personal is left on a disk. Pages are counted from 0; a page that is not there is
/// VL-BASE-0003.
class ScanDocument {
public:
    explicit ScanDocument(ScanLimits limits = {}) : limits_(limits) {}

    /// Puts a page at the end. VL-SCAN-0007 or -0008 if it is too big; what was there before stays.
    [[nodiscard]] base::Result<void> add(const ports::ScannedPage& page);
    [[nodiscard]] std::size_t pages() const { return pages_.size(); }
    [[nodiscard]] bool empty() const { return pages_.empty(); }
    /// Compressed bytes of all pages.
    [[nodiscard]] std::size_t bytes() const;

    /// A quarter turn to the right; four of them change nothing, not even a pixel.
    [[nodiscard]] base::Result<void> rotate(std::size_t page);
    [[nodiscard]] base::Result<void> remove(std::size_t page);
    /// The page then stands where `to` says.
    [[nodiscard]] base::Result<void> move(std::size_t from, std::size_t to);
    void clear() { pages_.clear(); }

    /// The page as it will be in the PDF, not bigger than this size; decoded small, so it is quick.
    [[nodiscard]] base::Result<QImage> preview(std::size_t page, QSize atMost) const;
    /// All pages as PDF/A-1b; the pixels are those of the pages, not compressed again. VL-BASE-0003 if there
    /// are none.
    [[nodiscard]] base::Result<base::Bytes> toPdf(const std::string& title, base::Timestamp madeAt) const;

private:
    struct Page {
        base::Bytes jpeg;
        QSize size;
        int channels = 1;
        int dpi = 300;
        int quarterTurns = 0;
    };

    ScanLimits limits_;
    std::vector<Page> pages_;
};

} // namespace vienlogs::devices::scanner
