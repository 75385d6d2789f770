// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "dispatcher.h"

#include <algorithm>
#include <array>

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

/// The request's key when it is one: nothing else of a request is fit for a record.
std::string keyOf(const Request& request) {
    const auto& key = request.header("idempotency-key");
    return base::Ulid::parse(key) ? key : std::string();
}

} // namespace

Response Dispatcher::problem(const Request& request, const base::Failure& failure,
                             std::optional<int> status) {
    auto problem = app::problemOf(failure, request.language);
    problem.status = status.value_or(problem.status);
    nlohmann::json json{{"type", "urn:vienlogs:problem:" + problem.code},
                        {"title", problem.title},
                        {"status", problem.status},
                        {"detail", problem.detail},
                        {"code", problem.code},
                        {"instance", "urn:vienlogs:trace:" + request.header("traceparent")}};
    if (!problem.argument.empty())
        json["argument"] = problem.argument;
    Response response{.status = problem.status,
                      .body = json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace),
                      .contentType = "application/problem+json"};
    if (failure.code == srv::tooManyRequests)
        response.headers.emplace_back("Retry-After", failure.argument);
    response.failureCode = problem.code;
    response.failureDetail = failure.detail;
    return response;
}

std::variant<const Route*, Response> Dispatcher::find(Request& request) const {
    const auto begins = [&](const Route& route) {
        return request.path.starts_with(route.pattern.substr(0, route.pattern.find('{')));
    };
    std::string allowed;
    for (const auto& route : routes_) {
        if (!begins(route)) // Cheaper than the whole comparison, and true of one or two.
            continue;
        auto parameters = matchPath(route.pattern, request.path);
        if (!parameters)
            continue;
        if (route.method != request.method) {
            allowed.append(allowed.empty() ? "" : ", ").append(route.method);
            continue;
        }
        request.parameters = std::move(*parameters);
        return &route;
    }
    auto nowhere = problem(request, {base::codes::notFound, "route"},
                           allowed.empty() ? std::nullopt : std::optional(405));
    if (!allowed.empty())
        nowhere.headers.emplace_back("Allow", allowed);
    return nowhere;
}

std::optional<Response> Dispatcher::atOnce(Request& request, const PeerDevice& peer, const Route& route) {
    if (!route.quick)
        return {};
    if (route.access == Access::Open)
        return serve(request, route);
    const auto& authorization = request.header("authorization");
    const auto known = recent_.find(peer, authorization, services_.clock.steadyNow());
    if (!known || !app::isAllowed(route.operation, known->actor.roles, known->actor.placeKind))
        return {};
    request.device.name =
        known->device.name; // All that counting and the log need; quick routes ask for no more.
    if (const auto counted = count(request); !counted)
        return problem(request, counted.error());
    return serve(request, route);
}

std::optional<Response> Dispatcher::refuse(Request& request, const PeerDevice& peer, const Route& route) {
    const auto known = authenticate(request, peer, route);
    if (!known) {
        recordRefusal(request, route, known.error().code);
        return problem(request, known.error());
    }
    if (route.quick && request.actor)
        recent_.add(peer, request.header("authorization"), {request.device, *request.actor},
                    services_.clock.steadyNow());
    return {};
}

base::Result<void> Dispatcher::count(Request& request) {
    request.rate = limit_.take(request.device.name, services_.clock.steadyNow());
    if (request.rate->wait > 0)
        return base::fail(srv::tooManyRequests, {}, std::to_string(request.rate->wait));
    return {};
}

base::Result<void> Dispatcher::authenticate(Request& request, const PeerDevice& peer, const Route& route) {
    if (route.access == Access::Open)
        return {};
    request.device.name = peer.name; // For the records of a refusal.
    const bool wantsSession = route.access == Access::Session;
    const auto& authorization = request.header("authorization");
    if (wantsSession && authorization.starts_with(bearer))
        request.token = authorization.substr(bearer.size());
    auto known = services_.door.admit(
        {peer.name, peer.fingerprint, request.token.empty() ? std::nullopt : std::optional(request.token)});
    if (!known)
        return base::fail(known.error());
    request.device = std::move(known->device);
    if (const auto counted = count(request); !counted)
        return counted;
    if (!wantsSession)
        return {};
    if (!known->actor)
        return base::fail(known->actor.error());
    request.actor = std::move(*known->actor);
    if (!app::isAllowed(route.operation, request.actor->roles, request.actor->placeKind))
        return base::fail(srv::noRight, std::string(route.operation));
    return {};
}

void Dispatcher::recordRefusal(const Request& request, const Route& route, base::FailureCode code) {
    constexpr std::array tried{srv::noRight, srv::wrongDevice, srv::wrongPlace, srv::clerkLeft,
                               srv::keyReused};
    if (std::find(tried.begin(), tried.end(), code) == tried.end())
        return; // an ended session or a busy hour is nobody's attempt
    auto entry = request.actor
                     ? app::entryOf(*request.actor, {})
                     : app::AuditEntry{.place = request.device.place, .device = request.device.name};
    entry.what = "refused." + std::string(route.operation);
    entry.object = keyOf(request);
    entry.result = std::string(code.text);
    if (const auto recorded = services_.audit.record(entry); !recorded)
        log_.write("error", "refusal not on record", {{"code", std::string(recorded.error().code.text)}});
}

Response Dispatcher::serve(const Request& request, const Route& route) {
    if (!route.handler)
        return {.body = metrics_.text(), .contentType = "text/plain; version=0.0.4"};
    auto response = route.keyed ? serveOnce(request, route) : route.handler(request, services_);
    return response ? std::move(*response) : problem(request, response.error());
}

void Dispatcher::keepCut(const Request& request, const Route& route) {
    const auto kept = route.cutOff(request, services_);
    log_.write("info", "request cut off",
               {{"operation", route.operation},
                {"bytes", std::to_string(request.body.size())},
                {"device", request.device.name},
                {"trace", request.header("traceparent")},
                {"code", kept ? std::string() : std::string(kept.error().code.text)}});
}

base::Result<Response> Dispatcher::serveOnce(const Request& request, const Route& route) {
    const auto& key = request.header("idempotency-key");
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
    if (*stored && (*stored)->fingerprint != fingerprint) {
        recordRefusal(request, route, srv::keyReused);
        return base::fail(srv::keyReused);
    }
    if (*stored) { // the same data go out once more
        auto entry = app::entryOf(*request.actor, "replayed." + std::string(route.operation));
        entry.object = key;
        if (const auto recorded = services_.audit.record(entry); !recorded)
            return base::fail(recorded.error());
        return Response{.status = (*stored)->status, .body = (*stored)->body};
    }
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

void Dispatcher::finish(const Request& request, std::string_view operation, Response& response,
                        std::chrono::steady_clock::time_point began, Where where) {
    if (request.rate) {
        response.headers.emplace_back("RateLimit-Policy", "\"device\";q=" + limit_.policy());
        response.headers.emplace_back("RateLimit", "\"device\";r=" + std::to_string(request.rate->remaining) +
                                                       ";t=" + std::to_string(request.rate->refill));
    }
    if (const auto& trace = request.header("traceparent"); !trace.empty())
        response.headers.emplace_back("traceparent", trace);
    using std::chrono::microseconds;
    const auto took = std::chrono::duration_cast<microseconds>(services_.clock.steadyNow() - began);
    metrics_.count(operation, response.status, took);
    if (!response.commands.empty())
        metrics_.countCommands(response.commands);
    if (!response.failureCode.empty() && where == Where::Loop)
        services_.security.noteLater(response.failureCode, request.device.name, operation);
    else if (!response.failureCode.empty())
        services_.security.note(response.failureCode, request.device.name, operation);
    log_.write(response.status >= 500 ? "error" : "info", "request",
               {{"operation", operation},
                {"status", std::to_string(response.status)},
                {"microseconds", std::to_string(took.count())},
                {"device", request.device.name},
                {"trace", request.header("traceparent")},
                {"code", response.failureCode},
                {"why", response.failureDetail}});
}

} // namespace vienlogs::server::http
