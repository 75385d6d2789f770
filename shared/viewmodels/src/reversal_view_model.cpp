// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/viewmodels/reversal_view_model.h"

#include <array>

#include "texts.h"
#include "vienlogs/workflows/giving_back.h"

namespace vienlogs::viewmodels {

using domain::payments::ReversalReason;
using workflows::GivingBackState;

namespace {

/// In the order of reasons().
constexpr std::array reasonsShown{ReversalReason::WrongFee, ReversalReason::ClientWithdrew,
                                  ReversalReason::PaidTwice, ReversalReason::ServiceRefused};

} // namespace

ReversalViewModel::ReversalViewModel(workflows::GivingBack& givingBack, QObject* parent)
    : ViewModel(parent), givingBack_(givingBack) {
    connect(&givingBack_, &workflows::GivingBack::changed, this, &ReversalViewModel::changed);
}

ReversalViewModel::State ReversalViewModel::state() const {
    switch (givingBack_.state()) {
    case GivingBackState::None:
        return State::None;
    case GivingBackState::Possible:
        return State::Possible;
    case GivingBackState::Working:
        return State::Working;
    case GivingBackState::Unknown:
        return State::Unknown;
    case GivingBackState::Given:
        return State::Given;
    }
    return State::None;
}

QString ReversalViewModel::stateText() const {
    switch (state()) {
    case State::None:
    case State::Possible:
        return {};
    case State::Working:
        return tr("The terminal is giving the money back. Follow what its screen asks of the client.");
    case State::Unknown:
        return tr("The terminal's answer was lost: perhaps the money was given back, perhaps not. "
                  "Ask the terminal, or look at its receipt. Do not give it back again.");
    case State::Given:
        return tr("%1 were given back on the card. Give the client the receipt.").arg(amountText());
    }
    return {};
}

QString ReversalViewModel::amountText() const {
    return givingBack_.payment() ? qt(givingBack_.payment()->amount.toText()) : QString();
}

QStringList ReversalViewModel::reasons() const {
    return {tr("The wrong fee was chosen"), tr("The client no longer wants the service"),
            tr("The fee was paid twice"), tr("The service cannot be given")};
}

QStringList ReversalViewModel::receiptLines() const {
    QStringList lines;
    const auto* payment = givingBack_.payment();
    if (state() == State::Given && payment->reversal && payment->reversal->receipt)
        for (const auto& line : payment->reversal->receipt->lines)
            lines << qt(line);
    return lines;
}

FailureView ReversalViewModel::failure() const {
    return givingBack_.failure() ? view(*givingBack_.failure()) : FailureView{};
}

void ReversalViewModel::begin(int reason) {
    if (reason >= 0 && static_cast<std::size_t>(reason) < reasonsShown.size())
        givingBack_.begin(reasonsShown[static_cast<std::size_t>(reason)]);
}

void ReversalViewModel::askTerminal() {
    givingBack_.askTerminal();
}

void ReversalViewModel::resolveGivenBack() {
    givingBack_.resolve(true);
}

void ReversalViewModel::resolveNotGivenBack() {
    givingBack_.resolve(false);
}

void ReversalViewModel::printReceipt() {
    givingBack_.printReceipt();
}

} // namespace vienlogs::viewmodels
