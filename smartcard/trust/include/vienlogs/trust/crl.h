// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "vienlogs/trust/ocsp.h"

namespace vienlogs::trust {

inline constexpr std::size_t mostCrlBytes = std::size_t{64} * 1024 * 1024;

/// Whether a full CRL (RFC 5280 section 5), signed by the certificate's issuer itself, has the certificate.
/// Reads the bytes in place, whatever their number: no object is made for an entry. VL-TRUST-0002 says what
/// does not hold: signature, dates, a delta or indirect list, one of part of the certificates that does not
/// have this one's place, a certificate that expired before it, an extension that is not understood.
[[nodiscard]] base::Result<ports::RevocationAnswer> checkCrl(const base::Bytes& crl,
                                                             const base::Bytes& certificate,
                                                             const base::Bytes& issuer,
                                                             const RevocationRules& rules);

/// The first address of http(s) where a certificate says that its CRL lies; empty when none.
[[nodiscard]] std::string crlAddressOf(const base::Bytes& certificate);

} // namespace vienlogs::trust
