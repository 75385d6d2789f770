// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "pages/account_box.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpressionValidator>
#include <QVBoxLayout>

#include "card_list.h"
#include "vienlogs/look/button.h"
#include "vienlogs/look/notice.h"
#include "vienlogs/look/text.h"
#include "vienlogs/look/tokens.h"

namespace vienlogs::windows {

using State = viewmodels::AccountLoginViewModel::State;

namespace {

constexpr int codeDigits = 6;

} // namespace

AccountBox::AccountBox(viewmodels::AccountLoginViewModel& account, QWidget* parent)
    : QWidget(parent), account_(account), prompt_(look::makeText(look::TextRole::Heading, this)),
      explanation_(look::makeText(look::TextRole::Body, this)),
      failure_(new look::Notice(look::Tone::Error, this)),
      issuers_(new CardList(QStringLiteral("accountIssuers"), this)),
      codeLabel_(look::makeText(look::TextRole::Label, this)), code_(new QLineEdit(this)),
      begin_(new look::Button(look::ButtonKind::Plain, this)),
      submit_(new look::Button(look::ButtonKind::Main, this)),
      again_(new look::Button(look::ButtonKind::Plain, this)),
      cancel_(new look::Button(look::ButtonKind::Plain, this)) {
    prompt_->setObjectName(QStringLiteral("accountPrompt"));
    explanation_->setObjectName(QStringLiteral("accountExplanation"));
    failure_->setObjectName(QStringLiteral("accountFailure"));
    code_->setObjectName(QStringLiteral("accountCode"));
    begin_->setObjectName(QStringLiteral("accountBegin"));
    submit_->setObjectName(QStringLiteral("accountSubmit"));
    again_->setObjectName(QStringLiteral("accountAgain"));
    cancel_->setObjectName(QStringLiteral("accountCancel"));
    code_->setMaxLength(codeDigits);
    code_->setValidator(new QRegularExpressionValidator(QRegularExpression(QStringLiteral("[0-9]*")), code_));
    code_->setInputMethodHints(Qt::ImhDigitsOnly | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    layOut();
    connect(begin_, &look::Button::clicked, &account_, &viewmodels::AccountLoginViewModel::begin);
    connect(again_, &look::Button::clicked, &account_, &viewmodels::AccountLoginViewModel::openAgain);
    connect(cancel_, &look::Button::clicked, &account_, &viewmodels::AccountLoginViewModel::cancel);
    connect(submit_, &look::Button::clicked, this, &AccountBox::goOn);
    // A choice by the arrow keys opens no page yet.
    connect(issuers_, &CardList::chosen, this, [this](int row) {
        issuer_ = row;
        refresh();
    });
    connect(issuers_, &CardList::accepted, &account_, &viewmodels::AccountLoginViewModel::choose);
    connect(code_, &QLineEdit::textChanged, this, &AccountBox::refresh);
    connect(&account_, &viewmodels::AccountLoginViewModel::changed, this, &AccountBox::refresh);
}

void AccountBox::layOut() {
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(look::space::m);
    for (auto* button : {begin_, submit_, again_, cancel_})
        buttons->addWidget(button);
    buttons->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(look::space::m);
    column->addWidget(prompt_);
    column->addWidget(explanation_);
    column->addWidget(failure_);
    column->addWidget(issuers_);
    auto* code = new QVBoxLayout;
    code->setSpacing(look::space::xs);
    code->addWidget(codeLabel_);
    code->addWidget(code_);
    column->addLayout(code);
    column->addLayout(buttons);
    codeLabel_->setBuddy(code_);
}

bool AccountBox::active() const {
    return account_.state() != State::Idle;
}

void AccountBox::goOn() {
    if (account_.state() == State::Choosing && issuer_ >= 0)
        account_.choose(issuer_);
    if (account_.state() != State::CodeNeeded || code_->text().size() != codeDigits)
        return;
    const QString code = code_->text();
    code_->clear();
    account_.submitCode(code);
}

void AccountBox::cancel() {
    if (active())
        account_.cancel();
}

void AccountBox::retranslate() {
    begin_->setText(tr("Log in with an &institution's account"));
    again_->setText(tr("&Open the page again"));
    cancel_->setText(tr("&Cancel, log in with a card"));
    codeLabel_->setText(tr("C&ode, six digits"));
    refresh();
}

void AccountBox::refresh() {
    const State state = account_.state();
    const bool changed = std::exchange(shown_, state) != state;
    const auto failure = account_.failure();
    prompt_->setText(account_.prompt());
    prompt_->setVisible(active());
    explanation_->setText(account_.explanation());
    explanation_->setVisible(!account_.explanation().isEmpty());
    failure_->setVisible(!failure.code.isEmpty());
    failure_->setTexts(failure.happened, failure.todo, failure.code);
    refreshIssuers();
    codeLabel_->setVisible(state == State::CodeNeeded);
    code_->setVisible(state == State::CodeNeeded);
    begin_->setVisible(!active());
    submit_->setText(state == State::Choosing ? tr("&Continue") : tr("&Log in"));
    submit_->setVisible(state == State::Choosing || state == State::CodeNeeded);
    submit_->setEnabled(state == State::Choosing ? issuer_ >= 0 : code_->text().size() == codeDigits);
    again_->setVisible(state == State::InBrowser);
    cancel_->setVisible(active());
    if (!changed)
        return;
    if (state != State::CodeNeeded)
        code_->clear();
    if (isVisible())
        giveKeyboard();
    Q_EMIT activeChanged();
}

void AccountBox::refreshIssuers() {
    const bool choosing = account_.state() == State::Choosing;
    if (!choosing)
        issuer_ = -1;
    std::vector<CardText> cards;
    if (choosing)
        for (const auto& name : account_.issuers())
            cards.push_back({.title = name});
    issuers_->setCards(cards, issuer_);
    issuers_->setVisible(choosing);
}

void AccountBox::giveKeyboard() {
    switch (account_.state()) {
    case State::Choosing:
        issuers_->focusCard();
        break;
    case State::CodeNeeded:
        code_->setFocus(Qt::OtherFocusReason);
        break;
    case State::Idle:
        begin_->setFocus(Qt::OtherFocusReason);
        break;
    case State::Waiting:
    case State::InBrowser:
        cancel_->setFocus(Qt::OtherFocusReason);
        break;
    }
}

} // namespace vienlogs::windows
