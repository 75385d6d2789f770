// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <vector>

#include "vienlogs/server/store/store.h"

namespace vienlogs::server::store {

/// The connection that writes, as GroupCommit drives it.
class WriteConnection {
public:
    virtual ~WriteConnection() = default;
    /// Begins a transaction and takes the writers' lock; VL-STORE-0031 when everything has moved.
    [[nodiscard]] virtual base::Result<void> begin() = 0;
    /// Brings what works will look at, when that is worth it.
    [[nodiscard]] virtual base::Result<void> expect(const Needs& needs) = 0;
    /// A point that takeBack() returns to.
    [[nodiscard]] virtual base::Result<void> mark() = 0;
    [[nodiscard]] virtual base::Result<void> keep() = 0;
    /// Fails when the whole transaction is lost.
    [[nodiscard]] virtual base::Result<void> takeBack() = 0;
    [[nodiscard]] virtual base::Result<void> commit() = 0;
    virtual void rollback() = 0;
    [[nodiscard]] virtual Transaction& tables() = 0;
    /// After a failure: nothing was kept and another try may fare better; made ready for it.
    [[nodiscard]] virtual bool mayTryAgain(const base::Failure& failure) = 0;
};

/// Lets works that come at the same time share one transaction, so that one flush of the disk, or one wait
/// for a replica, serves them all. One of those who wait leads and works for the others; a work that fails is
/// taken back by itself.
class GroupCommit {
public:
    static constexpr std::size_t maxBatch = 64;
    explicit GroupCommit(WriteConnection& connection) : connection_(connection) {}
    [[nodiscard]] base::Result<void> run(const Store::Work& work, const Seal* seal, const Needs& needs);

private:
    struct Job {
        const Store::Work& work;
        const Seal* seal;
        const Needs& needs;
        base::Result<void> result;
        bool done = false;
        bool leads = false;
        std::condition_variable changed;
    };
    using Batch = std::vector<Job*>;

    [[nodiscard]] Batch take();
    void finish(const Batch& batch);
    [[nodiscard]] static Needs needsOf(const Batch& batch);
    void runBatch(const Batch& batch);
    [[nodiscard]] base::Result<void> runTogether(const Batch& batch);
    [[nodiscard]] base::Result<void> runAlone(Job& job);
    [[nodiscard]] base::Result<void> trySeveralTimes(const std::function<base::Result<void>()>& attempt);

    WriteConnection& connection_;
    std::mutex mutex_;
    std::deque<Job*> waiting_;
    std::condition_variable gathered_; ///< As many wait as the last time.
    std::size_t lastBatch_ = 1;
    bool busy_ = false;
};

} // namespace vienlogs::server::store
