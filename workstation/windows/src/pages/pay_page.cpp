// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "pages/pay_page.h"

#include <QLabel>
#include <QVBoxLayout>

#include "pages/fee_box.h"
#include "pages/reversal_box.h"
#include "vienlogs/look/button.h"
#include "vienlogs/look/flow_layout.h"
#include "vienlogs/look/icon_label.h"
#include "vienlogs/look/notice.h"
#include "vienlogs/look/text.h"
#include "vienlogs/look/tokens.h"

namespace vienlogs::windows {

using State = viewmodels::PayViewModel::State;

namespace {

look::Tone toneOf(State state) {
    switch (state) {
    case State::Captured:
    case State::Free:
        return look::Tone::Ok;
    case State::Declined:
        return look::Tone::Error;
    case State::Unknown:
    case State::GivingBack:
    case State::GivenBack:
        return look::Tone::Warn;
    default:
        return look::Tone::Info;
    }
}

} // namespace

PayPage::PayPage(viewmodels::PayViewModel& pay, viewmodels::ReversalViewModel& reversal, QWidget* parent)
    : Page(QStringLiteral("pay"), parent), pay_(pay), amount_(look::makeLine(look::TextRole::Sum, this)),
      invoice_(look::makeText(look::TextRole::Body, this)),
      recipient_(look::makeText(look::TextRole::Body, this)),
      purpose_(look::makeText(look::TextRole::Muted, this)), fee_(look::makeText(look::TextRole::Body, this)),
      legalBasis_(look::makeText(look::TextRole::Small, this)), fees_(new FeeBox(pay, this)),
      reversal_(new ReversalBox(QStringLiteral("payReverse"), reversal, this)),
      state_(new look::Notice(look::Tone::Info, this)),
      prompt_(new look::Mark(this, look::Mark::Shape::Wrapping)), unknown_(new QWidget(this)),
      unknownText_(look::makeText(look::TextRole::Body, unknown_)),
      askTerminal_(new look::Button(look::ButtonKind::Main, unknown_)),
      charged_(new look::Button(look::ButtonKind::Plain, unknown_)),
      notCharged_(new look::Button(look::ButtonKind::Plain, unknown_)),
      question_(new look::Notice(look::Tone::Warn, unknown_)),
      payNow_(new look::Button(look::ButtonKind::Main, this)),
      abort_(new look::Button(look::ButtonKind::Danger, this)),
      later_(new look::Button(look::ButtonKind::Plain, this)),
      printInvoice_(new look::Button(look::ButtonKind::Quiet, this)),
      printReceipt_(new look::Button(look::ButtonKind::Quiet, this)),
      receipt_(look::makeLine(look::TextRole::Receipt, this)) {
    const std::pair<QWidget*, const char*> names[] = {{amount_, "payAmount"},
                                                      {invoice_, "payInvoice"},
                                                      {fee_, "payFee"},
                                                      {legalBasis_, "payLegalBasis"},
                                                      {state_, "payState"},
                                                      {prompt_, "payPrompt"},
                                                      {askTerminal_, "payAskTerminal"},
                                                      {charged_, "payCharged"},
                                                      {notCharged_, "payNotCharged"},
                                                      {question_, "payQuestion"},
                                                      {payNow_, "payNow"},
                                                      {abort_, "payAbort"},
                                                      {later_, "payLater"},
                                                      {printInvoice_, "payPrintInvoice"},
                                                      {printReceipt_, "payPrintReceipt"},
                                                      {receipt_, "payReceipt"}};
    for (const auto& [widget, name] : names)
        widget->setObjectName(QLatin1String(name));
    layOut();
    connectButtons();
    retranslate();
}

void PayPage::layOut() {
    payNow_->setIconName(QStringLiteral("terminal"));
    printInvoice_->setIconName(QStringLiteral("printer"));
    printReceipt_->setIconName(QStringLiteral("printer"));
    receipt_->setProperty("frame", QStringLiteral("panel"));
    receipt_->setMargin(look::space::m);
    auto* buttons = new look::FlowLayout(nullptr, look::space::m, look::space::s);
    for (look::Button* button : {payNow_, abort_, later_, printInvoice_, printReceipt_})
        buttons->addWidget(button);
    column().addWidget(invoiceBox());
    column().addWidget(fees_);
    column().addWidget(state_);
    column().addWidget(prompt_);
    column().addWidget(unknownBox());
    column().addLayout(buttons);
    column().addWidget(receipt_, 0, Qt::AlignLeft);
    column().addWidget(reversal_);
    column().addStretch(1);
}

QWidget* PayPage::invoiceBox() {
    auto* box = new QFrame(this);
    box->setProperty("frame", QStringLiteral("panel"));
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(look::space::l, look::space::l, look::space::l, look::space::l);
    column->setSpacing(look::space::xs);
    for (QLabel* label : {amount_, fee_, recipient_, invoice_, purpose_, legalBasis_})
        column->addWidget(label);
    return box;
}

QWidget* PayPage::unknownBox() {
    auto* buttons = new look::FlowLayout(nullptr, look::space::m, look::space::s);
    for (look::Button* button : {askTerminal_, charged_, notCharged_})
        buttons->addWidget(button);
    auto* column = new QVBoxLayout(unknown_);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(look::space::m);
    column->addWidget(unknownText_);
    column->addLayout(buttons);
    column->addWidget(question_);
    return unknown_;
}

void PayPage::connectButtons() {
    using Pay = viewmodels::PayViewModel;
    connect(payNow_, &look::Button::clicked, &pay_, &Pay::pay);
    connect(abort_, &look::Button::clicked, &pay_, &Pay::abort);
    connect(later_, &look::Button::clicked, &pay_, &Pay::payLater);
    connect(printInvoice_, &look::Button::clicked, &pay_, &Pay::printInvoice);
    connect(printReceipt_, &look::Button::clicked, &pay_, &Pay::printReceipt);
    connect(askTerminal_, &look::Button::clicked, &pay_, &Pay::askTerminal);
    connect(charged_, &look::Button::clicked, this, [this] { ask(Question::Charged); });
    connect(notCharged_, &look::Button::clicked, this, [this] { ask(Question::NotCharged); });
    connect(question_, &look::Notice::dismissed, this, [this] { ask(Question::None); });
    connect(question_, &look::Notice::actionRequested, this, [this] {
        const Question asked = asked_;
        ask(Question::None);
        if (asked == Question::Charged)
            pay_.resolveCharged();
        else if (asked == Question::NotCharged)
            pay_.resolveNotCharged();
    });
    connect(
        reversal_, &ReversalBox::opened, this, [this] { reveal(*reversal_); }, Qt::QueuedConnection);
    connect(&pay_, &Pay::changed, this, &PayPage::refresh);
}

void PayPage::enter() {
    ask(Question::None);
    fees_->close();
    Page::enter();
    for (look::Button* button : {payNow_, askTerminal_})
        if (button->isVisible() && button->isEnabled())
            button->setFocus(Qt::OtherFocusReason);
}

QString PayPage::explanation() const {
    return tr("The client pays by card at the terminal or later by invoice; an invoice is issued for a free "
              "service "
              "too. Ask whether it is urgent or a relief holds, and choose that fee by its number before it "
              "is paid. "
              "A fee that was paid can be given back on the card until the terminal's day is closed. If the "
              "answer of the terminal is lost, the payment is shown as unknown: do not take the money "
              "again, ask the terminal first.");
}

void PayPage::goOn() {
    if (pay_.canGoOn())
        pay_.next();
    else if (pay_.canPay() && !pay_.busy())
        pay_.pay();
}

void PayPage::goBack() {
    if (asked_ != Question::None)
        ask(Question::None);
    else if (!fees_->close() && !reversal_->back() && !pay_.busy())
        pay_.back();
}

void PayPage::ask(Question question) {
    asked_ = question;
    refresh();
}

void PayPage::retranslate() {
    setTitle(tr("Payment"));
    backButton().setText(tr("&Back"));
    abort_->setText(tr("&Abort"));
    later_->setText(tr("Pay &later"));
    printInvoice_->setText(tr("Print the &invoice"));
    printReceipt_->setText(tr("Print the &receipt"));
    unknownText_->setText(
        tr("Do not take the payment again. First ask the terminal what happened. If it cannot tell, "
           "look at the receipt it printed and decide."));
    askTerminal_->setText(tr("Ask the &terminal"));
    charged_->setText(tr("The receipt says: &paid"));
    notCharged_->setText(tr("The receipt says: &not paid"));
    question_->setDismissible(true, tr("Cancel"));
    fees_->retranslate();
    reversal_->retranslate();
    refresh();
}

void PayPage::refresh() {
    const State state = pay_.state();
    refreshInvoice();
    state_->setTone(toneOf(state));
    state_->setTexts(pay_.stateText());
    state_->setVisible(!pay_.stateText().isEmpty());
    prompt_->setVisible(!pay_.promptText().isEmpty());
    prompt_->show(QStringLiteral("terminal"), look::Tone::Info, pay_.promptText());
    unknown_->setVisible(state == State::Unknown);
    if (state != State::Unknown)
        asked_ = Question::None;
    question_->setVisible(asked_ != Question::None);
    const bool charged = asked_ == Question::Charged;
    question_->setTexts(charged ? tr("The receipt shows that the money was taken?")
                                : tr("The receipt shows that nothing was taken?"),
                        tr("This is written into the case under your name and cannot be undone."));
    question_->setAction(charged ? tr("Yes, it was paid") : tr("Yes, it was not paid"));
    refreshButtons();
}

void PayPage::refreshInvoice() {
    amount_->setText(pay_.amountText());
    recipient_->setText(pay_.recipient());
    recipient_->setVisible(!pay_.recipient().isEmpty());
    invoice_->setText(pay_.invoiceNumber().isEmpty() ? QString()
                                                     : tr("Invoice %1").arg(pay_.invoiceNumber()));
    invoice_->setVisible(!pay_.invoiceNumber().isEmpty());
    purpose_->setText(pay_.purpose());
    purpose_->setVisible(!pay_.purpose().isEmpty());
    fee_->setText(pay_.feeText());
    fee_->setVisible(!pay_.feeText().isEmpty());
    legalBasis_->setText(pay_.legalBasis());
    legalBasis_->setVisible(!pay_.legalBasis().isEmpty());
    fees_->refresh();
    const bool givenBack = pay_.state() == State::GivingBack || pay_.state() == State::GivenBack;
    const QStringList lines = givenBack ? QStringList() : pay_.receiptLines();
    receipt_->setText(lines.join(QLatin1Char('\n')));
    receipt_->setVisible(!lines.isEmpty());
    printReceipt_->setVisible(!lines.isEmpty());
    printInvoice_->setVisible(!pay_.invoiceNumber().isEmpty());
}

void PayPage::refreshButtons() {
    const State state = pay_.state();
    const bool again = state == State::Declined || state == State::Aborted;
    payNow_->setText(again ? tr("Try the &card again") : tr("Pay by &card"));
    payNow_->setVisible(pay_.canPay());
    payNow_->setEnabled(!pay_.busy());
    abort_->setVisible(pay_.canAbort());
    later_->setVisible(pay_.canPayLater());
    askTerminal_->setEnabled(!pay_.busy());
    backButton().setEnabled(!pay_.busy());
    setContinue(tr("&Continue"), pay_.canGoOn());
}

} // namespace vienlogs::windows
