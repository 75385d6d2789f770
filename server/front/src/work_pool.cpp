// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "work_pool.h"

#include <algorithm>
#include <numeric>

namespace vienlogs::server::front {

namespace {

/// Before a thread without work goes to sleep: waking it costs more than a short request.
constexpr int looks = 20;

} // namespace

WorkPool::WorkPool(const Sizes& sizes)
    : maxQueued_(sizes.queued), queues_{{{std::min(sizes.readers, sizes.threads)},
                                         {sizes.threads},
                                         {std::max<std::size_t>(1, sizes.threads / 2)}}} {
    for (std::size_t i = 0; i < sizes.threads; ++i)
        threads_.emplace_back([this] { run(); });
}

WorkPool::~WorkPool() {
    stop();
}

std::size_t WorkPool::queued() const {
    return std::accumulate(queues_.begin(), queues_.end(), std::size_t{0},
                           [](auto sum, const auto& queue) { return sum + queue.works.size(); });
}

WorkPool::Queue* WorkPool::next() {
    const auto found =
        std::find_if(queues_.begin(), queues_.end(), [](const auto& queue) { return queue.mayRun(); });
    return found == queues_.end() ? nullptr : &*found;
}

bool WorkPool::post(Work work, Load load) {
    bool runs = false;
    {
        const std::scoped_lock lock(mutex_);
        if (stopped_ || queued() >= maxQueued_)
            return false;
        auto& queue = queues_.at(static_cast<std::size_t>(load));
        queue.works.push_back(std::move(work));
        runs = queue.mayRun() && !seeking_;
    }
    if (runs) // Else a thread that seeks work, or has done with its kind, takes it.
        wanted_.notify_one();
    return true;
}

WorkPool::Queue* WorkPool::seek(std::unique_lock<std::mutex>& lock) {
    auto* queue = next();
    if (!queue && !seeking_) {
        seeking_ = true;
        for (int look = 0; look < looks && !queue && !stopped_; ++look) {
            lock.unlock();
            std::this_thread::yield();
            lock.lock();
            queue = next();
        }
        seeking_ = false;
    }
    wanted_.wait(lock, [&] { return stopped_ || (queue = next()) != nullptr; });
    return stopped_ ? nullptr : queue;
}

void WorkPool::run() {
    std::unique_lock lock(mutex_);
    while (auto* queue = seek(lock)) {
        auto work = std::move(queue->works.front());
        queue->works.pop_front();
        ++working_;
        ++queue->working;
        const bool more = !seeking_ && next() != nullptr;
        lock.unlock();
        if (more)
            wanted_.notify_one();
        work();
        work = nullptr; // What it held goes now, not under the lock.
        lock.lock();
        --working_;
        --queue->working;
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
    for (auto& queue : queues_)
        queue.works.clear();
}

std::size_t WorkPool::waiting() const {
    const std::scoped_lock lock(mutex_);
    return queued();
}

std::size_t WorkPool::working() const {
    const std::scoped_lock lock(mutex_);
    return working_;
}

} // namespace vienlogs::server::front
