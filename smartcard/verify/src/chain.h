// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>

#include "openssl_types.h"
#include "vienlogs/base/clock.h"

namespace vienlogs::verify {

/// Certificates as OpenSSL wants them; what is none is left out.
[[nodiscard]] X509ListPtr listOf(std::span<const base::Bytes> certificates);
/// A store of anchors as of a moment; trust ends at any of them, also below a root.
[[nodiscard]] StorePtr anchorsAt(std::span<const base::Bytes> anchors, base::Timestamp at);

/// A path from a certificate to an anchor (RFC 5280, section 6.1). 112 bits of security throughout, so no
/// SHA-1 and no RSA key under 2048 bits in it.
struct Chain {
    enum class Result { Trusted, OutOfBounds, Untrusted } result = Result::Untrusted;
    std::vector<base::Bytes> certificates; ///< From the certificate to the anchor, unless untrusted.
    std::size_t outOfBounds = 0;           ///< Which of them is not valid at that moment.
    std::string why;                       ///< OpenSSL's words.
};
[[nodiscard]] Chain chainOf(const base::Bytes& certificate, std::span<const base::Bytes> others,
                            std::span<const base::Bytes> anchors, base::Timestamp at);

} // namespace vienlogs::verify
