// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "vienlogs/base/result.h"
#include "vienlogs/domain/payments/day.h"

namespace vienlogs::ports {

/// Where payments by card are written down, so that a program killed at any moment knows what it asked.
class PaymentJournal {
public:
    virtual ~PaymentJournal() = default;
    /// Writes the payment, replacing what is there under its id. When it returns without a failure the
    /// payment survives a power cut.
    [[nodiscard]] virtual base::Result<void> save(const domain::payments::Payment& payment) = 0;
    /// All payments in one of domain::payments::unresolvedStates, oldest first.
    [[nodiscard]] virtual base::Result<std::vector<domain::payments::Payment>> unresolved() = 0;
    /// All payments of one invoice, in any state, oldest first.
    [[nodiscard]] virtual base::Result<std::vector<domain::payments::Payment>>
    ofInvoice(const base::Ulid& invoiceId) = 0;
    /// Whether a payment in any state already holds this terminal's receipt, so that it is not adopted
    /// twice. The numbers are as in TerminalReceipt.
    [[nodiscard]] virtual base::Result<bool> holdsReceipt(const std::string& terminalId,
                                                          const std::string& traceNumber,
                                                          const std::string& receiptNumber) = 0;
    /// All payments intended after a time, in any state, oldest first.
    [[nodiscard]] virtual base::Result<std::vector<domain::payments::Payment>>
    since(base::Timestamp after) = 0;
    /// Writes an end of day, replacing what is there under its id; durable like save().
    [[nodiscard]] virtual base::Result<void> saveClosing(const domain::payments::DayClosing& closing) = 0;
    /// The ends of days of one terminal, newest first.
    [[nodiscard]] virtual base::Result<std::vector<domain::payments::DayClosing>>
    closings(const std::string& terminalId) = 0;
};

} // namespace vienlogs::ports
