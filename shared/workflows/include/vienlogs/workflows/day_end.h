// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>

#include "vienlogs/payment_desk/day_desk.h"
#include "vienlogs/workflows/acts.h"
#include "vienlogs/workflows/papers.h"
#include "vienlogs/workflows/payment_carrier.h"

namespace vienlogs::workflows {

/// Ends the terminal's day and keeps what was found, until every difference is settled.
class DayEnd final : public QObject {
    Q_OBJECT
public:
    DayEnd(Acts& acts, payment_desk::DayDesk& desk, Executor& terminal, PaymentCarrier& carrier,
           Papers& papers, QObject* parent = nullptr);

    [[nodiscard]] bool busy() const { return busy_; }
    /// The ends of days of this desk, newest first.
    [[nodiscard]] const std::vector<domain::payments::DayClosing>& closings() const { return closings_; }
    /// Number of the case of a payment that a difference names; empty when it is not known.
    [[nodiscard]] std::string caseNumberOf(base::Ulid payment) const;

    /// Reads what is stored.
    void load();
    void close();
    /// A person decides an unknown payment or reversal; the newest closing is held against the book again.
    void decide(base::Ulid payment, bool hasMoney);
    void print(const std::vector<ports::PrintedLine>& lines);

Q_SIGNALS:
    void changed();
    void failed(const vienlogs::base::Failure& failure);
    void terminalChecked(bool answered);

private:
    struct Stored {
        std::vector<domain::payments::DayClosing> closings;
        std::map<base::Ulid, std::string> caseNumbers;
    };
    [[nodiscard]] static base::Result<Stored> read(ports::LocalStore& store);
    template<typename Work>
    void run(Work work);

    Acts& acts_;
    payment_desk::DayDesk& desk_;
    Executor& terminal_;
    PaymentCarrier& carrier_;
    Papers& papers_;
    bool busy_ = false;
    std::vector<domain::payments::DayClosing> closings_;
    std::map<base::Ulid, std::string> caseNumbers_; ///< By payment.
};

} // namespace vienlogs::workflows
