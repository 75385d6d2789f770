// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <utility>

#include "vienlogs/base/clock.h"
#include "vienlogs/devices/scanner/scan_document.h"
#include "vienlogs/workflows/scanning.h"

namespace vienlogs::workstation {

/// The scanned pages in memory, with the last removal to be taken back.
class ScannedPages final : public workflows::PageStack {
public:
    explicit ScannedPages(const base::Clock& clock) : clock_(clock) {}
    [[nodiscard]] base::Result<void> add(const ports::ScannedPage& page) override;
    [[nodiscard]] int size() const override { return static_cast<int>(document_.pages()); }
    [[nodiscard]] base::Result<ports::ScannedPage> preview(int page, int maxWidth) const override;
    [[nodiscard]] base::Result<void> rotate(int page, int degrees) override;
    [[nodiscard]] base::Result<void> remove(int page) override;
    [[nodiscard]] bool canUndoRemove() const override { return before_.has_value(); }
    [[nodiscard]] base::Result<void> undoRemove() override;
    void clear() override;
    [[nodiscard]] base::Result<base::Bytes> toPdf(const std::string& title) const override;

private:
    const base::Clock& clock_;
    devices::scanner::ScanDocument document_;
    std::optional<devices::scanner::ScanDocument> before_; ///< Before the last removal.
};

} // namespace vienlogs::workstation
