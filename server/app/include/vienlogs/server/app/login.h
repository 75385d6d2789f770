// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "vienlogs/base/clock.h"
#include "vienlogs/base/result.h"
#include "vienlogs/contract/wire.h"
#include "vienlogs/server/app/audit.h"
#include "vienlogs/server/app/card_status.h"
#include "vienlogs/server/app/card_trust.h"
#include "vienlogs/server/app/sessions.h"
#include "vienlogs/server/store/store.h"

namespace vienlogs::server::app {

/// Login by card: a challenge for the card, the session that its signature opens.
class Login {
public:
    Login(store::Store& store, const Audit& audit, const CardTrust& trust, const Sessions& sessions,
          CardStatus& status, const base::Clock& clock)
        : store_(store), audit_(audit), trust_(trust), sessions_(sessions), status_(status), clock_(clock) {}

    /// Random bytes for one login of this device, good for two minutes.
    [[nodiscard]] base::Result<contract::LoginChallenge> challenge(const store::Device& device) const;
    /// Opens a session, or says why not; either way it is audited, and the challenge is used up.
    /// A revoked card is refused (VL-SRV-0027); whether it was cannot always be had, which the audit notes.
    [[nodiscard]] base::Result<contract::Session> begin(const store::Device& device,
                                                        const contract::LoginRequest& request) const;

private:
    [[nodiscard]] base::Result<store::Clerk> clerkOf(store::Transaction& transaction,
                                                     const store::Device& device,
                                                     const contract::LoginRequest& request) const;
    [[nodiscard]] base::Result<void> consume(store::Transaction& transaction, const store::Device& device,
                                             const std::string& id, base::Bytes& bytes) const;

    store::Store& store_;
    const Audit& audit_;
    const CardTrust& trust_;
    const Sessions& sessions_;
    CardStatus& status_;
    const base::Clock& clock_;
};

} // namespace vienlogs::server::app
