// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QVector>

#include "vienlogs/viewmodels/row_model.h"
#include "vienlogs/viewmodels/view_model.h"

namespace vienlogs::domain::cases {
struct Case;
}

namespace vienlogs::workflows {
class Reference;
class Sending;
struct SentAct;
} // namespace vienlogs::workflows

namespace vienlogs::viewmodels {

/// What was done at this desk and how far it is on its way; refused acts and conflicts with what to do.
class SendingViewModel final : public ViewModel {
    Q_OBJECT

public:
    enum class State { Queued, Sent, Accepted, Refused, Conflict };
    Q_ENUM(State)
    enum Column { ActRole = Qt::UserRole + 1, StateRole, StateTextRole, WhenRole, NumberRole };
    /// One answer that is not the same on both sides.
    struct Difference {
        QString label;
        QString ours;
        QString theirs;
        friend bool operator==(const Difference&, const Difference&) = default;
    };
    struct Row {
        QString key;
        QString act;      ///< "Application filled in"
        QString service;  ///< Empty for an act of a contact.
        QString number;   ///< Of the case; empty for an act of a contact.
        QString initials; ///< Of the client: the list may be seen by others.
        QString when;
        State state = State::Queued;
        QString stateText;
        FailureView problem;             ///< With Refused and Conflict.
        QString theirsBy;                ///< With Conflict: who gave the other answers, and when.
        QVector<Difference> differences; ///< With Conflict over answers.
        bool mayKeepOurs = false;
        friend bool operator==(const Row&, const Row&) = default;
    };

    SendingViewModel(workflows::Sending& sending, workflows::Reference& reference, QObject* parent = nullptr);

    [[nodiscard]] RowModel<Row>* rows() { return &rows_; }

public Q_SLOTS:
    void refresh();
    /// The clerk dealt with a refused act, or takes the others' answers.
    void setAside(int row);
    /// In a conflict, the answers given at this desk.
    void keepOurs(int row);
    void leave() { Q_EMIT left(); }

Q_SIGNALS:
    void left();

protected:
    void retranslate() override;

private:
    [[nodiscard]] Row rowOf(const workflows::SentAct& act) const;
    [[nodiscard]] QVector<Difference> differences(const domain::cases::Case& theCase,
                                                  const std::string& ours) const;
    workflows::Sending& sending_;
    workflows::Reference& reference_;
    RowModel<Row> rows_;
};

} // namespace vienlogs::viewmodels
