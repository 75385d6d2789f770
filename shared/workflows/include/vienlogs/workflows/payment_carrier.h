// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QObject>
#include <QTimer>

#include "vienlogs/workflows/contact.h"

namespace vienlogs::workflows {

/// Brings what the payment journal holds to the cases, and ends of days to the server, as commands; the
/// journal is the truth of payments.
class PaymentCarrier final : public QObject {
    Q_OBJECT
public:
    explicit PaymentCarrier(Contact& contact, QObject* parent = nullptr);

    /// Writes what the journal holds and one case lacks; the contact's case is read again if it is that one.
    void carry(base::Ulid caseId);
    /// The same for the cases that were left before it was known, and for ends of days; when a clerk is in.
    void carryForgotten();

Q_SIGNALS:
    void failed(const vienlogs::base::Failure& failure);

private:
    void notCarried(const base::Failure& failure);

    Contact& contact_;
    QTimer again_;
};

} // namespace vienlogs::workflows
