// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <string>

#include <nlohmann/json.hpp>
#include <openssl/evp.h>

namespace vienlogs::oidc_standin {

/// Base 64 for URLs without padding.
[[nodiscard]] std::string base64Url(const std::string& bytes);
/// S256 of RFC 7636.
[[nodiscard]] std::string challengeOf(const std::string& verifier);

/// A P-256 key that signs tokens.
class TokenKey {
public:
    explicit TokenKey(std::string id);
    /// As a set of keys names it.
    [[nodiscard]] nlohmann::json jwk() const;
    [[nodiscard]] std::string sign(const nlohmann::json& claims) const;
    /// What an attacker would try: no signature at all.
    [[nodiscard]] static std::string unsignedToken(const nlohmann::json& claims);

private:
    std::string id_;
    std::shared_ptr<EVP_PKEY> key_;
};

} // namespace vienlogs::oidc_standin
