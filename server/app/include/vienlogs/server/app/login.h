// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "vienlogs/base/clock.h"
#include "vienlogs/base/result.h"
#include "vienlogs/contract/wire.h"
#include "vienlogs/server/app/audit.h"
#include "vienlogs/server/app/card_trust.h"
#include "vienlogs/server/app/sessions.h"
#include "vienlogs/server/store/store.h"

namespace vienlogs::server::app {

/// Login by card: which devices are known, a challenge for the card, the session that its signature opens.
class Login {
public:
    Login(store::Store& store, const Audit& audit, const CardTrust& trust, const Sessions& sessions,
          const base::Clock& clock)
        : store_(store), audit_(audit), trust_(trust), sessions_(sessions), clock_(clock) {}

    /// The device of a certificate; VL-SRV-0003 when it is not known here or was revoked.
    [[nodiscard]] base::Result<store::Device> deviceOf(const std::string& name,
                                                       const std::string& fingerprint) const;
    /// As deviceOf(), by name only; for the mode without TLS.
    [[nodiscard]] base::Result<store::Device> deviceNamed(const std::string& name) const;
    /// Random bytes for one login of this device, good for two minutes.
    [[nodiscard]] base::Result<contract::LoginChallenge> challenge(const store::Device& device) const;
    /// Opens a session, or says why not; either way it is audited, and the challenge is used up.
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
    const base::Clock& clock_;
};

} // namespace vienlogs::server::app
