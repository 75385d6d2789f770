// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <memory>
#include <string>

#include <nlohmann/json_fwd.hpp>

#include "vienlogs/base/clock.h"
#include "vienlogs/base/result.h"
#include "vienlogs/server/app/federated_login.h"

struct evp_pkey_st;

namespace vienlogs::server::oidc {

/// The keys that an issuer signs with now (RFC 7517), by their ids: RSA of at least 2048 bits for RS256,
/// P-256 for ES256. Others are passed over.
class JwkSet {
public:
    /// VL-AUTH-0003 when it is no such set or none of its keys can be used.
    [[nodiscard]] static base::Result<JwkSet> parse(const nlohmann::json& json);
    struct Key {
        std::string algorithm; ///< The only one that it may be used with.
        std::shared_ptr<evp_pkey_st> key;
    };
    [[nodiscard]] const Key* find(const std::string& id) const;

private:
    std::map<std::string, Key> keys_;
};

/// What an ID token must say.
struct TokenExpectations {
    std::string issuer;
    std::string clientId;
};

/// The id of the key that a token names; VL-AUTH-0003 when it is no token or names none.
[[nodiscard]] base::Result<std::string> keyIdOf(const std::string& token);
/// Checks an ID token as OpenID Connect Core 3.1.3.7 has it: signature by a key of the set with that key's
/// own algorithm, issuer, audience, times (a minute of difference between clocks is borne). The nonce is left
/// to who knows it. VL-AUTH-0003.
[[nodiscard]] base::Result<app::IssuerClaims> verifyIdToken(const std::string& token, const JwkSet& keys,
                                                            const TokenExpectations& expected,
                                                            base::Timestamp now);

} // namespace vienlogs::server::oidc
