// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "page.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollBar>
#include <QVBoxLayout>

#include "vienlogs/look/button.h"
#include "vienlogs/look/scroll_page.h"
#include "vienlogs/look/text.h"
#include "vienlogs/look/tokens.h"

namespace vienlogs::windows {

namespace {

constexpr int readingWidth = 56; // Em: longer lines tire the eye.

/// A push button with the focus is pressed by Enter; check boxes and radio buttons are not.
QAbstractButton* focusedPushButton() {
    auto* button = qobject_cast<QAbstractButton*>(QApplication::focusWidget());
    const bool choice = qobject_cast<QCheckBox*>(button) || qobject_cast<QRadioButton*>(button);
    return choice ? nullptr : button;
}

} // namespace

Page::Page(const QString& name, QWidget* parent, Width width)
    : QWidget(parent), name_(name),
      scroll_(new look::ScrollPage(width == Width::Reading ? readingWidth : 0, this)),
      title_(look::makeText(look::TextRole::Title, this)), lead_(look::makeText(look::TextRole::Muted, this)),
      footer_(new QFrame(this)), footerRow_(new QHBoxLayout(footer_)),
      back_(new look::Button(look::ButtonKind::Plain, footer_)),
      continue_(new look::Button(look::ButtonKind::Main, footer_)) {
    setObjectName(name);
    title_->setObjectName(named("Title"));
    back_->setObjectName(named("Back"));
    continue_->setObjectName(named("Continue"));
    footer_->setProperty("shell", QStringLiteral("footer"));
    footerRow_->setContentsMargins(look::space::xl, look::space::m, look::space::xl, look::space::m);
    footerRow_->setSpacing(look::space::m);
    footerRow_->addStretch(1);
    footerRow_->addWidget(back_);
    footerRow_->addWidget(continue_);
    scroll_->column().addWidget(title_);
    scroll_->column().addWidget(lead_);
    lead_->hide();
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(scroll_, 1);
    rows->addWidget(footer_);
    connect(back_, &look::Button::clicked, this, [this] { goBack(); });
    connect(continue_, &look::Button::clicked, this, [this] { goOn(); });
    setFocusPolicy(Qt::ClickFocus);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget* before, QWidget* /*now*/) {
        if (before && isVisible() && isAncestorOf(before) && !(before->isVisible() && before->isEnabled()))
            QMetaObject::invokeMethod(this, &Page::keepFocus, Qt::QueuedConnection);
    });
}

/// When the control with the keyboard goes away, Qt would give it to any other, even in the state line.
void Page::keepFocus() {
    QWidget* now = QApplication::focusWidget();
    // A field or a card took it on purpose; a button only stood next, and Enter would press it.
    if (!isVisible() || (now && now != this && isAncestorOf(now) && !qobject_cast<QPushButton*>(now)))
        return;
    if (continue_->isVisible() && continue_->isEnabled())
        continue_->setFocus(Qt::OtherFocusReason);
    else
        setFocus(Qt::OtherFocusReason);
}

void Page::enter() {
    scrollToTop();
    setFocus(Qt::OtherFocusReason);
    if (first_ && first_->isEnabled())
        first_->setFocus(Qt::OtherFocusReason);
    else if (continue_->isVisible() && continue_->isEnabled())
        continue_->setFocus(Qt::OtherFocusReason);
}

QVBoxLayout& Page::column() const {
    return scroll_->column();
}

void Page::setTitle(const QString& title) {
    title_->setText(title);
    setAccessibleName(title);
}

void Page::setLead(const QString& lead) {
    lead_->setText(lead);
    lead_->setVisible(!lead.isEmpty());
}

void Page::setContinue(const QString& label, bool enabled) {
    continue_->setText(label);
    continue_->setEnabled(enabled);
    if (enabled && hasFocus())
        continue_->setFocus(Qt::OtherFocusReason);
}

void Page::hideFooter() {
    footer_->hide();
}

void Page::reveal(QWidget& widget) {
    scroll_->reveal(widget);
}

void Page::scrollToTop() {
    scroll_->verticalScrollBar()->setValue(0);
}

void Page::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void Page::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        return goBack();
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        return QWidget::keyPressEvent(event);
    if (QAbstractButton* button = focusedPushButton())
        button->click();
    else if (continue_->isEnabled())
        goOn();
}

} // namespace vienlogs::windows
