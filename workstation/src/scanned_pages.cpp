// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "scanned_pages.h"

#include <cstring>

#include "vienlogs/base/failures_base.h"

namespace vienlogs::workstation {

namespace {

constexpr int quarterTurns = 4;
constexpr int quarter = 90;

ports::ScannedPage pixelsOf(const QImage& image) {
    const auto format = image.isGrayscale() ? QImage::Format_Grayscale8 : QImage::Format_RGB888;
    const auto plain = image.convertToFormat(format);
    ports::ScannedPage page{.width = plain.width(),
                            .height = plain.height(),
                            .channels = format == QImage::Format_Grayscale8 ? 1 : 3};
    const auto row = static_cast<std::size_t>(page.width) * static_cast<std::size_t>(page.channels);
    page.pixels.resize(row * static_cast<std::size_t>(page.height));
    for (int y = 0; y < page.height; ++y) // QImage pads its rows
        std::memcpy(page.pixels.data() + row * static_cast<std::size_t>(y), plain.constScanLine(y), row);
    return page;
}

} // namespace

base::Result<void> ScannedPages::add(const ports::ScannedPage& page) {
    before_.reset();
    return document_.add(page);
}

base::Result<ports::ScannedPage> ScannedPages::preview(int page, int maxWidth) const {
    const QSize atMost(maxWidth, maxWidth * 2);
    const auto image = document_.preview(static_cast<std::size_t>(page), atMost);
    if (!image)
        return base::fail(image.error());
    return pixelsOf(*image);
}

base::Result<void> ScannedPages::rotate(int page, int degrees) {
    before_.reset();
    const int turns = ((degrees / quarter) % quarterTurns + quarterTurns) % quarterTurns;
    for (int i = 0; i < turns; ++i)
        if (auto turned = document_.rotate(static_cast<std::size_t>(page)); !turned)
            return turned;
    return {};
}

base::Result<void> ScannedPages::remove(int page) {
    auto copy = document_;
    auto removed = document_.remove(static_cast<std::size_t>(page));
    if (removed)
        before_ = std::move(copy);
    return removed;
}

base::Result<void> ScannedPages::undoRemove() {
    if (!before_)
        return base::fail(base::codes::notFound);
    document_ = *std::exchange(before_, std::nullopt);
    return {};
}

void ScannedPages::clear() {
    document_.clear();
    before_.reset();
}

base::Result<base::Bytes> ScannedPages::toPdf(const std::string& title) const {
    return document_.toPdf(title, clock_.now());
}

} // namespace vienlogs::workstation
