// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include <nlohmann/json_fwd.hpp>

#include "vienlogs/base/clock.h"
#include "vienlogs/base/result.h"
#include "vienlogs/server/app/federated_login.h"
#include "vienlogs/server/gateway/http_exchange.h"
#include "vienlogs/server/oidc/id_token.h"

namespace vienlogs::server::oidc {

/// Where an issuer is and what it calls us.
struct IssuerAddress {
    std::string issuer; ///< "https://host", "http://host:port", either with a path.
    std::string clientId;
    std::filesystem::path authority; ///< Whose certificates an issuer over https must have, PEM.
};

/// One OpenID Connect issuer, as its own discovery describes it: authorization code with PKCE, no client
/// secret. Its description and keys are fetched when needed and kept for ten minutes; a key that is not among
/// them is looked for at once, but at most every ten seconds.
class IssuerClient final : public app::IssuerPort {
public:
    /// Asks nothing yet, so that a server starts also while its issuer is away. VL-BASE-0002 for an address
    /// that is none, or is https without a file of authorities.
    [[nodiscard]] static base::Result<std::unique_ptr<IssuerClient>> create(const IssuerAddress& address,
                                                                            const base::Clock& clock);

    base::Result<std::string> authorizationUrl(const app::AuthorizationWish& wish) override;
    base::Result<app::IssuerClaims> redeem(const std::string& code, const std::string& verifier,
                                           const std::string& redirectUri) override;

private:
    /// What of the issuer's description is used; the targets are at its own host.
    struct Description {
        std::string authorization; ///< Whole URL, for a browser.
        std::string tokenTarget;
        std::string keysTarget;
        std::shared_ptr<const JwkSet> keys;
        std::chrono::steady_clock::time_point fetchedAt;
    };
    IssuerClient(const IssuerAddress& address, std::string origin, gateway::Endpoint endpoint,
                 const base::Clock& clock)
        : issuer_(address.issuer), clientId_(address.clientId), origin_(std::move(origin)),
          endpoint_(std::move(endpoint)), clock_(clock) {}
    [[nodiscard]] base::Result<Description> description(const std::string& wantedKey);
    [[nodiscard]] base::Result<Description> fetch() const;
    [[nodiscard]] base::Result<nlohmann::json> ask(const gateway::HttpRequest& request) const;
    [[nodiscard]] base::Result<std::string> targetOf(const nlohmann::json& json, const char* name) const;

    const std::string issuer_;
    const std::string clientId_;
    const std::string origin_; ///< The issuer without its path.
    const gateway::Endpoint endpoint_;
    const base::Clock& clock_;
    std::mutex mutex_;
    std::optional<Description> known_;
};

} // namespace vienlogs::server::oidc
