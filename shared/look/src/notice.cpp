// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/look/notice.h"

#include <QHBoxLayout>

#include "vienlogs/look/button.h"
#include "vienlogs/look/text.h"
#include "vienlogs/look/tokens.h"

namespace vienlogs::look {

namespace {

QString iconOf(Tone tone) {
    switch (tone) {
    case Tone::Ok:
        return QStringLiteral("ok");
    case Tone::Warn:
        return QStringLiteral("warning");
    case Tone::Error:
        return QStringLiteral("error");
    default:
        return QStringLiteral("info");
    }
}

void fill(QLabel& label, const QString& text) {
    label.setText(text);
    label.setVisible(!text.isEmpty());
}

} // namespace

Notice::Notice(Tone tone, QWidget* parent)
    : QFrame(parent), icon_(new IconLabel(iconMedium, this)), happened_(makeText(TextRole::Label, this)),
      todo_(makeText(TextRole::Body, this)), code_(makeLine(TextRole::Small, this)),
      action_(new Button(ButtonKind::Plain, this)), dismiss_(new Button(ButtonKind::Quiet, this)) {
    auto* texts = new QVBoxLayout;
    texts->setSpacing(space::xs);
    texts->addWidget(happened_);
    texts->addWidget(todo_);
    texts->addWidget(code_);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::m, space::m, space::m, space::m);
    row->setSpacing(space::m);
    row->addWidget(icon_, 0, Qt::AlignTop);
    row->addLayout(texts, 1);
    row->addWidget(action_, 0, Qt::AlignVCenter);
    row->addWidget(dismiss_, 0, Qt::AlignVCenter);
    action_->hide();
    dismiss_->hide();
    code_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    connect(action_, &Button::clicked, this, &Notice::actionRequested);
    connect(dismiss_, &Button::clicked, this, &Notice::dismissed);
    setTone(tone);
    setTexts({});
}

void Notice::setTexts(const QString& happened, const QString& todo, const QString& code) {
    fill(*happened_, happened);
    fill(*todo_, todo);
    fill(*code_, code);
    setAccessibleName(happened);
    setAccessibleDescription(todo);
}

void Notice::setTone(Tone tone) {
    setLook(*this, "notice", nameOf(tone));
    icon_->show(iconOf(tone), tone);
}

void Notice::setAction(const QString& label) {
    action_->setText(label);
    action_->setVisible(!label.isEmpty());
}

void Notice::setDismissible(bool dismissible, const QString& label) {
    dismiss_->setText(label);
    dismiss_->setVisible(dismissible);
}

} // namespace vienlogs::look
