// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QObject>
#include <QTimer>
#include <optional>

#include "vienlogs/catalogue/fees.h"
#include "vienlogs/payment_desk/payment_desk.h"
#include "vienlogs/ports/pos_terminal.h"
#include "vienlogs/workflows/papers.h"
#include "vienlogs/workflows/paying_table.h"
#include "vienlogs/workflows/payment_carrier.h"
#include "vienlogs/workflows/reference.h"

namespace vienlogs::workflows {

/// The invoice of the case and its payment at the card terminal. What the terminal does is a fact and is
/// recorded also when nobody looks any more.
class Paying final : public QObject {
    Q_OBJECT
public:
    Paying(Contact& contact, Reference& reference, payment_desk::PaymentDesk& desk, Executor& terminal,
           PaymentCarrier& carrier, Papers& papers, QObject* parent = nullptr);
    ~Paying() override;

    [[nodiscard]] PayingState state() const { return state_; }
    [[nodiscard]] std::optional<ports::PosPrompt> prompt() const { return prompt_; }
    /// Nothing until it is issued.
    [[nodiscard]] const domain::cases::Invoice* invoice() const;
    /// The newest payment of the case; nothing before the first.
    [[nodiscard]] const domain::payments::Payment* payment() const;
    [[nodiscard]] const std::optional<base::Failure>& failure() const { return failure_; }
    [[nodiscard]] bool settled() const;

    /// The service whose fee it is; nothing before the catalogue was received.
    [[nodiscard]] const catalogue::PublicService* service() const;
    /// Nothing is paid or being paid, so that another fee of the service may still be chosen.
    [[nodiscard]] bool canChooseFee() const;
    /// Issues the invoice anew for another fee; VL-FORM-0034 is told when it does not hold.
    void chooseFee(const catalogue::FeeChoice& choice);

    void pay();
    void abort();
    void payLater();
    /// Asks the terminal what became of an unknown payment.
    void askTerminal();
    void resolve(bool charged);
    void printInvoice();
    void printReceipt();
    /// Settles what an earlier run of the program left open and looks whether the terminal answers; at every
    /// start.
    void recover();

Q_SIGNALS:
    void changed();
    void failed(const vienlogs::base::Failure& failure);
    /// What was told is over: the terminal is asked again, or has answered.
    void failureSettled(const vienlogs::base::FailureCode& code);
    /// Whether the terminal answered when it was last asked.
    void terminalChecked(bool answered);

private:
    using Payment = domain::payments::Payment;
    void on(PayingEvent event);
    void onStep();
    void onCase();
    void prepare();
    void forgetFailure();
    void issueInvoice(const std::optional<catalogue::FeeChoice>& choice);
    void classify();
    void carryToCase();
    [[nodiscard]] bool isAt(base::Ulid caseId) const;
    /// What became of a payment of this case, which may no longer be the one being served.
    void take(base::Ulid caseId, const base::Result<Payment>& ended, PayingEvent whenFailed);
    [[nodiscard]] static PayingEvent eventOf(domain::payments::PaymentState state);

    Contact& contact_;
    Reference& reference_;
    payment_desk::PaymentDesk& desk_;
    Executor& terminal_;
    PaymentCarrier& carrier_;
    Papers& papers_;
    PayingState state_ = PayingState::Idle;
    std::optional<ports::PosPrompt> prompt_;
    std::optional<base::Failure> failure_;
    QTimer again_;
};

} // namespace vienlogs::workflows
