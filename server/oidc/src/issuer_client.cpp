// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/server/oidc/issuer_client.h"

#include <algorithm>
#include <array>

#include <nlohmann/json.hpp>

#include "vienlogs/base/failures_base.h"
#include "vienlogs/contract/codec.h"
#include "vienlogs/server/app/failures.h"
#include "vienlogs/server/gateway/register_failures.h"

namespace vienlogs::server::oidc {

namespace {

using namespace std::chrono_literals;
using Json = nlohmann::json;
using Age = std::chrono::steady_clock::duration;
constexpr auto keptFor = 10min;
constexpr auto leastBetween = 10s;
constexpr std::size_t longestCode = 512;
constexpr std::size_t longestAnswer = 64 * 1024;

tl::unexpected<base::Failure> wrong(const char* what) {
    return base::fail(app::codes::issuerWrong, what);
}

std::string percentEncoded(const std::string& text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string result;
    for (const unsigned char c : text)
        if (std::isalnum(c) != 0 || c == '-' || c == '.' || c == '_' || c == '~')
            result += static_cast<char>(c);
        else
            result.append({'%', digits[c >> 4], digits[c & 15]});
    return result;
}

std::string form(std::initializer_list<std::pair<const char*, std::string>> fields) {
    std::string text;
    for (const auto& [name, value] : fields)
        text.append(text.empty() ? "" : "&").append(name).append("=").append(percentEncoded(value));
    return text;
}

} // namespace

base::Result<std::unique_ptr<IssuerClient>> IssuerClient::create(const IssuerAddress& address,
                                                                 const base::Clock& clock) {
    const auto& issuer = address.issuer;
    const bool isPlain = issuer.starts_with("http://");
    const auto scheme = issuer.find("://");
    const auto origin = issuer.substr(0, scheme == std::string::npos ? scheme : issuer.find('/', scheme + 3));
    auto endpoint = gateway::endpointOf(origin, isPlain ? std::filesystem::path() : address.authority);
    if (!endpoint || address.clientId.empty() || issuer.ends_with('/') ||
        issuer.find_first_of("?# ") != std::string::npos)
        return base::fail(base::codes::invalidArgument, "address of the issuer or client id");
    return std::unique_ptr<IssuerClient>(new IssuerClient(address, origin, std::move(*endpoint), clock));
}

base::Result<Json> IssuerClient::ask(const gateway::HttpRequest& request) const {
    const auto reply = gateway::exchange(endpoint_, request, {.body = longestAnswer});
    if (!reply && reply.error().code == gateway::codes::peerUntrusted)
        return wrong(reply.error().detail.c_str());
    if (!reply)
        return base::fail(app::codes::issuerAway, reply.error().detail);
    if (reply->status >= 500)
        return base::fail(app::codes::issuerAway, "HTTP " + std::to_string(reply->status));
    if (reply->status != 200)
        return base::fail(app::codes::issuerWrong, "HTTP " + std::to_string(reply->status));
    auto json = contract::parseJson(reply->body, longestAnswer);
    if (!json || !json->is_object())
        return wrong("JSON of the issuer");
    return json;
}

base::Result<std::string> IssuerClient::targetOf(const Json& json, const char* name) const {
    const auto at = json.find(name);
    const auto url = at != json.end() && at->is_string() ? at->get<std::string>() : std::string();
    const bool isPlain = std::all_of(url.begin(), url.end(), [](char c) { return c > ' ' && c <= '~'; });
    // An issuer may not send us, with a code and a verifier, to somebody else.
    if (!isPlain || !url.starts_with(origin_ + "/") || url.find('#') != std::string::npos)
        return wrong(name);
    return url.substr(origin_.size());
}

base::Result<IssuerClient::Description> IssuerClient::fetch() const {
    const auto json =
        ask({"GET", issuer_.substr(origin_.size()) + "/.well-known/openid-configuration", {}, {}});
    if (!json)
        return base::fail(json.error());
    if (json->value("issuer", Json()) != Json(issuer_))
        return wrong("issuer of the description");
    const auto authorization = targetOf(*json, "authorization_endpoint");
    const auto token = targetOf(*json, "token_endpoint");
    const auto keys = targetOf(*json, "jwks_uri");
    for (const auto* target : {&authorization, &token, &keys})
        if (!*target)
            return base::fail(target->error());
    auto set = ask({"GET", *keys, {}, {}}).and_then(&JwkSet::parse);
    if (!set)
        return base::fail(set.error());
    return Description{origin_ + *authorization, *token, *keys,
                       std::make_shared<const JwkSet>(std::move(*set)), clock_.steadyNow()};
}

base::Result<IssuerClient::Description> IssuerClient::description(const std::string& wantedKey) {
    {
        const std::scoped_lock lock(mutex_);
        const auto age = known_ ? clock_.steadyNow() - known_->fetchedAt : Age::max();
        const bool lacksKey = known_ && !wantedKey.empty() && !known_->keys->find(wantedKey);
        if (known_ && age < keptFor && !(lacksKey && age >= leastBetween))
            return *known_;
    }
    auto fetched = fetch(); // Without the lock: a silent issuer must not hold up who needs it not.
    if (fetched) {
        const std::scoped_lock lock(mutex_);
        known_ = *fetched;
    }
    return fetched;
}

base::Result<std::string> IssuerClient::authorizationUrl(const app::AuthorizationWish& wish) {
    const auto described = description("");
    if (!described)
        return base::fail(described.error());
    const char* const joint = described->authorization.find('?') == std::string::npos ? "?" : "&";
    return described->authorization + joint +
           form({{"response_type", "code"},
                 {"client_id", clientId_},
                 {"redirect_uri", wish.redirectUri},
                 {"scope", "openid"},
                 {"state", wish.state},
                 {"nonce", wish.nonce},
                 {"code_challenge", wish.codeChallenge},
                 {"code_challenge_method", "S256"}});
}

base::Result<app::IssuerClaims> IssuerClient::redeem(const std::string& code, const std::string& verifier,
                                                     const std::string& redirectUri) {
    if (code.empty() || code.size() > longestCode)
        return wrong("code");
    const auto described = description("");
    if (!described)
        return base::fail(described.error());
    const auto answer = ask({"POST",
                             described->tokenTarget,
                             {{"Content-Type", "application/x-www-form-urlencoded"}},
                             form({{"grant_type", "authorization_code"},
                                   {"code", code},
                                   {"redirect_uri", redirectUri},
                                   {"client_id", clientId_},
                                   {"code_verifier", verifier}})});
    if (!answer)
        return base::fail(answer.error());
    const auto token = answer->find("id_token");
    if (token == answer->end() || !token->is_string())
        return wrong("no ID token");
    const auto text = token->get<std::string>();
    const auto keyId = keyIdOf(text);
    if (!keyId)
        return base::fail(keyId.error());
    const auto current = description(*keyId);
    if (!current)
        return base::fail(current.error());
    return verifyIdToken(text, *current->keys, {issuer_, clientId_}, clock_.now());
}

} // namespace vienlogs::server::oidc
