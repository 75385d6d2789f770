// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "pages/page.h"
#include "vienlogs/viewmodels/day_view_model.h"

class QGridLayout;

namespace vienlogs::look {
class Notice;
}

namespace vienlogs::windows {

/// The end of the day: the terminal's totals against the desk's own book, and a line for each difference.
class DayPage : public Page {
    Q_OBJECT

public:
    explicit DayPage(viewmodels::DayViewModel& day, QWidget* parent = nullptr);

    void enter() override;
    [[nodiscard]] QString explanation() const override;

protected:
    void goOn() override;
    void goBack() override;
    void retranslate() override;

private:
    enum class Question { None, Close, HasMoney, HasNoMoney };
    void layOut();
    void ask(Question question, int row = -1);
    void confirm();
    void refresh();
    void refreshSums();
    void refreshDifferences();
    void refreshQuestion();
    QWidget* makeDifference(int row, const viewmodels::DayViewModel::Difference& difference);

    viewmodels::DayViewModel& day_;
    look::Notice* state_;
    QGridLayout* sums_;
    QVBoxLayout* differences_;
    look::Notice* question_;
    look::Button* confirm_;
    look::Button* cancel_;
    look::Button* print_;
    QLabel* report_;
    QLabel* earlierHeading_;
    QLabel* earlier_;
    Question asked_ = Question::None;
    int askedRow_ = -1;
    QString askedWhat_; ///< What stood in that row.
};

} // namespace vienlogs::windows
