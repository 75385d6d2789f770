// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "pages/need_page.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "card_list.h"
#include "pages/question_list.h"
#include "vienlogs/look/button.h"
#include "vienlogs/look/notice.h"
#include "vienlogs/look/text.h"
#include "vienlogs/look/tokens.h"

namespace vienlogs::windows {

NeedPage::NeedPage(viewmodels::NeedViewModel& need, viewmodels::AppViewModel& app, QWidget* parent)
    : Page(QStringLiteral("need"), parent), need_(need), app_(app), query_(new QLineEdit(this)),
      note_(new look::Notice(look::Tone::Info, this)),
      results_(new CardList(QStringLiteral("needResults"), this)), chosenBox_(new QFrame(this)),
      chosen_(look::makeText(look::TextRole::Heading, chosenBox_)),
      other_(new look::Button(look::ButtonKind::Quiet, chosenBox_)), questions_(new QuestionList(this)) {
    query_->setObjectName(QStringLiteral("needQuery"));
    query_->setProperty("size", QStringLiteral("search"));
    query_->setClearButtonEnabled(true);
    chosen_->setObjectName(QStringLiteral("needChosen"));
    other_->setObjectName(QStringLiteral("needOther"));
    auto* chosenRow = new QHBoxLayout(chosenBox_);
    chosenRow->setContentsMargins(0, 0, 0, 0);
    chosenRow->addWidget(chosen_, 1);
    chosenRow->addWidget(other_);
    column().addWidget(query_);
    column().addWidget(note_);
    column().addWidget(results_);
    column().addWidget(chosenBox_);
    column().addWidget(questions_);
    column().addStretch(1);
    backButton().hide();
    setFirst(query_);
    connect(query_, &QLineEdit::textEdited, this, [this](const QString& text) {
        searching_ = true;
        need_.setQuery(text);
        refresh();
    });
    connect(results_, &CardList::chosen, this, &NeedPage::choose);
    connect(other_, &look::Button::clicked, this, &NeedPage::searchAgain);
    connect(questions_, &QuestionList::chosen, &need_, &viewmodels::NeedViewModel::answerChoice);
    connect(questions_, &QuestionList::numberGiven, &need_, &viewmodels::NeedViewModel::answerNumber);
    connect(&need_, &viewmodels::NeedViewModel::changed, this, &NeedPage::refresh);
    connect(need_.results(), &QAbstractItemModel::modelReset, this, &NeedPage::refresh);
    retranslate();
}

void NeedPage::enter() {
    searching_ = need_.chosenName().isEmpty();
    refresh();
    Page::enter();
    if (!searching_)
        questions_->focusFirst();
}

QString NeedPage::explanation() const {
    return tr("Ask what has happened or what the client wants to do, and type a word of it as they say it: "
              "“moving”, "
              "“child”, “passport”. Choose the life situation; its questions lead to the exact list of "
              "services. If the "
              "client knows the service, choose it directly.");
}

void NeedPage::choose(int row) {
    searching_ = false;
    need_.choose(row);
    refresh();
    if (!need_.chosenName().isEmpty())
        questions_->focusFirst();
}

void NeedPage::searchAgain() {
    searching_ = true;
    refresh();
    query_->setFocus(Qt::OtherFocusReason);
    query_->selectAll();
}

/// Enter in the search line goes to what was found; elsewhere it goes on.
void NeedPage::goOn() {
    if (query_->hasFocus() && searching_)
        results_->focusCard();
    else if (need_.canGoOn())
        need_.next();
}

void NeedPage::goBack() {
    if (searching_)
        app_.back();
    else
        searchAgain();
}

void NeedPage::retranslate() {
    setTitle(tr("What does the client need?"));
    setLead(tr("Type an ordinary word."));
    query_->setPlaceholderText(tr("For example: moving, child, passport, work"));
    query_->setAccessibleName(tr("What the client needs"));
    other_->setText(tr("Something &else"));
    questions_->retranslate();
    refresh();
}

void NeedPage::refresh() {
    if (!query_->hasFocus()) {
        const QSignalBlocker quiet(query_);
        query_->setText(need_.query());
    }
    std::vector<CardText> cards;
    for (const auto& result : need_.results()->rows())
        cards.push_back({result.name, result.description, result.kindText});
    const bool chosen = !searching_ && !need_.chosenName().isEmpty();
    results_->setCards(cards, -1);
    results_->setVisible(!chosen);
    chosenBox_->setVisible(chosen);
    chosen_->setText(need_.chosenName());
    questions_->setVisible(chosen);
    questions_->setQuestions(need_.questions());
    const bool loaded = need_.catalogueLoaded();
    note_->setVisible(!chosen && (!loaded || cards.empty()));
    if (!loaded)
        note_->setTexts(tr("The list of services has not been received yet."),
                        tr("It comes by itself as soon as there is a connection to the server."));
    else
        note_->setTexts(tr("Nothing was found for this word."),
                        tr("Try another word, or clear the line to see all life situations."));
    setContinue(tr("&Continue"), chosen && need_.canGoOn());
}

} // namespace vienlogs::windows
