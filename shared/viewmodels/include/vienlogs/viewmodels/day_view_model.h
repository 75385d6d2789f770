// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QStringList>
#include <QVector>

#include "vienlogs/viewmodels/view_model.h"

namespace vienlogs::domain::payments {
struct DayDifference;
}

namespace vienlogs::workflows {
class DayEnd;
}

namespace vienlogs::viewmodels {

/// The end of the terminal's day: its totals, the desk's own book and every difference between them.
class DayViewModel final : public ViewModel {
    Q_OBJECT
    Q_PROPERTY(State state READ state NOTIFY changed)

public:
    enum class State {
        Open,    ///< No day was closed here yet.
        Working, ///< The terminal is at work.
        Agrees,
        Differs,
        Unknown, ///< The terminal's answer was lost.
        Refused, ///< The terminal did not close its day.
    };
    Q_ENUM(State)
    struct Difference {
        QString what; ///< What does not agree, with the sum and the case.
        QString todo;
        bool decidable = false; ///< A person may say how it ended.
        bool reversal = false;  ///< It is about giving back.
        friend bool operator==(const Difference&, const Difference&) = default;
    };

    explicit DayViewModel(workflows::DayEnd& day, QObject* parent = nullptr);

    [[nodiscard]] State state() const;
    [[nodiscard]] QString stateText() const;
    /// "23.11.2026. 18:02"; empty before the first.
    [[nodiscard]] QString closedAt() const;
    [[nodiscard]] QString terminal() const;
    /// "3 payments, 97,50 €"
    [[nodiscard]] QString terminalSum() const;
    [[nodiscard]] QString bookSum() const;
    [[nodiscard]] QVector<Difference> differences() const;
    /// The terminal's own report.
    [[nodiscard]] QStringList reportLines() const;
    /// Earlier ends of days, a line each.
    [[nodiscard]] QStringList earlier() const;
    [[nodiscard]] bool busy() const;

public Q_SLOTS:
    void load();
    void closeDay();
    /// Of a decidable row of differences(): whether the institution has the money.
    void decide(int row, bool hasMoney);
    void print();
    void leave();

Q_SIGNALS:
    /// The clerk goes back to work.
    void left();

private:
    [[nodiscard]] Difference rowOf(const domain::payments::DayDifference& difference) const;
    workflows::DayEnd& day_;
};

} // namespace vienlogs::viewmodels
