// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "vienlogs/base/clock.h"

namespace vienlogs::contract {

/// What a card must sign to log in: random bytes that the server gave for one use.
struct LoginChallenge {
    std::string id;
    std::string challenge; ///< Base 64 of 48 random bytes.
    base::Timestamp expiresAt;
    friend bool operator==(const LoginChallenge&, const LoginChallenge&) = default;
};

/// The signed bytes are "vienlogs-login\n" + place + "\n" + the challenge's raw bytes.
struct LoginRequest {
    std::string challengeId;
    std::string place;
    std::string certificate; ///< Base 64 DER.
    std::string algorithm;   ///< As ports::CardSignature.
    std::string signature;   ///< Base 64.
    friend bool operator==(const LoginRequest&, const LoginRequest&) = default;
};

struct Session {
    std::string token; ///< Bearer; never logged.
    base::Timestamp expiresAt;
    std::string clerkId; ///< The personnel number; not the personal code.
    std::string clerkName;
    std::vector<std::string> roles;
    std::string place;
    std::string placeName;
    std::string device;           ///< The name in the device's certificate.
    std::string refreshToken;     ///< Renews the session, once; never logged.
    base::Timestamp refreshUntil; ///< Then a new login is needed.
    std::int64_t lifeSeconds = 0; ///< Of the token from now on, for who has a wrong clock.
    friend bool operator==(const Session&, const Session&) = default;
};

/// An institution whose people may log in with its own account.
struct LoginIssuer {
    std::string id;   ///< As FederatedBegin names it.
    std::string name; ///< For people.
    friend bool operator==(const LoginIssuer&, const LoginIssuer&) = default;
};

/// A login that another issuer (OpenID Connect) makes: the address that a browser must open, and where it
/// comes back to on the desk's own machine.
struct FederatedBegin {
    std::string redirectUri; ///< "http://127.0.0.1:PORT/…", as RFC 8252 has it.
    std::string issuer;      ///< LoginIssuer::id; empty where there is only one.
    friend bool operator==(const FederatedBegin&, const FederatedBegin&) = default;
};
struct FederatedChallenge {
    std::string id;
    std::string authorizationUrl;
    base::Timestamp expiresAt;
    friend bool operator==(const FederatedChallenge&, const FederatedChallenge&) = default;
};
/// What came back, with the code of the clerk's second factor.
struct FederatedLoginRequest {
    std::string id;
    std::string place;
    std::string state;
    std::string code;
    std::string secondFactor; ///< Six digits; never logged.
    friend bool operator==(const FederatedLoginRequest&, const FederatedLoginRequest&) = default;
};

} // namespace vienlogs::contract
