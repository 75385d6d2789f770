// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/server/app/card_status.h"

namespace vienlogs::server::app {

namespace {

constexpr std::chrono::minutes restAfterOutage{1};

CardStatus::State stateOf(const ports::RevocationAnswer& answer) {
    switch (answer.state) {
    case ports::RevocationState::Good:
        return CardStatus::State::Good;
    case ports::RevocationState::Revoked:
        return CardStatus::State::Revoked;
    case ports::RevocationState::Unknown:
        break;
    }
    return CardStatus::State::NotConfirmed;
}

} // namespace

bool CardStatus::isResting() {
    const std::scoped_lock lock(mutex_);
    return away_ && clock_.steadyNow() - *away_ < restAfterOutage;
}

void CardStatus::rest() {
    const std::scoped_lock lock(mutex_);
    away_ = clock_.steadyNow();
}

base::Result<CardStatus::Word> CardStatus::of(const base::Bytes& certificate) {
    if (!revocation_)
        return Word{};
    const auto issuer = trust_.issuerOf(certificate);
    if (!issuer)
        return base::fail(issuer.error());
    if (isResting())
        return Word{State::NotConfirmed};
    auto answer = revocation_->ask(certificate, *issuer);
    if (!answer) {
        rest();
        return Word{State::NotConfirmed};
    }
    const auto state = stateOf(*answer);
    return Word{state, *std::move(answer)};
}

} // namespace vienlogs::server::app
