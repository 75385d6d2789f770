// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "work_pool.h"

#include <algorithm>

namespace vienlogs::server::front {

WorkPool::WorkPool(std::size_t threads, std::size_t queued)
    : maxQueued_(queued), maxSlow_(std::max<std::size_t>(1, threads / 2)) {
    for (std::size_t i = 0; i < threads; ++i)
        threads_.emplace_back([this] { run(); });
}

WorkPool::~WorkPool() {
    stop();
}

bool WorkPool::post(Work work, bool slow) {
    {
        const std::scoped_lock lock(mutex_);
        if (stopped_ || quick_.size() + slow_.size() >= maxQueued_)
            return false;
        (slow ? slow_ : quick_).push_back(std::move(work));
    }
    wanted_.notify_one();
    return true;
}

bool WorkPool::hasWork() const {
    return !quick_.empty() || (!slow_.empty() && slowWorking_ < maxSlow_);
}

void WorkPool::run() {
    std::unique_lock lock(mutex_);
    for (;;) {
        wanted_.wait(lock, [&] { return stopped_ || hasWork(); });
        if (stopped_)
            return;
        const bool slow = quick_.empty();
        auto& queue = slow ? slow_ : quick_;
        auto work = std::move(queue.front());
        queue.pop_front();
        ++working_;
        slowWorking_ += slow ? 1 : 0;
        lock.unlock();
        work();
        work = nullptr; // What it held goes now, not under the lock.
        lock.lock();
        --working_;
        slowWorking_ -= slow ? 1 : 0;
        if (slow && !slow_.empty())
            wanted_.notify_one();
    }
}

void WorkPool::stop() {
    {
        const std::scoped_lock lock(mutex_);
        stopped_ = true;
    }
    wanted_.notify_all();
    for (auto& thread : threads_)
        if (thread.joinable())
            thread.join();
    quick_.clear();
    slow_.clear();
}

std::size_t WorkPool::waiting() const {
    const std::scoped_lock lock(mutex_);
    return quick_.size() + slow_.size();
}

std::size_t WorkPool::working() const {
    const std::scoped_lock lock(mutex_);
    return working_;
}

} // namespace vienlogs::server::front
