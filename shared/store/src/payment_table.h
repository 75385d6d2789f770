// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "rows.h"
#include "vienlogs/domain/payments/day.h"

namespace vienlogs::store {

/// Payments and ends of days as they stand, whatever the server knows of them yet.
class PaymentTable {
public:
    using Payment = domain::payments::Payment;
    using DayClosing = domain::payments::DayClosing;
    explicit PaymentTable(Database& database) : database_(database) {}

    [[nodiscard]] base::Result<void> save(const Payment& payment);
    [[nodiscard]] base::Result<std::vector<Payment>> unresolved();
    [[nodiscard]] base::Result<std::vector<Payment>> ofInvoice(base::Ulid invoice);
    /// Those whose newest state no command has told; by id, at most `limit` after `after`.
    [[nodiscard]] base::Result<std::vector<Payment>> untold(base::Ulid after, int limit);
    /// Does nothing when another state was saved meanwhile.
    [[nodiscard]] base::Result<void> markTold(const Payment& payment);
    [[nodiscard]] base::Result<bool> holdsReceipt(const std::string& terminal, const std::string& trace,
                                                  const std::string& receipt);
    [[nodiscard]] base::Result<std::vector<Payment>> since(base::Timestamp after);
    [[nodiscard]] base::Result<void> saveClosing(const DayClosing& closing);
    [[nodiscard]] base::Result<std::vector<DayClosing>> closings(const std::string& terminal);
    [[nodiscard]] base::Result<std::vector<DayClosing>> untoldClosings(int limit);
    [[nodiscard]] base::Result<void> markTold(const DayClosing& closing);

private:
    Database& database_;
};

} // namespace vienlogs::store
