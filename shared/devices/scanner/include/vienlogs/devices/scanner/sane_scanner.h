// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>

#include "vienlogs/ports/scan_failures.h"
#include "vienlogs/ports/scanner.h"

namespace vienlogs::devices::scanner {

/// How much one scan may take.
struct SaneLimits {
    std::size_t pageBytes = 128U * 1024 * 1024; ///< Pixels of one page; A4 in colour at 600 dpi has 105 MB.
    int pages = 500;                            ///< Of one feeder run.
};

/// Scanners through libsane. All calls of the library are made on one thread of its own, because its
/// backends demand it; at most one object of this class at a time.
class SaneScanner final : public ports::Scanner {
public:
    explicit SaneScanner(SaneLimits limits = {});
    /// Cancels what is running and waits for it.
    ~SaneScanner() override;

    /// An empty list when there is none; asks the network too, which may take seconds.
    [[nodiscard]] base::Result<std::vector<ports::ScannerInfo>> scanners() override;
    /// The number of pages given. An empty feeder is VL-SCAN-0005 only if not one page came. A page that is
    /// too big is refused before it is read (VL-SCAN-0007).
    [[nodiscard]] base::Result<int> scan(const ports::ScanRequest& request,
                                         const std::function<void(ports::ScannedPage)>& page,
                                         const std::function<void(int)>& progress) override;
    /// The running scan ends with VL-BASE-0008 at its next piece of data.
    void cancel() override;

private:
    class Worker;
    std::unique_ptr<Worker> worker_;
};

} // namespace vienlogs::devices::scanner
