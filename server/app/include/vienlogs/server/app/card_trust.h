// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "vienlogs/base/bytes.h"
#include "vienlogs/base/clock.h"
#include "vienlogs/base/identifier.h"
#include "vienlogs/base/result.h"
#include "vienlogs/server/store/store.h"

namespace vienlogs::server::app {

/// A signature by a card, as it came.
struct CardProof {
    base::Bytes certificate; ///< DER
    std::string algorithm;   ///< "ES384", "ES256", "RS256"; ES* values are r‖s.
    base::Bytes signature;
};

/// Which cards the server believes: the issuers in the store, read at every login, so that a new one counts
/// at once on every server of the store.
class CardTrust {
public:
    CardTrust(store::Store& store, const base::Clock& clock) : store_(store), clock_(clock) {}
    /// The holder, when issuer, dates, purpose (client authentication) and the signature over `message` hold.
    /// VL-SRV-0009 for the certificate, VL-SRV-0008 for the signature, VL-STORE-… for
    /// the store.
    [[nodiscard]] base::Result<base::Identifier> holderOf(const CardProof& proof,
                                                          const base::Bytes& message) const;
    /// DER of the issuer in the store that made this certificate; VL-SRV-0009 when none of them did.
    [[nodiscard]] base::Result<base::Bytes> issuerOf(const base::Bytes& certificate) const;

private:
    store::Store& store_;
    const base::Clock& clock_;
};

} // namespace vienlogs::server::app
