// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <utility>

namespace vienlogs::simulation {

using Milliseconds = std::chrono::milliseconds;

/// The one line of time on which everything happens. Nothing here looks at a clock.
class Scheduler {
public:
    using Ticket = std::pair<Milliseconds, std::uint64_t>;

    [[nodiscard]] Milliseconds now() const { return now_; }
    /// What is due at the same moment happens in the order of asking.
    Ticket after(Milliseconds delay, std::function<void()> what) {
        const Ticket ticket{now_ + delay, ++tickets_};
        due_.emplace(ticket, std::move(what));
        return ticket;
    }
    void cancel(Ticket ticket) { due_.erase(ticket); }
    /// Lets everything happen that is due until `time`, and moves there.
    void runUntil(Milliseconds time) {
        while (!due_.empty() && due_.begin()->first.first <= time) {
            auto next = due_.extract(due_.begin());
            now_ = next.key().first;
            next.mapped()();
        }
        now_ = time;
    }

private:
    Milliseconds now_{0};
    std::uint64_t tickets_ = 0;
    std::map<Ticket, std::function<void()>> due_;
};

} // namespace vienlogs::simulation
