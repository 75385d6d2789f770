// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/devices/scanner/scan_document.h"

#include <QBuffer>
#include <QImageReader>
#include <QTransform>
#include <algorithm>
#include <numeric>

#include "pdf_of_pages.h"
#include "vienlogs/base/failures_base.h"

namespace vienlogs::devices::scanner {

namespace {

constexpr int jpegQuality = 82; // a stamp and small print stay sharp at 300 dpi
constexpr int widest = 65'500;  // what JPEG can hold

std::string megabytes(std::size_t bytes) {
    return std::to_string(bytes / (1024 * 1024)) + " MB";
}

bool isConsistent(const ports::ScannedPage& page) {
    return page.width > 0 && page.height > 0 && page.width <= widest && page.height <= widest &&
           (page.channels == 1 || page.channels == 3) && page.dpi > 0 && page.dpi <= 4800 &&
           page.pixels.size() == static_cast<std::size_t>(page.width) *
                                     static_cast<std::size_t>(page.height) *
                                     static_cast<std::size_t>(page.channels);
}

base::Bytes jpegOf(const ports::ScannedPage& page) {
    const QImage image(page.pixels.data(), page.width, page.height,
                       static_cast<qsizetype>(page.width) * page.channels,
                       page.channels == 3 ? QImage::Format_RGB888 : QImage::Format_Grayscale8);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!image.save(&buffer, "JPEG", jpegQuality))
        return {};
    return {bytes.begin(), bytes.end()};
}

auto noPage() {
    return base::fail(base::codes::notFound, "no such page");
}

} // namespace

base::Result<void> ScanDocument::add(const ports::ScannedPage& page) {
    if (page.pixels.size() > limits_.pageBytes)
        return base::fail(ports::codes::scanPageTooBig, "",
                          std::to_string(limits_.pageBytes / (1024 * 1024)));
    if (!isConsistent(page))
        return base::fail(base::codes::invalidArgument, "scanned page");
    if (pages_.size() >= limits_.pages)
        return base::fail(ports::codes::scanTooBig, "pages", std::to_string(limits_.pages));
    Page added{jpegOf(page), {page.width, page.height}, page.channels, page.dpi, 0};
    if (added.jpeg.empty())
        return base::fail(base::codes::internal, "JPEG");
    if (bytes() + added.jpeg.size() > limits_.documentBytes)
        return base::fail(ports::codes::scanTooBig, "bytes", megabytes(limits_.documentBytes));
    pages_.push_back(std::move(added));
    return {};
}

std::size_t ScanDocument::bytes() const {
    return std::accumulate(pages_.begin(), pages_.end(), std::size_t{0},
                           [](std::size_t sum, const Page& page) { return sum + page.jpeg.size(); });
}

base::Result<void> ScanDocument::rotate(std::size_t page) {
    if (page >= pages_.size())
        return noPage();
    pages_[page].quarterTurns = (pages_[page].quarterTurns + 1) % 4;
    return {};
}

base::Result<void> ScanDocument::remove(std::size_t page) {
    if (page >= pages_.size())
        return noPage();
    pages_.erase(pages_.begin() + static_cast<std::ptrdiff_t>(page));
    return {};
}

base::Result<void> ScanDocument::move(std::size_t from, std::size_t to) {
    if (from >= pages_.size() || to >= pages_.size())
        return noPage();
    const auto first = pages_.begin() + static_cast<std::ptrdiff_t>(std::min(from, to));
    const auto last = pages_.begin() + static_cast<std::ptrdiff_t>(std::max(from, to)) + 1;
    std::rotate(first, from < to ? first + 1 : last - 1, last);
    return {};
}

base::Result<QImage> ScanDocument::preview(std::size_t page, QSize atMost) const {
    if (page >= pages_.size())
        return noPage();
    const auto& shown = pages_[page];
    const bool lying = shown.quarterTurns % 2 == 1;
    auto bytes = QByteArray::fromRawData(reinterpret_cast<const char*>(shown.jpeg.data()),
                                         static_cast<qsizetype>(shown.jpeg.size()));
    QBuffer buffer(&bytes);
    QImageReader reader(&buffer, "JPEG");
    const auto room = lying ? atMost.transposed() : atMost;
    reader.setScaledSize(
        shown.size.scaled(room.boundedTo(shown.size), Qt::KeepAspectRatio).expandedTo({1, 1}));
    const auto image = reader.read();
    if (image.isNull())
        return base::fail(base::codes::internal, "preview");
    return image.transformed(QTransform().rotate(90.0 * shown.quarterTurns));
}

base::Result<base::Bytes> ScanDocument::toPdf(const std::string& title, base::Timestamp madeAt) const {
    if (pages_.empty())
        return noPage();
    std::vector<PdfPage> pages;
    for (const auto& page : pages_)
        pages.push_back({page.jpeg, page.size.width(), page.size.height(), page.channels, page.dpi,
                         page.quarterTurns * 90});
    return pdfOf(pages, title, madeAt);
}

} // namespace vienlogs::devices::scanner
