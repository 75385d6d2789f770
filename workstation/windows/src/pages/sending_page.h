// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "pages/page.h"
#include "vienlogs/viewmodels/sending_view_model.h"

namespace vienlogs::windows {

/// What was done at this desk on its way to the server; refused acts and conflicts with what to do.
class SendingPage : public Page {
    Q_OBJECT

public:
    explicit SendingPage(viewmodels::SendingViewModel& sending, QWidget* parent = nullptr);

    [[nodiscard]] QString explanation() const override;

protected:
    void goOn() override;
    void goBack() override;
    void retranslate() override;

private:
    void refresh();
    QWidget* makeRow(int row, const viewmodels::SendingViewModel::Row& act);
    void addDifferences(QVBoxLayout& texts, QWidget& frame, const viewmodels::SendingViewModel::Row& act);
    void addButtons(QVBoxLayout& texts, QWidget& frame, int row,
                    const viewmodels::SendingViewModel::Row& act);

    viewmodels::SendingViewModel& sending_;
    QLabel* empty_;
    QVBoxLayout* rows_;
};

} // namespace vienlogs::windows
