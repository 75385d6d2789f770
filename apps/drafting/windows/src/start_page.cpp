// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "start_page.h"

#include <QDateTime>
#include <QEvent>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QVBoxLayout>

#include "vienlogs/look/button.h"
#include "vienlogs/look/flow_layout.h"
#include "vienlogs/look/text.h"
#include "vienlogs/look/tokens.h"

namespace vienlogs::drafting {

using look::Button;
using look::ButtonKind;
using look::TextRole;

QString StartPage::nameOf(acts::ActKind kind) {
    switch (kind) {
    case acts::ActKind::Law:
        return tr("Law");
    case acts::ActKind::LawAmendments:
        return tr("Amendments to a law");
    case acts::ActKind::Regulation:
        return tr("Cabinet regulation");
    case acts::ActKind::RegulationAmendments:
        return tr("Amendments to a regulation");
    case acts::ActKind::Order:
        return tr("Order");
    }
    return {};
}

StartPage::StartPage(QWidget* parent) : QWidget(parent) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(look::space::xl, look::space::xl, look::space::xl, look::space::xl);
    column->setSpacing(look::space::l);
    column->addWidget(title_ = look::makeText(TextRole::Title, this));
    column->addWidget(newTitle_ = look::makeText(TextRole::Heading, this));
    auto* row = new look::FlowLayout(nullptr, look::space::s, look::space::s);
    for (const auto& [kind, name] : acts::actKindNames) {
        auto* button = new Button(kind == acts::ActKind::Law ? ButtonKind::Main : ButtonKind::Plain, this);
        button->setObjectName(QStringLiteral("new_") +
                              QString::fromLatin1(name.data(), qsizetype(name.size())));
        connect(button, &Button::clicked, this, [this, kind = kind] { Q_EMIT wanted(kind); });
        kinds_.emplace_back(kind, button);
        row->addWidget(button);
    }
    column->addLayout(row);
    column->addWidget(mine_ = look::makeText(TextRole::Heading, this));
    column->addWidget(none_ = look::makeText(TextRole::Muted, this), 1, Qt::AlignTop);
    list_ = new QListWidget(this);
    list_->setObjectName(QStringLiteral("acts"));
    connect(list_, &QListWidget::itemActivated, this,
            [this](QListWidgetItem* item) { Q_EMIT opened(acts_[std::size_t(list_->row(item))].id); });
    column->addWidget(list_, 1);
    translate();
}

void StartPage::setActs(const std::vector<acts_store::ActSummary>& acts) {
    acts_ = acts;
    fill();
}

void StartPage::fill() {
    list_->clear();
    const QLocale locale;
    for (const auto& act : acts_) {
        const auto title = act.title.empty() ? tr("Without a title") : QString::fromStdString(act.title);
        const auto changed = QDateTime::fromMSecsSinceEpoch(
            std::chrono::duration_cast<std::chrono::milliseconds>(act.changed.time_since_epoch()).count());
        list_->addItem(tr("%1 – %2, changed %3")
                           .arg(title, nameOf(act.kind), locale.toString(changed, QLocale::ShortFormat)));
    }
    list_->setVisible(!acts_.empty());
    none_->setVisible(acts_.empty());
    if (!acts_.empty())
        list_->setCurrentRow(0);
}

void StartPage::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        translate();
    QWidget::changeEvent(event);
}

void StartPage::translate() {
    title_->setText(tr("Drafting of acts"));
    newTitle_->setText(tr("Begin a new one"));
    mine_->setText(tr("Acts on this computer"));
    mine_->setBuddy(list_);
    none_->setText(tr("None yet. Begin one above; everything you type is kept at once."));
    list_->setAccessibleName(tr("Acts on this computer"));
    for (const auto& [kind, button] : kinds_)
        button->setText(nameOf(kind));
    fill();
}

} // namespace vienlogs::drafting
