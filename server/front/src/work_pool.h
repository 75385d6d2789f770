// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "vienlogs/server/front/application.h"

namespace vienlogs::server::front {

/// A few threads that do what may wait. Each kind of load gets only so many of them: a register that hangs
/// must not keep everybody, and more readers than the store serves at once would wait for each other.
class WorkPool {
public:
    using Work = std::function<void()>;
    struct Sizes {
        std::size_t threads;
        std::size_t readers;
        std::size_t queued;
    };
    explicit WorkPool(const Sizes& sizes);
    ~WorkPool();
    WorkPool(const WorkPool&) = delete;
    WorkPool& operator=(const WorkPool&) = delete;

    /// False when too much is waiting already or the pool has stopped.
    [[nodiscard]] bool post(Work work, Load load = Load::Writing);
    /// Finishes what runs, forgets what waits.
    void stop();
    [[nodiscard]] std::size_t waiting() const;
    [[nodiscard]] std::size_t working() const;

private:
    struct Queue {
        std::size_t most; ///< Threads.
        std::size_t working = 0;
        std::deque<Work> works{};
        [[nodiscard]] bool mayRun() const { return !works.empty() && working < most; }
    };
    void run();
    /// What may run, once there is something; null at the end. One thread at a time looks a little longer.
    [[nodiscard]] Queue* seek(std::unique_lock<std::mutex>& lock);
    /// The first one that may run, or null.
    [[nodiscard]] Queue* next();
    [[nodiscard]] std::size_t queued() const;

    const std::size_t maxQueued_;
    mutable std::mutex mutex_;
    std::condition_variable wanted_;
    std::array<Queue, 3> queues_; ///< By load.
    std::size_t working_ = 0;
    bool seeking_ = false; ///< A thread looks for work and needs no waking.
    bool stopped_ = false;
    std::vector<std::thread> threads_;
};

} // namespace vienlogs::server::front
