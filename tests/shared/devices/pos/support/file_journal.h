// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <functional>

#include "vienlogs/ports/payment_journal.h"

namespace vienlogs::test {

/// A journal of one file a payment, so that it outlives a killed process.
class FileJournal final : public ports::PaymentJournal {
public:
    explicit FileJournal(std::filesystem::path folder);
    base::Result<void> save(const domain::payments::Payment& payment) override;
    base::Result<std::vector<domain::payments::Payment>> unresolved() override;
    base::Result<std::vector<domain::payments::Payment>> ofInvoice(const base::Ulid& invoiceId) override;
    base::Result<bool> holdsReceipt(const std::string& terminalId, const std::string& traceNumber,
                                    const std::string& receiptNumber) override;
    base::Result<std::vector<domain::payments::Payment>> since(base::Timestamp after) override;
    base::Result<void> saveClosing(const domain::payments::DayClosing& closing) override;
    base::Result<std::vector<domain::payments::DayClosing>> closings(const std::string& terminalId) override;
    std::vector<domain::payments::Payment> all() const;

    /// Called before a payment is written; a failure it returns is that of save().
    std::function<base::Result<void>(const domain::payments::Payment&)> beforeSave;
    std::function<void(const domain::payments::Payment&)> afterSave;
    /// The same for an end of day.
    std::function<base::Result<void>(const domain::payments::DayClosing&)> beforeClosing;

private:
    std::filesystem::path folder_;
};

} // namespace vienlogs::test
