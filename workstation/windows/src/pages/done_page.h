// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "pages/page.h"
#include "vienlogs/viewmodels/done_view_model.h"
#include "vienlogs/viewmodels/reversal_view_model.h"

class QGridLayout;

namespace vienlogs::look {
class Mark;
class Notice;
} // namespace vienlogs::look

namespace vienlogs::windows {

class ReversalBox;

class CardList;

/// Step 6: a last look and submitting; then number, state, what the client's account shows and who looked.
class DonePage : public Page {
    Q_OBJECT

public:
    DonePage(viewmodels::DoneViewModel& done, viewmodels::ReversalViewModel& reversal,
             QWidget* parent = nullptr);

    [[nodiscard]] QString explanation() const override;

protected:
    void goOn() override;
    void goBack() override;
    void retranslate() override;

private:
    void layOut();
    QWidget* beforeBox();
    QWidget* afterBox();
    void refresh();
    void refreshBefore();
    void refreshAfter();
    void refreshHistory();

    viewmodels::DoneViewModel& done_;
    QWidget* before_;
    QLabel* deliveryLabel_;
    CardList* delivery_;
    QLabel* summaryLabel_;
    QGridLayout* summary_;
    QWidget* after_;
    look::Notice* submitted_;
    QLabel* number_;
    look::Mark* sent_;
    ReversalBox* reversal_;
    QLabel* historyLabel_;
    QLabel* historyNote_;
    QVBoxLayout* history_;
    QLabel* accessLabel_;
    QVBoxLayout* access_;
    look::Button* another_;
    bool wasSubmitted_ = false;
};

} // namespace vienlogs::windows
