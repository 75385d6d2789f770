// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/payment_desk/payment_desk.h"

namespace vienlogs::payment_desk {

/// Ends the day of one terminal and holds its totals against the desk's own book. Blocking, like PaymentDesk
/// and on the same thread.
class DayDesk {
public:
    /// All outlive the object.
    DayDesk(PaymentDesk& payments, ports::PosTerminal& terminal, ports::PaymentJournal& journal,
            const base::Clock& clock)
        : payments_(payments), terminal_(terminal), journal_(journal), clock_(clock) {}

    /// Asks the terminal what became of unknown payments, writes the closing down, then asks for the end of
    /// the day, once. Closed with totals and differences, Unknown if the answer was lost, Refused with the
    /// day still open. A failure means that the terminal was not asked for it, or VL-POS-0012.
    [[nodiscard]] base::Result<domain::payments::DayClosing> close(const std::string& clerk);

    /// Holds a stored closing against the book again, after a person decided what was unknown.
    [[nodiscard]] base::Result<domain::payments::DayClosing>
    again(const domain::payments::DayClosing& closing);

    /// A person decides an unknown payment or reversal of the day: `hasMoney` if the institution has it.
    [[nodiscard]] base::Result<domain::payments::Payment> decide(base::Ulid payment, bool hasMoney);

private:
    using Closing = domain::payments::DayClosing;
    base::Result<Closing> asked(const std::string& clerk, const ports::PosRegistration& registration);
    base::Result<Closing> answered(Closing closing,
                                   const base::Result<ports::PosTerminal::DayTotals>& totals);
    /// What a program that was killed while the terminal was closing left behind.
    base::Result<void> settleEarlier(const std::string& terminalId);

    PaymentDesk& payments_;
    ports::PosTerminal& terminal_;
    ports::PaymentJournal& journal_;
    const base::Clock& clock_;
};

} // namespace vienlogs::payment_desk
