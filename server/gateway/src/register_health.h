// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <mutex>

#include "vienlogs/server/gateway/register_description.h"
#include "vienlogs/server/gateway/register_query.h"

namespace vienlogs::server::gateway {

/// Remembers how one register does, and keeps callers off it for a while after it failed several times in a
/// row (a circuit breaker): then one caller tries, and the others wait for what that one finds. Thread-safe.
class HealthOfRegister {
public:
    using Moment = std::chrono::steady_clock::time_point;
    explicit HealthOfRegister(const RegisterDescription& description);
    /// Whether the register may be called now; who gets true must tell the outcome by done().
    [[nodiscard]] bool mayCall(Moment now);
    void done(const RegisterAnswer& answer, base::Timestamp at, Moment now);
    [[nodiscard]] RegisterHealth snapshot(Moment now) const;

private:
    mutable std::mutex mutex_;
    int failuresToPause_;
    std::chrono::seconds pause_;
    RegisterHealth health_;
    int failures_ = 0;
    Moment pausedUntil_{};
    bool trying_ = false;
};

} // namespace vienlogs::server::gateway
