// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "vienlogs/base/bytes.h"
#include "vienlogs/base/clock.h"
#include "vienlogs/base/identifier.h"
#include "vienlogs/base/result.h"

namespace vienlogs::card {

/// What the key of a certificate can do, as far as this suite uses it.
enum class KeyKind { Rsa, P256, P384 };

/// What a certificate is wanted for.
enum class Purpose { Authentication, Signing };

/// A person's certificate taken apart (ETSI EN 319 412-2). Nothing of it is trusted until a TrustStore has
/// checked it.
struct Certificate {
    base::Bytes der;
    base::Identifier holder; ///< From the subject's serialNumber, "PNOLV-010181-15098".
    std::string givenName;
    std::string familyName;
    std::string issuer; ///< Common name.
    base::Timestamp validFrom;
    base::Timestamp validTo;
    KeyKind key = KeyKind::Rsa;
    bool digitalSignature = false;
    bool nonRepudiation = false;
    bool clientAuthentication = false;
};

/// At most 16 KiB of DER. VL-CARD-0013: not a certificate; VL-CARD-0020: no readable holder.
[[nodiscard]] base::Result<Certificate> parseCertificate(const base::Bytes& der);

/// The kind of a certificate's key, also of one that names no person (an e-seal's). VL-CARD-0013: not a
/// certificate, or a key of no use.
[[nodiscard]] base::Result<KeyKind> keyKindOf(const base::Bytes& der);

/// "ES384", "ES256" or "RS256" (RFC 7518 section 3.1): the one algorithm used with such a key.
[[nodiscard]] const char* algorithmOf(KeyKind key);

/// SHA-384 for P-384, SHA-256 else.
[[nodiscard]] base::Bytes hashFor(KeyKind key, const base::Bytes& data);

/// DigestInfo of a SHA-256 hash (RFC 8017 section 9.2, note 1), which PKCS#1 v1.5 signatures are made over.
[[nodiscard]] base::Bytes digestInfo(const base::Bytes& hash);

/// Whether `signature` (r‖s or PKCS#1 v1.5) was made over `data` by the certificate's key; VL-CARD-0012 if
/// not. The server checks a login with it, too: the certificate against its own TrustStore first, then this.
[[nodiscard]] base::Result<void> verifySignature(const Certificate& certificate, const base::Bytes& data,
                                                 const base::Bytes& signature);
/// The same for any certificate (DER) whose key keyKindOf() knows.
[[nodiscard]] base::Result<void> verifySignature(const base::Bytes& certificate, KeyKind key,
                                                 const base::Bytes& data, const base::Bytes& signature);

} // namespace vienlogs::card
