// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <mutex>
#include <set>
#include <variant>

#include "metrics.h"
#include "rate_limit.h"
#include "recent_logins.h"
#include "route.h"
#include "vienlogs/server/http/log.h"

namespace vienlogs::server::http {

/// Leads a request to its route: route → device → rate → session → right → idempotency → handler. What is not
/// expressly allowed is refused.
class Dispatcher {
public:
    Dispatcher(const Services& services, Log& log, double requestsPerSecond)
        : services_(services), log_(log), limit_(requestsPerSecond, requestsPerSecond * 4) {}

    /// The route of a request, or the answer that there is none. From memory alone.
    [[nodiscard]] std::variant<const Route*, Response> find(Request& request) const;
    /// Answers a quick route from memory alone, when the device's login was looked up a moment ago.
    [[nodiscard]] std::optional<Response> atOnce(Request& request, const PeerDevice& peer,
                                                 const Route& route);
    /// Decides by the head alone, so that nobody's body is read who may not send one. The answer that refuses
    /// it, or nothing.
    [[nodiscard]] std::optional<Response> refuse(Request& request, const PeerDevice& peer,
                                                 const Route& route);
    /// Serves an admitted request whose body is complete.
    [[nodiscard]] Response serve(const Request& request, const Route& route);
    /// Keeps what came of an admitted request whose body was cut off, where its route knows how.
    void keepCut(const Request& request, const Route& route);
    /// The problem that stands for a failure, with another status than usual if one is given.
    [[nodiscard]] static Response problem(const Request& request, const base::Failure& failure,
                                          std::optional<int> status = {});
    /// The loop serves all connections, so nothing that it does may wait for the store.
    enum class Where { Loop, Pool };
    /// Adds what every answer carries; writes the line of the log and counts.
    void finish(const Request& request, std::string_view operation, Response& response,
                std::chrono::steady_clock::time_point began, Where where = Where::Pool);
    [[nodiscard]] Metrics& metrics() { return metrics_; }

private:
    [[nodiscard]] base::Result<void> authenticate(Request& request, const PeerDevice& peer,
                                                  const Route& route);
    /// An attempt that was turned away goes into the audit; what cannot be written there into the log.
    void recordRefusal(const Request& request, const Route& route, base::FailureCode code);
    [[nodiscard]] base::Result<void> count(Request& request);
    [[nodiscard]] base::Result<Response> serveOnce(const Request& request, const Route& route);

    const Services& services_;
    Log& log_;
    RateLimit limit_;
    Metrics metrics_;
    RecentLogins recent_;
    const std::vector<Route> routes_ = allRoutes();
    std::mutex mutex_;
    std::set<std::pair<std::string, std::string>> inFlight_;
};

} // namespace vienlogs::server::http
