// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/viewmodels/row_model.h"
#include "vienlogs/viewmodels/view_model.h"

namespace vienlogs::workflows {
class CardDesk;
class ReaderRoles;
} // namespace vienlogs::workflows

namespace vienlogs::viewmodels {

/// Which reader is the clerk's and which the client's.
class ReadersViewModel final : public ViewModel {
    Q_OBJECT
    Q_PROPERTY(bool canConfirm READ canConfirm NOTIFY changed)
    Q_PROPERTY(QString clerkReader READ clerkReader NOTIFY changed)
    Q_PROPERTY(QString clientReader READ clientReader NOTIFY changed)

public:
    enum class Role { None, Clerk, Client };
    Q_ENUM(Role)
    enum Column { NameRole = Qt::UserRole + 1, HasCardRole, RoleRole, RoleTextRole };
    struct Row {
        QString name;
        bool hasCard = false;
        Role role = Role::None;
        QString roleText;
        friend bool operator==(const Row&, const Row&) = default;
    };

    ReadersViewModel(workflows::CardDesk& cards, workflows::ReaderRoles& roles, QObject* parent = nullptr);

    [[nodiscard]] RowModel<Row>* readers() { return &rows_; }
    [[nodiscard]] bool canConfirm() const;
    /// Names as PC/SC gives them; empty when not assigned.
    [[nodiscard]] QString clerkReader() const;
    [[nodiscard]] QString clientReader() const;

public Q_SLOTS:
    /// Gives a reader a role; the reader that had it loses it.
    void assign(int row, vienlogs::viewmodels::ReadersViewModel::Role role);
    /// Exchanges the two.
    void swap();
    /// The assignment is right; it is kept for the next start.
    void confirm();

Q_SIGNALS:
    void confirmed();

protected:
    void retranslate() override;

private:
    void refresh();
    workflows::CardDesk& cards_;
    workflows::ReaderRoles& roles_;
    RowModel<Row> rows_;
};

} // namespace vienlogs::viewmodels
