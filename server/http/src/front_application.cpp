// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "front_application.h"

#include "request_head.h"
#include "vienlogs/base/failures_base.h"
#include "vienlogs/server/app/failures.h"

namespace vienlogs::server::http {

namespace {

constexpr std::string_view readiness = "ready";
constexpr std::string_view figures = "metrics";

base::Failure failureOf(const front::Refusal& refusal) {
    const std::string what(refusal.what);
    switch (refusal.status) {
    case 413:
        return {app::codes::bodyTooLarge, what};
    case 500:
        return {base::codes::internal, what};
    case 503:
        return {app::codes::unavailable, what};
    default:
        return {app::codes::badRequest, what};
    }
}

/// Else somebody spoke another protocol, or went away.
bool isOfItsCertificate(const front::Peer& peer, std::string_view detail) {
    return !peer.fingerprint.empty() || detail == "peer did not return a certificate";
}

/// How the store is, by reading from it.
std::string storeFigures(const Services& services) {
    const auto began = services.clock.steadyNow();
    const auto size =
        store::inRead<std::int64_t>(services.store, [](store::Transaction& t) { return t.audit().size(); });
    const auto took = std::chrono::duration<double>(services.clock.steadyNow() - began).count();
    auto text = figure("vienlogs_store_up", "gauge", "1 while the store answers.", size ? 1 : 0) +
                figure("vienlogs_store_read_seconds", "gauge", "Time for one reading.", took);
    if (size)
        text +=
            figure("vienlogs_audit_records", "gauge", "Records of the audit.", static_cast<double>(*size));
    return text;
}

/// How much of the audit waits for its time stamp; all of it at a server without a service.
std::string stampFigures(const Services& services) {
    const auto state = services.stamper.state();
    if (!state)
        return {};
    const auto waited = state->waitingSince
                            ? std::chrono::duration<double>(services.clock.now() - *state->waitingSince)
                            : std::chrono::duration<double>(0);
    return figure("vienlogs_audit_unstamped_records", "gauge", "Records that no time stamp covers yet.",
                  static_cast<double>(state->waiting)) +
           figure("vienlogs_audit_unstamped_seconds", "gauge", "Age of the first of them.",
                  std::max(0.0, waited.count())) +
           figure("vienlogs_audit_stamp_failing", "gauge", "1 while the time stamp service gives none.",
                  state->failure.empty() ? 0 : 1);
}

front::Answer answerOf(Response response) {
    front::Answer answer;
    answer.status = response.status;
    answer.contentType = std::move(response.contentType);
    answer.headers = std::move(response.headers);
    answer.headers.emplace_back("X-Content-Type-Options", "nosniff");
    const bool cacheable = std::any_of(answer.headers.begin(), answer.headers.end(),
                                       [](const auto& header) { return header.first == "Cache-Control"; });
    if (!cacheable)
        answer.headers.emplace_back("Cache-Control", "no-store");
    answer.body = std::move(response.body);
    answer.next = std::move(response.next);
    answer.length = response.length;
    return answer;
}

} // namespace

/// What is known of an exchange besides its bytes.
struct FrontApplication::Work {
    Request request;
    const Route* route = nullptr;
};

FrontApplication::FrontApplication(const Services& services, Log& log, double requestsPerSecond, bool tls)
    : services_(services), tls_(tls), dispatcher_(services, log, requestsPerSecond),
      security_(log, dispatcher_.metrics()),
      parking_({[this](const auto& exchange) { again(exchange); },
                [this](const auto& exchange, Response response) { answer(exchange, std::move(response)); }}),
      looks_(services.audit) {
    services_.feed.follow([this](const std::string& scope) { parking_.wake(scope); });
}

FrontApplication::~FrontApplication() {
    services_.feed.follow(nullptr);
}

void FrontApplication::endWaiting() {
    parking_.stop();
}

PeerDevice FrontApplication::deviceOf(const front::Exchange& exchange, const Request& request) const {
    return tls_ ? PeerDevice{exchange.peer->name, exchange.peer->fingerprint}
                : PeerDevice{request.header("x-vienlogs-device"), {}};
}

front::Answer FrontApplication::finish(const front::Exchange& exchange, const Request& request,
                                       std::string_view operation, Response response,
                                       Dispatcher::Where where) {
    if (app::SecurityLog::isOfSecurity(response.failureCode))
        security_.record({response.failureCode, response.failureDetail,
                          request.device.name.empty() ? exchange.peer->name : request.device.name,
                          exchange.peer->address, std::string(operation)});
    dispatcher_.finish(request, operation, response, exchange.began, where);
    return answerOf(std::move(response));
}

std::optional<front::Answer> FrontApplication::begin(front::Exchange& exchange) {
    auto request = requestOf(exchange.head);
    if (!request) {
        Request nothing;
        nothing.device.name = exchange.peer->name;
        auto refused = finish(exchange, nothing, "malformed", Dispatcher::problem(nothing, request.error()),
                              Dispatcher::Where::Loop);
        refused.close = true;
        return refused;
    }
    auto found = dispatcher_.find(*request);
    if (auto* nowhere = std::get_if<Response>(&found))
        return finish(exchange, *request, "refused", std::move(*nowhere), Dispatcher::Where::Loop);
    const auto* route = std::get<const Route*>(found);
    if (auto response = dispatcher_.atOnce(*request, deviceOf(exchange, *request), *route))
        return finish(exchange, *request, route->operation, std::move(*response), Dispatcher::Where::Loop);
    exchange.load = route->slow              ? front::Load::Slow
                    : route->method == "GET" ? front::Load::Reading
                                             : front::Load::Writing;
    exchange.context = std::make_shared<Work>(Work{std::move(*request), route});
    return {};
}

std::variant<std::size_t, front::Answer> FrontApplication::admit(front::Exchange& exchange) {
    auto& work = *static_cast<Work*>(exchange.context.get());
    if (auto refused = dispatcher_.refuse(work.request, deviceOf(exchange, work.request), *work.route))
        return finish(exchange, work.request, "refused", std::move(*refused));
    return work.route->maxBody;
}

void FrontApplication::serve(const std::shared_ptr<front::Exchange>& exchange) {
    auto& work = *static_cast<Work*>(exchange->context.get());
    if (!exchange->body.empty())
        work.request.body = std::move(exchange->body);
    Response response;
    if (work.route->operation == figures)
        response = metrics();
    else if (work.route->operation == readiness && draining_)
        response = Dispatcher::problem(work.request, {app::codes::unavailable, "stopping"});
    else
        response = dispatcher_.serve(work.request, *work.route);
    if (response.wait)
        park(exchange, std::move(response));
    else if (!response.looks.empty())
        answerOnRecord(exchange, std::move(response));
    else
        answer(exchange, std::move(response));
}

/// No thread waits for the audit: that bounded how many looks one flush of the disk could serve.
void FrontApplication::answerOnRecord(const std::shared_ptr<front::Exchange>& exchange, Response response) {
    auto looks = std::exchange(response.looks, {});
    auto prepared = std::make_shared<Response>(std::move(response));
    looks_.record(std::move(looks), [this, exchange, prepared](const base::Result<void>& recorded) {
        const auto& request = static_cast<Work*>(exchange->context.get())->request;
        answer(exchange, recorded ? std::move(*prepared) : Dispatcher::problem(request, recorded.error()));
    });
}

void FrontApplication::cutOff(const front::Exchange& exchange) {
    const auto& work = *static_cast<Work*>(exchange.context.get());
    if (!work.route->cutOff)
        return;
    auto request = work.request;
    request.body = exchange.body;
    dispatcher_.keepCut(request, *work.route);
}

/// Waits for news, unless some came while the request looked.
void FrontApplication::park(const std::shared_ptr<front::Exchange>& exchange, Response response) {
    const auto& work = *static_cast<Work*>(exchange->context.get());
    const auto wait = *response.wait;
    const Parking::Parked parked{exchange, work.request.device.name, response, exchange->began + wait.atMost};
    if (!parking_.park(wait.scope, parked))
        return answer(exchange, std::move(response));
    if (services_.feed.news(wait.scope) != wait.seen)
        parking_.wake(wait.scope);
}

/// Serves a parked request on the pool; a pool that is too busy for it is too busy for news.
void FrontApplication::again(const std::shared_ptr<front::Exchange>& exchange) {
    auto* front = front_.load();
    const auto work = [this, exchange] {
        try {
            auto admitted = admit(*exchange); // Who has left while waiting hears no news.
            if (auto* refused = std::get_if<front::Answer>(&admitted))
                exchange->answer(std::move(*refused));
            else
                serve(exchange);
        } catch (const std::exception&) { // As for a request that came just now: nobody else would answer.
            exchange->answer(refusal({500, "exception"}, *exchange->peer));
        }
    };
    if (front && front->post(work))
        return;
    const auto& request = static_cast<Work*>(exchange->context.get())->request;
    answer(exchange, Dispatcher::problem(request, {app::codes::unavailable, "busy"}));
}

void FrontApplication::answer(const std::shared_ptr<front::Exchange>& exchange, Response response) {
    const auto& work = *static_cast<Work*>(exchange->context.get());
    exchange->answer(finish(*exchange, work.request, work.route->operation, std::move(response)));
}

front::Answer FrontApplication::refusal(const front::Refusal& refusal, const front::Peer& peer) {
    Request nothing;
    auto response = Dispatcher::problem(nothing, failureOf(refusal), refusal.status);
    if (refusal.status == 503)
        response.headers.emplace_back("Retry-After", "1");
    const bool isOurs = refusal.status == 500 || refusal.status == 503; // 501 and 505 are the sender's
    if (!isOurs) { // Recorded as what it is; a line for each besides would be a flood's second gift.
        dispatcher_.metrics().count("malformed", refusal.status, {});
        security_.record({std::string(refusal.what), "", peer.name, peer.address, ""});
        services_.security.noteLater(response.failureCode, peer.name, "malformed");
    } else {
        dispatcher_.finish(nothing, "failed", response, services_.clock.steadyNow());
    }
    return answerOf(std::move(response));
}

void FrontApplication::turnedAway(const front::Peer& peer, std::string_view what, std::string_view detail) {
    security_.record({std::string(what), std::string(detail), peer.name, peer.address, ""});
    const auto reason = detail.empty() ? std::string(what) : std::string(what) + ": " + std::string(detail);
    if (!peer.name.empty())
        services_.security.noteLater(app::codes::deviceUnknown.text, peer.name, reason);
    else
        services_.security.noteStranger(isOfItsCertificate(peer, detail) ? app::codes::deviceUnknown.text
                                                                         : app::codes::badRequest.text,
                                        peer.fingerprint, reason);
}

Response FrontApplication::metrics() {
    auto text =
        dispatcher_.metrics().text() + processFigures() + storeFigures(services_) + stampFigures(services_);
    for (const auto& [name, type, help, value] : services_.moreFigures())
        text += figure(name, type, help, value);
    if (const auto* front = front_.load()) {
        const auto now = front->figures();
        const auto add = [&](const char* name, const char* type, const char* help, std::uint64_t value) {
            text += figure(name, type, help, static_cast<double>(value));
        };
        add("vienlogs_connections", "gauge", "Connections open now.", now.connections);
        add("vienlogs_connections_accepted_total", "counter", "Connections since the start.", now.accepted);
        add("vienlogs_connections_refused_total", "counter", "Connections without room or certificate.",
            now.turnedAway);
        add("vienlogs_malformed_total", "counter", "Requests that are not strict HTTP.", now.malformed);
        add("vienlogs_timeouts_total", "counter", "Connections that were too slow.", now.timedOut);
        add("vienlogs_queue", "gauge", "Requests waiting for a thread.", now.queued);
        add("vienlogs_threads_busy", "gauge", "Threads at work.", now.working);
        add("vienlogs_body_bytes", "gauge", "Request bodies in memory.", now.bodyBytes);
        add("vienlogs_parked", "gauge", "Requests waiting for news.", parking_.size());
    }
    return {.body = std::move(text), .contentType = "text/plain; version=0.0.4"};
}

} // namespace vienlogs::server::http
