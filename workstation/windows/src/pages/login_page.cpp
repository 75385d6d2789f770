// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "pages/login_page.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include "pages/account_box.h"
#include "pin_line.h"
#include "vienlogs/look/button.h"
#include "vienlogs/look/icon_label.h"
#include "vienlogs/look/notice.h"
#include "vienlogs/look/text.h"
#include "vienlogs/look/tokens.h"

namespace vienlogs::windows {

using State = viewmodels::LoginViewModel::State;

namespace {

constexpr int shortestPin = 4;

const char* pictureOf(State state) {
    switch (state) {
    case State::NoReader:
        return "reader";
    case State::NoCard:
    case State::ReadingCard:
        return "card";
    case State::CardUnusable:
        return "warning";
    case State::Checking:
        return "waiting";
    case State::OfflineOffered:
        return "offline";
    case State::PinNeeded:
        return "lock";
    case State::LoggedIn:
        return "ok";
    }
    return "card";
}

look::Tone toneOf(State state) {
    return state == State::CardUnusable || state == State::NoReader || state == State::OfflineOffered
               ? look::Tone::Warn
           : state == State::LoggedIn ? look::Tone::Ok
                                      : look::Tone::Info;
}

} // namespace

LoginPage::LoginPage(viewmodels::LoginViewModel& login, viewmodels::AccountLoginViewModel& account,
                     QWidget* parent)
    : Page(QStringLiteral("login"), parent), login_(login), account_(new AccountBox(account, this)),
      picture_(new look::IconLabel(look::iconLarge, this)),
      prompt_(look::makeText(look::TextRole::Heading, this)),
      holder_(look::makeText(look::TextRole::Body, this)),
      reader_(new look::Mark(this, look::Mark::Shape::Wrapping)), cardBox_(new QWidget(this)),
      pinBox_(new QWidget(cardBox_)), pinLabel_(look::makeText(look::TextRole::Label, pinBox_)),
      pin_(new PinLine(QStringLiteral("loginPin"), pinBox_)),
      tries_(look::makeText(look::TextRole::Muted, pinBox_)),
      failure_(new look::Notice(look::Tone::Error, this)),
      typing_(new look::Button(look::ButtonKind::Quiet, this)),
      offline_(new look::Button(look::ButtonKind::Plain, this)),
      logIn_(new look::Button(look::ButtonKind::Main, this)) {
    prompt_->setObjectName(QStringLiteral("loginPrompt"));
    holder_->setObjectName(QStringLiteral("loginHolder"));
    reader_->setObjectName(QStringLiteral("loginReader"));
    tries_->setObjectName(QStringLiteral("loginTries"));
    failure_->setObjectName(QStringLiteral("loginFailure"));
    offline_->setObjectName(QStringLiteral("loginOffline"));
    logIn_->setObjectName(QStringLiteral("loginSubmit"));
    typing_->setObjectName(QStringLiteral("loginTyping"));
    layOut();
    hideFooter();
    connect(logIn_, &look::Button::clicked, this, &LoginPage::goOn);
    connect(offline_, &look::Button::clicked, &login_, &viewmodels::LoginViewModel::workOffline);
    connect(typing_, &look::Button::clicked, this, [this] {
        typeHere_ = !typeHere_;
        refresh();
        if (pin_->isVisible())
            pin_->setFocus(Qt::OtherFocusReason);
    });
    connect(failure_, &look::Notice::actionRequested, this, &LoginPage::pinsAsked);
    connect(account_, &AccountBox::activeChanged, this, &LoginPage::refresh);
    connect(pin_, &QLineEdit::textChanged, this, &LoginPage::refresh);
    connect(&login_, &viewmodels::LoginViewModel::changed, this, &LoginPage::refresh);
    retranslate();
}

void LoginPage::layOut() {
    auto* pinColumn = new QVBoxLayout(pinBox_);
    pinColumn->setContentsMargins(0, 0, 0, 0);
    pinColumn->setSpacing(look::space::xs);
    pinColumn->addWidget(pinLabel_);
    pinColumn->addWidget(pin_);
    pinColumn->addWidget(tries_);
    pinLabel_->setBuddy(pin_);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(look::space::s);
    texts->addWidget(prompt_);
    texts->addWidget(holder_);
    texts->addWidget(reader_);
    auto* head = new QHBoxLayout;
    head->setSpacing(look::space::l);
    head->addWidget(picture_, 0, Qt::AlignTop);
    head->addLayout(texts, 1);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(look::space::m);
    buttons->addWidget(logIn_);
    buttons->addWidget(offline_);
    buttons->addWidget(typing_);
    buttons->addStretch(1);
    auto* card = new QVBoxLayout(cardBox_);
    card->setContentsMargins(0, 0, 0, 0);
    card->setSpacing(look::space::m);
    card->addLayout(head);
    card->addWidget(failure_);
    card->addWidget(pinBox_);
    card->addLayout(buttons);
    column().addWidget(cardBox_);
    column().addWidget(account_);
    column().addStretch(1);
}

void LoginPage::enter() {
    Page::enter();
    refresh();
    if (account_->active())
        account_->giveKeyboard();
    else if (pin_->isVisible())
        pin_->setFocus(Qt::OtherFocusReason);
}

QString LoginPage::explanation() const {
    return tr(
        "Put your card into your own reader, the one on your side of the desk, and enter PIN1. "
        "Nobody else can see the PIN. Take the card with you when you leave. "
        "If your institution has given you an account, you can log in with it instead of the card; that "
        "needs a connection and the code of your second factor.");
}

void LoginPage::goBack() {
    account_->cancel();
}

void LoginPage::goOn() {
    if (account_->active())
        account_->goOn();
    else if (logIn_->isEnabled() && atPad())
        login_.submitAtPad();
    else if (logIn_->isEnabled())
        pin_->give([this](const QString& pin) { login_.submitPin(pin); });
}

void LoginPage::retranslate() {
    setTitle(tr("Log in"));
    pinLabel_->setText(tr("PI&N1"));
    pin_->setAccessibleName(tr("PIN1 of your card"));
    account_->retranslate();
    offline_->setText(tr("&Work without connection"));
    refresh();
}

void LoginPage::refresh() {
    cardBox_->setVisible(!account_->active());
    const State state = login_.state();
    const bool asksPin =
        state == State::PinNeeded || state == State::OfflineOffered || state == State::Checking;
    picture_->show(QLatin1String(pictureOf(state)), toneOf(state));
    prompt_->setText(login_.prompt());
    holder_->setText(login_.cardHolder());
    holder_->setVisible(!login_.cardHolder().isEmpty());
    reader_->setVisible(!login_.readerName().isEmpty());
    reader_->show(QStringLiteral("reader"), look::Tone::Muted, login_.readerName());
    if (!asksPin)
        typeHere_ = false; // whoever's card comes next begins with the keys
    const bool appears = asksPin && pinBox_->isHidden();
    pinBox_->setVisible(asksPin);
    if (!asksPin)
        pin_->forget();
    pinLabel_->setVisible(!atPad());
    pin_->setVisible(!atPad());
    typing_->setVisible(asksPin && login_.hasPad());
    typing_->setEnabled(!login_.busy());
    typing_->setText(typeHere_ ? tr("Enter with the reader's &keys") : tr("Enter here on the &computer"));
    pin_->setReadOnly(login_.busy()); // keeps the keyboard while the card answers
    logIn_->setVisible(asksPin);
    logIn_->setText(atPad() ? tr("&Log in with the reader's keys") : tr("&Log in"));
    logIn_->setEnabled(!login_.busy() && (atPad() || pin_->count() >= shortestPin));
    offline_->setVisible(state == State::OfflineOffered);
    const int tries = login_.triesLeft();
    tries_->setText(tries >= 0 ? tr("%n tries left", nullptr, tries) : QString());
    tries_->setVisible(tries >= 0);
    refreshFailure();
    if (appears && isVisible() && atPad())
        logIn_->setFocus(Qt::OtherFocusReason);
    else if (appears && isVisible())
        pin_->setFocus(Qt::OtherFocusReason);
}

void LoginPage::refreshFailure() {
    const viewmodels::FailureView failure = login_.failure();
    failure_->setVisible(!failure.code.isEmpty());
    failure_->setTexts(failure.happened, failure.todo, failure.code);
    failure_->setAction(login_.blocked() ? tr("Unblock with the PUK") : QString());
}

} // namespace vienlogs::windows
