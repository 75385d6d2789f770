// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "vienlogs/base/clock.h"
#include "vienlogs/base/result.h"
#include "vienlogs/contract/wire.h"
#include "vienlogs/server/app/actor.h"
#include "vienlogs/server/app/audit.h"
#include "vienlogs/server/store/store.h"

namespace vienlogs::server::app {

/// Sessions of a person on a device at a place. Tokens are random, kept only as their SHA-256 and good for
/// minutes; a refreshing token, good once, renews them for a working day. Who asks is `Doorkeeper`'s.
class Sessions {
public:
    Sessions(store::Store& store, const Audit& audit, const base::Clock& clock)
        : store_(store), audit_(audit), clock_(clock) {}

    /// Whether the clerk may work on this device at its place: VL-SRV-0011, VL-AUTH-0008.
    [[nodiscard]] static base::Result<void> checkAdmission(const store::Clerk& clerk,
                                                           const store::Device& device);
    /// Opens a session in a running transaction; who it is has been proved by `factor`.
    [[nodiscard]] base::Result<contract::Session> open(store::Transaction& transaction,
                                                       const store::Device& device, const store::Clerk& clerk,
                                                       const std::string& factor) const;
    /// New tokens for a refreshing one. One that was used more than a minute before was copied: then the
    /// whole session ends and VL-AUTH-0001 tells it. (Within the minute it is a repeated request whose answer
    /// was lost.) VL-SRV-0001, -0004, -0005, -0011.
    [[nodiscard]] base::Result<contract::Session> refresh(const store::Device& device,
                                                          const std::string& token) const;
    [[nodiscard]] base::Result<void> end(const Actor& actor, const std::string& token) const;
    /// Who works in a session, and until when without renewing it.
    struct Found {
        Actor actor;
        base::Timestamp ends;
    };
    /// The session of a token on this device. VL-SRV-0001, -0004, -0005, -0011, VL-AUTH-0008.
    [[nodiscard]] base::Result<Found> find(store::Transaction& transaction, const store::Device& device,
                                           const std::string& tokenHash) const;
    /// As a token is kept.
    [[nodiscard]] static std::string hashOf(const std::string& token);
    /// Removes what has ended.
    [[nodiscard]] base::Result<void> forgetOld() const;

private:
    [[nodiscard]] base::Result<contract::Session>
    issue(store::Transaction& transaction, const store::Clerk& clerk, const store::SessionRow& like) const;
    [[nodiscard]] base::Result<contract::Session>
    renew(store::Transaction& transaction, const store::Device& device, const store::RefreshRow& row) const;

    store::Store& store_;
    const Audit& audit_;
    const base::Clock& clock_;
};

} // namespace vienlogs::server::app
