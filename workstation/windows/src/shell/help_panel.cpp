// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "help_panel.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

#include "vienlogs/look/button.h"
#include "vienlogs/look/icon_label.h"
#include "vienlogs/look/scroll_page.h"
#include "vienlogs/look/text.h"
#include "vienlogs/look/tokens.h"

namespace vienlogs::windows {

using State = viewmodels::HelpViewModel::State;

namespace {

bool mayAskAgain(State state) {
    return state == State::Down || state == State::Closed || state == State::Invalid || state == State::Stale;
}

void showState(look::Mark& mark, State state, const QString& text) {
    switch (state) {
    case State::Loading:
        return mark.show(QStringLiteral("waiting"), look::Tone::Info, text);
    case State::Stale:
        return mark.show(QStringLiteral("clock"), look::Tone::Warn, text);
    case State::Closed:
    case State::Down:
    case State::Invalid:
        return mark.show(QStringLiteral("warning"), look::Tone::Warn, text);
    case State::NotFound:
        return mark.show(QStringLiteral("info"), look::Tone::Info, text);
    case State::Plain:
    case State::Ok:
        return mark.show(QStringLiteral("ok"), look::Tone::Ok, text);
    }
}

QLabel* text(look::TextRole role, const QString& words, QWidget* parent) {
    QLabel* label = look::makeText(role, parent);
    label->setText(words);
    return label;
}

} // namespace

HelpPanel::HelpPanel(viewmodels::HelpViewModel& help, QWidget* parent)
    : QFrame(parent), help_(help), scroll_(new look::ScrollPage(0, this)),
      heading_(look::makeText(look::TextRole::Heading, this)),
      explanation_(look::makeText(look::TextRole::Body, this)),
      keys_(look::makeText(look::TextRole::Small, this)), sections_(new QVBoxLayout),
      askAgain_(new look::Button(look::ButtonKind::Quiet, this)) {
    setObjectName(QStringLiteral("help"));
    setProperty("shell", QStringLiteral("help"));
    explanation_->setObjectName(QStringLiteral("helpExplanation"));
    askAgain_->setObjectName(QStringLiteral("helpAskAgain"));
    askAgain_->setIconName(QStringLiteral("changed"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(scroll_);
    sections_->setSpacing(look::space::xl);
    scroll_->column().setSpacing(look::space::m);
    scroll_->column().addWidget(heading_);
    scroll_->column().addWidget(explanation_);
    scroll_->column().addSpacing(look::space::m);
    scroll_->column().addLayout(sections_);
    scroll_->column().addWidget(askAgain_, 0, Qt::AlignLeft);
    scroll_->column().addStretch(1);
    scroll_->column().addWidget(keys_);
    connect(askAgain_, &look::Button::clicked, &help_, &viewmodels::HelpViewModel::askRegistersAgain);
    connect(&help_, &viewmodels::HelpViewModel::changed, this, &HelpPanel::refresh);
    connect(help_.sections(), &QAbstractItemModel::modelReset, this, &HelpPanel::refresh);
    retranslate();
}

void HelpPanel::setExplanation(const QString& words) {
    explanation_->setText(words);
}

void HelpPanel::showSections(bool shown) {
    if (std::exchange(sectionsShown_, shown) != shown)
        refresh();
}

void HelpPanel::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void HelpPanel::retranslate() {
    setAccessibleName(tr("Help"));
    heading_->setText(tr("What to do here"));
    askAgain_->setText(tr("Ask again"));
    keys_->setText(tr("Enter goes on, Esc goes back. F1 shows or hides this help. Ctrl+K finds anything. "
                      "Ctrl+Plus and Ctrl+Minus change the size of text."));
    refresh();
}

void HelpPanel::refresh() {
    look::clearLayout(*sections_);
    bool again = false;
    if (!sectionsShown_) {
        askAgain_->setVisible(false);
        return;
    }
    for (const auto& section : help_.sections()->rows()) {
        addSection(section);
        again = again || mayAskAgain(section.state);
    }
    askAgain_->setVisible(again);
}

void HelpPanel::addSection(const viewmodels::HelpViewModel::Section& section) {
    auto* box = new QWidget(this);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(look::space::xs);
    column->addWidget(text(look::TextRole::Label, section.title, box));
    if (!section.stateText.isEmpty()) {
        auto* mark = new look::Mark(box, look::Mark::Shape::Wrapping);
        showState(*mark, section.state, section.stateText);
        column->addWidget(mark);
    }
    for (const QString& line : section.lines)
        column->addWidget(text(look::TextRole::Body, line, box));
    if (!section.text.isEmpty())
        column->addWidget(text(look::TextRole::Body, section.text, box));
    const QString origin = section.age.isEmpty() ? section.source
                           : section.source.isEmpty()
                               ? section.age
                               : tr("%1, %2", "source, time of the answer").arg(section.source, section.age);
    if (!origin.isEmpty())
        column->addWidget(text(look::TextRole::Source, origin, box));
    sections_->addWidget(box);
}

} // namespace vienlogs::windows
