// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <atomic>
#include <functional>
#include <optional>
#include <vector>

#include "vienlogs/base/clock.h"
#include "vienlogs/ports/payment_journal.h"
#include "vienlogs/ports/pos_failures.h"
#include "vienlogs/ports/pos_terminal.h"

namespace vienlogs::payment_desk {

namespace codes {
/// The invoice is paid, or the outcome of an earlier payment is not known yet.
inline constexpr base::FailureCode alreadyPaid{"VL-POS-0011"};
/// The outcome is known but could not be stored; the journal still says "asked", recovery settles it.
inline constexpr base::FailureCode outcomeNotStored{"VL-POS-0012"};
/// The payment was taken at another terminal; only that one can give it back.
inline constexpr base::FailureCode otherTerminal{"VL-POS-0015"};
/// The terminal has, or may have, closed the day of the payment.
inline constexpr base::FailureCode dayClosed{"VL-POS-0016"};
} // namespace codes

/// What is to be paid.
struct PaymentRequest {
    base::Ulid invoiceId;
    base::Ulid caseId;
    base::Money amount;
    /// What the case knows of payments of this invoice; those of other desks are in no journal of ours.
    std::vector<domain::payments::Payment> ofCase{};
};

/// What is to be given back, and why.
struct ReversalRequest {
    base::Ulid invoiceId;
    base::Ulid paymentId;
    domain::payments::ReversalReason reason = domain::payments::ReversalReason::WrongFee;
    std::string identity; ///< How surely the client at the desk is identified.
};

/// Where an unresolved payment stands after its recovery, and what a person needs to decide if it is still
/// unknown.
struct Recovery {
    domain::payments::Payment payment;
    /// The last receipt the terminal holds; perhaps of another payment. Nothing if it holds none.
    std::optional<domain::payments::TerminalReceipt> lastAtTerminal;
    /// Why the terminal could not be asked.
    std::optional<base::Failure> failure;
};

/// Takes payments at one terminal and gives them back: intent, asked, outcome, each durable before the next
/// step. Blocking: call from a worker thread, one call at a time; only abort() from any thread.
class PaymentDesk {
public:
    using Prompt = std::function<void(ports::PosPrompt)>;
    /// Called with each state of a payment once it is stored.
    using Progress = std::function<void(const domain::payments::Payment&)>;

    /// All three outlive the desk.
    PaymentDesk(ports::PosTerminal& terminal, ports::PaymentJournal& journal, const base::Clock& clock);

    /// Takes a payment and returns how it ended: Captured, Declined, Aborted, or Unknown if the answer was
    /// lost and the terminal's last receipt is not surely ours. Settles earlier unresolved payments first.
    /// A failure means that this payment was not asked: VL-POS-0011, VL-POS-0001 (silent), VL-POS-0004
    /// (called off before the terminal was asked), a failure of the journal; or VL-POS-0012.
    [[nodiscard]] base::Result<domain::payments::Payment>
    take(const PaymentRequest& request, const Prompt& prompt, const Progress& progress = {});

    /// Settles every unresolved payment of the journal: those never asked are aborted, those asked are
    /// adopted from the terminal's last receipt or stay unknown. Call at every start of the program.
    [[nodiscard]] base::Result<std::vector<Recovery>> recover();

    /// Settles what is unresolved, then looks whether the terminal answers at all; fails when it does not.
    [[nodiscard]] base::Result<void> check();

    /// A person with the terminal's receipt in hand says how an unknown payment ended.
    [[nodiscard]] base::Result<domain::payments::Payment>
    resolveByPerson(const domain::payments::Payment& payment, bool charged,
                    std::optional<domain::payments::TerminalReceipt> receipt = std::nullopt);

    /// Gives a captured payment back, asking the terminal once: Reversed; Captured with the reason in
    /// `reversal` if the terminal refused; ReversalUnknown if its answer was lost and its last receipt does
    /// not surely tell. Settles what is unresolved first. A failure means that the terminal was not asked:
    /// VL-POS-0010, -0015, -0016, a silent terminal, a failure of the journal; or VL-POS-0012.
    [[nodiscard]] base::Result<domain::payments::Payment> reverse(const ReversalRequest& request,
                                                                  const Progress& progress = {});

    /// A person with the terminal's receipt in hand says how an unknown reversal ended.
    [[nodiscard]] base::Result<domain::payments::Payment>
    resolveReversalByPerson(const domain::payments::Payment& payment, bool givenBack);

    /// Asks to call the running payment off; also one whose take() has not begun yet.
    void abort();
    /// To be called before take() is asked for, by whoever calls abort(): what was called off was an earlier
    /// payment.
    void forgetAbort() { abortAsked_ = false; }

private:
    using Payment = domain::payments::Payment;
    using State = domain::payments::PaymentState;
    using LastReceipt = base::Result<std::optional<domain::payments::TerminalReceipt>>;

    base::Result<Payment> asked(const PaymentRequest& request, const ports::PosRegistration& registration,
                                const Progress& progress);
    base::Result<Payment> settled(Payment payment, const ports::PosOutcome& outcome,
                                  const Progress& progress);
    base::Result<Payment> step(const Payment& payment, State to, const Progress& progress);
    base::Result<std::vector<Recovery>> recoverAll(const std::vector<Payment>& unresolved);
    base::Result<Payment> neverAsked(Payment payment);
    /// `newest`: no later payment was asked at this terminal.
    base::Result<Recovery> recoverOne(Payment payment, const LastReceipt& last, bool newest);
    base::Result<Recovery> recoverReversal(Payment payment, const LastReceipt& last, bool newest);
    base::Result<bool> mayAdopt(const Payment& payment, const domain::payments::TerminalReceipt& receipt);
    /// Fails while the terminal may still tell of something earlier: it repeats only its last receipt.
    base::Result<void> settleEarlier();
    base::Result<Payment> written(const base::Ulid& invoiceId, const base::Ulid& paymentId, State state);
    base::Result<void> mayReverse(const Payment& payment);
    base::Result<Payment> reversalSettled(Payment payment,
                                          const base::Result<domain::payments::TerminalReceipt>& answer,
                                          const Progress& progress);

    ports::PosTerminal& terminal_;
    ports::PaymentJournal& journal_;
    const base::Clock& clock_;
    std::atomic<bool> abortAsked_{false}; ///< The terminal forgets what it is told before it is registered.
};

} // namespace vienlogs::payment_desk
