// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/look/choice_card.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyleOption>
#include <QVBoxLayout>

#include "vienlogs/look/text.h"
#include "vienlogs/look/tokens.h"

namespace vienlogs::look {

namespace {

void fill(QLabel& label, const QString& text) {
    label.setText(text);
    label.setVisible(!text.isEmpty());
}

} // namespace

ChoiceCard::ChoiceCard(QWidget* parent)
    : QAbstractButton(parent), title_(makeText(TextRole::Label, this)),
      remark_(makeText(TextRole::Small, this)), explanation_(makeText(TextRole::Body, this)),
      facts_(makeText(TextRole::Muted, this)) {
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    remark_->setProperty("tone", QStringLiteral("warn"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::l, space::m, space::l, space::m);
    column->setSpacing(space::xs);
    for (QLabel* label : {title_, remark_, explanation_, facts_}) {
        label->setAttribute(Qt::WA_TransparentForMouseEvents);
        column->addWidget(label);
    }
    for (QLabel* label : {remark_, explanation_, facts_})
        label->hide();
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ChoiceCard::setTitle(const QString& title) {
    title_->setText(title);
    setText(title);
    name();
}

void ChoiceCard::setExplanation(const QString& text) {
    fill(*explanation_, text);
    name();
}

void ChoiceCard::setFacts(const QString& text) {
    fill(*facts_, text);
    name();
}

void ChoiceCard::setRemark(const QString& text) {
    fill(*remark_, text);
    name();
}

void ChoiceCard::name() {
    setAccessibleName(title_->text());
    QStringList rest{remark_->text(), explanation_->text(), facts_->text()};
    rest.removeAll(QString());
    setAccessibleDescription(rest.join(QStringLiteral(". ")));
}

QSize ChoiceCard::sizeHint() const {
    return layout()->sizeHint();
}

QSize ChoiceCard::minimumSizeHint() const {
    return layout()->minimumSize();
}

int ChoiceCard::heightForWidth(int width) const {
    return layout()->heightForWidth(width);
}

void ChoiceCard::paintEvent(QPaintEvent* /*event*/) {
    QStyleOption option;
    option.initFrom(this);
    option.state.setFlag(QStyle::State_On, isChecked());
    QPainter painter(this);
    style()->drawPrimitive(QStyle::PE_Widget, &option, &painter, this);
}

void ChoiceCard::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        Q_EMIT accepted();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

void ChoiceCard::mouseDoubleClickEvent(QMouseEvent* event) {
    QAbstractButton::mouseDoubleClickEvent(event);
    Q_EMIT accepted();
}

void ChoiceCard::focusInEvent(QFocusEvent* event) {
    QAbstractButton::focusInEvent(event);
    update();
}

} // namespace vienlogs::look
