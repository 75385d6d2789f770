// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "issuer.h"

#include <algorithm>
#include <array>
#include <fstream>

#include <Poco/URI.h>
#include <openssl/rand.h>

#include "vienlogs/base/bytes.h"

namespace vienlogs::oidc_standin {

namespace {

using namespace std::chrono_literals;
using Json = nlohmann::json;
constexpr std::size_t mostGrants = 1'000;
constexpr std::array<std::string_view, 10> states{
    "up",           "down",           "error",       "nonsense", "wrong-key",
    "wrong-issuer", "wrong-audience", "wrong-nonce", "expired",  "unsigned"};

std::string randomHex() {
    base::Bytes bytes(32);
    RAND_bytes(bytes.data(), static_cast<int>(bytes.size()));
    return base::toHex(bytes);
}

std::string escaped(const std::string& text) {
    std::string result;
    for (const char c : text)
        result += c == '<' ? "&lt;" : c == '&' ? "&amp;" : c == '"' ? "&quot;" : std::string(1, c);
    return result;
}

Answer json(const Json& body, int status = 200) {
    return {status, "application/json", body.dump()};
}

std::string at(const std::map<std::string, std::string>& fields, const std::string& name) {
    const auto found = fields.find(name);
    return found == fields.end() ? std::string() : found->second;
}

std::map<std::string, std::string> formOf(const std::string& body) {
    std::map<std::string, std::string> fields;
    for (const auto& [name, value] : Poco::URI("http://x/?" + body).getQueryParameters())
        fields[name] = value;
    return fields;
}

} // namespace

std::optional<Answer> Issuer::answer(const Call& call) {
    const std::scoped_lock lock(mutex_);
    if (call.path == "/control")
        return control(call);
    if (state_ == "down")
        return std::nullopt;
    if (state_ == "error")
        return Answer{503, "text/plain", "later"};
    if (state_ == "nonsense")
        return Answer{200, "application/json", "{\"issuer\":"};
    if (call.method == "GET" && call.path == "/.well-known/openid-configuration")
        return discovery();
    if (call.method == "GET" && call.path == "/jwks")
        return json({{"keys", Json::array({key_.jwk()})}});
    if (call.method == "GET" && call.path == "/authorize")
        return authorize(call);
    if (call.method == "POST" && call.path == "/token")
        return token(call);
    if (call.method == "GET" && call.path == "/staff")
        return staff();
    return Answer{404, "text/plain", "no such page"};
}

Answer Issuer::control(const Call& call) {
    if (call.method == "PUT") {
        const auto wanted = Json::parse(call.body, nullptr, false);
        const auto state = wanted.is_object() ? wanted.value("state", "") : std::string();
        if (std::find(states.begin(), states.end(), state) == states.end())
            return {400, "text/plain", "no such state"};
        state_ = state;
    }
    return json({{"state", state_}});
}

Answer Issuer::discovery() const {
    return json({{"issuer", address_},
                 {"authorization_endpoint", address_ + "/authorize"},
                 {"token_endpoint", address_ + "/token"},
                 {"jwks_uri", address_ + "/jwks"},
                 {"response_types_supported", {"code"}},
                 {"subject_types_supported", {"public"}},
                 {"id_token_signing_alg_values_supported", {"ES256"}},
                 {"code_challenge_methods_supported", {"S256"}}});
}

/// The login page; with "login_hint" its answer at once, as after a click.
Answer Issuer::authorize(const Call& call) {
    const auto& q = call.query;
    if (at(q, "response_type") != "code" || at(q, "scope").find("openid") == std::string::npos ||
        at(q, "code_challenge_method") != "S256" || at(q, "code_challenge").size() != 43 ||
        at(q, "client_id").empty() || at(q, "state").empty() || at(q, "redirect_uri").empty())
        return {400, "text/plain", "invalid_request"};
    const auto hint = at(q, "login_hint");
    const bool known = std::any_of(people_.begin(), people_.end(),
                                   [&](const Json& one) { return one.value("sub", "") == hint; });
    if (!hint.empty() && known) {
        if (grants_.size() >= mostGrants)
            grants_.clear();
        const auto code = randomHex();
        grants_[code] = {hint,           at(q, "client_id"),      at(q, "redirect_uri"),
                         at(q, "nonce"), at(q, "code_challenge"), clock_.now() + 1min};
        Poco::URI back(at(q, "redirect_uri"));
        back.addQueryParameter("code", code);
        back.addQueryParameter("state", at(q, "state"));
        return {302, "text/plain", "", back.toString()};
    }
    std::string page = "<!doctype html><title>Login</title><h1>Who are you?</h1><ul>";
    for (const auto& one : people_) {
        Poco::URI link(address_ + "/authorize");
        for (const auto& [name, value] : q)
            if (name != "login_hint")
                link.addQueryParameter(name, value);
        link.addQueryParameter("login_hint", one.value("sub", ""));
        page += "<li><a href=\"" + escaped(link.toString()) + "\">" + escaped(one.value("name", "")) + "</a>";
    }
    return {200, "text/html; charset=utf-8", page + "</ul>"};
}

Answer Issuer::token(const Call& call) {
    const auto fields = formOf(call.body);
    const auto found = grants_.find(at(fields, "code"));
    if (at(fields, "grant_type") != "authorization_code" || found == grants_.end())
        return json({{"error", "invalid_grant"}}, 400);
    const auto grant = found->second;
    grants_.erase(found); // Good once, also when what follows is wrong.
    if (grant.expiresAt < clock_.now() || grant.clientId != at(fields, "client_id") ||
        grant.redirectUri != at(fields, "redirect_uri") ||
        grant.challenge != challengeOf(at(fields, "code_verifier")))
        return json({{"error", "invalid_grant"}}, 400);
    return json({{"access_token", randomHex()},
                 {"token_type", "Bearer"},
                 {"expires_in", 300},
                 {"id_token", tokenFor(grant)}});
}

std::string Issuer::tokenFor(const Grant& grant) const {
    auto now = std::chrono::duration_cast<std::chrono::seconds>(clock_.now().time_since_epoch()).count();
    if (state_ == "expired")
        now -= 3600;
    const Json claims{{"iss", state_ == "wrong-issuer" ? "http://127.0.0.1:1" : address_},
                      {"aud", state_ == "wrong-audience" ? "somebody-else" : grant.clientId},
                      {"sub", grant.sub},
                      {"nonce", state_ == "wrong-nonce" ? randomHex() : grant.nonce},
                      {"iat", now},
                      {"exp", now + 300}};
    if (state_ == "unsigned")
        return TokenKey::unsignedToken(claims);
    return (state_ == "wrong-key" ? otherKey_ : key_).sign(claims);
}

Answer Issuer::staff() const {
    std::ifstream file(staff_, std::ios::binary);
    if (!file)
        return {404, "text/plain", "no list of staff"};
    return {200, "application/json", std::string(std::istreambuf_iterator<char>(file), {})};
}

} // namespace vienlogs::oidc_standin
