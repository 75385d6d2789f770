// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/ports/payment_journal.h"
#include "vienlogs/workflows/executor.h"

namespace vienlogs::workflows {

/// The payment journal in the local store. Blocking: for the terminal's thread, which waits here for the
/// store's; never for the window's.
class StoreJournal final : public ports::PaymentJournal {
public:
    explicit StoreJournal(StoreAccess& store) : store_(store) {}
    [[nodiscard]] base::Result<void> save(const domain::payments::Payment& payment) override;
    [[nodiscard]] base::Result<std::vector<domain::payments::Payment>> unresolved() override;
    [[nodiscard]] base::Result<std::vector<domain::payments::Payment>>
    ofInvoice(const base::Ulid& invoiceId) override;
    [[nodiscard]] base::Result<bool> holdsReceipt(const std::string& terminalId,
                                                  const std::string& traceNumber,
                                                  const std::string& receiptNumber) override;
    [[nodiscard]] base::Result<std::vector<domain::payments::Payment>> since(base::Timestamp after) override;
    [[nodiscard]] base::Result<void> saveClosing(const domain::payments::DayClosing& closing) override;
    [[nodiscard]] base::Result<std::vector<domain::payments::DayClosing>>
    closings(const std::string& terminalId) override;

private:
    StoreAccess& store_;
};

} // namespace vienlogs::workflows
