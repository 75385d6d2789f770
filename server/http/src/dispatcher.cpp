// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "dispatcher.h"

#include <nlohmann/json.hpp>

#include "vienlogs/base/failures_base.h"
#include "vienlogs/base/ulid.h"
#include "vienlogs/digest/sha256.h"
#include "vienlogs/server/app/failures.h"
#include "vienlogs/server/app/problem.h"
#include "vienlogs/server/app/rights.h"

namespace vienlogs::server::http {

namespace {

namespace srv = app::codes;
constexpr std::string_view bearer = "Bearer ";

/// Takes an element out of a set at the end of a scope.
class Claim {
public:
    using Keys = std::set<std::pair<std::string, std::string>>;
    Claim(std::mutex& mutex, Keys& keys, Keys::value_type key)
        : mutex_(mutex), keys_(keys), key_(std::move(key)) {
        const std::scoped_lock lock(mutex_);
        held_ = keys_.insert(key_).second;
    }
    Claim(const Claim&) = delete;
    Claim& operator=(const Claim&) = delete;
    ~Claim() {
        const std::scoped_lock lock(mutex_);
        if (held_)
            keys_.erase(key_);
    }
    [[nodiscard]] bool isHeld() const { return held_; }

private:
    std::mutex& mutex_;
    Keys& keys_;
    Keys::value_type key_;
    bool held_ = false;
};

} // namespace

Response Dispatcher::problem(const Request& request, const base::Failure& failure) {
    const auto problem = app::problemOf(failure, request.language);
    const nlohmann::json json{{"type", "urn:vienlogs:problem:" + problem.code},
                              {"title", problem.title},
                              {"status", problem.status},
                              {"detail", problem.detail},
                              {"code", problem.code},
                              {"instance", "urn:vienlogs:trace:" + request.header("traceparent")}};
    Response response{.status = problem.status,
                      .body = json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace),
                      .contentType = "application/problem+json"};
    if (failure.code == srv::tooManyRequests)
        response.headers.emplace_back("Retry-After", failure.argument);
    response.failureCode = problem.code;
    response.failureDetail = failure.detail;
    return response;
}

std::variant<const Route*, Response> Dispatcher::admit(Request& request, const PeerDevice& peer) {
    bool otherMethod = false;
    for (const auto& route : routes_) {
        auto parameters = matchPath(route.pattern, request.path);
        if (!parameters)
            continue;
        if (route.method != request.method) {
            otherMethod = true;
            continue;
        }
        request.parameters = std::move(*parameters);
        if (const auto known = authenticate(request, peer, route); !known)
            return problem(request, known.error());
        return &route;
    }
    auto response = problem(request, {base::codes::notFound, "route"});
    if (otherMethod)
        response.status = 405;
    return response;
}

base::Result<void> Dispatcher::authenticate(Request& request, const PeerDevice& peer, const Route& route) {
    if (route.access == Access::Open)
        return {};
    request.device.name = peer.name; // For the records of a refusal.
    auto device = peer.fingerprint.empty() ? services_.login.deviceNamed(peer.name)
                                           : services_.login.deviceOf(peer.name, peer.fingerprint);
    if (!device)
        return base::fail(device.error());
    request.device = std::move(*device);
    if (const int wait = limit_.take(request.device.name, services_.clock.steadyNow()); wait > 0)
        return base::fail(srv::tooManyRequests, {}, std::to_string(wait));
    if (route.access == Access::Device)
        return {};
    const auto authorization = request.header("authorization");
    if (!authorization.starts_with(bearer))
        return base::fail(srv::notLoggedIn, "no bearer token");
    request.token = authorization.substr(bearer.size());
    auto actor = services_.sessions.actorOf(request.device, request.token);
    if (!actor)
        return base::fail(actor.error());
    if (!app::isAllowed(route.operation, actor->roles, actor->placeKind))
        return base::fail(srv::noRight, std::string(route.operation));
    request.actor = std::move(*actor);
    return {};
}

Response Dispatcher::serve(const Request& request, const Route& route) {
    if (!route.handler)
        return {.body = metrics_.text(), .contentType = "text/plain; version=0.0.4"};
    auto response = route.keyed ? serveOnce(request, route) : route.handler(request, services_);
    return response ? std::move(*response) : problem(request, response.error());
}

base::Result<Response> Dispatcher::serveOnce(const Request& request, const Route& route) {
    const auto key = request.header("idempotency-key");
    if (!base::Ulid::parse(key))
        return base::fail(srv::keyMissing);
    const Claim claim(mutex_, inFlight_, {request.device.name, key});
    if (!claim.isHeld())
        return base::fail(srv::inFlight);
    // The clerk belongs to the fingerprint: nobody gets an answer that was given to another.
    const auto fingerprint = digest::toHex(digest::sha256(request.actor->clerk + "\n" + request.method + " " +
                                                          request.path + "\n" + request.body));
    const auto stored =
        store::inRead<std::optional<store::StoredAnswer>>(services_.store, [&](store::Transaction& t) {
            return t.sessions().answer(request.device.name, key);
        });
    if (!stored)
        return base::fail(stored.error());
    if (*stored && (*stored)->fingerprint != fingerprint)
        return base::fail(srv::keyReused);
    if (*stored)
        return Response{.status = (*stored)->status, .body = (*stored)->body};
    auto response = route.handler(request, services_);
    if (!response) // Refusals are not kept: what was refused has had no effect.
        return response;
    const auto kept = services_.store.write([&](store::Transaction& t) {
        return t.sessions().saveAnswer(
            request.device.name, key, {fingerprint, response->status, response->body, services_.clock.now()});
    });
    if (!kept)
        return base::fail(kept.error());
    return response;
}

void Dispatcher::finish(const Request& request, std::string_view operation, const Response& response,
                        std::chrono::steady_clock::time_point began) {
    using std::chrono::microseconds;
    const auto took = std::chrono::duration_cast<microseconds>(services_.clock.steadyNow() - began);
    metrics_.count(operation, response.status, took);
    if (!response.failureCode.empty())
        services_.security.note(response.failureCode, request.device.name, operation);
    log_.write(response.status >= 500 ? "error" : "info", "request",
               {{"operation", std::string(operation)},
                {"status", std::to_string(response.status)},
                {"microseconds", std::to_string(took.count())},
                {"device", request.device.name},
                {"trace", request.header("traceparent")},
                {"code", response.failureCode},
                {"why", response.failureDetail}});
}

} // namespace vienlogs::server::http
