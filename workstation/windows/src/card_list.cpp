// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "card_list.h"

#include <QBoxLayout>
#include <QSignalBlocker>

#include "vienlogs/look/choice_card.h"
#include "vienlogs/look/tokens.h"

namespace vienlogs::windows {

CardList::CardList(const QString& name, QWidget* parent)
    : QWidget(parent), line_(new QBoxLayout(QBoxLayout::TopToBottom, this)) {
    setObjectName(name);
    line_->setContentsMargins(0, 0, 0, 0);
    line_->setSpacing(look::space::s);
}

look::ChoiceCard* CardList::append() {
    auto* card = new look::ChoiceCard(this);
    const int row = count();
    card->setObjectName(QStringLiteral("%1_%2").arg(objectName()).arg(row));
    line_->addWidget(card, 1);
    cards_.push_back(card);
    connect(card, &look::ChoiceCard::clicked, this, [this, row] { Q_EMIT chosen(row); });
    connect(card, &look::ChoiceCard::accepted, this, [this, row] { Q_EMIT accepted(row); });
    return card;
}

void CardList::setCards(const std::vector<CardText>& cards, int selected) {
    while (count() > static_cast<int>(cards.size())) {
        cards_.back()->hide();
        cards_.back()->deleteLater();
        cards_.pop_back();
    }
    for (std::size_t i = 0; i < cards.size(); ++i) {
        look::ChoiceCard* card = i < cards_.size() ? cards_[i] : append();
        const QSignalBlocker quiet(card);
        card->setTitle(cards[i].title);
        card->setExplanation(cards[i].explanation);
        card->setFacts(cards[i].facts);
        card->setRemark(cards[i].remark);
        card->setEnabled(cards[i].enabled);
        // An exclusive group keeps its last choice; it must let go when nothing is selected.
        card->setAutoExclusive(false);
        card->setChecked(static_cast<int>(i) == selected);
        card->setAutoExclusive(true);
        card->update();
    }
}

void CardList::setAcross(bool across) {
    line_->setDirection(across ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void CardList::focusCard() {
    for (look::ChoiceCard* card : cards_)
        if (card->isChecked())
            return card->setFocus(Qt::OtherFocusReason);
    if (!cards_.empty())
        cards_.front()->setFocus(Qt::OtherFocusReason);
}

} // namespace vienlogs::windows
