// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "certificates.h"
#include "revoked.h"
#include "switch.h"

struct ocsp_cert_id_st;

namespace vienlogs::trust_standin {

/// An authority whose certificates are answered for, and who answers.
struct StatusIssuer {
    std::string name; ///< "cards" or "trust": part of the CRL's address.
    Identity authority;
    Identity responder; ///< Certified by the authority for OCSP.
    Identity unfit;     ///< Certified by it for something else.
};

/// Makes an authority's responders.
[[nodiscard]] StatusIssuer makeStatusIssuer(const std::string& name, const Identity& authority);

/// OCSP (RFC 6960) and CRLs (RFC 5280) as their switches say. A certificate is good unless it was revoked
/// here: the stand-in does not know which ones were issued.
class StatusService {
public:
    StatusService(std::vector<StatusIssuer> issuers, const Revoked& revoked);
    /// DER of the OCSPResponse; nothing when the connection is to end without one.
    [[nodiscard]] std::optional<std::string> answerOcsp(const std::string& question);
    /// DER of the CRL of an issuer; empty for an unknown one, nothing as above.
    [[nodiscard]] std::optional<std::string> crlOf(const std::string& issuer);

    Switch ocsp;
    Switch crl;

private:
    [[nodiscard]] const StatusIssuer* issuerOf(ocsp_cert_id_st* id) const;

    std::vector<StatusIssuer> issuers_;
    Identity stranger_;
    const Revoked& revoked_;
};

} // namespace vienlogs::trust_standin
