// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "pages/pins_page.h"

#include <QBoxLayout>
#include <QLabel>

#include "card_list.h"
#include "pin_line.h"
#include "vienlogs/look/button.h"
#include "vienlogs/look/icon_label.h"
#include "vienlogs/look/notice.h"
#include "vienlogs/look/text.h"
#include "vienlogs/look/tokens.h"

namespace vienlogs::windows {

using State = viewmodels::PinsViewModel::State;
using Whose = viewmodels::PinsViewModel::Whose;

namespace {
constexpr int sideBySideFromEm = 44;
}

PinsPage::PinsPage(viewmodels::PinsViewModel& pins, QWidget* parent)
    : Page(QStringLiteral("pins"), parent, Width::Wide), pins_(pins),
      done_(new look::Notice(look::Tone::Ok, this)), failure_(new look::Notice(look::Tone::Error, this)),
      readers_(new CardList(QStringLiteral("pinsReaders"), this)),
      prompt_(new look::Mark(this, look::Mark::Shape::Wrapping)),
      tasks_(new CardList(QStringLiteral("pinsTasks"), this)), entry_(new QWidget(this)),
      instruction_(look::makeText(look::TextRole::Body, entry_)),
      firstLabel_(look::makeText(look::TextRole::Label, entry_)),
      first_(new PinLine(QStringLiteral("pinsFirst"), entry_)),
      freshLabel_(look::makeText(look::TextRole::Label, entry_)),
      fresh_(new PinLine(QStringLiteral("pinsFresh"), entry_)),
      againLabel_(look::makeText(look::TextRole::Label, entry_)),
      again_(new PinLine(QStringLiteral("pinsAgain"), entry_)),
      rules_(look::makeText(look::TextRole::Muted, entry_)),
      problem_(look::makeText(look::TextRole::Problem, entry_)),
      typing_(new look::Button(look::ButtonKind::Quiet, entry_)) {
    done_->setObjectName(QStringLiteral("pinsDone"));
    failure_->setObjectName(QStringLiteral("pinsFailure"));
    prompt_->setObjectName(QStringLiteral("pinsPrompt"));
    instruction_->setObjectName(QStringLiteral("pinsInstruction"));
    problem_->setObjectName(QStringLiteral("pinsProblem"));
    typing_->setObjectName(QStringLiteral("pinsTyping"));
    layOut();
    connect(readers_, &CardList::chosen, this, [this](int row) {
        forget();
        pins_.use(row == 0 ? Whose::Clerk : Whose::Client);
    });
    connect(tasks_, &CardList::chosen, this, &PinsPage::choose);
    connect(tasks_, &CardList::accepted, this, &PinsPage::giveKeyboard);
    connect(typing_, &look::Button::clicked, this, [this] {
        pins_.setTyping(pins_.atPad());
        giveKeyboard();
    });
    for (PinLine* line : {first_, fresh_, again_})
        connect(line, &QLineEdit::textChanged, this, &PinsPage::refreshEntry);
    connect(&pins_, &viewmodels::PinsViewModel::changed, this, &PinsPage::refresh);
    retranslate();
}

void PinsPage::layOut() {
    auto* left = new QVBoxLayout;
    left->setSpacing(look::space::s);
    left->addWidget(tasks_);
    left->addStretch(1);
    auto* right = new QVBoxLayout;
    right->addWidget(entryBox());
    right->addStretch(1);
    halves_ = new QBoxLayout(QBoxLayout::LeftToRight);
    halves_->setSpacing(look::space::xl);
    halves_->addLayout(left, 1);
    halves_->addLayout(right, 1);
    column().addWidget(done_);
    column().addWidget(failure_);
    column().addWidget(readers_);
    column().addWidget(prompt_);
    column().addLayout(halves_);
    column().addStretch(1);
}

QWidget* PinsPage::entryBox() {
    auto* rows = new QVBoxLayout(entry_);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(look::space::xs);
    rows->addWidget(instruction_);
    const std::pair<QLabel*, PinLine*> lines[] = {
        {firstLabel_, first_}, {freshLabel_, fresh_}, {againLabel_, again_}};
    for (const auto& [label, line] : lines) {
        rows->addSpacing(look::space::s);
        rows->addWidget(label);
        rows->addWidget(line);
        label->setBuddy(line);
    }
    rows->addWidget(problem_);
    rows->addSpacing(look::space::s);
    rows->addWidget(rules_);
    rows->addWidget(typing_, 0, Qt::AlignLeft);
    return entry_;
}

void PinsPage::enter() {
    forget();
    Page::enter();
    refresh();
    if (tasks_->isVisible())
        tasks_->focusCard();
    else if (readers_->isVisible())
        readers_->focusCard();
}

QString PinsPage::explanation() const {
    return tr(
        "A PIN is changed with the current one. A blocked or forgotten PIN is opened with the PUK, which "
        "came with the card. Whoever the card belongs to enters the codes; the clerk does not see them. "
        "After three wrong PUKs nothing opens the card any more: PMLP issues a new one.");
}

bool PinsPage::mayGo() const {
    if (pins_.state() != State::Ready || pins_.task() < 0)
        return false;
    if (pins_.atPad())
        return true;
    const auto entry = pins_.entry();
    return first_->count() >= entry.shortestFirst && fresh_->count() >= entry.shortestFresh &&
           again_->isSameAs(*fresh_);
}

void PinsPage::goOn() {
    if (!pins_.doneText().isEmpty() && pins_.task() < 0)
        return pins_.leave();
    if (!mayGo())
        return;
    if (pins_.atPad())
        return pins_.submitAtPad();
    again_->forget();
    first_->give([this](const QString& first) {
        fresh_->give([this, &first](const QString& fresh) { pins_.submit(first, fresh); });
    });
}

void PinsPage::goBack() {
    if (pins_.task() >= 0 && pins_.state() == State::Ready && first_->count() + fresh_->count() > 0)
        return forget(); // first what was typed, then the page
    forget();
    pins_.leave();
}

void PinsPage::forget() {
    for (PinLine* line : {first_, fresh_, again_})
        line->forget();
}

void PinsPage::choose(int task) {
    forget();
    pins_.choose(task);
}

void PinsPage::giveKeyboard() {
    if (first_->isVisible())
        first_->setFocus(Qt::OtherFocusReason);
    else if (continueButton().isEnabled())
        continueButton().setFocus(Qt::OtherFocusReason);
}

void PinsPage::retranslate() {
    setTitle(tr("PIN codes of a card"));
    setLead(tr("Change a PIN, or open a blocked one with the PUK."));
    backButton().setText(tr("&Back"));
    refresh();
}

void PinsPage::refresh() {
    const viewmodels::FailureView failure = pins_.failure();
    failure_->setVisible(!failure.code.isEmpty());
    failure_->setTexts(failure.happened, failure.todo, failure.code);
    done_->setVisible(!pins_.doneText().isEmpty());
    done_->setTexts(pins_.doneText(), tr("It can be used at once."));
    readers_->setVisible(pins_.clientToo());
    readers_->setCards(
        {{tr("My card"), tr("In my reader")}, {tr("The client's card"), tr("In the client's reader")}},
        pins_.whose() == Whose::Clerk ? 0 : 1);
    prompt_->setVisible(!pins_.prompt().isEmpty());
    const bool works = pins_.state() == State::Working || pins_.state() == State::Reading;
    prompt_->show(works ? QStringLiteral("waiting") : QStringLiteral("card"), look::Tone::Info,
                  pins_.prompt());
    std::vector<CardText> cards;
    for (const auto& task : pins_.tasks())
        cards.push_back({.title = task.title, .explanation = task.tries, .enabled = task.enabled});
    tasks_->setVisible(!cards.empty());
    tasks_->setCards(cards, pins_.task());
    const bool another = std::exchange(shownTask_, pins_.task()) != pins_.task();
    if (another && pins_.task() < 0)
        forget();
    refreshEntry();
    if (another && pins_.task() >= 0)
        reveal(*entry_); // large text: it stands under the tasks
    const bool over = std::exchange(worked_, works) && !works;
    if (over && !failure.code.isEmpty() && pins_.task() >= 0 && isVisible())
        giveKeyboard(); // to be entered once more
}

void PinsPage::refreshEntry() {
    const auto entry = pins_.entry();
    const bool chosen = pins_.task() >= 0;
    const bool typed = !pins_.atPad();
    entry_->setVisible(chosen);
    instruction_->setText(entry.instruction);
    const std::pair<QLabel*, QString> labels[] = {
        {firstLabel_, entry.first}, {freshLabel_, entry.fresh}, {againLabel_, entry.again}};
    for (const auto& [label, text] : labels) {
        label->setText(text);
        label->setVisible(typed);
        label->buddy()->setAccessibleName(text);
        label->buddy()->setVisible(typed);
        // Kept open while the card works: the keyboard stays where it was.
        static_cast<PinLine*>(label->buddy())->setReadOnly(pins_.state() != State::Ready);
    }
    rules_->setText(entry.rules);
    const bool differs = again_->count() >= entry.shortestFresh && !again_->isSameAs(*fresh_);
    problem_->setVisible(typed && differs);
    problem_->setText(tr("The new PIN is not the same both times."));
    typing_->setVisible(pins_.hasPad());
    typing_->setEnabled(pins_.state() == State::Ready);
    typing_->setText(typed ? tr("Enter with the reader's &keys") : tr("Enter here on the &computer"));
    if (!pins_.doneText().isEmpty() && !chosen)
        return setContinue(tr("&Return"), true);
    const auto tasks = pins_.tasks();
    const auto title = chosen && pins_.task() < static_cast<int>(tasks.size())
                           ? tasks[static_cast<std::size_t>(pins_.task())].title
                           : tr("Choose what to do");
    setContinue(title, mayGo());
}

void PinsPage::resizeEvent(QResizeEvent* event) {
    Page::resizeEvent(event);
    const int em = qMax(1, fontMetrics().horizontalAdvance(QLatin1Char('m')));
    const bool room = width() / em >= sideBySideFromEm;
    halves_->setDirection(room ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    readers_->setAcross(room);
}

} // namespace vienlogs::windows
