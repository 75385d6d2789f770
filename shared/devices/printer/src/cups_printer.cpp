// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/devices/printer/cups_printer.h"

#include <thread>

#include "cups_queue.h"
#include "document_pdf.h"
#include "vienlogs/base/failures_base.h"

namespace vienlogs::devices::printer {

namespace {

/// Follows one job. A report of the printer counts at once if it is new; one from before the job only when it
/// has lasted, because it may be long outdated: many printers report only while they print.
class JobWatch {
public:
    JobWatch(CupsQueue& queue, const std::string& printer, int job, const CupsSettings& settings)
        : queue_(queue), printer_(printer), job_(job), settings_(settings) {}

    /// Looks until the job is printed, has failed or the time is over: then it is printing, many pages or
    /// after many others.
    std::optional<base::Failure> untilPrinted(const std::optional<base::Failure>& reportedBefore) {
        const auto begin = std::chrono::steady_clock::now();
        while (std::chrono::steady_clock::now() - begin < settings_.watch) {
            const auto state = queue_.stateOf(job_);
            if (!state)
                return base::Failure{ports::codes::printServiceSilent, "job state"};
            if (*state == IPP_JSTATE_COMPLETED)
                return std::nullopt;
            const bool lasting = std::chrono::steady_clock::now() - begin > settings_.outdated;
            if (auto trouble = troubleIn(*state, lasting ? std::nullopt : reportedBefore))
                return trouble;
            std::this_thread::sleep_for(settings_.pause);
        }
        return std::nullopt;
    }

private:
    std::optional<base::Failure> troubleIn(ipp_jstate_t state, const std::optional<base::Failure>& ignored) {
        const auto condition = queue_.conditionOf(printer_);
        if (!condition)
            return condition.error();
        if (condition->reported && condition->reported != ignored)
            return condition->reported;
        if (condition->blocked)
            return condition->blocked;
        if (state == IPP_JSTATE_ABORTED || state == IPP_JSTATE_CANCELED || state == IPP_JSTATE_STOPPED)
            return base::Failure{ports::codes::printerStopped, "job state " + std::to_string(state)};
        return std::nullopt;
    }

    CupsQueue& queue_;
    const std::string& printer_;
    int job_;
    const CupsSettings& settings_;
};

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
    const auto before = queue->conditionOf(printerId);
    if (!before)
        return base::fail(before.error());
    if (before->blocked)
        return base::fail(*before->blocked);
    const auto job = queue->send(printerId, jobName, pdf);
    if (!job)
        return base::fail(job.error());
    if (const auto trouble = JobWatch(*queue, printerId, *job, settings_).untilPrinted(before->reported)) {
        queue->cancel(printerId, *job);
        return base::fail(*trouble);
    }
    return {};
}

} // namespace vienlogs::devices::printer
