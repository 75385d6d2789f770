// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "pages/reversal_box.h"

#include <QLabel>
#include <QShortcut>
#include <QVBoxLayout>

#include "card_list.h"
#include "vienlogs/look/button.h"
#include "vienlogs/look/flow_layout.h"
#include "vienlogs/look/notice.h"
#include "vienlogs/look/text.h"
#include "vienlogs/look/tokens.h"

namespace vienlogs::windows {

using State = viewmodels::ReversalViewModel::State;

namespace {

look::Tone toneOf(State state, bool failed) {
    if (state == State::Given)
        return look::Tone::Ok;
    return state == State::Unknown || failed ? look::Tone::Warn : look::Tone::Info;
}

} // namespace

ReversalBox::ReversalBox(const QString& name, viewmodels::ReversalViewModel& reversal, QWidget* parent)
    : QWidget(parent), reversal_(reversal), state_(new look::Notice(look::Tone::Info, this)),
      begin_(new look::Button(look::ButtonKind::Quiet, this)),
      why_(look::makeText(look::TextRole::Heading, this)),
      reasons_(new CardList(name + QStringLiteral("Reasons"), this)),
      question_(new look::Notice(look::Tone::Warn, this)),
      confirm_(new look::Button(look::ButtonKind::Danger, this)),
      cancel_(new look::Button(look::ButtonKind::Plain, this)),
      askTerminal_(new look::Button(look::ButtonKind::Main, this)),
      given_(new look::Button(look::ButtonKind::Plain, this)),
      notGiven_(new look::Button(look::ButtonKind::Plain, this)),
      print_(new look::Button(look::ButtonKind::Quiet, this)),
      receipt_(look::makeLine(look::TextRole::Receipt, this)) {
    setObjectName(name);
    const std::pair<QWidget*, const char*> names[] = {
        {state_, "State"},   {begin_, "Begin"},     {question_, "Question"}, {confirm_, "Confirm"},
        {cancel_, "Cancel"}, {askTerminal_, "Ask"}, {given_, "Given"},       {notGiven_, "NotGiven"},
        {print_, "Print"},   {receipt_, "Receipt"}};
    for (const auto& [widget, part] : names)
        widget->setObjectName(name + QLatin1String(part));
    layOut();
    connectControls();
}

void ReversalBox::layOut() {
    print_->setIconName(QStringLiteral("printer"));
    receipt_->setProperty("frame", QStringLiteral("panel"));
    receipt_->setMargin(look::space::m);
    auto* buttons = new look::FlowLayout(nullptr, look::space::m, look::space::s);
    for (look::Button* button : {begin_, confirm_, cancel_, askTerminal_, given_, notGiven_, print_})
        buttons->addWidget(button);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(look::space::m);
    column->addWidget(state_);
    column->addWidget(why_);
    column->addWidget(reasons_);
    column->addWidget(question_);
    column->addLayout(buttons);
    column->addWidget(receipt_, 0, Qt::AlignLeft);
}

void ReversalBox::connectControls() {
    using Reversal = viewmodels::ReversalViewModel;
    connect(begin_, &look::Button::clicked, this, [this] { ask(Asked::Reason); });
    connect(reasons_, &CardList::chosen, this, &ReversalBox::chooseReason);
    connect(confirm_, &look::Button::clicked, this, &ReversalBox::confirm);
    connect(cancel_, &look::Button::clicked, this, [this] { ask(Asked::Nothing); });
    connect(askTerminal_, &look::Button::clicked, &reversal_, &Reversal::askTerminal);
    connect(given_, &look::Button::clicked, this, [this] { ask(Asked::WasGivenBack); });
    connect(notGiven_, &look::Button::clicked, this, [this] { ask(Asked::WasNotGivenBack); });
    connect(print_, &look::Button::clicked, &reversal_, &Reversal::printReceipt);
    connect(&reversal_, &Reversal::changed, this, &ReversalBox::refresh);
    for (int row = 0; row < reversal_.reasons().size(); ++row)
        connect(new QShortcut(QKeySequence(Qt::Key_1 + row), reasons_), &QShortcut::activated, this,
                [this, row] {
                    if (asked_ == Asked::Reason)
                        chooseReason(row);
                });
}

void ReversalBox::ask(Asked asked) {
    asked_ = asked;
    refresh();
    if (asked == Asked::Reason)
        reasons_->focusCard();
    else if (asked != Asked::Nothing)
        cancel_->setFocus(Qt::OtherFocusReason); // nothing that cannot be undone by Enter alone
    if (asked != Asked::Nothing)
        Q_EMIT opened();
}

bool ReversalBox::back() {
    if (asked_ == Asked::Nothing)
        return false;
    ask(asked_ == Asked::Client ? Asked::Reason : Asked::Nothing);
    return true;
}

void ReversalBox::chooseReason(int row) {
    reason_ = row;
    ask(Asked::Client);
}

void ReversalBox::confirm() {
    const Asked asked = asked_;
    ask(Asked::Nothing);
    if (asked == Asked::Client)
        reversal_.begin(reason_);
    else if (asked == Asked::WasGivenBack)
        reversal_.resolveGivenBack();
    else if (asked == Asked::WasNotGivenBack)
        reversal_.resolveNotGivenBack();
}

void ReversalBox::retranslate() {
    begin_->setText(tr("&Give the money back…"));
    why_->setText(tr("Why is the fee given back?"));
    cancel_->setText(tr("Cancel"));
    askTerminal_->setText(tr("Ask the &terminal"));
    given_->setText(tr("The receipt says: &given back"));
    notGiven_->setText(tr("The receipt says: &not given back"));
    print_->setText(tr("Print the receipt of the &reversal"));
    refresh();
}

void ReversalBox::refresh() {
    const State state = reversal_.state();
    const bool reasonAsked = asked_ == Asked::Reason || asked_ == Asked::Client;
    if (reasonAsked ? state != State::Possible : state != State::Unknown)
        asked_ = Asked::Nothing;
    const auto failure = reversal_.failure();
    const bool failed = state == State::Possible && !failure.code.isEmpty();
    const QString text = failed ? failure.happened : reversal_.stateText();
    state_->setTone(toneOf(state, failed));
    state_->setTexts(text, failed ? failure.todo : QString(), failed ? failure.code : QString());
    state_->setVisible(!text.isEmpty());
    begin_->setVisible(state == State::Possible && asked_ == Asked::Nothing);
    askTerminal_->setVisible(state == State::Unknown && asked_ == Asked::Nothing);
    given_->setVisible(state == State::Unknown && asked_ == Asked::Nothing);
    notGiven_->setVisible(state == State::Unknown && asked_ == Asked::Nothing);
    print_->setVisible(state == State::Given);
    const QStringList lines = reversal_.receiptLines();
    receipt_->setText(lines.join(QLatin1Char('\n')));
    receipt_->setVisible(!lines.isEmpty());
    setVisible(state != State::None);
    refreshQuestion();
}

void ReversalBox::refreshQuestion() {
    why_->setVisible(asked_ == Asked::Reason);
    reasons_->setVisible(asked_ == Asked::Reason);
    std::vector<CardText> cards;
    const auto reasons = reversal_.reasons();
    for (int i = 0; i < reasons.size(); ++i)
        cards.push_back({QStringLiteral("%1   %2").arg(i + 1).arg(reasons[i])});
    reasons_->setCards(cards, -1);
    const bool question = asked_ != Asked::Nothing && asked_ != Asked::Reason;
    question_->setVisible(question);
    confirm_->setVisible(question);
    cancel_->setVisible(asked_ != Asked::Nothing);
    if (asked_ == Asked::Client) {
        question_->setTexts(tr("Is the client here, with the card that paid?"),
                            tr("%1 go back on that card: %2. This is written into the case under your name.")
                                .arg(reversal_.amountText(), reasons.value(reason_)));
        confirm_->setText(tr("&Yes, give the money back"));
    } else if (question) {
        const bool given = asked_ == Asked::WasGivenBack;
        question_->setTexts(given ? tr("The receipt shows that the money was given back?")
                                  : tr("The receipt shows that nothing was given back?"),
                            tr("This is written into the case under your name and cannot be undone."));
        confirm_->setText(given ? tr("&Yes, it was given back") : tr("&Yes, it was not given back"));
    }
}

} // namespace vienlogs::windows
