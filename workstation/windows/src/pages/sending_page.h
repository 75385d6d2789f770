// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

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
    using Row = viewmodels::SendingViewModel::Row;
    struct Shown {
        Row act;
        QWidget* frame = nullptr;
    };
    /// Where the keyboard is: the row, its act and the button's part in it; no row when it is elsewhere.
    struct Place {
        int row = -1;
        QString key;
        QString part;
    };
    void refresh();
    void placeRows();
    [[nodiscard]] Place focused() const;
    void restore(const Place& place);
    [[nodiscard]] int rowOf(const QString& key) const;
    QWidget* makeRow(const Row& act);
    void addDifferences(QVBoxLayout& texts, QWidget& frame, const Row& act);
    void addButtons(QVBoxLayout& texts, QWidget& frame, const Row& act);

    viewmodels::SendingViewModel& sending_;
    QLabel* empty_;
    QVBoxLayout* rows_;
    std::vector<Shown> shown_; ///< In the order of the list.
};

} // namespace vienlogs::windows
