// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "vienlogs/card/trust_store.h"
#include "vienlogs/trust/revocation_service.h"
#include "vienlogs/web/curl_client.h"

namespace vienlogs::workstation {

/// Whom a desk asks whether a card was revoked.
struct IssuerSettings {
    std::string ocsp;  ///< URL; "certificate" for the address that the card names; empty: nobody is asked.
    std::string proxy; ///< "http://host:port"; empty for none.
};

/// Asks the issuer of a client's card whether the card was revoked: OCSP, then the CRL that the card names.
class IssuerQuestion {
public:
    /// `trust` and `clock` outlive it.
    IssuerQuestion(const IssuerSettings& settings, const card::TrustStore& trust, const base::Clock& clock);
    /// False where the settings name nobody.
    [[nodiscard]] bool wanted() const { return wanted_; }
    /// Blocks, some seconds at most. VL-TRUST-* when there is no word, VL-CARD-0010 for a certificate (DER)
    /// of an unknown authority.
    [[nodiscard]] base::Result<ports::RevocationAnswer> ask(const base::Bytes& certificate);

private:
    bool wanted_;
    const card::TrustStore& trust_;
    web::CurlClient web_;
    trust::RevocationService service_;
};

} // namespace vienlogs::workstation
