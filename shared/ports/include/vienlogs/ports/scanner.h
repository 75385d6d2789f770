// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "vienlogs/base/bytes.h"
#include "vienlogs/base/result.h"

namespace vienlogs::ports {

/// A scanner that was found.
struct ScannerInfo {
    std::string id;    ///< As the driver names it, "test:0".
    std::string label; ///< For people: vendor and model.
    bool hasFeeder = false;
};

/// One page as it came from the scanner: 8 bits a sample, rows without padding.
struct ScannedPage {
    int width = 0;
    int height = 0;
    int channels = 1; ///< 1 grey, 3 red-green-blue.
    int dpi = 300;
    base::Bytes pixels;
};

struct ScanRequest {
    std::string scannerId;
    bool feeder = false; ///< All pages of the feeder, else one page of the glass.
    bool colour = false;
    int dpi = 300;
};

/// Scanners. Blocking: call from a worker thread; only cancel() from any thread.
class Scanner {
public:
    virtual ~Scanner() = default;
    [[nodiscard]] virtual base::Result<std::vector<ScannerInfo>> scanners() = 0;
    /// Gives each page as soon as it is there (`page`, calling thread) and the progress of the running page
    /// (0-100). The pages given before a failure are good and stay.
    [[nodiscard]] virtual base::Result<int> scan(const ScanRequest& request,
                                                 const std::function<void(ScannedPage)>& page,
                                                 const std::function<void(int)>& progress) = 0;
    virtual void cancel() = 0;
};

} // namespace vienlogs::ports
