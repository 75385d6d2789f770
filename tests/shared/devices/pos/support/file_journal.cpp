// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "file_journal.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>

#include "vienlogs/base/failures_base.h"

namespace vienlogs::test {

namespace payments = domain::payments;

namespace {

nlohmann::json toJson(const payments::Payment& payment) {
    nlohmann::json json{{"id", payment.id.toString()},
                        {"invoice", payment.invoiceId.toString()},
                        {"case", payment.caseId.toString()},
                        {"cents", payment.amount.cents()},
                        {"state", payments::nameOf(payment.state)},
                        {"terminal", payment.terminalId},
                        {"trace", payment.lastKnownTrace},
                        {"receiptBefore", payment.lastKnownReceipt},
                        {"at", base::toRfc3339(payment.intendedAt)},
                        {"failure", payment.failureCode}};
    if (payment.endedAt)
        json["ended"] = base::toRfc3339(*payment.endedAt);
    if (payment.resolution)
        json["resolution"] = static_cast<int>(*payment.resolution);
    if (const auto& receipt = payment.receipt)
        json["receipt"] = {{"terminal", receipt->terminalId},    {"trace", receipt->traceNumber},
                           {"number", receipt->receiptNumber},   {"cents", receipt->amount.cents()},
                           {"at", base::toRfc3339(receipt->at)}, {"lines", receipt->lines}};
    return json;
}

payments::Payment fromJson(const nlohmann::json& json) {
    payments::Payment payment;
    payment.id = *base::Ulid::parse(json.at("id").get<std::string>());
    payment.invoiceId = *base::Ulid::parse(json.at("invoice").get<std::string>());
    payment.caseId = *base::Ulid::parse(json.at("case").get<std::string>());
    payment.amount = base::Money::cents(json.at("cents"));
    payment.state = *payments::paymentStateFrom(json.at("state").get<std::string>());
    payment.terminalId = json.at("terminal");
    payment.lastKnownTrace = json.at("trace");
    payment.lastKnownReceipt = json.at("receiptBefore");
    payment.intendedAt = *base::fromRfc3339(json.at("at").get<std::string>());
    payment.failureCode = json.at("failure");
    if (json.contains("ended"))
        payment.endedAt = base::fromRfc3339(json.at("ended").get<std::string>());
    if (json.contains("resolution"))
        payment.resolution = static_cast<payments::Resolution>(json.at("resolution").get<int>());
    if (json.contains("receipt")) {
        const auto& stored = json.at("receipt");
        payments::TerminalReceipt receipt;
        receipt.terminalId = stored.at("terminal");
        receipt.traceNumber = stored.at("trace");
        receipt.receiptNumber = stored.at("number");
        receipt.amount = base::Money::cents(stored.at("cents"));
        receipt.at = *base::fromRfc3339(stored.at("at").get<std::string>());
        receipt.lines = stored.at("lines").get<std::vector<std::string>>();
        payment.receipt = receipt;
    }
    return payment;
}

} // namespace

FileJournal::FileJournal(std::filesystem::path folder) : folder_(std::move(folder)) {
    std::filesystem::create_directories(folder_);
}

base::Result<void> FileJournal::save(const payments::Payment& payment) {
    if (beforeSave)
        if (const auto allowed = beforeSave(payment); !allowed)
            return base::fail(allowed.error());
    const auto part = folder_ / "part";
    const auto text = toJson(payment).dump();
    const int descriptor = ::open(part.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    const bool written = ::write(descriptor, text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
                         ::fsync(descriptor) == 0;
    ::close(descriptor);
    if (!written)
        return base::fail(base::codes::fileUnreadable);
    std::filesystem::rename(part, folder_ / (payment.id.toString() + ".json"));
    if (afterSave)
        afterSave(payment);
    return {};
}

std::vector<payments::Payment> FileJournal::all() const {
    std::vector<payments::Payment> found;
    for (const auto& entry : std::filesystem::directory_iterator(folder_))
        if (entry.path().extension() == ".json")
            found.push_back(fromJson(nlohmann::json::parse(std::ifstream(entry.path()))));
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
    return found;
}

base::Result<std::vector<payments::Payment>> FileJournal::unresolved() {
    auto found = all();
    std::erase_if(found, [](const payments::Payment& payment) {
        return payment.state != payments::PaymentState::Intended &&
               payment.state != payments::PaymentState::Asked &&
               payment.state != payments::PaymentState::Unknown;
    });
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

} // namespace vienlogs::test
