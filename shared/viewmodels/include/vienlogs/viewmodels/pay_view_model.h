// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QStringList>
#include <QVector>

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
        Unknown,    ///< The answer was lost: perhaps charged, perhaps not.
        Resolving,  ///< The terminal is asked what happened.
        Later,      ///< The client pays later.
        GivingBack, ///< Being given back, or perhaps given back.
        GivenBack,  ///< Paid and given back; the fee is open again.
    };
    Q_ENUM(State)
    /// One fee of the service, to be chosen.
    struct FeeRow {
        QString amount;     ///< "25,00 €"
        QString label;      ///< "Reduced fee, in 10 working days"
        QString ground;     ///< Who is entitled to it; empty for everybody.
        QString legalBasis; ///< "Act, article"
        bool urgent = false;
        QStringList proofs; ///< Of a relief: what may prove it.
        friend bool operator==(const FeeRow&, const FeeRow&) = default;
    };

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
    /// Every fee that holds at the desk, in the order of the catalogue.
    [[nodiscard]] QVector<FeeRow> fees() const;
    /// Of the invoice; -1 when it has none of them.
    [[nodiscard]] int feeIndex() const;
    /// What proved the relief of the invoice; -1 without one.
    [[nodiscard]] int proofIndex() const;
    [[nodiscard]] bool canChooseFee() const;
    /// Act and article of the chosen fee.
    [[nodiscard]] QString legalBasis() const;
    /// The chosen fee in a line: label, ground and proof.
    [[nodiscard]] QString feeText() const;
    [[nodiscard]] bool busy() const;
    [[nodiscard]] bool canPay() const;
    [[nodiscard]] bool canAbort() const;
    [[nodiscard]] bool canPayLater() const;
    [[nodiscard]] bool canGoOn() const;

public Q_SLOTS:
    /// Issues the invoice anew; `proof` is a row of the fee's proofs, -1 for a fee without relief.
    void chooseFee(int fee, int proof);
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
