// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include <QWidget>

#include "vienlogs/viewmodels/need_view_model.h"

class QLineEdit;
class QVBoxLayout;

namespace vienlogs::windows {

/// The questions of a life situation, each with its answers in view.
class QuestionList : public QWidget {
    Q_OBJECT

public:
    explicit QuestionList(QWidget* parent = nullptr);

    /// Only what differs is built anew, so that the keyboard stays where it is.
    void setQuestions(const std::vector<viewmodels::NeedViewModel::Question>& questions);
    /// Gives the keyboard to the first question without an answer, or the first.
    void focusFirst();
    void retranslate();

Q_SIGNALS:
    void chosen(int question, int option);
    void numberGiven(int question, const QString& number);

private:
    using Question = viewmodels::NeedViewModel::Question;
    [[nodiscard]] bool sameButForAnswers(const std::vector<Question>& questions) const;
    void build(int index, const Question& question);
    void addOptions(int index, const Question& question, QVBoxLayout& column);
    void addNumber(int index, const Question& question, QVBoxLayout& column);
    void showAnswers();

    std::vector<Question> questions_;
    QVBoxLayout* column_;
};

} // namespace vienlogs::windows
