// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/viewmodels/readers_view_model.h"

#include "texts.h"
#include "vienlogs/workflows/card_desk.h"
#include "vienlogs/workflows/reader_roles.h"

namespace vienlogs::viewmodels {

ReadersViewModel::ReadersViewModel(workflows::CardDesk& cards, workflows::ReaderRoles& roles, QObject* parent)
    : ViewModel(parent), cards_(cards), roles_(roles),
      rows_({{NameRole, "name", [](const Row& r) { return r.name; }},
             {HasCardRole, "hasCard", [](const Row& r) { return r.hasCard; }},
             {RoleRole, "role", [](const Row& r) { return static_cast<int>(r.role); }},
             {RoleTextRole, "roleText", [](const Row& r) { return r.roleText; }}}) {
    connect(&cards_, &workflows::CardDesk::readersChanged, this, &ReadersViewModel::refresh);
    connect(&roles_, &workflows::ReaderRoles::changed, this, &ReadersViewModel::refresh);
    refresh();
}

void ReadersViewModel::refresh() {
    retranslate();
    Q_EMIT changed();
}

void ReadersViewModel::retranslate() {
    std::vector<Row> rows;
    for (const auto& reader : cards_.readers()) {
        Row row{.name = qt(reader.name), .hasCard = reader.cardPresent};
        if (reader.name == roles_.clerkReader())
            row.role = Role::Clerk;
        else if (reader.name == roles_.clientReader())
            row.role = Role::Client;
        row.roleText = row.role == Role::Clerk    ? tr("Your reader")
                       : row.role == Role::Client ? tr("Client's reader")
                                                  : tr("Not used");
        rows.push_back(std::move(row));
    }
    rows_.setRows(std::move(rows));
}

bool ReadersViewModel::canConfirm() const {
    return !roles_.clerkReader().empty() && roles_.clerkReader() != roles_.clientReader();
}

QString ReadersViewModel::clerkReader() const {
    return qt(roles_.clerkReader());
}

QString ReadersViewModel::clientReader() const {
    return qt(roles_.clientReader());
}

void ReadersViewModel::assign(int row, Role role) {
    const auto* chosen = rows_.at(row);
    if (!chosen)
        return;
    const auto name = chosen->name.toStdString();
    if (role == Role::Clerk)
        roles_.giveClerk(name);
    else if (role == Role::Client)
        roles_.giveClient(name);
    else
        roles_.take(name);
}

void ReadersViewModel::swap() {
    roles_.swap();
}

void ReadersViewModel::confirm() {
    if (const auto done = roles_.confirm(); done)
        Q_EMIT confirmed();
    else
        Q_EMIT failed(done.error());
}

} // namespace vienlogs::viewmodels
