// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "pages/sending_page.h"

#include <QFrame>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "vienlogs/look/button.h"
#include "vienlogs/look/flow_layout.h"
#include "vienlogs/look/icon_label.h"
#include "vienlogs/look/text.h"
#include "vienlogs/look/tokens.h"

namespace vienlogs::windows {

using Row = viewmodels::SendingViewModel::Row;
using State = viewmodels::SendingViewModel::State;

namespace {

void showState(look::Mark& mark, const Row& act) {
    switch (act.state) {
    case State::Queued:
    case State::Sent:
        return mark.show(QStringLiteral("waiting"), look::Tone::Info, act.stateText);
    case State::Accepted:
        return mark.show(QStringLiteral("sent"), look::Tone::Ok, act.stateText);
    case State::Refused:
        return mark.show(QStringLiteral("error"), look::Tone::Error, act.stateText);
    case State::Conflict:
        return mark.show(QStringLiteral("warning"), look::Tone::Warn, act.stateText);
    }
}

QLabel* text(look::TextRole role, const QString& words, QWidget* parent) {
    QLabel* label = look::makeText(role, parent);
    label->setText(words);
    return label;
}

QLabel* line(look::TextRole role, const QString& words, QWidget* parent) {
    QLabel* label = look::makeLine(role, parent);
    label->setText(words);
    return label;
}

} // namespace

SendingPage::SendingPage(viewmodels::SendingViewModel& sending, QWidget* parent)
    : Page(QStringLiteral("sending"), parent, Width::Wide), sending_(sending),
      empty_(look::makeText(look::TextRole::Muted, this)), rows_(new QVBoxLayout) {
    rows_->setSpacing(look::space::s);
    column().addWidget(empty_);
    column().addLayout(rows_);
    column().addStretch(1);
    backButton().hide(); // there is only one way: back to work
    connect(&sending_, &viewmodels::SendingViewModel::changed, this, &SendingPage::refresh);
    connect(sending_.rows(), &QAbstractItemModel::modelReset, this, &SendingPage::refresh);
    retranslate();
}

QString SendingPage::explanation() const {
    return tr(
        "Everything done at this desk is kept here first and then sent to the server. What waits goes by "
        "itself. What was refused, or answered otherwise elsewhere, needs you: nothing of it is lost, and "
        "nothing is replaced until you decide.");
}

void SendingPage::goOn() {
    sending_.leave();
}

void SendingPage::goBack() {
    sending_.leave();
}

void SendingPage::retranslate() {
    setTitle(tr("Sending"));
    setLead(tr("What was done at this desk and how far it is on its way to the server."));
    empty_->setText(tr("Nothing was done at this desk yet. Every act will be listed here with its state."));
    setContinue(tr("&Return to work"), true);
    refresh();
}

void SendingPage::refresh() {
    look::clearLayout(*rows_);
    const auto& acts = sending_.rows()->rows();
    empty_->setVisible(acts.empty());
    for (std::size_t i = 0; i < acts.size(); ++i)
        rows_->addWidget(makeRow(static_cast<int>(i), acts[i]));
}

QWidget* SendingPage::makeRow(int row, const Row& act) {
    auto* frame = new QFrame(this);
    frame->setObjectName(QStringLiteral("sending_%1").arg(row));
    frame->setProperty("frame", QStringLiteral("card"));
    auto* texts = new QVBoxLayout(frame);
    texts->setContentsMargins(look::space::l, look::space::s, look::space::l, look::space::s);
    texts->setSpacing(look::space::xs);
    texts->addWidget(text(look::TextRole::Label, act.act, frame));
    auto* facts = new look::FlowLayout(nullptr, look::space::l, look::space::xs);
    for (const auto& fact : {act.service, act.number, act.initials, act.when})
        if (!fact.isEmpty())
            facts->addWidget(line(look::TextRole::Muted, fact, frame));
    auto* state = new look::Mark(frame);
    showState(*state, act);
    facts->addWidget(state);
    texts->addLayout(facts);
    if (act.state == State::Refused || act.state == State::Conflict) {
        texts->addWidget(text(look::TextRole::Body, act.problem.happened, frame));
        if (act.state == State::Refused)
            texts->addWidget(text(look::TextRole::Body, act.problem.todo, frame));
        texts->addWidget(line(look::TextRole::Small, act.problem.code, frame));
        addDifferences(*texts, *frame, act);
        addButtons(*texts, *frame, row, act);
    }
    return frame;
}

void SendingPage::addDifferences(QVBoxLayout& texts, QWidget& frame, const Row& act) {
    if (act.differences.isEmpty())
        return;
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(look::space::l);
    grid->setVerticalSpacing(look::space::xs);
    const auto theirs =
        act.theirsBy.isEmpty() ? tr("On the server") : tr("On the server: %1").arg(act.theirsBy);
    grid->addWidget(text(look::TextRole::Label, tr("Here: %1").arg(act.when), &frame), 0, 1);
    grid->addWidget(text(look::TextRole::Label, theirs, &frame), 0, 2);
    int at = 1;
    for (const auto& difference : act.differences) {
        const auto orNothing = [](const QString& value) { return value.isEmpty() ? tr("no answer") : value; };
        grid->addWidget(text(look::TextRole::Muted, difference.label, &frame), at, 0);
        grid->addWidget(text(look::TextRole::Body, orNothing(difference.ours), &frame), at, 1);
        grid->addWidget(text(look::TextRole::Body, orNothing(difference.theirs), &frame), at, 2);
        ++at;
    }
    for (int i = 0; i < 3; ++i)
        grid->setColumnStretch(i, 1);
    texts.addLayout(grid);
}

void SendingPage::addButtons(QVBoxLayout& texts, QWidget& frame, int row, const Row& act) {
    const auto add = [&](QHBoxLayout& buttons, const char* name, const QString& words, auto action) {
        auto* button = new look::Button(look::ButtonKind::Plain, &frame);
        button->setObjectName(QString::fromLatin1(name).arg(row));
        button->setText(words);
        // The row goes away with what it did.
        connect(button, &look::Button::clicked, &sending_, action, Qt::QueuedConnection);
        buttons.addWidget(button);
    };
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(look::space::m);
    const bool conflict = act.state == State::Conflict;
    if (conflict && act.mayKeepOurs)
        add(*buttons, "sendingOurs_%1", tr("Use what was entered here"),
            [this, row] { sending_.keepOurs(row); });
    add(*buttons, "sendingAside_%1", conflict ? tr("Keep what the server has") : tr("Dealt with, put aside"),
        [this, row] { sending_.setAside(row); });
    buttons->addStretch(1);
    texts.addLayout(buttons);
}

} // namespace vienlogs::windows
