// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "answers.h"
#include "route.h"

namespace vienlogs::server::http {

namespace {

base::Result<Response> requestChallenge(const Request& request, const Services& services) {
    return answer(services.login.challenge(request.device), 201);
}

base::Result<Response> beginSession(const Request& request, const Services& services) {
    const auto login = contract::decode<contract::LoginRequest>(request.body);
    if (!login)
        return base::fail(login.error());
    return answer(services.login.begin(request.device, *login), 201);
}

base::Result<Response> endSession(const Request& request, const Services& services) {
    return emptyAnswer(services.sessions.end(*request.actor, request.token));
}

base::Result<Response> requestFederated(const Request& request, const Services& services) {
    const auto wish = contract::decode<contract::FederatedBegin>(request.body);
    if (!wish)
        return base::fail(wish.error());
    return answer(services.federated.begin(request.device, *wish), 201);
}

base::Result<Response> listIssuers(const Request&, const Services& services) {
    return answer(base::Result<std::vector<contract::LoginIssuer>>(services.federated.issuers()));
}

base::Result<Response> beginFederatedSession(const Request& request, const Services& services) {
    const auto login = contract::decode<contract::FederatedLoginRequest>(request.body);
    if (!login)
        return base::fail(login.error());
    return answer(services.federated.finish(request.device, *login), 201);
}

base::Result<Response> refreshSession(const Request& request, const Services& services) {
    const auto json = contract::parseJson(request.body);
    if (!json)
        return base::fail(json.error());
    const auto token = textField(*json, "refreshToken");
    if (!token)
        return base::fail(token.error());
    return answer(services.sessions.refresh(request.device, *token), 201);
}

base::Result<Response> getLiveness(const Request&, const Services&) {
    return Response{.body = "live\n", .contentType = "text/plain"};
}

/// Ready when the store answers.
base::Result<Response> getReadiness(const Request&, const Services& services) {
    const auto size =
        store::inRead<std::int64_t>(services.store, [](store::Transaction& t) { return t.audit().size(); });
    if (!size)
        return base::fail(size.error());
    return Response{.body = "ready\n", .contentType = "text/plain"};
}

} // namespace

// The answers of a login are not kept under an idempotency key: they hold a token, and a challenge is good
// once.
std::vector<Route> loginRoutes() {
    return {{"POST", "/v1/login/challenges", "requestChallenge", requestChallenge, Access::Device},
            {"POST", "/v1/sessions", "openSession", beginSession, Access::Device},
            {"GET", "/v1/login/issuers", "listLoginIssuers", listIssuers, Access::Device},
            {"POST", "/v1/login/federated", "requestFederatedLogin", requestFederated, Access::Device, 4096},
            {"POST", "/v1/sessions:federated", "openFederatedSession", beginFederatedSession, Access::Device,
             8192},
            {"POST", "/v1/sessions:refresh", "refreshSession", refreshSession, Access::Device, 4096},
            {"DELETE", "/v1/sessions/current", "closeSession", endSession},
            {.method = "GET",
             .pattern = "/livez",
             .operation = "live",
             .handler = getLiveness,
             .access = Access::Open,
             .quick = true},
            {"GET", "/readyz", "ready", getReadiness, Access::Open},
            // Answered by the dispatcher, which counts.
            {"GET", "/metrics", "metrics", nullptr, Access::Open}};
}

} // namespace vienlogs::server::http
