// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "pages/day_page.h"

#include <QFrame>
#include <QGridLayout>
#include <QLabel>

#include "vienlogs/look/button.h"
#include "vienlogs/look/flow_layout.h"
#include "vienlogs/look/notice.h"
#include "vienlogs/look/text.h"
#include "vienlogs/look/tokens.h"

namespace vienlogs::windows {

using State = viewmodels::DayViewModel::State;

namespace {

look::Tone toneOf(State state) {
    switch (state) {
    case State::Agrees:
        return look::Tone::Ok;
    case State::Differs:
    case State::Unknown:
    case State::Refused:
        return look::Tone::Warn;
    case State::Open:
    case State::Working:
        break;
    }
    return look::Tone::Info;
}

QLabel* words(look::TextRole role, const QString& text, QWidget* parent) {
    QLabel* label = look::makeText(role, parent);
    label->setText(text);
    return label;
}

} // namespace

DayPage::DayPage(viewmodels::DayViewModel& day, QWidget* parent)
    : Page(QStringLiteral("day"), parent), day_(day), state_(new look::Notice(look::Tone::Info, this)),
      sums_(new QGridLayout), differences_(new QVBoxLayout),
      question_(new look::Notice(look::Tone::Warn, this)),
      confirm_(new look::Button(look::ButtonKind::Danger, this)),
      cancel_(new look::Button(look::ButtonKind::Plain, this)),
      print_(new look::Button(look::ButtonKind::Quiet, this)),
      report_(look::makeLine(look::TextRole::Receipt, this)),
      earlierHeading_(look::makeText(look::TextRole::Heading, this)),
      earlier_(look::makeText(look::TextRole::Muted, this)) {
    state_->setObjectName(QStringLiteral("dayState"));
    question_->setObjectName(QStringLiteral("dayQuestion"));
    confirm_->setObjectName(QStringLiteral("dayConfirm"));
    cancel_->setObjectName(QStringLiteral("dayCancel"));
    print_->setObjectName(QStringLiteral("dayPrint"));
    report_->setObjectName(QStringLiteral("dayReport"));
    earlier_->setObjectName(QStringLiteral("dayEarlier"));
    layOut();
    connect(confirm_, &look::Button::clicked, this, &DayPage::confirm);
    connect(cancel_, &look::Button::clicked, this, [this] { ask(Question::None); });
    connect(print_, &look::Button::clicked, &day_, &viewmodels::DayViewModel::print);
    connect(&day_, &viewmodels::DayViewModel::changed, this, &DayPage::refresh);
    retranslate();
}

void DayPage::layOut() {
    print_->setIconName(QStringLiteral("printer"));
    report_->setProperty("frame", QStringLiteral("panel"));
    report_->setMargin(look::space::m);
    sums_->setHorizontalSpacing(look::space::xl);
    sums_->setVerticalSpacing(look::space::s);
    sums_->setColumnStretch(1, 1);
    differences_->setSpacing(look::space::s);
    auto* buttons = new look::FlowLayout(nullptr, look::space::m, look::space::s);
    for (look::Button* button : {confirm_, cancel_, print_})
        buttons->addWidget(button);
    column().addWidget(state_);
    column().addLayout(sums_);
    column().addLayout(differences_);
    column().addWidget(question_);
    column().addLayout(buttons);
    column().addWidget(report_, 0, Qt::AlignLeft);
    column().addSpacing(look::space::m);
    column().addWidget(earlierHeading_);
    column().addWidget(earlier_);
    column().addStretch(1);
}

void DayPage::enter() {
    ask(Question::None);
    Page::enter();
    continueButton().setFocus(Qt::OtherFocusReason);
}

QString DayPage::explanation() const {
    return tr(
        "Closing the day asks the card terminal for its totals and holds them against the payments that this "
        "desk wrote down. What the terminal still knows of unknown payments is asked first. Closed payments "
        "can no longer be reversed on the card. Every difference has a line with what to do; keep the "
        "printed "
        "page with the terminal's report.");
}

void DayPage::goOn() {
    if (asked_ == Question::None && !day_.busy())
        ask(Question::Close);
}

void DayPage::goBack() {
    if (asked_ != Question::None)
        ask(Question::None);
    else if (!day_.busy())
        day_.leave();
}

void DayPage::ask(Question question, int row) {
    asked_ = question;
    askedRow_ = row;
    askedWhat_ = day_.differences().value(row).what;
    refresh();
    if (question != Question::None) {
        reveal(*confirm_);
        cancel_->setFocus(Qt::OtherFocusReason);
    }
}

void DayPage::confirm() {
    const Question asked = asked_;
    const int row = askedRow_;
    ask(Question::None);
    if (asked == Question::Close)
        day_.closeDay();
    else if (asked != Question::None)
        day_.decide(row, asked == Question::HasMoney);
}

void DayPage::retranslate() {
    setTitle(tr("End of the terminal's day"));
    backButton().setText(tr("&Back"));
    cancel_->setText(tr("Cancel"));
    print_->setText(tr("&Print"));
    earlierHeading_->setText(tr("Earlier days"));
    refresh();
}

void DayPage::refresh() {
    const State state = day_.state();
    state_->setTone(toneOf(state));
    state_->setTexts(day_.stateText());
    refreshSums();
    refreshDifferences();
    refreshQuestion();
    print_->setVisible(!day_.closedAt().isEmpty() && !day_.busy());
    const QStringList lines = day_.reportLines();
    report_->setText(lines.join(QLatin1Char('\n')));
    report_->setVisible(!lines.isEmpty() && !day_.busy());
    const QStringList earlier = day_.earlier();
    earlier_->setText(earlier.join(QLatin1Char('\n')));
    earlier_->setVisible(!earlier.isEmpty());
    earlierHeading_->setVisible(!earlier.isEmpty());
    backButton().setEnabled(!day_.busy());
    setContinue(tr("&Close the day"), !day_.busy() && asked_ == Question::None);
}

void DayPage::refreshSums() {
    look::clearLayout(*sums_);
    if (day_.busy() || day_.closedAt().isEmpty())
        return;
    const std::pair<QString, QString> lines[] = {{tr("Last closed"), day_.closedAt()},
                                                 {tr("Terminal"), day_.terminal()},
                                                 {tr("The terminal says"), day_.terminalSum()},
                                                 {tr("The desk wrote down"), day_.bookSum()}};
    int row = 0;
    for (const auto& [label, value] : lines) {
        if (value.isEmpty())
            continue;
        sums_->addWidget(words(look::TextRole::Muted, label, this), row, 0, Qt::AlignTop);
        QLabel* shown = words(look::TextRole::Body, value, this);
        shown->setObjectName(QStringLiteral("daySum_%1").arg(row));
        sums_->addWidget(shown, row, 1, Qt::AlignTop);
        ++row;
    }
}

void DayPage::refreshDifferences() {
    look::clearLayout(*differences_);
    if (day_.busy())
        return;
    const auto found = day_.differences();
    for (int row = 0; row < found.size(); ++row)
        differences_->addWidget(makeDifference(row, found[row]));
}

QWidget* DayPage::makeDifference(int row, const viewmodels::DayViewModel::Difference& difference) {
    auto* frame = new QFrame(this);
    frame->setObjectName(QStringLiteral("dayDifference_%1").arg(row));
    frame->setProperty("frame", QStringLiteral("card"));
    auto* column = new QVBoxLayout(frame);
    column->setContentsMargins(look::space::l, look::space::m, look::space::l, look::space::m);
    column->setSpacing(look::space::xs);
    column->addWidget(words(look::TextRole::Label, difference.what, frame));
    column->addWidget(words(look::TextRole::Body, difference.todo, frame));
    if (!difference.decidable)
        return frame;
    auto* yes = new look::Button(look::ButtonKind::Plain, frame);
    auto* no = new look::Button(look::ButtonKind::Plain, frame);
    yes->setObjectName(QStringLiteral("dayHasMoney_%1").arg(row));
    no->setObjectName(QStringLiteral("dayHasNoMoney_%1").arg(row));
    yes->setText(difference.reversal ? tr("It was not given back") : tr("It was paid"));
    no->setText(difference.reversal ? tr("It was given back") : tr("It was not paid"));
    connect(yes, &look::Button::clicked, this, [this, row] { ask(Question::HasMoney, row); });
    connect(no, &look::Button::clicked, this, [this, row] { ask(Question::HasNoMoney, row); });
    auto* buttons = new look::FlowLayout(nullptr, look::space::m, look::space::s);
    buttons->addWidget(yes);
    buttons->addWidget(no);
    column->addLayout(buttons);
    return frame;
}

void DayPage::refreshQuestion() {
    // A line may have been settled meanwhile: the answer would be about another payment.
    if (day_.busy() || day_.differences().value(askedRow_).what != askedWhat_)
        asked_ = Question::None;
    const bool asked = asked_ != Question::None;
    question_->setVisible(asked);
    confirm_->setVisible(asked);
    cancel_->setVisible(asked);
    if (asked_ == Question::Close) {
        question_->setTexts(tr("Close the terminal's day now?"),
                            tr("Today's payments can then no longer be reversed on the card."));
        confirm_->setText(tr("&Yes, close the day"));
    } else if (asked) {
        question_->setTexts(day_.differences().value(askedRow_).what,
                            tr("This is written into the case under your name and cannot be undone."));
        confirm_->setText(asked_ == Question::HasMoney ? tr("&Yes, the institution has the money")
                                                       : tr("&Yes, the client has the money"));
    }
}

} // namespace vienlogs::windows
