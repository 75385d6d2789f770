// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "pages/page.h"
#include "vienlogs/viewmodels/pay_view_model.h"
#include "vienlogs/viewmodels/reversal_view_model.h"

namespace vienlogs::look {
class Mark;
class Notice;
} // namespace vienlogs::look

namespace vienlogs::windows {

class FeeBox;
class ReversalBox;

/// Step 5: the invoice, the card terminal and what it says; an unknown payment stays in view until resolved.
class PayPage : public Page {
    Q_OBJECT

public:
    PayPage(viewmodels::PayViewModel& pay, viewmodels::ReversalViewModel& reversal,
            QWidget* parent = nullptr);

    void enter() override;
    [[nodiscard]] QString explanation() const override;

protected:
    void goOn() override;
    void goBack() override;
    void retranslate() override;

private:
    enum class Question { None, Charged, NotCharged };
    void layOut();
    QWidget* invoiceBox();
    QWidget* unknownBox();
    void connectButtons();
    void refresh();
    void refreshInvoice();
    void refreshButtons();
    void ask(Question question);

    viewmodels::PayViewModel& pay_;
    QLabel* amount_;
    QLabel* invoice_;
    QLabel* recipient_;
    QLabel* purpose_;
    QLabel* fee_;
    QLabel* legalBasis_;
    FeeBox* fees_;
    ReversalBox* reversal_;
    look::Notice* state_;
    look::Mark* prompt_;
    QWidget* unknown_;
    QLabel* unknownText_;
    look::Button* askTerminal_;
    look::Button* charged_;
    look::Button* notCharged_;
    look::Notice* question_;
    look::Button* payNow_;
    look::Button* abort_;
    look::Button* later_;
    look::Button* printInvoice_;
    look::Button* printReceipt_;
    QLabel* receipt_;
    Question asked_ = Question::None;
};

} // namespace vienlogs::windows
