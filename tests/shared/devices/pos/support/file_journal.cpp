// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "file_journal.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>

#include "vienlogs/base/failures_base.h"
#include "vienlogs/contract/codec.h"

namespace vienlogs::test {

namespace payments = domain::payments;

namespace {

template<typename Entry>
std::vector<Entry> readAll(const std::filesystem::path& folder, const char* extension) {
    std::vector<Entry> found;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == extension) {
            std::ifstream stream(entry.path());
            const std::string text{std::istreambuf_iterator<char>(stream), {}};
            found.push_back(*contract::decode<Entry>(text));
        }
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
    return found;
}

/// Whole or not at all, also when the process is killed.
base::Result<void> write(const std::filesystem::path& file, const std::string& text) {
    const auto part = file.parent_path() / "part";
    const int descriptor = ::open(part.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    const bool written = ::write(descriptor, text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
                         ::fsync(descriptor) == 0;
    ::close(descriptor);
    if (!written)
        return base::fail(base::codes::fileUnreadable);
    std::filesystem::rename(part, file);
    return {};
}

} // namespace

FileJournal::FileJournal(std::filesystem::path folder) : folder_(std::move(folder)) {
    std::filesystem::create_directories(folder_);
}

base::Result<void> FileJournal::save(const payments::Payment& payment) {
    if (beforeSave)
        if (const auto allowed = beforeSave(payment); !allowed)
            return base::fail(allowed.error());
    if (const auto written = write(folder_ / (payment.id.toString() + ".json"), contract::encode(payment));
        !written)
        return written;
    if (afterSave)
        afterSave(payment);
    return {};
}

std::vector<payments::Payment> FileJournal::all() const {
    return readAll<payments::Payment>(folder_, ".json");
}

base::Result<std::vector<payments::Payment>> FileJournal::unresolved() {
    auto found = all();
    std::erase_if(found, [](const payments::Payment& payment) { return !isUnresolved(payment.state); });
    return found;
}

base::Result<std::vector<payments::Payment>> FileJournal::ofInvoice(const base::Ulid& invoiceId) {
    auto found = all();
    std::erase_if(found, [&](const payments::Payment& payment) { return payment.invoiceId != invoiceId; });
    return found;
}

base::Result<bool> FileJournal::holdsReceipt(const std::string& terminalId, const std::string& traceNumber,
                                             const std::string& receiptNumber) {
    const auto found = all();
    return std::any_of(found.begin(), found.end(), [&](const payments::Payment& payment) {
        return payment.receipt && payment.receipt->terminalId == terminalId &&
               payment.receipt->traceNumber == traceNumber && payment.receipt->receiptNumber == receiptNumber;
    });
}

base::Result<std::vector<payments::Payment>> FileJournal::since(base::Timestamp after) {
    auto found = all();
    std::erase_if(found, [&](const payments::Payment& payment) { return payment.intendedAt <= after; });
    return found;
}

base::Result<void> FileJournal::saveClosing(const payments::DayClosing& closing) {
    if (beforeClosing)
        if (const auto allowed = beforeClosing(closing); !allowed)
            return allowed;
    return write(folder_ / (closing.id.toString() + ".day"), contract::encode(closing));
}

base::Result<std::vector<payments::DayClosing>> FileJournal::closings(const std::string& terminalId) {
    auto found = readAll<payments::DayClosing>(folder_, ".day");
    std::erase_if(found, [&](const auto& closing) { return closing.terminalId != terminalId; });
    std::reverse(found.begin(), found.end());
    return found;
}

} // namespace vienlogs::test
