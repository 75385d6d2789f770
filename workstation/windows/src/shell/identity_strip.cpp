// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "identity_strip.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include "pin_line.h"
#include "vienlogs/look/button.h"
#include "vienlogs/look/flow_layout.h"
#include "vienlogs/look/notice.h"
#include "vienlogs/look/text.h"
#include "vienlogs/look/tokens.h"

namespace vienlogs::windows {

IdentityStrip::IdentityStrip(viewmodels::ContactViewModel& contact, QWidget* parent)
    : QWidget(parent), contact_(contact), otherCard_(new look::Notice(look::Tone::Warn, this)),
      pinRow_(new QFrame(this)), pinLabel_(look::makeLine(look::TextRole::Label, pinRow_)),
      pin_(makePinLine(QStringLiteral("clientPin"), pinRow_)),
      tries_(look::makeLine(look::TextRole::Muted, pinRow_)),
      confirm_(new look::Button(look::ButtonKind::Main, pinRow_)),
      cancel_(new look::Button(look::ButtonKind::Quiet, pinRow_)) {
    setObjectName(QStringLiteral("identityStrip"));
    otherCard_->setObjectName(QStringLiteral("otherCard"));
    confirm_->setObjectName(QStringLiteral("clientPinConfirm"));
    cancel_->setObjectName(QStringLiteral("clientPinCancel"));
    pinRow_->setProperty("frame", QStringLiteral("panel"));
    pinLabel_->setBuddy(pin_);
    auto* flow = new look::FlowLayout(pinRow_, look::space::m, look::space::s);
    flow->setContentsMargins(look::space::l, look::space::s, look::space::l, look::space::s);
    for (QWidget* widget : std::initializer_list<QWidget*>{pinLabel_, pin_, tries_, confirm_, cancel_})
        flow->addWidget(widget);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(otherCard_);
    rows->addWidget(pinRow_);
    pinRow_->hide();
    connect(confirm_, &look::Button::clicked, this, &IdentityStrip::submit);
    connect(cancel_, &look::Button::clicked, this, &IdentityStrip::closePin);
    connect(otherCard_, &look::Notice::actionRequested, &contact_, &viewmodels::ContactViewModel::end);
    connect(pin_, &QLineEdit::textChanged, this, &IdentityStrip::refresh);
    connect(&contact_, &viewmodels::ContactViewModel::changed, this, &IdentityStrip::refresh);
    retranslate();
}

void IdentityStrip::askPin() {
    pinRow_->show();
    refresh();
    pin_->setFocus(Qt::OtherFocusReason);
}

void IdentityStrip::closePin() {
    forgetPin(*pin_);
    pinRow_->hide();
}

void IdentityStrip::submit() {
    if (confirm_->isEnabled())
        givePin(*pin_, [this](const QString& pin) { contact_.provePin(pin); });
}

void IdentityStrip::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void IdentityStrip::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        closePin();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        submit();
    else
        QWidget::keyPressEvent(event);
}

void IdentityStrip::retranslate() {
    pinLabel_->setText(tr("The client enters PIN&1:"));
    pin_->setAccessibleName(tr("The client's PIN1"));
    confirm_->setText(tr("C&onfirm"));
    cancel_->setText(tr("Cancel"));
    otherCard_->setTexts(
        tr("Another person's card is in the client's reader."),
        tr("Take the card out to go on with this client, or end this contact to serve that person."));
    otherCard_->setAction(tr("End this contact"));
    refresh();
}

void IdentityStrip::refresh() {
    otherCard_->setVisible(contact_.active() && contact_.otherCard());
    if (!pinRow_->isHidden() && !contact_.canProvePin() && !contact_.provingPin())
        closePin();
    pin_->setReadOnly(contact_.provingPin()); // a wrong PIN is typed again where it was
    const int tries = contact_.pinTriesLeft();
    tries_->setText(tries >= 0 ? tr("%n tries left", nullptr, tries) : QString());
    confirm_->setEnabled(pin_->text().size() >= 4 && !contact_.provingPin());
}

} // namespace vienlogs::windows
