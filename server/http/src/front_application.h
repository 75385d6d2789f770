// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <atomic>

#include "dispatcher.h"
#include "parking.h"
#include "security_log.h"
#include "vienlogs/server/app/audit_queue.h"
#include "vienlogs/server/front/front.h"

namespace vienlogs::server::http {

/// What the front serves: its requests go through the dispatcher, and wait in the parking for news.
class FrontApplication final : public front::Application {
public:
    FrontApplication(const Services& services, Log& log, double requestsPerSecond, bool tls);
    ~FrontApplication() override;

    /// To be called once, before the front's first request would park.
    void attach(front::Front& front) { front_ = &front; }
    /// Not ready any more.
    void drain() { draining_ = true; }
    /// Answers everybody who waits, now and from now on at once.
    void endWaiting();

    std::optional<front::Answer> begin(front::Exchange& exchange) override;
    std::variant<std::size_t, front::Answer> admit(front::Exchange& exchange) override;
    void serve(const std::shared_ptr<front::Exchange>& exchange) override;
    void cutOff(const front::Exchange& exchange) override;
    front::Answer refusal(const front::Refusal& refusal, const front::Peer& peer) override;
    void turnedAway(const front::Peer& peer, std::string_view what, std::string_view detail) override;

private:
    struct Work;
    [[nodiscard]] front::Answer finish(const front::Exchange& exchange, const Request& request,
                                       std::string_view operation, Response response,
                                       Dispatcher::Where where = Dispatcher::Where::Pool);
    void answer(const std::shared_ptr<front::Exchange>& exchange, Response response);
    void again(const std::shared_ptr<front::Exchange>& exchange);
    void park(const std::shared_ptr<front::Exchange>& exchange, Response response);
    void answerOnRecord(const std::shared_ptr<front::Exchange>& exchange, Response response);
    [[nodiscard]] PeerDevice deviceOf(const front::Exchange& exchange, const Request& request) const;
    [[nodiscard]] Response metrics();

    const Services& services_;
    const bool tls_;
    Dispatcher dispatcher_;
    SecurityLog security_;
    std::atomic<front::Front*> front_{nullptr};
    std::atomic<bool> draining_{false};
    Parking parking_;
    app::AuditQueue looks_; ///< The last, because what it has begun still answers.
};

} // namespace vienlogs::server::http
