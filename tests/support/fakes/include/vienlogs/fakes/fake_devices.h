// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <atomic>
#include <chrono>
#include <mutex>

#include "vienlogs/ports/pos_terminal.h"
#include "vienlogs/ports/printer.h"
#include "vienlogs/ports/scanner.h"
#include "vienlogs/workflows/scanning.h"

namespace vienlogs::fakes {

/// A terminal whose customer a test decides; counts charges. The totals of its day are those of one payment
/// at most.
class FakeTerminal final : public ports::PosTerminal {
public:
    enum class Customer { Approves, Declines, AnswerLostCharged, AnswerLostNotCharged, WaitsForAbort };
    [[nodiscard]] base::Result<ports::PosRegistration> registerTerminal() override;
    [[nodiscard]] ports::PosOutcome pay(base::Money amount,
                                        const std::function<void(ports::PosPrompt)>& prompt) override;
    void abort() override { aborted_ = true; }
    [[nodiscard]] base::Result<std::optional<domain::payments::TerminalReceipt>> lastReceipt() override;
    [[nodiscard]] base::Result<domain::payments::TerminalReceipt>
    reverse(const std::string& receiptNumber) override;
    [[nodiscard]] base::Result<DayTotals> endOfDay() override;

    void setCustomer(Customer customer) { customer_ = customer; }
    /// Off: nobody answers, not even to registration.
    void setSilent(bool silent) { silent_ = silent; }
    void setDelay(std::chrono::milliseconds delay) { delayMs_ = static_cast<int>(delay.count()); }
    [[nodiscard]] int charges() const { return charges_; }
    [[nodiscard]] int reversals() const { return reversals_; }

private:
    [[nodiscard]] domain::payments::TerminalReceipt charge(base::Money amount);
    std::atomic<Customer> customer_{Customer::Approves};
    std::atomic<bool> silent_{false};
    std::atomic<bool> aborted_{false};
    std::atomic<int> delayMs_{0};
    std::atomic<int> charges_{0};
    std::atomic<int> reversals_{0};
    int transactions_ = 0;
    std::mutex mutex_;
    std::optional<domain::payments::TerminalReceipt> last_;
};

class FakeScanner final : public ports::Scanner {
public:
    [[nodiscard]] base::Result<std::vector<ports::ScannerInfo>> scanners() override;
    [[nodiscard]] base::Result<int> scan(const ports::ScanRequest& request,
                                         const std::function<void(ports::ScannedPage)>& page,
                                         const std::function<void(int)>& progress) override;
    void cancel() override { cancelled_ = true; }
    void setPages(int pages) { pages_ = pages; }
    void setDelay(std::chrono::milliseconds delay) { delayMs_ = static_cast<int>(delay.count()); }

private:
    std::atomic<int> pages_{2};
    std::atomic<int> delayMs_{0};
    std::atomic<bool> cancelled_{false};
};

class FakePrinter final : public ports::Printer {
public:
    [[nodiscard]] base::Result<std::vector<ports::PrinterInfo>> printers() override;
    [[nodiscard]] base::Result<base::Bytes> toPdf(const ports::PrintedDocument& document) override;
    [[nodiscard]] base::Result<void> print(const std::string& printerId, const std::string& jobName,
                                           const base::Bytes& pdf) override;
    void setOutOfPaper(bool out) { outOfPaper_ = out; }
    void setDelay(std::chrono::milliseconds delay) { delayMs_ = static_cast<int>(delay.count()); }
    [[nodiscard]] int printed() const { return printed_; }

private:
    std::atomic<bool> outOfPaper_{false};
    std::atomic<int> delayMs_{0};
    std::atomic<int> printed_{0};
};

class FakePages final : public workflows::PageStack {
public:
    [[nodiscard]] base::Result<void> add(const ports::ScannedPage& page) override;
    [[nodiscard]] int size() const override { return static_cast<int>(pages_.size()); }
    [[nodiscard]] base::Result<ports::ScannedPage> preview(int page, int maxWidth) const override;
    [[nodiscard]] base::Result<void> rotate(int page, int degrees) override;
    [[nodiscard]] base::Result<void> remove(int page) override;
    [[nodiscard]] bool canUndoRemove() const override { return removed_.has_value(); }
    [[nodiscard]] base::Result<void> undoRemove() override;
    void clear() override;
    [[nodiscard]] base::Result<base::Bytes> toPdf(const std::string& title) const override;

private:
    std::vector<ports::ScannedPage> pages_;
    std::optional<ports::ScannedPage> removed_;
};

} // namespace vienlogs::fakes
