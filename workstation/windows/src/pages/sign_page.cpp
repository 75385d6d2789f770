// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "pages/sign_page.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>

#include "card_list.h"
#include "pages/page_view.h"
#include "pages/scan_box.h"
#include "pin_line.h"
#include "vienlogs/look/button.h"
#include "vienlogs/look/flow_layout.h"
#include "vienlogs/look/icon_label.h"
#include "vienlogs/look/notice.h"
#include "vienlogs/look/text.h"
#include "vienlogs/look/tokens.h"

namespace vienlogs::windows {

using Method = viewmodels::SignViewModel::Method;

namespace {
constexpr int shortestPin2 = 5;
constexpr int sideBySideFromEm = 44;
constexpr int viewHeight = 340;
} // namespace

SignPage::SignPage(viewmodels::SignViewModel& sign, viewmodels::ScanViewModel& scan, QWidget* parent)
    : Page(QStringLiteral("sign"), parent, Width::Wide), sign_(sign), scan_(scan),
      signed_(new look::Notice(look::Tone::Ok, this)),
      busy_(new look::Mark(this, look::Mark::Shape::Wrapping)),
      methods_(new CardList(QStringLiteral("signMethods"), this)), view_(new PageView(this)),
      viewLabel_(look::makeText(look::TextRole::Label, this)), paper_(new QWidget(this)),
      printLabel_(look::makeText(look::TextRole::Label, paper_)),
      print_(new look::Button(look::ButtonKind::Plain, paper_)), printed_(new look::Mark(paper_)),
      scanLabel_(look::makeText(look::TextRole::Label, paper_)), scanBox_(new ScanBox(scan, paper_)),
      useScan_(new look::Button(look::ButtonKind::Main, paper_)), card_(new QWidget(this)),
      cardHint_(look::makeText(look::TextRole::Body, card_)),
      pinLabel_(look::makeText(look::TextRole::Label, card_)),
      pin_(new PinLine(QStringLiteral("signPin2"), card_)),
      tries_(look::makeText(look::TextRole::Muted, card_)),
      signNow_(new look::Button(look::ButtonKind::Main, card_)),
      typing_(new look::Button(look::ButtonKind::Quiet, card_)),
      unblock_(new look::Button(look::ButtonKind::Plain, card_)) {
    signed_->setObjectName(QStringLiteral("signSigned"));
    busy_->setObjectName(QStringLiteral("signBusy"));
    view_->setObjectName(QStringLiteral("signPreview"));
    print_->setObjectName(QStringLiteral("signPrint"));
    printed_->setObjectName(QStringLiteral("signPrinted"));
    useScan_->setObjectName(QStringLiteral("signUseScan"));
    cardHint_->setObjectName(QStringLiteral("signCardHint"));
    tries_->setObjectName(QStringLiteral("signTries"));
    signNow_->setObjectName(QStringLiteral("signWithCard"));
    typing_->setObjectName(QStringLiteral("signTyping"));
    unblock_->setObjectName(QStringLiteral("signUnblock"));
    layOut();
    connect(methods_, &CardList::chosen, this, [this](int row) {
        sign_.setMethod(row == 0 ? Method::Paper : Method::Card);
        refreshPreview();
    });
    connect(print_, &look::Button::clicked, &sign_, &viewmodels::SignViewModel::print);
    connect(useScan_, &look::Button::clicked, &sign_, &viewmodels::SignViewModel::useScan);
    connect(signNow_, &look::Button::clicked, this, &SignPage::signWithCard);
    connect(typing_, &look::Button::clicked, this, [this] {
        typeHere_ = !typeHere_;
        refreshCard();
        if (pin_->isVisible())
            pin_->setFocus(Qt::OtherFocusReason);
    });
    connect(unblock_, &look::Button::clicked, this, &SignPage::pinsAsked);
    connect(pin_, &QLineEdit::textChanged, this, &SignPage::refreshCard);
    connect(pin_, &QLineEdit::returnPressed, signNow_, &look::Button::click);
    connect(scanBox_, &ScanBox::currentChanged, this, &SignPage::refreshPreview);
    connect(&scan_, &viewmodels::ScanViewModel::changed, this, &SignPage::refresh);
    connect(&scan_, &viewmodels::ScanViewModel::imageReady, this, &SignPage::refreshPreview);
    connect(&sign_, &viewmodels::SignViewModel::changed, this, &SignPage::refresh);
    connect(&sign_, &viewmodels::SignViewModel::previewReady, this, &SignPage::refreshPreview);
    retranslate();
    refreshPreview();
}

void SignPage::layOut() {
    view_->setMinimumHeight(viewHeight);
    auto* work = new QVBoxLayout;
    work->setSpacing(look::space::l);
    work->addWidget(paperBox());
    work->addWidget(cardBox());
    work->addStretch(1);
    auto* look = new QVBoxLayout;
    look->setSpacing(look::space::s);
    look->addWidget(viewLabel_);
    look->addWidget(view_, 1);
    halves_ = new QBoxLayout(QBoxLayout::LeftToRight);
    halves_->setSpacing(look::space::xl);
    halves_->addLayout(work, 1);
    halves_->addLayout(look, 1);
    column().addWidget(signed_);
    column().addWidget(busy_);
    column().addWidget(methods_);
    column().addLayout(halves_, 1);
}

QWidget* SignPage::paperBox() {
    print_->setIconName(QStringLiteral("printer"));
    auto* printRow = new look::FlowLayout(nullptr, look::space::m, look::space::s);
    printRow->addWidget(print_);
    printRow->addWidget(printed_);
    auto* column = new QVBoxLayout(paper_);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(look::space::s);
    column->addWidget(printLabel_);
    column->addLayout(printRow);
    column->addSpacing(look::space::m);
    column->addWidget(scanLabel_);
    column->addWidget(scanBox_);
    column->addWidget(useScan_, 0, Qt::AlignLeft);
    return paper_;
}

QWidget* SignPage::cardBox() {
    auto* column = new QVBoxLayout(card_);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(look::space::s);
    column->addWidget(cardHint_);
    column->addWidget(pinLabel_);
    column->addWidget(pin_);
    column->addWidget(tries_);
    column->addWidget(signNow_, 0, Qt::AlignLeft);
    column->addWidget(typing_, 0, Qt::AlignLeft);
    column->addWidget(unblock_, 0, Qt::AlignLeft);
    pinLabel_->setBuddy(pin_);
    return card_;
}

void SignPage::enter() {
    scan_.refreshScanners();
    Page::enter();
    if (!sign_.isSigned())
        methods_->focusCard();
}

QString SignPage::explanation() const {
    return tr(
        "Let the client read the application. On paper: print it, the client signs, scan all pages and check "
        "that they can be read. With the card: the client's card stays in the client's reader and the client "
        "types PIN2; this signature has the force of one by hand.");
}

void SignPage::goOn() {
    if (sign_.canGoOn())
        sign_.next();
    else if (sign_.method() == Method::Card)
        signWithCard();
    else if (useScan_->isEnabled())
        sign_.useScan();
}

void SignPage::signWithCard() {
    if (signNow_->isEnabled() && atPad())
        sign_.signAtPad();
    else if (signNow_->isEnabled())
        pin_->give([this](const QString& pin) { sign_.signWithCard(pin); });
}

void SignPage::retranslate() {
    setTitle(tr("Signature"));
    setLead(tr("The client reads the application and signs it."));
    backButton().setText(tr("&Back"));
    signed_->setTexts(tr("The application is signed."), tr("Go on to payment."));
    printLabel_->setText(tr("1. Print and have it signed"));
    print_->setText(tr("&Print the application"));
    scanLabel_->setText(tr("2. Scan the signed paper"));
    useScan_->setText(tr("&Attach these pages"));
    pinLabel_->setText(tr("The client's PIN&2"));
    pin_->setAccessibleName(tr("The client's PIN2"));
    unblock_->setText(tr("&Unblock with the PUK"));
    scanBox_->retranslate();
    refresh();
    refreshPreview();
}

void SignPage::refresh() {
    const bool done = sign_.isSigned();
    const bool byCard = sign_.method() == Method::Card;
    methods_->setCards({{tr("On paper"), tr("Print, sign by hand, scan")},
                        {tr("With the client's card"), tr("Secure electronic signature, PIN2")}},
                       byCard ? 1 : 0);
    methods_->setVisible(!done);
    signed_->setVisible(done);
    busy_->setVisible(sign_.busy());
    busy_->show(QStringLiteral("waiting"), look::Tone::Info, sign_.busyText());
    paper_->setVisible(!done && !byCard);
    card_->setVisible(!done && byCard);
    print_->setEnabled(!sign_.busy());
    printed_->setVisible(sign_.printed());
    printed_->show(QStringLiteral("ok"), look::Tone::Ok, tr("Sent to the printer"));
    const bool pages = scan_.pages()->rowCount() > 0;
    useScan_->setVisible(pages);
    useScan_->setEnabled(pages && !scan_.scanning() && !sign_.busy());
    setContinue(tr("&To payment"), sign_.canGoOn());
    refreshCard();
    if (done == wasSigned_)
        return;
    wasSigned_ = done;
    scrollToTop();
    refreshPreview();
}

void SignPage::refreshCard() {
    cardHint_->setText(sign_.cardHint());
    cardHint_->setVisible(!sign_.cardHint().isEmpty());
    const bool usable = sign_.canSignWithCard() || sign_.busy();
    if (!usable)
        typeHere_ = false;
    if (!usable && pin_->hasFocus())
        setFocus(Qt::OtherFocusReason); // not to a card of methods, which Enter would choose
    if (!usable)
        pin_->forget();
    const bool returned = usable && !pin_->isEnabled();
    pin_->setEnabled(usable);
    pin_->setReadOnly(sign_.busy()); // keeps the keyboard while the card signs
    if (returned && pin_->isVisible())
        pin_->setFocus(Qt::OtherFocusReason);
    pinLabel_->setVisible(!atPad());
    pin_->setVisible(!atPad());
    signNow_->setText(atPad() ? tr("Si&gn with the reader's keys") : tr("Si&gn"));
    const bool maySign = usable && !sign_.busy() && (atPad() || pin_->count() >= shortestPin2);
    if (!maySign && signNow_->hasFocus())
        setFocus(Qt::OtherFocusReason); // not to a card of methods, which Enter would choose
    signNow_->setEnabled(maySign);
    typing_->setVisible(usable && sign_.hasPad());
    typing_->setEnabled(!sign_.busy());
    typing_->setText(typeHere_ ? tr("Enter with the reader's &keys") : tr("Enter here on the &computer"));
    unblock_->setVisible(sign_.triesLeft() == 0);
    tries_->setVisible(sign_.triesLeft() > 0);
    tries_->setText(sign_.triesLeft() >= 0 ? tr("%n tries left", nullptr, sign_.triesLeft()) : QString());
}

/// On paper, what was scanned is looked at; else the application itself.
void SignPage::refreshPreview() {
    const int page = scanBox_->current();
    const bool scan = sign_.method() == Method::Paper && !sign_.isSigned() && page >= 0;
    viewLabel_->setText(scan ? tr("Scanned page %1").arg(page + 1) : tr("The application"));
    view_->setAccessibleName(viewLabel_->text());
    view_->setPages(scan ? QVector<QImage>{scan_.image(page)} : sign_.previewPages());
}

void SignPage::resizeEvent(QResizeEvent* event) {
    Page::resizeEvent(event);
    fitColumns();
}

void SignPage::fitColumns() {
    const int em = qMax(1, fontMetrics().horizontalAdvance(QLatin1Char('m')));
    const bool room = width() / em >= sideBySideFromEm;
    halves_->setDirection(room ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    methods_->setAcross(room);
}

} // namespace vienlogs::windows
