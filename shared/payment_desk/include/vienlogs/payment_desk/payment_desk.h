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
} // namespace codes

/// What is to be paid.
struct PaymentRequest {
    base::Ulid invoiceId;
    base::Ulid caseId;
    base::Money amount;
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

/// Takes payments at one terminal: intent, asked, outcome, each durable before the next step. Blocking: call
/// from a worker thread, one call at a time; only abort() from any thread.
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

    /// A person with the terminal's receipt in hand says how an unknown payment ended.
    [[nodiscard]] base::Result<domain::payments::Payment>
    resolveByPerson(const domain::payments::Payment& payment, bool charged,
                    std::optional<domain::payments::TerminalReceipt> receipt = std::nullopt);

    /// Gives a captured payment back. VL-POS-0008: perhaps given back; the payment stays captured.
    [[nodiscard]] base::Result<domain::payments::Payment> reverse(const domain::payments::Payment& payment);

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
    base::Result<bool> mayAdopt(const Payment& payment, const domain::payments::TerminalReceipt& receipt);
    bool wasReversed(const Payment& payment);

    ports::PosTerminal& terminal_;
    ports::PaymentJournal& journal_;
    const base::Clock& clock_;
    std::atomic<bool> abortAsked_{false}; ///< The terminal forgets what it is told before it is registered.
};

} // namespace vienlogs::payment_desk
