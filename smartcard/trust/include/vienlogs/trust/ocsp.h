// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <string>

#include "vienlogs/ports/trust_services.h"

namespace vienlogs::trust {

/// The hash by which a question names the issuer (CertID, RFC 6960 section 4.1.1).
enum class CertIdHash { Sha1, Sha256 };

/// A question to an OCSP responder with its nonce of 32 bytes (RFC 8954).
struct OcspQuestion {
    base::Bytes der; ///< Goes out as application/ocsp-request.
    base::Bytes nonce;
};

/// `certificate` and `issuer` in DER. VL-TRUST-0008 when one is none.
[[nodiscard]] base::Result<OcspQuestion> askOcsp(const base::Bytes& certificate, const base::Bytes& issuer,
                                                 CertIdHash hash);

/// What an answer on revocation is held against.
struct RevocationRules {
    base::Timestamp now;
    /// Kept beside a signature: only signature, responder and certificate are checked, not whether the answer
    /// is still the newest. Who asks compares thisUpdate with the time in question.
    bool kept = false;
    base::Bytes nonce{}; ///< An OCSP answer that carries a nonce must carry this one, unless this is empty.
    bool nonceRequired = false;
    std::chrono::seconds clockSlack = std::chrono::minutes(5); ///< How far clocks may differ.
    std::chrono::seconds mostAge = std::chrono::hours(1);      ///< Of an answer that names no nextUpdate.
};

/// The whole check of an OCSPResponse (RFC 6960 section 3.2), asked for or stapled: made by the issuer itself
/// or by a responder that the issuer certified for it (id-kp-OCSPSigning, valid when it answered), about this
/// certificate, of now. VL-TRUST-0001 for "try later", VL-TRUST-0002 says what does not hold. At most 64 KiB.
[[nodiscard]] base::Result<ports::RevocationAnswer> checkOcsp(const base::Bytes& response,
                                                              const base::Bytes& certificate,
                                                              const base::Bytes& issuer,
                                                              const RevocationRules& rules);

/// The certificate of whoever signed the response (DER): the issuer or its responder. After checkOcsp only.
[[nodiscard]] base::Result<base::Bytes> responderOf(const base::Bytes& response, const base::Bytes& issuer);

/// The OCSP responder that a certificate names (RFC 5280 section 4.2.2.1); empty when none.
[[nodiscard]] std::string ocspAddressOf(const base::Bytes& certificate);

} // namespace vienlogs::trust
