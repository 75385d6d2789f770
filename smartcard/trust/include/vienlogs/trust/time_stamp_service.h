// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "vienlogs/base/clock.h"
#include "vienlogs/ports/trust_services.h"
#include "vienlogs/timestamp/authority.h"

namespace vienlogs::trust {

struct TimeStampSettings {
    std::string url;
    std::string policy; ///< Object identifier of the policy asked for; empty for the service's own.
};

/// The port TimeStamps: RFC 3161 over HTTP. Where word on revocation is given, a stamp by a revoked
/// certificate is refused; that nobody can tell is no reason to refuse one.
class TimeStampService final : public ports::TimeStamps {
public:
    /// `revocation` may be null.
    TimeStampService(ports::WebClient& web, ports::Revocation* revocation, const base::Clock& clock,
                     timestamp::Authority authority, TimeStampSettings settings);
    [[nodiscard]] base::Result<ports::TimeStampToken> stamp(const base::Bytes& data) override;

private:
    ports::WebClient& web_;
    ports::Revocation* revocation_;
    const base::Clock& clock_;
    timestamp::Authority authority_;
    TimeStampSettings settings_;
};

} // namespace vienlogs::trust
