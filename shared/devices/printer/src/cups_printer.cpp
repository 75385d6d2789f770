// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/devices/printer/cups_printer.h"

#include <thread>

#include "cups_queue.h"
#include "document_pdf.h"
#include "vienlogs/base/failures_base.h"

namespace vienlogs::devices::printer {

namespace {

/// Looks at the job until it is printed, has failed or the time is over.
std::optional<base::Failure> watch(CupsQueue& queue, const std::string& printer, int job,
                                   const CupsSettings& settings) {
    const auto until = std::chrono::steady_clock::now() + settings.watch;
    while (std::chrono::steady_clock::now() < until) {
        const auto state = queue.stateOf(job);
        if (!state)
            return base::Failure{ports::codes::printServiceSilent, "job state"};
        if (*state == IPP_JSTATE_COMPLETED)
            return std::nullopt;
        if (auto trouble = queue.troubleOf(printer))
            return trouble;
        if (*state == IPP_JSTATE_ABORTED || *state == IPP_JSTATE_CANCELED || *state == IPP_JSTATE_STOPPED)
            return base::Failure{ports::codes::printerStopped, "job state " + std::to_string(*state)};
        std::this_thread::sleep_for(settings.pause);
    }
    return std::nullopt; // it is printing, many pages or many before it
}

} // namespace

base::Result<std::vector<ports::PrinterInfo>> CupsPrinter::printers() {
    return CupsQueue::open(settings_).transform([](CupsQueue queue) { return queue.printers(); });
}

base::Result<base::Bytes> CupsPrinter::toPdf(const ports::PrintedDocument& document) {
    return pdfOf(document);
}

base::Result<void> CupsPrinter::print(const std::string& printerId, const std::string& jobName,
                                      const base::Bytes& pdf) {
    if (printerId.empty() || pdf.empty())
        return base::fail(base::codes::invalidArgument, "printer or document");
    auto queue = CupsQueue::open(settings_);
    if (!queue)
        return base::fail(queue.error());
    if (const auto trouble = queue->troubleOf(printerId))
        return base::fail(*trouble);
    const auto job = queue->send(printerId, jobName, pdf);
    if (!job)
        return base::fail(job.error());
    if (const auto trouble = watch(*queue, printerId, *job, settings_)) {
        queue->cancel(printerId, *job);
        return base::fail(*trouble);
    }
    return {};
}

} // namespace vienlogs::devices::printer
