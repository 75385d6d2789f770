// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "work_pool.h"

#include <algorithm>
#include <numeric>

namespace vienlogs::server::front {

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
        runs = queue.mayRun();
    }
    if (runs) // Else a thread that has done with its kind takes it.
        wanted_.notify_one();
    return true;
}

void WorkPool::run() {
    std::unique_lock lock(mutex_);
    for (;;) {
        Queue* queue = nullptr;
        wanted_.wait(lock, [&] { return stopped_ || (queue = next()) != nullptr; });
        if (stopped_)
            return;
        auto work = std::move(queue->works.front());
        queue->works.pop_front();
        ++working_;
        ++queue->working;
        const bool more = next() != nullptr;
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
