// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "pages/sending_page.h"

#include <algorithm>
#include <functional>
#include <utility>

#include <QApplication>
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

constexpr const char* partProperty = "sendingPart"; ///< A button's name without its row.

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
    for (auto& shown : shown_)
        shown.act.stateText.clear(); // all words anew
    refresh();
}

/// An act that says the same as before keeps its widget, and the keyboard with it: the list is read anew at
/// every sync.
void SendingPage::refresh() {
    const auto& acts = sending_.rows()->rows();
    empty_->setVisible(acts.empty());
    const Place focus = focused();
    auto before = std::exchange(shown_, {});
    for (const auto& act : acts) {
        const auto known =
            std::find_if(before.begin(), before.end(), [&](const Shown& shown) { return shown.act == act; });
        if (known == before.end()) {
            shown_.push_back({act, makeRow(act)});
        } else {
            shown_.push_back(*known);
            before.erase(known);
        }
    }
    for (const auto& gone : before) {
        rows_->removeWidget(gone.frame);
        gone.frame->hide();
        gone.frame->setParent(nullptr); // at once: names must not be found twice
        gone.frame->deleteLater();
    }
    placeRows();
    if (focus.row >= 0 && focused().row < 0)
        restore(focus);
}

/// In the order of the list, for the eye, for Tab and by name.
void SendingPage::placeRows() {
    QWidget* last = nullptr;
    for (int row = 0; row < static_cast<int>(shown_.size()); ++row) {
        QWidget* frame = shown_[static_cast<std::size_t>(row)].frame;
        if (rows_->indexOf(frame) != row) {
            rows_->removeWidget(frame);
            rows_->insertWidget(row, frame);
            frame->show(); // at once: it may be given the keyboard
        }
        frame->setObjectName(QStringLiteral("sending_%1").arg(row));
        for (auto* button : frame->findChildren<look::Button*>()) {
            button->setObjectName(button->property(partProperty).toString().arg(row));
            if (last)
                setTabOrder(last, button);
            last = button;
        }
    }
}

SendingPage::Place SendingPage::focused() const {
    const QWidget* focus = QApplication::focusWidget();
    for (int row = 0; focus && row < static_cast<int>(shown_.size()); ++row) {
        const auto& shown = shown_[static_cast<std::size_t>(row)];
        if (shown.frame->isAncestorOf(focus))
            return {row, shown.act.key, focus->property(partProperty).toString()};
    }
    return {};
}

/// To the same button of the same act, though it says something else now; else on, where nothing is pressed
/// by mistake.
void SendingPage::restore(const Place& place) {
    for (const auto& shown : shown_)
        if (shown.act.key == place.key)
            for (auto* button : shown.frame->findChildren<look::Button*>())
                if (button->property(partProperty).toString() == place.part)
                    return button->setFocus(Qt::OtherFocusReason);
    continueButton().setFocus(Qt::OtherFocusReason);
}

/// Where the act stands now; -1 when it has left the list.
int SendingPage::rowOf(const QString& key) const {
    const auto& acts = sending_.rows()->rows();
    const auto found = std::find_if(acts.begin(), acts.end(), [&](const Row& act) { return act.key == key; });
    return found == acts.end() ? -1 : static_cast<int>(found - acts.begin());
}

QWidget* SendingPage::makeRow(const Row& act) {
    auto* frame = new QFrame(this);
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
        addButtons(*texts, *frame, act);
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

void SendingPage::addButtons(QVBoxLayout& texts, QWidget& frame, const Row& act) {
    const auto add = [&, key = act.key](QHBoxLayout& buttons, const char* name, const QString& words,
                                        auto action) {
        auto* button = new look::Button(look::ButtonKind::Plain, &frame);
        button->setProperty(partProperty, QString::fromLatin1(name));
        button->setText(words);
        // The row goes away with what it did; by then the act may stand elsewhere in the list.
        const auto act = [this, key, action] {
            if (const int row = rowOf(key); row >= 0)
                std::invoke(action, sending_, row);
        };
        connect(button, &look::Button::clicked, this, act, Qt::QueuedConnection);
        buttons.addWidget(button);
    };
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(look::space::m);
    const bool conflict = act.state == State::Conflict;
    if (conflict && act.mayKeepOurs)
        add(*buttons, "sendingOurs_%1", tr("Use what was entered here"),
            &viewmodels::SendingViewModel::keepOurs);
    add(*buttons, "sendingAside_%1", conflict ? tr("Keep what the server has") : tr("Dealt with, put aside"),
        &viewmodels::SendingViewModel::setAside);
    buttons->addStretch(1);
    texts.addLayout(buttons);
}

} // namespace vienlogs::windows
