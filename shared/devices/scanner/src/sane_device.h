// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <sane/sane.h>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "vienlogs/devices/scanner/sane_scanner.h"

namespace vienlogs::devices::scanner {

/// The failure of a status other than GOOD.
[[nodiscard]] base::Failure failureOf(SANE_Status status, const char* where);

/// One open scanner; only on the thread that called sane_init().
class SaneDevice {
public:
    [[nodiscard]] static base::Result<std::unique_ptr<SaneDevice>> open(const std::string& id);
    ~SaneDevice();
    SaneDevice(const SaneDevice&) = delete;
    SaneDevice& operator=(const SaneDevice&) = delete;

    [[nodiscard]] bool hasFeeder() const;
    /// Sets source, mode, depth, resolution and an area of A4, as far as the scanner has them.
    [[nodiscard]] base::Result<void> prepare(const ports::ScanRequest& request);
    /// Starts the next page; nothing if the feeder has no more.
    [[nodiscard]] base::Result<bool> startPage();
    /// Reads the started page.
    [[nodiscard]] base::Result<ports::ScannedPage> readPage(std::size_t mostBytes,
                                                            const std::atomic<bool>& cancelled,
                                                            const std::function<void(int)>& progress);
    void cancel();

private:
    struct Option {
        SANE_Int index = 0;
        const SANE_Option_Descriptor* descriptor = nullptr;
    };

    explicit SaneDevice(SANE_Handle handle) : handle_(handle) {}
    [[nodiscard]] std::optional<Option> option(const char* name) const;
    [[nodiscard]] std::vector<std::string> choices(const char* name) const;
    bool setChoice(const char* name, const std::vector<std::string>& wanted);
    void setNumber(const char* name, double value);
    [[nodiscard]] std::optional<double> number(const char* name) const;

    SANE_Handle handle_;
    int dpi_ = 0;
};

} // namespace vienlogs::devices::scanner
