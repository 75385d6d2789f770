// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/fakes/fake_devices.h"

#include <thread>

#include "vienlogs/base/failures_base.h"
#include "vienlogs/ports/pos_failures.h"

namespace vienlogs::fakes {

namespace {

void sleep(const std::atomic<int>& milliseconds) {
    std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
}

constexpr base::FailureCode outOfPaper{"VL-PRINT-0002"};

} // namespace

base::Result<ports::PosRegistration> FakeTerminal::registerTerminal() {
    aborted_ = false; // as the real one: what comes earlier is forgotten
    sleep(delayMs_);
    if (silent_)
        return base::fail(ports::codes::posSilent);
    const std::lock_guard lock(mutex_);
    return ports::PosRegistration{"T1", last_ ? last_->traceNumber : "", last_ ? last_->receiptNumber : ""};
}

domain::payments::TerminalReceipt FakeTerminal::charge(base::Money amount) {
    const std::lock_guard lock(mutex_);
    ++charges_;
    const auto number = std::to_string(1000 + ++transactions_);
    last_ = domain::payments::TerminalReceipt{.terminalId = "T1",
                                              .traceNumber = number,
                                              .receiptNumber = number,
                                              .cardType = "Visa",
                                              .maskedCardNumber = "************1234",
                                              .amount = amount,
                                              .at = base::SystemClock().now(),
                                              .lines = {"PAID"}};
    return *last_;
}

ports::PosOutcome FakeTerminal::pay(base::Money amount, const std::function<void(ports::PosPrompt)>& prompt) {
    using Kind = ports::PosOutcome::Kind;
    prompt(ports::PosPrompt::InsertCard);
    sleep(delayMs_);
    switch (customer_) {
    case Customer::Approves:
        return {.kind = Kind::Captured, .receipt = charge(amount)};
    case Customer::Declines:
        return {.kind = Kind::Declined, .failure = {ports::codes::posDeclined}};
    case Customer::AnswerLostCharged:
        (void)charge(amount);
        silent_ = true;
        break;
    case Customer::AnswerLostNotCharged:
        silent_ = true;
        break;
    case Customer::WaitsForAbort:
        while (!aborted_)
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        return {.kind = Kind::Aborted, .failure = {ports::codes::posAborted}};
    }
    return {.kind = Kind::Unknown, .failure = {ports::codes::posUnknown}};
}

base::Result<std::optional<domain::payments::TerminalReceipt>> FakeTerminal::lastReceipt() {
    sleep(delayMs_);
    if (silent_)
        return base::fail(ports::codes::posSilent);
    const std::lock_guard lock(mutex_);
    return last_;
}

base::Result<domain::payments::TerminalReceipt> FakeTerminal::reverse(const std::string& receiptNumber) {
    sleep(delayMs_);
    if (silent_)
        return base::fail(ports::codes::posSilent);
    const std::lock_guard lock(mutex_);
    if (!last_ || last_->receiptNumber != receiptNumber)
        return base::fail(ports::codes::posRefused);
    ++reversals_;
    const auto number = std::to_string(1000 + ++transactions_);
    last_->reversedTrace = std::exchange(last_->traceNumber, number);
    last_->receiptNumber = number;
    last_->lines = {"REVERSED"};
    if (customer_ == Customer::AnswerLostCharged) {
        silent_ = true;
        return base::fail(ports::codes::posReversalUnknown);
    }
    return *last_;
}

base::Result<ports::PosTerminal::DayTotals> FakeTerminal::endOfDay() {
    sleep(delayMs_);
    if (silent_)
        return base::fail(ports::codes::posSilent);
    const std::lock_guard lock(mutex_);
    return DayTotals{charges_ - reversals_, last_ ? last_->amount : base::Money(), {"DAY"}};
}

base::Result<std::vector<ports::ScannerInfo>> FakeScanner::scanners() {
    sleep(delayMs_);
    return std::vector<ports::ScannerInfo>{{"fake:0", "Fake scanner", true}};
}

base::Result<int> FakeScanner::scan(const ports::ScanRequest& request,
                                    const std::function<void(ports::ScannedPage)>& page,
                                    const std::function<void(int)>& progress) {
    cancelled_ = false;
    const int wanted = request.feeder ? pages_.load() : 1;
    for (int i = 0; i < wanted; ++i) {
        sleep(delayMs_);
        if (cancelled_)
            return base::fail(base::codes::cancelled);
        progress(100);
        page({.width = 4, .height = 2, .pixels = base::Bytes(8, static_cast<std::uint8_t>(i))});
    }
    return wanted;
}

base::Result<std::vector<ports::PrinterInfo>> FakePrinter::printers() {
    sleep(delayMs_);
    return std::vector<ports::PrinterInfo>{{"fake", "Fake printer", true}};
}

base::Result<base::Bytes> FakePrinter::toPdf(const ports::PrintedDocument& document) {
    sleep(delayMs_);
    std::string text = "%PDF " + document.title + " " + document.reference;
    for (const auto& line : document.lines)
        text += "\n" + line.label + ": " + line.value;
    return base::bytesOf(text);
}

base::Result<void> FakePrinter::print(const std::string&, const std::string&, const base::Bytes&) {
    sleep(delayMs_);
    if (outOfPaper_)
        return base::fail(outOfPaper);
    ++printed_;
    return {};
}

base::Result<void> FakePages::add(const ports::ScannedPage& page) {
    pages_.push_back(page);
    removed_.reset();
    return {};
}

base::Result<ports::ScannedPage> FakePages::preview(int page, int) const {
    return pages_.at(static_cast<std::size_t>(page));
}

base::Result<void> FakePages::rotate(int page, int) {
    auto& turned = pages_.at(static_cast<std::size_t>(page));
    std::swap(turned.width, turned.height);
    return {};
}

base::Result<void> FakePages::remove(int page) {
    removed_ = pages_.at(static_cast<std::size_t>(page));
    pages_.erase(pages_.begin() + page);
    return {};
}

base::Result<void> FakePages::undoRemove() {
    pages_.push_back(*std::exchange(removed_, std::nullopt));
    return {};
}

void FakePages::clear() {
    pages_.clear();
    removed_.reset();
}

base::Result<base::Bytes> FakePages::toPdf(const std::string& title) const {
    if (pages_.empty())
        return base::fail(base::codes::notFound);
    return base::bytesOf("%PDF " + title + ", scan of " + std::to_string(pages_.size()));
}

} // namespace vienlogs::fakes
