// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cups/cups.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "vienlogs/devices/printer/cups_printer.h"

namespace vienlogs::devices::printer {

/// What keeps a printer from printing.
struct PrinterCondition {
    std::optional<base::Failure> blocked; ///< Stopped, or accepts no jobs: known to the service itself.
    /// Paper, toner, a cover: what the printer said last, which may be long ago.
    std::optional<base::Failure> reported;
};

/// One connection to the print service.
class CupsQueue {
public:
    [[nodiscard]] static base::Result<CupsQueue> open(const CupsSettings& settings);

    [[nodiscard]] std::vector<ports::PrinterInfo> printers();
    /// How the printer is; VL-PRINT-0001 if there is no such printer.
    [[nodiscard]] base::Result<PrinterCondition> conditionOf(const std::string& printer);
    /// The number of the new job.
    [[nodiscard]] base::Result<int> send(const std::string& printer, const std::string& name,
                                         const base::Bytes& pdf);
    [[nodiscard]] std::optional<ipp_jstate_t> stateOf(int job);
    void cancel(const std::string& printer, int job);

private:
    struct Close {
        void operator()(http_t* connection) const { httpClose(connection); }
    };
    struct Delete {
        void operator()(ipp_t* answer) const { ippDelete(answer); }
    };
    using Answer = std::unique_ptr<ipp_t, Delete>;

    explicit CupsQueue(http_t* connection) : connection_(connection) {}
    Answer ask(ipp_op_t operation, const std::string& uriName, const std::string& uri,
               const std::vector<const char*>& attributes);

    std::unique_ptr<http_t, Close> connection_;
};

} // namespace vienlogs::devices::printer
