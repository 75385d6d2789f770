// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "pages/case_table.h"

#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "vienlogs/look/button.h"
#include "vienlogs/look/flow_layout.h"
#include "vienlogs/look/icon_label.h"
#include "vienlogs/look/text.h"
#include "vienlogs/look/tokens.h"

namespace vienlogs::windows {

using Sent = viewmodels::CasesViewModel::SentState;

namespace {

void showSent(look::Mark& mark, Sent sent, const QString& text) {
    switch (sent) {
    case Sent::Sent:
        return mark.show(QStringLiteral("sent"), look::Tone::Ok, text);
    case Sent::Waiting:
        return mark.show(QStringLiteral("waiting"), look::Tone::Info, text);
    case Sent::Refused:
        return mark.show(QStringLiteral("error"), look::Tone::Error, text);
    }
}

QLabel* line(look::TextRole role, const QString& text, QWidget* parent) {
    QLabel* label = look::makeLine(role, parent);
    label->setText(text);
    return label;
}

} // namespace

CaseTable::CaseTable(viewmodels::CasesViewModel& cases, QWidget* parent)
    : QWidget(parent), cases_(cases), rows_(new QVBoxLayout),
      empty_(look::makeText(look::TextRole::Muted, this)) {
    setObjectName(QStringLiteral("cases"));
    rows_->setSpacing(look::space::s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(empty_);
    column->addLayout(rows_);
    connect(cases_.cases(), &QAbstractItemModel::modelReset, this, &CaseTable::refresh);
    connect(&cases_, &viewmodels::CasesViewModel::changed, this, &CaseTable::refresh);
    refresh();
}

void CaseTable::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

void CaseTable::refresh() {
    look::clearLayout(*rows_);
    const auto& cases = cases_.cases()->rows();
    empty_->setText(tr("Cases submitted here appear in this list with their state. There are none yet."));
    empty_->setVisible(cases.empty());
    for (std::size_t i = 0; i < cases.size(); ++i)
        rows_->addWidget(makeRow(static_cast<int>(i), cases[i]));
}

QWidget* CaseTable::makeRow(int row, const viewmodels::CasesViewModel::Row& theCase) {
    auto* frame = new QFrame(this);
    frame->setObjectName(QStringLiteral("case_%1").arg(row));
    frame->setProperty("frame", QStringLiteral("card"));
    QLabel* service = look::makeText(look::TextRole::Label, frame);
    service->setText(theCase.service);
    auto* facts = new look::FlowLayout(nullptr, look::space::l, look::space::xs);
    facts->addWidget(line(look::TextRole::Figures, theCase.number, frame));
    facts->addWidget(line(look::TextRole::Muted, theCase.initials, frame));
    facts->addWidget(line(look::TextRole::Muted, theCase.when, frame));
    facts->addWidget(line(look::TextRole::Body, theCase.stateText, frame));
    auto* sent = new look::Mark(frame);
    showSent(*sent, theCase.sent, theCase.sentText);
    facts->addWidget(sent);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(look::space::xs);
    texts->addWidget(service);
    texts->addLayout(facts);
    auto* across = new QHBoxLayout(frame);
    across->setContentsMargins(look::space::l, look::space::s, look::space::l, look::space::s);
    across->addLayout(texts, 1);
    if (theCase.resumable) {
        auto* resume = new look::Button(look::ButtonKind::Plain, frame);
        resume->setObjectName(QStringLiteral("caseResume_%1").arg(row));
        resume->setText(tr("Go on"));
        connect(resume, &look::Button::clicked, &cases_, [this, row] { cases_.resume(row); });
        across->addWidget(resume, 0, Qt::AlignVCenter);
    }
    return frame;
}

} // namespace vienlogs::windows
