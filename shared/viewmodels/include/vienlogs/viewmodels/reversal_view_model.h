// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QStringList>

#include "vienlogs/viewmodels/view_model.h"

namespace vienlogs::workflows {
class GivingBack;
}

namespace vienlogs::viewmodels {

/// Giving the fee of the case back on the card, on every screen that shows the paid case.
class ReversalViewModel final : public ViewModel {
    Q_OBJECT
    Q_PROPERTY(State state READ state NOTIFY changed)
    Q_PROPERTY(QString stateText READ stateText NOTIFY changed)

public:
    enum class State {
        None,
        Possible,
        Working,
        Unknown, ///< The answer was lost: perhaps given back, perhaps not.
        Given,
    };
    Q_ENUM(State)

    explicit ReversalViewModel(workflows::GivingBack& givingBack, QObject* parent = nullptr);

    [[nodiscard]] State state() const;
    /// What happened and what it means; empty while nothing did.
    [[nodiscard]] QString stateText() const;
    /// What is given back: "75,00 €".
    [[nodiscard]] QString amountText() const;
    /// Why a fee may be given back, one key each.
    [[nodiscard]] QStringList reasons() const;
    /// The terminal's receipt of the reversal; empty before.
    [[nodiscard]] QStringList receiptLines() const;
    /// Why the last try did not work; an empty code when it did.
    [[nodiscard]] FailureView failure() const;

public Q_SLOTS:
    /// `reason` is a row of reasons().
    void begin(int reason);
    void askTerminal();
    void resolveGivenBack();
    void resolveNotGivenBack();
    void printReceipt();

private:
    workflows::GivingBack& givingBack_;
};

} // namespace vienlogs::viewmodels
