// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "pages/done_page.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>

#include "card_list.h"
#include "pages/reversal_box.h"
#include "vienlogs/look/button.h"
#include "vienlogs/look/icon_label.h"
#include "vienlogs/look/notice.h"
#include "vienlogs/look/text.h"
#include "vienlogs/look/tokens.h"

namespace vienlogs::windows {

using Sent = viewmodels::DoneViewModel::SentState;

namespace {

QLabel* words(look::TextRole role, const QString& text, QWidget* parent) {
    QLabel* label = look::makeText(role, parent);
    label->setText(text);
    return label;
}

/// One entry of a list: what in ink, when and who under it.
QWidget* entry(const QString& what, const QStringList& facts, QWidget* parent) {
    auto* box = new QWidget(parent);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    QStringList given = facts;
    given.removeAll(QString());
    column->addWidget(words(look::TextRole::Body, what, box));
    column->addWidget(words(look::TextRole::Small, given.join(QStringLiteral("  ·  ")), box));
    return box;
}

} // namespace

DonePage::DonePage(viewmodels::DoneViewModel& done, viewmodels::ReversalViewModel& reversal, QWidget* parent)
    : Page(QStringLiteral("done"), parent), done_(done), before_(new QWidget(this)),
      deliveryLabel_(look::makeText(look::TextRole::Heading, before_)),
      delivery_(new CardList(QStringLiteral("doneDelivery"), before_)),
      summaryLabel_(look::makeText(look::TextRole::Heading, before_)), summary_(new QGridLayout),
      after_(new QWidget(this)), submitted_(new look::Notice(look::Tone::Ok, after_)),
      number_(look::makeLine(look::TextRole::Sum, after_)),
      sent_(new look::Mark(after_, look::Mark::Shape::Wrapping)),
      reversal_(new ReversalBox(QStringLiteral("doneReverse"), reversal, after_)),
      historyLabel_(look::makeText(look::TextRole::Heading, after_)),
      historyNote_(look::makeText(look::TextRole::Muted, after_)), history_(new QVBoxLayout),
      accessLabel_(look::makeText(look::TextRole::Heading, after_)), access_(new QVBoxLayout),
      another_(new look::Button(look::ButtonKind::Plain, this)) {
    number_->setObjectName(QStringLiteral("doneNumber"));
    number_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    sent_->setObjectName(QStringLiteral("doneSent"));
    submitted_->setObjectName(QStringLiteral("doneState"));
    another_->setObjectName(QStringLiteral("doneAnother"));
    historyNote_->setObjectName(QStringLiteral("doneHistoryNote"));
    layOut();
    connect(delivery_, &CardList::chosen, &done_, &viewmodels::DoneViewModel::setDeliveryIndex);
    connect(another_, &look::Button::clicked, &done_, &viewmodels::DoneViewModel::anotherService);
    connect(&done_, &viewmodels::DoneViewModel::changed, this, &DonePage::refresh);
    connect(done_.history(), &QAbstractItemModel::modelReset, this, &DonePage::refreshHistory);
    connect(done_.accessLog(), &QAbstractItemModel::modelReset, this, &DonePage::refreshHistory);
    connect(
        reversal_, &ReversalBox::opened, this, [this] { reveal(*reversal_); }, Qt::QueuedConnection);
    retranslate();
}

void DonePage::layOut() {
    footer().insertWidget(1, another_);
    column().addWidget(beforeBox());
    column().addWidget(afterBox());
    column().addStretch(1);
}

QWidget* DonePage::beforeBox() {
    summary_->setHorizontalSpacing(look::space::xl);
    summary_->setVerticalSpacing(look::space::s);
    summary_->setColumnStretch(0, 2);
    summary_->setColumnStretch(1, 3);
    auto* column = new QVBoxLayout(before_);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(look::space::m);
    column->addWidget(deliveryLabel_);
    column->addWidget(delivery_);
    column->addSpacing(look::space::m);
    column->addWidget(summaryLabel_);
    column->addLayout(summary_);
    return before_;
}

QWidget* DonePage::afterBox() {
    history_->setSpacing(look::space::m);
    access_->setSpacing(look::space::m);
    auto* column = new QVBoxLayout(after_);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(look::space::m);
    column->addWidget(number_);
    column->addWidget(submitted_);
    column->addWidget(sent_);
    column->addWidget(reversal_);
    column->addSpacing(look::space::m);
    column->addWidget(historyLabel_);
    column->addWidget(historyNote_);
    column->addLayout(history_);
    column->addSpacing(look::space::m);
    column->addWidget(accessLabel_);
    column->addLayout(access_);
    column->addStretch(1); // rows keep their own height
    return after_;
}

QString DonePage::explanation() const {
    return done_.submitted()
               ? tr("Give the client the number. The client's account shows every application and everyone "
                    "who "
                    "looked at the client's data. You can go on with another service for the same client, or "
                    "end the "
                    "contact.")
               : tr("Check with the client what will be submitted and how the result is to reach them. After "
                    "submitting, the application belongs to the institution.");
}

void DonePage::goOn() {
    if (done_.submitted())
        done_.endContact();
    else if (!done_.busy())
        done_.submit();
}

void DonePage::goBack() {
    if (reversal_->back())
        return;
    if (!done_.submitted() && !done_.busy())
        done_.back();
}

void DonePage::retranslate() {
    backButton().setText(tr("&Back"));
    another_->setText(tr("&Another service for this client"));
    deliveryLabel_->setText(tr("How will the client get the result?"));
    summaryLabel_->setText(tr("Check before submitting"));
    historyLabel_->setText(tr("In the client's e-account"));
    accessLabel_->setText(tr("Who looked at the client's data"));
    reversal_->retranslate();
    refresh();
}

void DonePage::refresh() {
    const bool submitted = done_.submitted();
    setTitle(submitted ? tr("Submitted") : tr("Check and submit"));
    before_->setVisible(!submitted);
    after_->setVisible(submitted);
    another_->setVisible(submitted);
    backButton().setVisible(!submitted);
    backButton().setEnabled(!done_.busy());
    if (submitted) {
        refreshAfter();
        setContinue(tr("&End the contact"), !done_.busy());
    } else {
        refreshBefore();
        setContinue(done_.busy() ? tr("Submitting…") : tr("&Submit"), !done_.busy());
    }
    if (submitted != wasSubmitted_) {
        wasSubmitted_ = submitted;
        scrollToTop();
        Q_EMIT explanationChanged();
        if (isVisible())
            continueButton().setFocus(Qt::OtherFocusReason);
    }
}

void DonePage::refreshBefore() {
    std::vector<CardText> ways;
    for (const QString& way : done_.deliveries())
        ways.push_back({way});
    delivery_->setCards(ways, done_.deliveryIndex());
    look::clearLayout(*summary_);
    int row = 0;
    for (const auto& line : done_.summary()) {
        summary_->addWidget(words(look::TextRole::Muted, line.label, before_), row, 0, Qt::AlignTop);
        summary_->addWidget(words(look::TextRole::Body, line.value, before_), row, 1, Qt::AlignTop);
        ++row;
    }
}

void DonePage::refreshAfter() {
    number_->setText(done_.caseNumber());
    submitted_->setTexts(done_.stateText());
    submitted_->setVisible(!done_.stateText().isEmpty());
    switch (done_.sentState()) {
    case Sent::Sent:
        sent_->show(QStringLiteral("sent"), look::Tone::Ok, done_.sentText());
        break;
    case Sent::Waiting:
        sent_->show(QStringLiteral("waiting"), look::Tone::Info, done_.sentText());
        break;
    case Sent::Refused:
        sent_->show(QStringLiteral("error"), look::Tone::Error, done_.sentText());
        break;
    }
    refreshHistory();
}

void DonePage::refreshHistory() {
    historyNote_->setText(done_.historyNote());
    historyNote_->setVisible(!done_.historyNote().isEmpty());
    look::clearLayout(*history_);
    for (const auto& row : done_.history()->rows())
        history_->addWidget(entry(row.text, {row.when, row.who}, after_));
    look::clearLayout(*access_);
    for (const auto& row : done_.accessLog()->rows())
        access_->addWidget(entry(row.what, {row.when, row.who, row.purpose}, after_));
    accessLabel_->setVisible(done_.accessLog()->rowCount() > 0);
}

} // namespace vienlogs::windows
