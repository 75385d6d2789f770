// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <mutex>
#include <optional>

#include "vienlogs/base/clock.h"
#include "vienlogs/ports/trust_services.h"
#include "vienlogs/server/app/card_trust.h"

namespace vienlogs::server::app {

/// Whether a card was revoked, as its issuer says. An outage locks nobody out: it is an answer of its own,
/// and for a minute after one nobody is asked, so that logins do not wait for it one after the other.
class CardStatus {
public:
    enum class State { NotAsked, Good, Revoked, NotConfirmed };
    struct Word {
        State state = State::NotAsked;
        std::optional<ports::RevocationAnswer> answer{}; ///< Of Good and Revoked.
    };

    /// `revocation` may be null: then nobody is asked.
    CardStatus(const CardTrust& trust, ports::Revocation* revocation, const base::Clock& clock)
        : trust_(trust), revocation_(revocation), clock_(clock) {}
    /// Of a certificate (DER). Asks only where an issuer in the store made it, so that nobody can have the
    /// server ask at an address of his own: VL-SRV-0009 for others. Never within a transaction: it may wait.
    [[nodiscard]] base::Result<Word> of(const base::Bytes& certificate);

private:
    [[nodiscard]] bool isResting();
    void rest();

    const CardTrust& trust_;
    ports::Revocation* revocation_;
    const base::Clock& clock_;
    std::mutex mutex_;
    std::optional<std::chrono::steady_clock::time_point> away_;
};

} // namespace vienlogs::server::app
