// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "vienlogs/base/clock.h"
#include "vienlogs/base/result.h"
#include "vienlogs/contract/wire.h"
#include "vienlogs/server/app/audit.h"
#include "vienlogs/server/app/sessions.h"
#include "vienlogs/server/store/store.h"

namespace vienlogs::server::app {

/// What an issuer's login page is asked with (RFC 6749 section 4.1.1, RFC 7636, OpenID Connect Core 3.1.2.1).
struct AuthorizationWish {
    std::string state;
    std::string nonce;
    std::string codeChallenge; ///< S256
    std::string redirectUri;
};

/// What an issuer said of somebody, its signature and its claims checked.
struct IssuerClaims {
    std::string subject; ///< "ISSUER#SUB": unlike a name, it is never given to another person.
    std::string nonce;
};

/// Another issuer of identities, whose people may work here. Called from many threads; may take seconds.
class IssuerPort {
public:
    virtual ~IssuerPort() = default;
    /// VL-AUTH-0002, -0003.
    [[nodiscard]] virtual base::Result<std::string> authorizationUrl(const AuthorizationWish& wish) = 0;
    /// VL-AUTH-0002 when it is away, -0003 when what it says does not hold.
    [[nodiscard]] virtual base::Result<IssuerClaims>
    redeem(const std::string& code, const std::string& verifier, const std::string& redirectUri) = 0;
};

/// One institution's issuer and what people call it.
struct KnownIssuer {
    std::string id; ///< Its address.
    std::string name;
    std::unique_ptr<IssuerPort> port;
};

/// Login of federated staff: the issuer of their institution says who it is, and a time-based code of ours
/// is the second factor, so that an issuer alone opens nothing here.
class FederatedLogin {
public:
    /// Without an issuer nobody logs in this way.
    FederatedLogin(store::Store& store, const Audit& audit, const Sessions& sessions,
                   std::vector<KnownIssuer> issuers, const base::Clock& clock)
        : store_(store), audit_(audit), sessions_(sessions), issuers_(std::move(issuers)), clock_(clock) {}

    /// Whose people may log in, as they were set up.
    [[nodiscard]] std::vector<contract::LoginIssuer> issuers() const;
    /// The page to open, good for five minutes. VL-AUTH-0007 without such an issuer, VL-BASE-0002 when the
    /// way back does not lead to the desk itself.
    [[nodiscard]] base::Result<contract::FederatedChallenge>
    begin(const store::Device& device, const contract::FederatedBegin& request) const;
    /// Opens a session, or says why not; either way it is audited, and the challenge is used up, but for a
    /// wrong code of the second factor: then the same request with another code may follow.
    [[nodiscard]] base::Result<contract::Session>
    finish(const store::Device& device, const contract::FederatedLoginRequest& request) const;

private:
    [[nodiscard]] IssuerPort* issuerOf(const std::string& id) const;
    [[nodiscard]] base::Result<store::FederatedLogin>
    consume(const store::Device& device, const contract::FederatedLoginRequest& request) const;
    [[nodiscard]] base::Result<IssuerClaims> claimsOf(const store::Device& device,
                                                      const contract::FederatedLoginRequest& request) const;
    [[nodiscard]] base::Result<contract::Session> admit(store::Transaction& transaction,
                                                        const store::Device& device,
                                                        const contract::FederatedLoginRequest& request,
                                                        const IssuerClaims& claims, AuditEntry& entry) const;

    store::Store& store_;
    const Audit& audit_;
    const Sessions& sessions_;
    const std::vector<KnownIssuer> issuers_;
    const base::Clock& clock_;
};

} // namespace vienlogs::server::app
