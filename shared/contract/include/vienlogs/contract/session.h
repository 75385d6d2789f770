// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

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
    std::string device; ///< The name in the device's certificate.
    friend bool operator==(const Session&, const Session&) = default;
};

} // namespace vienlogs::contract
