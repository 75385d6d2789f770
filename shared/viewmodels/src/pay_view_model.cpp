// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/viewmodels/pay_view_model.h"

#include "texts.h"
#include "vienlogs/workflows/paying.h"

namespace vienlogs::viewmodels {

using ports::PosPrompt;
using workflows::PayingState;

PayViewModel::PayViewModel(workflows::Contact& contact, workflows::Paying& paying, QObject* parent)
    : ViewModel(parent), contact_(contact), paying_(paying) {
    connect(&paying_, &workflows::Paying::changed, this, &PayViewModel::changed);
    connect(&contact_, &workflows::Contact::caseChanged, this, &PayViewModel::changed);
}

PayViewModel::State PayViewModel::state() const {
    switch (paying_.state()) {
    case PayingState::Idle:
    case PayingState::Preparing:
        return State::Preparing;
    case PayingState::Free:
        return State::Free;
    case PayingState::Ready:
        return State::Ready;
    case PayingState::Asking:
        return State::Asking;
    case PayingState::Captured:
        return State::Captured;
    case PayingState::Declined:
        return State::Declined;
    case PayingState::Aborted:
        return State::Aborted;
    case PayingState::Unknown:
        return State::Unknown;
    case PayingState::Resolving:
        return State::Resolving;
    case PayingState::Later:
        return State::Later;
    case PayingState::GivingBack:
        return State::GivingBack;
    case PayingState::GivenBack:
        return State::GivenBack;
    }
    return State::Preparing;
}

QString PayViewModel::stateText() const {
    switch (state()) {
    case State::Preparing:
        return tr("The invoice is being written…");
    case State::Free:
        return tr("This service is free of charge. The invoice says so.");
    case State::Ready:
        return tr("The client can pay by card now, or later.");
    case State::Asking:
        return tr("The card terminal is at work.");
    case State::Captured:
        return tr("The fee is paid.");
    case State::Declined:
        return tr(
            "The payment was declined. Nothing was charged. Try another card, or the client pays later.");
    case State::Aborted:
        return tr("The payment was called off. Nothing was charged.");
    case State::Unknown:
        return tr("The terminal's answer was lost: perhaps the fee was charged, perhaps not. "
                  "Ask the terminal, or look at its receipt. Do not take the payment again.");
    case State::Resolving:
        return tr("The terminal is asked what happened…");
    case State::GivingBack:
        return tr("The fee is being given back. Until it is known how that ended, it is not paid again.");
    case State::GivenBack:
        return tr("The fee was given back. Choose the right fee and take it, or the client pays later.");
    case State::Later:
        return tr("The client pays later. The result is handed out when the payment has arrived.");
    }
    return {};
}

QString PayViewModel::promptText() const {
    if (state() != State::Asking || !paying_.prompt())
        return {};
    switch (*paying_.prompt()) {
    case PosPrompt::Connecting:
        return tr("Connecting to the terminal…");
    case PosPrompt::InsertCard:
        return tr("Insert or hold the card to the terminal.");
    case PosPrompt::EnterPin:
        return tr("The client enters the PIN.");
    case PosPrompt::WrongPin:
        return tr("Wrong PIN. The client tries again.");
    case PosPrompt::RemoveCard:
        return tr("Take the card out.");
    case PosPrompt::Declined:
        return tr("Declined.");
    case PosPrompt::PleaseWait:
    case PosPrompt::Other:
        return tr("Please wait…");
    }
    return {};
}

QString PayViewModel::invoiceNumber() const {
    return paying_.invoice() ? qt(paying_.invoice()->number) : QString();
}

QString PayViewModel::amountText() const {
    return paying_.invoice() ? qt(paying_.invoice()->amount.toText()) : QString();
}

QString PayViewModel::recipient() const {
    return paying_.invoice() ? qt(paying_.invoice()->recipient) : QString();
}

QString PayViewModel::purpose() const {
    return paying_.invoice() ? qt(paying_.invoice()->purpose) : QString();
}

QStringList PayViewModel::receiptLines() const {
    QStringList lines;
    if (paying_.payment() && paying_.payment()->receipt)
        for (const auto& line : paying_.payment()->receipt->lines)
            lines << qt(line);
    return lines;
}

QVector<PayViewModel::FeeRow> PayViewModel::fees() const {
    QVector<FeeRow> rows;
    const auto* service = paying_.service();
    if (!service)
        return rows;
    for (const auto* cost : service->costsIn(catalogue::Channel::Desk)) {
        const auto fee =
            catalogue::feeFor(*service, catalogue::Channel::Desk,
                              {cost->id, cost->relief ? cost->relief->proofs.front().id : std::string()});
        if (!fee)
            continue;
        FeeRow row{.amount = fee->amount.isZero() ? Texts::free() : qt(fee->amount.toText()),
                   .label = text(fee->label),
                   .ground = text(fee->ground),
                   .legalBasis = qt(fee->legalBasis),
                   .urgent = fee->urgency == "urgent"};
        if (cost->relief)
            for (const auto& proof : cost->relief->proofs)
                row.proofs << text(proof.name);
        rows << row;
    }
    return rows;
}

int PayViewModel::feeIndex() const {
    const auto* service = paying_.service();
    if (!service || !paying_.invoice() || !paying_.invoice()->fee)
        return -1;
    const auto costs = service->costsIn(catalogue::Channel::Desk);
    for (std::size_t i = 0; i < costs.size(); ++i)
        if (costs[i]->id == paying_.invoice()->fee->costId)
            return static_cast<int>(i);
    return -1;
}

int PayViewModel::proofIndex() const {
    const int row = feeIndex();
    if (row < 0)
        return -1;
    const auto* cost = paying_.service()->costsIn(catalogue::Channel::Desk)[static_cast<std::size_t>(row)];
    if (cost->relief)
        for (std::size_t i = 0; i < cost->relief->proofs.size(); ++i)
            if (cost->relief->proofs[i].id == paying_.invoice()->fee->proofId)
                return static_cast<int>(i);
    return -1;
}

bool PayViewModel::canChooseFee() const {
    return paying_.canChooseFee();
}

QString PayViewModel::legalBasis() const {
    return paying_.invoice() && paying_.invoice()->fee ? qt(paying_.invoice()->fee->legalBasis) : QString();
}

QString PayViewModel::feeText() const {
    const auto rows = fees();
    const int row = feeIndex();
    if (row < 0 || row >= rows.size())
        return {};
    QStringList parts{rows[row].label, rows[row].ground};
    if (const int proof = proofIndex(); proof >= 0)
        parts << rows[row].proofs.value(proof);
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

void PayViewModel::chooseFee(int fee, int proof) {
    const auto* service = paying_.service();
    if (!service || fee < 0)
        return;
    const auto costs = service->costsIn(catalogue::Channel::Desk);
    if (static_cast<std::size_t>(fee) >= costs.size())
        return;
    const auto* cost = costs[static_cast<std::size_t>(fee)];
    catalogue::FeeChoice choice{cost->id, {}};
    if (cost->relief && proof >= 0 && static_cast<std::size_t>(proof) < cost->relief->proofs.size())
        choice.proofId = cost->relief->proofs[static_cast<std::size_t>(proof)].id;
    paying_.chooseFee(choice);
}

FailureView PayViewModel::failure() const {
    return paying_.failure() ? view(*paying_.failure()) : FailureView{};
}

bool PayViewModel::busy() const {
    return state() == State::Preparing || state() == State::Asking || state() == State::Resolving;
}

bool PayViewModel::canPay() const {
    return state() == State::Ready || state() == State::Declined || state() == State::Aborted ||
           state() == State::Later || state() == State::GivenBack;
}

bool PayViewModel::canAbort() const {
    return state() == State::Asking;
}

bool PayViewModel::canPayLater() const {
    return state() == State::Ready || state() == State::Declined || state() == State::Aborted ||
           state() == State::GivenBack;
}

bool PayViewModel::canGoOn() const {
    return paying_.settled() && !contact_.busy();
}

void PayViewModel::pay() {
    paying_.pay();
}

void PayViewModel::abort() {
    paying_.abort();
}

void PayViewModel::payLater() {
    paying_.payLater();
}

void PayViewModel::askTerminal() {
    paying_.askTerminal();
}

void PayViewModel::resolveCharged() {
    paying_.resolve(true);
}

void PayViewModel::resolveNotCharged() {
    paying_.resolve(false);
}

void PayViewModel::printInvoice() {
    paying_.printInvoice();
}

void PayViewModel::printReceipt() {
    paying_.printReceipt();
}

void PayViewModel::next() {
    if (canGoOn())
        contact_.advance(workflows::ContactEvent::PaymentSettled);
}

void PayViewModel::back() {
    contact_.back();
}

} // namespace vienlogs::viewmodels
