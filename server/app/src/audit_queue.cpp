// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/server/app/audit_queue.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace vienlogs::server::app {

namespace {

constexpr std::size_t maxBatch = 256; ///< Others' commands wait for the store meanwhile.

} // namespace

AuditQueue::~AuditQueue() {
    {
        const std::scoped_lock lock(mutex_);
        ending_ = true;
    }
    wanted_.notify_one();
    thread_.join();
}

void AuditQueue::record(std::vector<AuditEntry> entries, Done done) {
    bool first = false;
    {
        const std::scoped_lock lock(mutex_);
        first = waiting_.empty();
        waiting_.push_back({std::move(entries), std::move(done)});
    }
    if (first)
        wanted_.notify_one();
}

void AuditQueue::run() {
    std::unique_lock lock(mutex_);
    for (;;) {
        wanted_.wait(lock, [&] { return ending_ || !waiting_.empty(); });
        if (waiting_.empty())
            return;
        auto batch = std::exchange(waiting_, {});
        if (batch.size() > maxBatch) {
            const auto rest = batch.begin() + static_cast<std::ptrdiff_t>(maxBatch);
            waiting_.assign(std::make_move_iterator(rest), std::make_move_iterator(batch.end()));
            batch.erase(rest, batch.end());
        }
        lock.unlock();
        write(std::move(batch));
        lock.lock();
    }
}

void AuditQueue::write(std::vector<Waiting> batch) const {
    const auto written = audit_.write([&](store::Transaction& t) -> base::Result<void> {
        for (const auto& each : batch)
            for (const auto& entry : each.entries)
                if (auto appended = audit_.append(t, entry); !appended)
                    return appended;
        return {};
    });
    for (const auto& each : batch)
        each.done(written);
}

} // namespace vienlogs::server::app
