// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "pages/question_list.h"

#include <QIntValidator>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "vienlogs/look/flow_layout.h"
#include "vienlogs/look/text.h"
#include "vienlogs/look/tokens.h"

namespace vienlogs::windows {

using Kind = viewmodels::NeedViewModel::QuestionKind;

namespace {

constexpr int numberEm = 8;

QString optionName(int question, int option) {
    return QStringLiteral("question_%1_%2").arg(question).arg(option);
}

QString numberName(int question) {
    return QStringLiteral("question_%1").arg(question);
}

} // namespace

QuestionList::QuestionList(QWidget* parent) : QWidget(parent), column_(new QVBoxLayout(this)) {
    setObjectName(QStringLiteral("questions"));
    column_->setContentsMargins(0, 0, 0, 0);
    column_->setSpacing(look::space::xl);
}

bool QuestionList::sameButForAnswers(const std::vector<Question>& questions) const {
    if (questions.size() != questions_.size())
        return false;
    for (std::size_t i = 0; i < questions.size(); ++i)
        if (questions[i].id != questions_[i].id || questions[i].text != questions_[i].text ||
            questions[i].options != questions_[i].options)
            return false;
    return true;
}

void QuestionList::setQuestions(const std::vector<Question>& questions) {
    const bool same = sameButForAnswers(questions);
    // Questions before the first new one stay: an answer may only add or remove those after it.
    std::size_t keep = 0;
    while (!same && keep < questions.size() && keep < questions_.size() &&
           questions[keep].id == questions_[keep].id && questions[keep].text == questions_[keep].text &&
           questions[keep].options == questions_[keep].options)
        ++keep;
    questions_ = questions;
    if (!same) {
        while (column_->count() > static_cast<int>(keep)) {
            QLayoutItem* item = column_->takeAt(column_->count() - 1);
            item->widget()->hide();
            item->widget()->setParent(nullptr); // At once: names must not be found twice.
            item->widget()->deleteLater();
            delete item;
        }
        for (std::size_t i = keep; i < questions_.size(); ++i)
            build(static_cast<int>(i), questions_[i]);
    }
    showAnswers();
}

void QuestionList::build(int index, const Question& question) {
    auto* box = new QWidget(this);
    box->setObjectName(QStringLiteral("questionBox_%1").arg(index));
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(look::space::s);
    QLabel* text = look::makeText(look::TextRole::Label, box);
    text->setText(question.text);
    column->addWidget(text);
    if (!question.help.isEmpty()) {
        QLabel* help = look::makeText(look::TextRole::Muted, box);
        help->setText(question.help);
        column->addWidget(help);
    }
    if (question.kind == Kind::Choice)
        addOptions(index, question, *column);
    else
        addNumber(index, question, *column);
    column_->addWidget(box);
}

void QuestionList::addOptions(int index, const Question& question, QVBoxLayout& column) {
    auto* flow = new look::FlowLayout(nullptr, look::space::xl, look::space::s);
    for (int option = 0; option < question.options.size(); ++option) {
        auto* button = new QRadioButton(question.options.at(option), column.parentWidget());
        button->setObjectName(optionName(index, option));
        button->setAccessibleDescription(question.text);
        flow->addWidget(button);
        connect(button, &QRadioButton::clicked, this,
                [this, index, option] { Q_EMIT chosen(index, option); });
    }
    column.addLayout(flow);
}

void QuestionList::addNumber(int index, const Question& question, QVBoxLayout& column) {
    auto* line = new QLineEdit(column.parentWidget());
    line->setObjectName(numberName(index));
    line->setAccessibleName(question.text);
    line->setValidator(new QIntValidator(question.minimum, question.maximum, line));
    line->setMaximumWidth(numberEm * fontMetrics().horizontalAdvance(QLatin1Char('m')));
    connect(line, &QLineEdit::textEdited, this,
            [this, index](const QString& text) { Q_EMIT numberGiven(index, text); });
    column.addWidget(line);
}

void QuestionList::showAnswers() {
    for (std::size_t i = 0; i < questions_.size(); ++i) {
        const auto index = static_cast<int>(i);
        if (auto* line = findChild<QLineEdit*>(numberName(index)); line && !line->hasFocus())
            line->setText(questions_[i].number);
        for (int option = 0; option < questions_[i].options.size(); ++option)
            if (auto* button = findChild<QRadioButton*>(optionName(index, option))) {
                const QSignalBlocker quiet(button);
                button->setAutoExclusive(false);
                button->setChecked(option == questions_[i].chosen);
                button->setAutoExclusive(true);
            }
    }
}

void QuestionList::focusFirst() {
    for (std::size_t i = 0; i < questions_.size(); ++i) {
        const auto index = static_cast<int>(i);
        const bool answered = questions_[i].chosen >= 0 || !questions_[i].number.isEmpty();
        QWidget* first = questions_[i].kind == Kind::Choice ? findChild<QWidget*>(optionName(index, 0))
                                                            : findChild<QWidget*>(numberName(index));
        if (first && (!answered || i + 1 == questions_.size()))
            return first->setFocus(Qt::OtherFocusReason);
    }
}

void QuestionList::retranslate() {
    setAccessibleName(tr("Questions"));
}

} // namespace vienlogs::windows
