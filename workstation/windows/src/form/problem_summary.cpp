// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "form/problem_summary.h"

#include <QLabel>
#include <QVBoxLayout>

#include "vienlogs/look/button.h"
#include "vienlogs/look/text.h"
#include "vienlogs/look/tokens.h"

namespace vienlogs::windows {

ProblemSummary::ProblemSummary(QWidget* parent)
    : QFrame(parent), heading_(look::makeText(look::TextRole::Label, this)), list_(new QVBoxLayout) {
    setObjectName(QStringLiteral("formProblems"));
    setProperty("notice", QStringLiteral("error"));
    list_->setSpacing(look::space::xs);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(look::space::m, look::space::m, look::space::m, look::space::m);
    column->setSpacing(look::space::xs);
    column->addWidget(heading_);
    column->addLayout(list_);
    hide();
}

void ProblemSummary::show(const QVector<viewmodels::ProblemView>& problems) {
    look::clearLayout(*list_);
    setVisible(!problems.isEmpty());
    heading_->setText(tr("%n fields need attention", nullptr, static_cast<int>(problems.size())));
    setAccessibleName(heading_->text());
    for (const auto& problem : problems) {
        auto* link = new look::Button(look::ButtonKind::Link, this);
        link->setText(problem.label);
        link->setAccessibleDescription(problem.text);
        QLabel* what = look::makeText(look::TextRole::Body, this);
        what->setText(problem.text);
        list_->addWidget(link, 0, Qt::AlignLeft);
        list_->addWidget(what);
        connect(link, &look::Button::clicked, this,
                [this, scope = problem.scope] { Q_EMIT fieldAsked(scope); });
    }
}

} // namespace vienlogs::windows
