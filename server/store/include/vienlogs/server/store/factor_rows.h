// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "vienlogs/base/bytes.h"
#include "vienlogs/base/clock.h"

/// What the server keeps of logins by other issuers, second factors and refusals.
namespace vienlogs::server::store {

/// A login that was begun with another issuer (OpenID Connect) and has not come back yet.
struct FederatedLogin {
    std::string id;
    std::string device;
    std::string state;
    std::string nonce;
    std::string verifier; ///< Of PKCE; never leaves the server but to the issuer.
    std::string redirect;
    base::Timestamp expiresAt;
    bool used = false;
    std::string issuer;  ///< Which one was asked.
    std::string subject; ///< Whom it named, while only the second factor's code is still awaited.
};

/// An authority whose eID cards are believed.
struct CardIssuer {
    std::string fingerprint; ///< SHA-256 of the certificate's DER, hexadecimal.
    std::string certificate; ///< PEM
};

/// A clerk's time-based codes (RFC 6238).
struct SecondFactor {
    std::string clerk;
    base::Bytes secret;
    std::int64_t lastStep = 0; ///< Of the newest code that was used; older ones are worthless.
    int failures = 0;          ///< In a row.
    std::optional<base::Timestamp> lockedUntil;
};

/// What was refused of one device in one hour for one reason.
struct SecurityEvent {
    std::int64_t hour = 0; ///< Since 1970.
    std::string code;
    std::string device;    ///< As the certificate names it; empty without one.
    std::string operation; ///< operationId; empty when it did not come so far.
    base::Timestamp firstAt;
    base::Timestamp lastAt;
    std::int64_t count = 0;
};

} // namespace vienlogs::server::store
