// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "pages/readers_page.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "vienlogs/look/button.h"
#include "vienlogs/look/icon_label.h"
#include "vienlogs/look/notice.h"
#include "vienlogs/look/text.h"
#include "vienlogs/look/tokens.h"

namespace vienlogs::windows {

using Role = viewmodels::ReadersViewModel::Role;

ReaderRow::ReaderRow(int row, QWidget* parent)
    : QFrame(parent), name_(look::makeText(look::TextRole::Label, this)),
      card_(new look::Mark(this, look::Mark::Shape::Wrapping)),
      clerk_(new look::Button(look::ButtonKind::Plain, this)),
      client_(new look::Button(look::ButtonKind::Plain, this)) {
    setProperty("frame", QStringLiteral("card"));
    setObjectName(QStringLiteral("reader_%1").arg(row));
    clerk_->setObjectName(QStringLiteral("readerClerk_%1").arg(row));
    client_->setObjectName(QStringLiteral("readerClient_%1").arg(row));
    for (look::Button* button : {clerk_, client_})
        button->setCheckable(true);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(look::space::xs);
    texts->addWidget(name_);
    texts->addWidget(card_);
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(look::space::l, look::space::m, look::space::l, look::space::m);
    line->setSpacing(look::space::m);
    line->addLayout(texts, 1);
    line->addWidget(clerk_);
    line->addWidget(client_);
    connect(clerk_, &look::Button::clicked, this, [this, row] { Q_EMIT assigned(row, Role::Clerk); });
    connect(client_, &look::Button::clicked, this, [this, row] { Q_EMIT assigned(row, Role::Client); });
    retranslate();
}

void ReaderRow::show(const viewmodels::ReadersViewModel::Row& reader) {
    name_->setText(reader.name);
    if (reader.hasCard)
        card_->show(QStringLiteral("card"), look::Tone::Info, tr("A card is in it"));
    else
        card_->show(QStringLiteral("reader"), look::Tone::Muted, tr("Empty"));
    clerk_->setChecked(reader.role == Role::Clerk);
    client_->setChecked(reader.role == Role::Client);
}

void ReaderRow::retranslate() {
    clerk_->setText(tr("Mine"));
    client_->setText(tr("The client's"));
}

ReadersPage::ReadersPage(viewmodels::ReadersViewModel& readers, QWidget* parent)
    : Page(QStringLiteral("readers"), parent), readers_(readers),
      none_(new look::Notice(look::Tone::Warn, this)), rowsColumn_(new QVBoxLayout),
      swap_(new look::Button(look::ButtonKind::Quiet, this)) {
    swap_->setObjectName(QStringLiteral("readersSwap"));
    swap_->setIconName(QStringLiteral("changed"));
    rowsColumn_->setSpacing(look::space::s);
    column().addWidget(none_);
    column().addLayout(rowsColumn_);
    column().addWidget(swap_, 0, Qt::AlignLeft);
    column().addStretch(1);
    backButton().hide();
    connect(swap_, &look::Button::clicked, &readers_, &viewmodels::ReadersViewModel::swap);
    connect(&readers_, &viewmodels::ReadersViewModel::changed, this, &ReadersPage::refresh);
    connect(readers_.readers(), &QAbstractItemModel::modelReset, this, &ReadersPage::refresh);
    retranslate();
}

QString ReadersPage::explanation() const {
    return tr("Two readers stand on the desk: one on your side for your card, one on the client's side. "
              "Put a card into one of them to see which it is. The choice is kept; change it any time in the "
              "menu at "
              "your name.");
}

void ReadersPage::goOn() {
    if (readers_.canConfirm())
        readers_.confirm();
}

void ReadersPage::retranslate() {
    setTitle(tr("Which reader is whose?"));
    setLead(tr("Your card is read only in your reader, the client's only in the client's. Put a card into a "
               "reader to "
               "see which one it is."));
    none_->setTexts(
        tr("No card reader is connected."),
        tr("Plug in two readers; they appear here by themselves. With one reader you can log in, and "
           "clients are identified by document."));
    swap_->setText(tr("Exchange &the two"));
    for (ReaderRow* row : rows_)
        row->retranslate();
    refresh();
}

void ReadersPage::refresh() {
    const auto& readers = readers_.readers()->rows();
    while (rows_.size() < readers.size()) {
        auto* row = new ReaderRow(static_cast<int>(rows_.size()), this);
        rowsColumn_->addWidget(row);
        rows_.push_back(row);
        connect(row, &ReaderRow::assigned, &readers_, &viewmodels::ReadersViewModel::assign);
    }
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        rows_[i]->setVisible(i < readers.size());
        if (i < readers.size())
            rows_[i]->show(readers[i]);
    }
    none_->setVisible(readers.empty());
    swap_->setVisible(readers.size() > 1);
    setContinue(tr("&This is right"), readers_.canConfirm());
}

} // namespace vienlogs::windows
