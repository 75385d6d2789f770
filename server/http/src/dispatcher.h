// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <mutex>
#include <set>
#include <variant>

#include "metrics.h"
#include "rate_limit.h"
#include "route.h"
#include "vienlogs/server/http/log.h"

namespace vienlogs::server::http {

/// Leads a request to its route: route → device → rate → session → right → idempotency → handler. What is not
/// expressly allowed is refused.
class Dispatcher {
public:
    Dispatcher(const Services& services, Log& log, double requestsPerSecond)
        : services_(services), log_(log), limit_(requestsPerSecond, requestsPerSecond * 4) {}

    /// Decides by the head alone, so that nobody's body is read who may not send one. The route that will
    /// serve it, or the answer that refuses it.
    [[nodiscard]] std::variant<const Route*, Response> admit(Request& request, const PeerDevice& peer);
    /// Serves an admitted request whose body is complete.
    [[nodiscard]] Response serve(const Request& request, const Route& route);
    /// The problem that stands for a failure.
    [[nodiscard]] static Response problem(const Request& request, const base::Failure& failure);
    /// Writes the line of the log and counts.
    void finish(const Request& request, std::string_view operation, const Response& response,
                std::chrono::steady_clock::time_point began);

private:
    [[nodiscard]] base::Result<void> authenticate(Request& request, const PeerDevice& peer,
                                                  const Route& route);
    /// An attempt that was turned away goes into the audit; what cannot be written there into the log.
    void recordRefusal(const Request& request, const Route& route, base::FailureCode code);
    [[nodiscard]] base::Result<Response> serveOnce(const Request& request, const Route& route);

    const Services& services_;
    Log& log_;
    RateLimit limit_;
    Metrics metrics_;
    const std::vector<Route> routes_ = allRoutes();
    std::mutex mutex_;
    std::set<std::pair<std::string, std::string>> inFlight_;
};

} // namespace vienlogs::server::http
