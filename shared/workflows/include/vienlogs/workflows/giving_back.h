// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/payment_desk/payment_desk.h"
#include "vienlogs/workflows/papers.h"
#include "vienlogs/workflows/payment_carrier.h"

namespace vienlogs::workflows {

/// Where giving a fee back stands.
enum class GivingBackState {
    None,     ///< Nothing is paid, or nobody is at the desk.
    Possible, ///< The fee of this case is paid and its client is here.
    Working,  ///< The terminal is at work.
    Unknown,  ///< The answer was lost; never asked again before it is resolved.
    Given,
};

/// Gives the fee of the contact's case back on the card, while the client is at the desk. Follows the case:
/// on every screen that shows it.
class GivingBack final : public QObject {
    Q_OBJECT
public:
    GivingBack(Contact& contact, payment_desk::PaymentDesk& desk, Executor& terminal, PaymentCarrier& carrier,
               Papers& papers, QObject* parent = nullptr);

    [[nodiscard]] GivingBackState state() const;
    /// The newest payment of the case; nothing before the first.
    [[nodiscard]] const domain::payments::Payment* payment() const;
    /// Why the last try did not work.
    [[nodiscard]] std::optional<base::Failure> failure() const;

    void begin(domain::payments::ReversalReason reason);
    /// Asks the terminal what became of an unknown reversal.
    void askTerminal();
    /// A person with the terminal's receipt in hand says how an unknown reversal ended.
    void resolve(bool givenBack);
    void printReceipt();

Q_SIGNALS:
    void changed();
    void failed(const vienlogs::base::Failure& failure);
    /// Whether the terminal answered when it was last asked.
    void terminalChecked(bool answered);

private:
    using Payment = domain::payments::Payment;
    void take(base::Ulid caseId, const base::Result<Payment>& ended);
    template<typename Work>
    void run(Work work);

    Contact& contact_;
    payment_desk::PaymentDesk& desk_;
    Executor& terminal_;
    PaymentCarrier& carrier_;
    Papers& papers_;
    std::optional<base::Ulid> working_; ///< The case whose money the terminal is asked about.
    std::optional<base::Failure> notAsked_;
};

} // namespace vienlogs::workflows
