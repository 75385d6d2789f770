// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "vienlogs/base/result.h"
#include "vienlogs/contract/session.h"

namespace vienlogs::ports {

/// The server's part of a login by an institution's account. Calls as ApiClient's: at once, called back
/// exactly once on the asking thread.
class AccountLoginApi {
public:
    template<typename T>
    using Done = std::function<void(base::Result<T>)>;

    virtual ~AccountLoginApi() = default;
    /// Whose people may log in so; empty where it is not set up.
    virtual void loginIssuers(Done<std::vector<contract::LoginIssuer>> done) = 0;
    /// The page of the issuer to be opened in a browser.
    virtual void requestFederated(const contract::FederatedBegin& begin,
                                  Done<contract::FederatedChallenge> done) = 0;
    /// Opens a session, as ApiClient::login() does.
    virtual void loginFederated(const contract::FederatedLoginRequest& request,
                                Done<contract::Session> done) = 0;
};

/// The system's browser, and the way back from it to this machine (RFC 8252, section 7.3).
class LoginBrowser {
public:
    /// What the browser brought; a text that it did not bring is empty.
    struct Return {
        std::string state;
        std::string code;
        std::string error; ///< Of the issuer, as "access_denied".
    };
    /// Says whether it was what was waited for, so that the browser can tell the person.
    using Heard = std::function<bool(const Return&)>;

    virtual ~LoginBrowser() = default;
    /// Waits for the browser on a free port of the loopback address, until it brought something or stop().
    /// Gives the address it must come back to; VL-BASE-0001 when there is no port.
    [[nodiscard]] virtual base::Result<std::string> listen(Heard heard) = 0;
    /// Opens a page. False when there is no browser.
    [[nodiscard]] virtual bool open(const std::string& address) = 0;
    virtual void stop() = 0;
};

} // namespace vienlogs::ports
