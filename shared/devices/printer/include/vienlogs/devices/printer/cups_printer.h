// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <string>

#include "vienlogs/ports/print_failures.h"
#include "vienlogs/ports/printer.h"

namespace vienlogs::devices::printer {

/// Which CUPS and how long a job is watched.
struct CupsSettings {
    std::string server;                     ///< Host, or the path of a socket; empty: the machine's own.
    int port = 631;                         ///< Of a host.
    std::chrono::milliseconds answer{5000}; ///< For the service to take the connection.
    std::chrono::milliseconds watch{8000};  ///< After this a job that is still being printed counts as good.
    std::chrono::milliseconds outdated{3000}; ///< A trouble from before the job must last this long to count.
    std::chrono::milliseconds pause{150};     ///< Between two looks at the job.
};

/// Documents laid out by Qt (PDF/A-1b, Inter, A4) and printed through CUPS. The layout needs a
/// QGuiApplication, not its thread.
class CupsPrinter final : public ports::Printer {
public:
    explicit CupsPrinter(CupsSettings settings = {}) : settings_(std::move(settings)) {}

    [[nodiscard]] base::Result<std::vector<ports::PrinterInfo>> printers() override;
    [[nodiscard]] base::Result<base::Bytes> toPdf(const ports::PrintedDocument& document) override;
    /// A job that the printer cannot print is cancelled before the failure is told.
    [[nodiscard]] base::Result<void> print(const std::string& printerId, const std::string& jobName,
                                           const base::Bytes& pdf) override;

private:
    CupsSettings settings_;
};

} // namespace vienlogs::devices::printer
