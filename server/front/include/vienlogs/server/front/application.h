// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <atomic>
#include <chrono>
#include <memory>
#include <string>
#include <variant>

#include "vienlogs/server/front/message.h"

namespace vienlogs::server::front {

class Mailbox;

/// What a request does to the thread that serves it: reads only, may wait for a write to be durable, or waits
/// for other machines.
enum class Load { Reading, Writing, Slow };

/// One request on its way through the application, and the way back for its answer.
class Exchange : public std::enable_shared_from_this<Exchange> {
public:
    Exchange(Head theHead, std::shared_ptr<const Peer> thePeer, std::weak_ptr<Mailbox> mailbox,
             std::uint64_t connection)
        : head(std::move(theHead)), peer(std::move(thePeer)), mailbox_(std::move(mailbox)),
          connection_(connection) {}

    Head head;
    std::shared_ptr<const Peer> peer;
    std::string body;
    std::chrono::steady_clock::time_point began = std::chrono::steady_clock::now();
    Load load = Load::Writing;     ///< Set by Application::begin().
    std::shared_ptr<void> context; ///< The application's own.

    /// Sends the answer, once; from any thread, now or later. Nothing happens when the client has gone.
    void answer(Answer answer);
    /// True once nobody waits for the answer any more.
    [[nodiscard]] bool isGone() const { return gone_; }

private:
    friend class Connection;
    std::weak_ptr<Mailbox> mailbox_;
    std::uint64_t connection_;
    std::atomic<bool> gone_{false};
};

/// What the front serves. Every function may be called on several threads at once.
class Application {
public:
    virtual ~Application() = default;
    /// On a loop, which must not wait: an answer from memory alone, or nothing when the pool has to serve.
    virtual std::optional<Answer> begin(Exchange& exchange) = 0;
    /// On the pool, by the head alone: how long the body may be, or the answer that refuses it.
    virtual std::variant<std::size_t, Answer> admit(Exchange& exchange) = 0;
    /// On the pool, after admit() and with the whole body; answers the exchange now or later.
    virtual void serve(const std::shared_ptr<Exchange>& exchange) = 0;
    /// On the pool, after admit(): the line broke, or became too slow, before the whole body came. The
    /// exchange has what came before; nobody waits for an answer.
    virtual void cutOff(const Exchange& exchange) = 0;
    /// On a loop: what a client is told that the front refuses.
    virtual Answer refusal(const Refusal& refusal, const Peer& peer) = 0;
    /// On a loop: a connection ended that never came to a request, e.g. for its certificate. For the record.
    /// A peer without a name but with a fingerprint has shown a certificate that is not believed.
    virtual void turnedAway(const Peer& peer, std::string_view what, std::string_view detail) = 0;
};

} // namespace vienlogs::server::front
