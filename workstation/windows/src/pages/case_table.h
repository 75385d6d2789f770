// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include <QWidget>

#include "vienlogs/viewmodels/cases_view_model.h"

class QLabel;
class QVBoxLayout;

namespace vienlogs::windows {

/// Recent cases, each with its state and whether it is sent.
class CaseTable : public QWidget {
    Q_OBJECT

public:
    explicit CaseTable(viewmodels::CasesViewModel& cases, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    QWidget* makeRow(int row, const viewmodels::CasesViewModel::Row& theCase);

    viewmodels::CasesViewModel& cases_;
    QVBoxLayout* rows_;
    QLabel* empty_;
};

} // namespace vienlogs::windows
