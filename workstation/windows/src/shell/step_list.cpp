// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "step_list.h"

#include <QEvent>
#include <QVBoxLayout>

#include "vienlogs/look/button.h"
#include "vienlogs/look/text.h"
#include "vienlogs/look/tokens.h"

namespace vienlogs::windows {

using State = viewmodels::ContactViewModel::StepState;

namespace {

constexpr int wideEm = 14;
constexpr int compactEm = 5;

const char* nameOf(State state) {
    return state == State::Done ? "done" : state == State::Current ? "current" : "todo";
}

} // namespace

StepList::StepList(viewmodels::ContactViewModel& contact, QWidget* parent)
    : QFrame(parent), contact_(contact), column_(new QVBoxLayout(this)) {
    setObjectName(QStringLiteral("steps"));
    setProperty("shell", QStringLiteral("steps"));
    column_->setContentsMargins(0, look::space::l, 0, look::space::l);
    column_->setSpacing(look::space::xs);
    column_->addStretch(1);
    connect(contact_.steps(), &QAbstractItemModel::modelReset, this, &StepList::refresh);
    connect(&contact_, &viewmodels::ContactViewModel::changed, this, &StepList::refresh);
    refresh();
}

void StepList::setCompact(bool compact) {
    compact_ = compact;
    const int em = fontMetrics().horizontalAdvance(QLatin1Char('m'));
    setFixedWidth((compact ? compactEm : wideEm) * em);
    refresh();
}

void StepList::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
    if (event->type() == QEvent::FontChange)
        setCompact(compact_);
}

look::Button* StepList::append() {
    auto* button = new look::Button(look::ButtonKind::Plain, this);
    const int number = static_cast<int>(buttons_.size()) + 1;
    button->setObjectName(QStringLiteral("step_%1").arg(number));
    button->setProperty("shell", QStringLiteral("step"));
    column_->insertWidget(column_->count() - 1, button);
    buttons_.push_back(button);
    connect(button, &look::Button::clicked, this, [this, number] { contact_.goToStep(number); });
    return button;
}

void StepList::refresh() {
    setAccessibleName(tr("Steps"));
    const auto& steps = contact_.steps()->rows();
    for (std::size_t i = 0; i < steps.size(); ++i) {
        look::Button* button = i < buttons_.size() ? buttons_[i] : append();
        const auto& step = steps[i];
        const bool done = step.state == State::Done;
        const QString name = tr("%1 %2", "number and title of a step").arg(step.number).arg(step.title);
        const QString state = done ? tr("done") : step.state == State::Current ? tr("now") : tr("not yet");
        look::setLook(*button, "state", QLatin1String(nameOf(step.state)));
        button->setText(compact_ ? QString::number(step.number)
                                 : QStringLiteral("%1  %2").arg(step.number).arg(step.title));
        button->setIconName(done                           ? QStringLiteral("check")
                            : step.state == State::Current ? QStringLiteral("next")
                                                           : QStringLiteral("circle"));
        button->setToolTip(compact_ ? step.title : QString());
        button->setAccessibleName(tr("%1, %2", "step, its state").arg(name, state));
        button->setEnabled(step.enabled || step.state == State::Current);
        button->setFocusPolicy(step.enabled ? Qt::TabFocus : Qt::NoFocus);
    }
}

} // namespace vienlogs::windows
