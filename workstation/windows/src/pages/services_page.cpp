// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "pages/services_page.h"

#include <QLabel>
#include <QVBoxLayout>

#include "card_list.h"
#include "vienlogs/look/button.h"
#include "vienlogs/look/notice.h"
#include "vienlogs/look/text.h"
#include "vienlogs/look/tokens.h"

namespace vienlogs::windows {

ServicesPage::ServicesPage(viewmodels::ServicesViewModel& services, QWidget* parent)
    : Page(QStringLiteral("services"), parent), services_(services),
      none_(new look::Notice(look::Tone::Info, this)),
      list_(new CardList(QStringLiteral("serviceList"), this)),
      needHeading_(look::makeText(look::TextRole::Label, this)),
      need_(look::makeText(look::TextRole::Body, this)), hint_(new look::Notice(look::Tone::Warn, this)) {
    hint_->setObjectName(QStringLiteral("serviceHint"));
    column().addWidget(none_);
    column().addWidget(list_);
    column().addWidget(hint_);
    auto* needs = new QVBoxLayout;
    needs->setSpacing(look::space::xs);
    needs->addWidget(needHeading_);
    needs->addWidget(need_);
    column().addLayout(needs);
    column().addStretch(1);
    connect(list_, &CardList::chosen, &services_, &viewmodels::ServicesViewModel::choose);
    connect(list_, &CardList::accepted, this, &ServicesPage::goOn);
    connect(&services_, &viewmodels::ServicesViewModel::changed, this, &ServicesPage::refresh);
    connect(services_.services(), &QAbstractItemModel::modelReset, this, &ServicesPage::refresh);
    retranslate();
}

void ServicesPage::enter() {
    Page::enter();
    list_->focusCard();
}

QString ServicesPage::explanation() const {
    return tr(
        "These services follow from the answers. Tell the client the fee and how long it takes, then choose "
        "the "
        "one to apply for now; the others can follow in the same contact. A service marked as changed works "
        "differently from when you last used it: read its description.");
}

void ServicesPage::goOn() {
    if (services_.canGoOn() && !services_.busy())
        services_.next();
}

void ServicesPage::retranslate() {
    setTitle(tr("Services for this situation"));
    setLead(tr("Choose the one to apply for now."));
    backButton().setText(tr("&Back"));
    needHeading_->setText(tr("What the client needs for it"));
    none_->setTexts(tr("No service follows from these answers."), tr("Go back and check the answers."));
    refresh();
}

void ServicesPage::refresh() {
    std::vector<CardText> cards;
    for (const auto& row : services_.services()->rows()) {
        CardText card{row.name, row.why.isEmpty() ? row.description : row.why};
        QStringList facts{row.fee, row.deadline, row.institution, row.channels};
        facts.removeAll(QString());
        card.facts = facts.join(QStringLiteral("  ·  "));
        card.remark = row.changed ? tr("Changed since you last used it") : QString();
        if (!row.atDesk)
            card.remark = tr("Cannot be applied for at the desk");
        cards.push_back(card);
    }
    list_->setCards(cards, services_.selected());
    none_->setVisible(cards.empty());
    refreshDetails();
    setContinue(services_.busy() ? tr("Opening the case…") : tr("&Fill in the application"),
                services_.canGoOn() && !services_.busy());
}

void ServicesPage::refreshDetails() {
    const auto* row = services_.services()->at(services_.selected());
    needHeading_->setVisible(row && !row->whatYouNeed.isEmpty());
    need_->setVisible(row && !row->whatYouNeed.isEmpty());
    need_->setText(row ? row->whatYouNeed : QString());
    hint_->setVisible(row && !row->levelHint.isEmpty());
    hint_->setTexts(row ? row->levelHint : QString());
}

} // namespace vienlogs::windows
