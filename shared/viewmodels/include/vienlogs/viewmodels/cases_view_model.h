// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/viewmodels/row_model.h"
#include "vienlogs/viewmodels/view_model.h"

namespace vienlogs::workflows {
class Contact;
class RecentCases;
class Reference;
} // namespace vienlogs::workflows

namespace vienlogs::viewmodels {

/// Recent cases of this place on the ready screen.
class CasesViewModel final : public ViewModel {
    Q_OBJECT

public:
    enum class SentState { Sent, Waiting, Refused };
    Q_ENUM(SentState)
    enum Column {
        NumberRole = Qt::UserRole + 1,
        ServiceRole,
        ClientRole,
        StateRole,
        SentRole,
        SentTextRole,
        WhenRole,
        ResumableRole,
    };
    struct Row {
        QString id; ///< Case's ULID.
        QString number;
        QString service;
        QString initials; ///< Of the client: the list may be seen by others.
        QString stateText;
        SentState sent = SentState::Sent;
        QString sentText;
        QString when;
        bool resumable = false; ///< "Started, incomplete", and its client is at the desk.
        friend bool operator==(const Row&, const Row&) = default;
    };

    CasesViewModel(workflows::Contact& contact, workflows::RecentCases& cases,
                   workflows::Reference& reference, QObject* parent = nullptr);

    [[nodiscard]] RowModel<Row>* cases() { return &rows_; }

public Q_SLOTS:
    /// Goes on with an incomplete case of the client who is at the desk.
    void resume(int row);
    void refresh();

protected:
    void retranslate() override;

private:
    void show();
    workflows::Contact& contact_;
    workflows::RecentCases& cases_;
    workflows::Reference& reference_;
    RowModel<Row> rows_;
};

} // namespace vienlogs::viewmodels
