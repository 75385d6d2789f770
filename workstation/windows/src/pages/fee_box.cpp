// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "pages/fee_box.h"

#include <QLabel>
#include <QShortcut>
#include <QVBoxLayout>

#include "card_list.h"
#include "vienlogs/look/button.h"
#include "vienlogs/look/text.h"
#include "vienlogs/look/tokens.h"

namespace vienlogs::windows {

namespace {

constexpr int digitKeys = 9;

QString numbered(int row, const QString& text) {
    return row < digitKeys ? QStringLiteral("%1   %2").arg(row + 1).arg(text) : text;
}

} // namespace

FeeBox::FeeBox(viewmodels::PayViewModel& pay, QWidget* parent)
    : QWidget(parent), pay_(pay), question_(look::makeText(look::TextRole::Body, this)),
      another_(new look::Button(look::ButtonKind::Plain, this)),
      fees_(new CardList(QStringLiteral("payFees"), this)),
      proofQuestion_(look::makeText(look::TextRole::Heading, this)),
      proofs_(new CardList(QStringLiteral("payProofs"), this)) {
    setObjectName(QStringLiteral("payFeeBox"));
    another_->setObjectName(QStringLiteral("payFeeAnother"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(look::space::s);
    column->addWidget(question_);
    column->addWidget(another_, 0, Qt::AlignLeft);
    column->addWidget(fees_);
    column->addWidget(proofQuestion_);
    column->addWidget(proofs_);
    connect(another_, &look::Button::clicked, this, [this] { open_ ? static_cast<void>(close()) : open(); });
    connect(fees_, &CardList::chosen, this, &FeeBox::chooseFee);
    connect(proofs_, &CardList::chosen, this, [this](int row) {
        const int relief = relief_;
        close();
        pay_.chooseFee(relief, row);
    });
    for (int row = 0; row < digitKeys; ++row)
        connect(new QShortcut(QKeySequence(Qt::Key_1 + row), this), &QShortcut::activated, this,
                [this, row] { chooseByKey(row); });
}

void FeeBox::open() {
    open_ = true;
    relief_ = -1;
    refresh();
    fees_->focusCard();
}

bool FeeBox::close() {
    const bool was = std::exchange(open_, false);
    relief_ = -1;
    refresh();
    return was;
}

void FeeBox::chooseByKey(int row) {
    if (relief_ >= 0 && row < proofs_->count()) {
        Q_EMIT proofs_->chosen(row);
        return;
    }
    if (isVisible() && row < pay_.fees().size())
        chooseFee(row);
}

void FeeBox::chooseFee(int row) {
    const auto fees = pay_.fees();
    if (row < 0 || row >= fees.size())
        return;
    if (fees[row].proofs.size() < 2) {
        close();
        pay_.chooseFee(row, fees[row].proofs.isEmpty() ? -1 : 0);
        return;
    }
    open_ = true;
    relief_ = row;
    refresh();
    proofs_->focusCard();
}

void FeeBox::retranslate() {
    proofQuestion_->setText(tr("What proves it?"));
    refresh();
}

void FeeBox::refresh() {
    const auto fees = pay_.fees();
    setVisible(pay_.canChooseFee() && fees.size() > 1);
    question_->setText(tr("Is it urgent, or has the client the right to a relief?"));
    another_->setText(open_ ? tr("Keep this &fee") : tr("Another &fee…"));
    std::vector<CardText> cards;
    for (int i = 0; i < fees.size(); ++i) {
        const auto& fee = fees[i];
        cards.push_back({numbered(i, fee.amount + QStringLiteral("  ·  ") + fee.label), fee.ground,
                         fee.legalBasis, fee.urgent ? tr("urgent") : QString()});
    }
    fees_->setCards(cards, relief_ >= 0 ? relief_ : pay_.feeIndex());
    fees_->setVisible(open_ && relief_ < 0);
    std::vector<CardText> proofs;
    if (relief_ >= 0 && relief_ < fees.size())
        for (int i = 0; i < fees[relief_].proofs.size(); ++i)
            proofs.push_back({numbered(i, fees[relief_].proofs[i])});
    proofs_->setCards(proofs, relief_ == pay_.feeIndex() ? pay_.proofIndex() : -1);
    proofs_->setVisible(relief_ >= 0);
    proofQuestion_->setVisible(relief_ >= 0);
}

} // namespace vienlogs::windows
