// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/viewmodels/scan_view_model.h"

#include <algorithm>

#include "texts.h"
#include "vienlogs/workflows/scanning.h"

namespace vienlogs::viewmodels {

namespace {

QImage imageOf(const ports::ScannedPage& page) {
    const bool grey = page.channels == 1;
    const auto bytes = static_cast<std::size_t>(page.width) * static_cast<std::size_t>(page.height) *
                       static_cast<std::size_t>(page.channels);
    if (page.pixels.size() < bytes || bytes == 0)
        return {};
    return QImage(page.pixels.data(), page.width, page.height, page.width * page.channels,
                  grey ? QImage::Format_Grayscale8 : QImage::Format_RGB888)
        .copy();
}

} // namespace

ScanViewModel::ScanViewModel(workflows::Scanning& scanning, QObject* parent)
    : ViewModel(parent), scanning_(scanning),
      rows_({{NumberRole, "number", [](const Row& r) { return r.number; }},
             {ThumbnailRole, "thumbnail", [](const Row& r) { return r.thumbnail; }}}) {
    connect(&scanning_, &workflows::Scanning::changed, this, &ScanViewModel::refresh);
    connect(&scanning_, &workflows::Scanning::previewReady, this, &ScanViewModel::imageReady);
}

void ScanViewModel::refresh() {
    const auto& pages = scanning_.pages();
    // Told for every percent of a page: the pictures are made anew only when the pages are others.
    if (!std::equal(pages.begin(), pages.end(), shown_.begin(), shown_.end())) {
        shown_.assign(pages.begin(), pages.end());
        std::vector<Row> rows;
        for (const auto& page : pages)
            rows.push_back({static_cast<int>(rows.size()) + 1, imageOf(page->thumbnail)});
        rows_.setRows(std::move(rows));
    }
    Q_EMIT changed();
}

bool ScanViewModel::scanning() const {
    return scanning_.scanning();
}

int ScanViewModel::progress() const {
    return scanning_.progress();
}

QStringList ScanViewModel::scanners() const {
    QStringList names;
    for (const auto& scanner : scanning_.scanners())
        names << qt(scanner.label);
    return names;
}

int ScanViewModel::scannerIndex() const {
    return scanning_.chosen();
}

bool ScanViewModel::hasFeeder() const {
    const int chosen = scanning_.chosen();
    return chosen >= 0 && scanning_.scanners()[static_cast<std::size_t>(chosen)].hasFeeder;
}

bool ScanViewModel::canUndoRemove() const {
    return scanning_.canUndoRemove();
}

QImage ScanViewModel::image(int row) const {
    const auto& pages = scanning_.pages();
    if (row < 0 || row >= static_cast<int>(pages.size()))
        return {};
    const auto preview = scanning_.preview(row);
    return imageOf(preview ? *preview : pages[static_cast<std::size_t>(row)]->thumbnail);
}

void ScanViewModel::refreshScanners() {
    scanning_.refreshScanners();
}

void ScanViewModel::setScannerIndex(int index) {
    scanning_.choose(index);
}

void ScanViewModel::scan(bool feeder, bool colour) {
    scanning_.scan(feeder, colour);
}

void ScanViewModel::cancel() {
    scanning_.cancel();
}

void ScanViewModel::rotate(int row, int degrees) {
    scanning_.rotate(row, degrees);
}

void ScanViewModel::remove(int row) {
    scanning_.remove(row);
}

void ScanViewModel::undoRemove() {
    scanning_.undoRemove();
}

void ScanViewModel::clear() {
    scanning_.clear();
}

} // namespace vienlogs::viewmodels
