// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace vienlogs::server::front {

/// A few threads that do what may wait. Slow work, which waits for others, gets half of them at most, so that
/// a register that hangs does not keep everybody.
class WorkPool {
public:
    using Work = std::function<void()>;
    WorkPool(std::size_t threads, std::size_t queued);
    ~WorkPool();
    WorkPool(const WorkPool&) = delete;
    WorkPool& operator=(const WorkPool&) = delete;

    /// False when too much is waiting already or the pool has stopped.
    [[nodiscard]] bool post(Work work, bool slow = false);
    /// Finishes what runs, forgets what waits.
    void stop();
    [[nodiscard]] std::size_t waiting() const;
    [[nodiscard]] std::size_t working() const;

private:
    void run();
    [[nodiscard]] bool hasWork() const;

    const std::size_t maxQueued_;
    const std::size_t maxSlow_;
    mutable std::mutex mutex_;
    std::condition_variable wanted_;
    std::deque<Work> quick_;
    std::deque<Work> slow_;
    std::size_t working_ = 0;
    std::size_t slowWorking_ = 0;
    bool stopped_ = false;
    std::vector<std::thread> threads_;
};

} // namespace vienlogs::server::front
