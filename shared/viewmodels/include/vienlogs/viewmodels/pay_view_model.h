// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QStringList>

#include "vienlogs/viewmodels/view_model.h"

namespace vienlogs::workflows {
class Contact;
class Paying;
} // namespace vienlogs::workflows

namespace vienlogs::viewmodels {

/// Step 5: the invoice and the card terminal.
class PayViewModel final : public ViewModel {
    Q_OBJECT
    Q_PROPERTY(State state READ state NOTIFY changed)
    Q_PROPERTY(QString stateText READ stateText NOTIFY changed)
    Q_PROPERTY(QString promptText READ promptText NOTIFY changed)
    Q_PROPERTY(QString amountText READ amountText NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    Q_PROPERTY(bool canPay READ canPay NOTIFY changed)
    Q_PROPERTY(bool canAbort READ canAbort NOTIFY changed)
    Q_PROPERTY(bool canPayLater READ canPayLater NOTIFY changed)
    Q_PROPERTY(bool canGoOn READ canGoOn NOTIFY changed)

public:
    enum class State {
        Preparing, ///< The invoice is being written.
        Free,      ///< Nothing to pay.
        Ready,
        Asking, ///< The terminal is at work; `promptText` is what it says.
        Captured,
        Declined,
        Aborted,
        Unknown,   ///< The answer was lost: perhaps charged, perhaps not.
        Resolving, ///< The terminal is asked what happened.
        Later,     ///< The client pays later.
    };
    Q_ENUM(State)

    PayViewModel(workflows::Contact& contact, workflows::Paying& paying, QObject* parent = nullptr);

    [[nodiscard]] State state() const;
    /// What happened and what it means, in a sentence or two.
    [[nodiscard]] QString stateText() const;
    [[nodiscard]] QString promptText() const;
    [[nodiscard]] QString invoiceNumber() const;
    /// "15,00 €"
    [[nodiscard]] QString amountText() const;
    [[nodiscard]] QString recipient() const;
    [[nodiscard]] QString purpose() const;
    /// Terminal's receipt as it was printed; empty before.
    [[nodiscard]] QStringList receiptLines() const;
    /// Why the last try did not work; an empty code when it did.
    [[nodiscard]] FailureView failure() const;
    [[nodiscard]] bool busy() const;
    [[nodiscard]] bool canPay() const;
    [[nodiscard]] bool canAbort() const;
    [[nodiscard]] bool canPayLater() const;
    [[nodiscard]] bool canGoOn() const;

public Q_SLOTS:
    /// Asks the terminal; also again after declined and aborted, never while unknown.
    void pay();
    void abort();
    void payLater();
    /// Of an unknown payment: asks the terminal what happened.
    void askTerminal();
    /// Of an unknown payment, by a person with the receipt in hand.
    void resolveCharged();
    void resolveNotCharged();
    void printInvoice();
    void printReceipt();
    void next();
    void back();

private:
    workflows::Contact& contact_;
    workflows::Paying& paying_;
};

} // namespace vienlogs::viewmodels
