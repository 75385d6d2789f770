// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/viewmodels/row_model.h"
#include "vienlogs/viewmodels/view_model.h"

namespace vienlogs::viewmodels {

/// The devices of the desk for the state line: one row each, always in the same order.
class DevicesViewModel final : public ViewModel {
    Q_OBJECT

public:
    enum class Device { ClerkReader, ClientReader, Scanner, Terminal, Printer };
    Q_ENUM(Device)
    enum class State { Checking, Ok, Busy, Warning, Missing };
    Q_ENUM(State)
    enum Column { NameRole = Qt::UserRole + 1, StateRole, TextRole };
    struct Row {
        Device device = Device::ClerkReader;
        QString name; ///< "Scanner"
        State state = State::Checking;
        QString text; ///< What is with it, in one short sentence.
        friend bool operator==(const Row&, const Row&) = default;
    };

    explicit DevicesViewModel(QObject* parent = nullptr);

    [[nodiscard]] RowModel<Row>* devices() { return &rows_; }
    [[nodiscard]] Row device(Device device) const;

    /// `detail` stands behind the state: a reader's name, a printer's.
    void setState(Device device, State state, const QString& detail = {});
    /// The device does not work, and why.
    void setFailure(Device device, const base::Failure& failure);

Q_SIGNALS:
    /// The user asks to look at the devices again.
    void recheckAsked();

protected:
    void retranslate() override;

private:
    struct Entry {
        State state = State::Checking;
        QString detail;
        base::Failure failure;
        bool hasFailure = false;
    };
    void refresh();
    std::vector<Entry> entries_;
    RowModel<Row> rows_;
};

} // namespace vienlogs::viewmodels
