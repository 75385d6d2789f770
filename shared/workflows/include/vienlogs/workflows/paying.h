// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QObject>
#include <QTimer>
#include <optional>

#include "vienlogs/payment_desk/payment_desk.h"
#include "vienlogs/ports/pos_terminal.h"
#include "vienlogs/ports/printer.h"
#include "vienlogs/workflows/contact.h"
#include "vienlogs/workflows/reference.h"

namespace vienlogs::workflows {

enum class PayingState {
    Idle,      ///< Not at this step.
    Preparing, ///< The invoice is being written.
    Free,      ///< Nothing to pay.
    Ready,
    Asking, ///< The terminal is at work.
    Captured,
    Declined,
    Aborted,
    Unknown, ///< The answer was lost; never asked again before it is resolved.
    Resolving,
    Later,
};
enum class PayingEvent {
    Entered,
    FoundFree,
    FoundUnpaid,
    FoundPaid,
    FoundUnknown,
    PayPressed,
    Captured,
    Declined,
    Aborted,
    Lost,
    NotAsked, ///< The terminal could not be asked: nothing was charged.
    ResolvePressed,
    PayLaterPressed,
    Left,
};

inline constexpr std::array<Transition<PayingState, PayingEvent>, 38> payingTable{{
    {PayingState::Idle, PayingEvent::Entered, PayingState::Preparing},
    {PayingState::Preparing, PayingEvent::FoundFree, PayingState::Free},
    {PayingState::Preparing, PayingEvent::FoundUnpaid, PayingState::Ready},
    {PayingState::Preparing, PayingEvent::FoundPaid, PayingState::Captured},
    {PayingState::Preparing, PayingEvent::FoundUnknown, PayingState::Unknown},
    {PayingState::Ready, PayingEvent::PayPressed, PayingState::Asking},
    {PayingState::Declined, PayingEvent::PayPressed, PayingState::Asking},
    {PayingState::Aborted, PayingEvent::PayPressed, PayingState::Asking},
    {PayingState::Later, PayingEvent::PayPressed, PayingState::Asking},
    {PayingState::Asking, PayingEvent::Captured, PayingState::Captured},
    {PayingState::Asking, PayingEvent::Declined, PayingState::Declined},
    {PayingState::Asking, PayingEvent::Aborted, PayingState::Aborted},
    {PayingState::Asking, PayingEvent::Lost, PayingState::Unknown},
    {PayingState::Asking, PayingEvent::NotAsked, PayingState::Ready},
    {PayingState::Unknown, PayingEvent::ResolvePressed, PayingState::Resolving},
    {PayingState::Resolving, PayingEvent::Captured, PayingState::Captured},
    {PayingState::Resolving, PayingEvent::Declined, PayingState::Declined},
    {PayingState::Resolving, PayingEvent::Aborted, PayingState::Aborted},
    {PayingState::Resolving, PayingEvent::Lost, PayingState::Unknown},
    {PayingState::Resolving, PayingEvent::NotAsked, PayingState::Unknown},
    {PayingState::Ready, PayingEvent::PayLaterPressed, PayingState::Later},
    {PayingState::Declined, PayingEvent::PayLaterPressed, PayingState::Later},
    {PayingState::Aborted, PayingEvent::PayLaterPressed, PayingState::Later},
    {PayingState::Idle, PayingEvent::Left, PayingState::Idle},
    {PayingState::Preparing, PayingEvent::Left, PayingState::Idle},
    {PayingState::Free, PayingEvent::Left, PayingState::Idle},
    {PayingState::Ready, PayingEvent::Left, PayingState::Idle},
    {PayingState::Asking, PayingEvent::Left, PayingState::Idle},
    {PayingState::Captured, PayingEvent::Left, PayingState::Idle},
    {PayingState::Declined, PayingEvent::Left, PayingState::Idle},
    {PayingState::Aborted, PayingEvent::Left, PayingState::Idle},
    {PayingState::Unknown, PayingEvent::Left, PayingState::Idle},
    {PayingState::Resolving, PayingEvent::Left, PayingState::Idle},
    {PayingState::Later, PayingEvent::Left, PayingState::Idle},
    {PayingState::Ready, PayingEvent::FoundUnknown, PayingState::Unknown},
    {PayingState::Ready, PayingEvent::FoundPaid, PayingState::Captured},
    {PayingState::Unknown, PayingEvent::FoundPaid, PayingState::Captured},
    {PayingState::Unknown, PayingEvent::FoundUnpaid, PayingState::Ready},
}};

/// The invoice of the case and its payment at the card terminal. What the terminal does is a fact and is
/// recorded also when nobody looks any more.
class Paying final : public QObject {
    Q_OBJECT
public:
    Paying(Contact& contact, Reference& reference, payment_desk::PaymentDesk& desk, Executor& terminal,
           ports::Printer& printer, Executor& printerExecutor, std::string placeName,
           QObject* parent = nullptr);
    ~Paying() override;

    [[nodiscard]] PayingState state() const { return state_; }
    [[nodiscard]] std::optional<ports::PosPrompt> prompt() const { return prompt_; }
    /// Nothing until it is issued.
    [[nodiscard]] const domain::cases::Invoice* invoice() const;
    /// The newest payment of the case; nothing before the first.
    [[nodiscard]] const domain::payments::Payment* payment() const;
    [[nodiscard]] const std::optional<base::Failure>& failure() const { return failure_; }
    [[nodiscard]] bool settled() const;

    void pay();
    void abort();
    void payLater();
    /// Asks the terminal what became of an unknown payment.
    void askTerminal();
    void resolve(bool charged);
    void printInvoice();
    void printReceipt();
    /// Settles what an earlier run of the program left open; at every start.
    void recover();
    /// Brings what the journal holds to the cases that were left before it was known; when a clerk is in.
    void carryForgotten();

Q_SIGNALS:
    void changed();
    void failed(const vienlogs::base::Failure& failure);
    /// Whether the terminal answered when it was last asked.
    void terminalChecked(bool answered);

private:
    using Payment = domain::payments::Payment;
    void on(PayingEvent event);
    void onStep();
    void onCase();
    void prepare();
    void issueInvoice();
    void classify();
    /// Writes what the journal holds and the case lacks as commands of the case.
    void carryToCase();
    void notCarried(const base::Failure& failure);
    [[nodiscard]] bool isAt(base::Ulid caseId) const;
    /// What became of a payment of this case, which may no longer be the one being served.
    void take(base::Ulid caseId, const base::Result<Payment>& ended, PayingEvent whenFailed);
    void print(ports::PrintedDocument document);
    [[nodiscard]] ports::PrintedDocument paper(ports::PrintedDocument::Kind kind) const;
    [[nodiscard]] static PayingEvent eventOf(domain::payments::PaymentState state);

    Contact& contact_;
    Reference& reference_;
    payment_desk::PaymentDesk& desk_;
    Executor& terminal_;
    ports::Printer& printer_;
    Executor& printerExecutor_;
    std::string placeName_;
    PayingState state_ = PayingState::Idle;
    std::optional<ports::PosPrompt> prompt_;
    std::optional<base::Failure> failure_;
    QTimer again_;
};

} // namespace vienlogs::workflows
