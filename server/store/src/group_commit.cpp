// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "group_commit.h"

#include <algorithm>
#include <chrono>

#include "attempt.h"
#include "vienlogs/base/failures_base.h"
#include "vienlogs/server/store/failures.h"
#include "vienlogs/sqlcipher/failures.h"

namespace vienlogs::server::store {

namespace {

/// A database that fails over is back in a second or two; who asks must not wait much longer.
constexpr std::chrono::seconds patience{5};
/// Those whom the last batch served come back at about the same time; a flush of the disk takes longer.
constexpr std::chrono::microseconds gathering{200};

/// A failure that every work of the batch would meet again by itself.
bool isOfTheStore(const base::Failure& failure) {
    static constexpr std::array all{base::codes::diskFull, base::codes::fileUnreadable,
                                    sqlcipher::codes::inUse, codes::unreachable, codes::moved};
    return std::find(all.begin(), all.end(), failure.code) != all.end();
}

} // namespace

base::Result<void> GroupCommit::run(const Store::Work& work, const Seal* seal, const Needs& needs) {
    Job job{work, seal, needs, {}};
    std::unique_lock lock(mutex_);
    waiting_.push_back(&job);
    if (waiting_.size() == lastBatch_)
        gathered_.notify_one();
    if (!busy_)
        busy_ = job.leads = true;
    job.changed.wait(lock, [&] { return job.done || job.leads; });
    while (!job.done) {
        gathered_.wait_for(lock, gathering, [&] { return waiting_.size() >= lastBatch_; });
        const auto batch = take();
        lock.unlock();
        runBatch(batch);
        lock.lock();
        finish(batch);
    }
    if (!job.leads)
        return job.result;
    busy_ = !waiting_.empty();
    if (busy_) {
        waiting_.front()->leads = true;
        waiting_.front()->changed.notify_one();
    }
    return job.result;
}

GroupCommit::Batch GroupCommit::take() {
    const auto count = static_cast<std::ptrdiff_t>(std::min(waiting_.size(), maxBatch));
    Batch batch(waiting_.begin(), waiting_.begin() + count);
    waiting_.erase(waiting_.begin(), waiting_.begin() + count);
    lastBatch_ = batch.size();
    return batch;
}

void GroupCommit::finish(const Batch& batch) {
    for (auto* job : batch) {
        job->done = true;
        job->changed.notify_one(); // Under the lock: the job ends with its waiter.
    }
}

void GroupCommit::runBatch(const Batch& batch) {
    if (batch.size() > 1) {
        const auto together = trySeveralTimes([&] { return runTogether(batch); });
        if (together)
            return;
        if (isOfTheStore(together.error())) {
            for (auto* job : batch)
                job->result = base::fail(together.error());
            return;
        }
        // One of them spoiled the transaction for all; alone it spoils only its own.
    }
    for (auto* job : batch)
        job->result = trySeveralTimes([&] { return runAlone(*job); });
}

base::Result<void> GroupCommit::trySeveralTimes(const std::function<base::Result<void>()>& attempt) {
    const auto deadline = std::chrono::steady_clock::now() + patience;
    for (;;) {
        auto done = attempt();
        if (done)
            return done;
        connection_.rollback();
        if (std::chrono::steady_clock::now() > deadline || !connection_.mayTryAgain(done.error()))
            return done;
    }
}

base::Result<void> GroupCommit::runAlone(Job& job) {
    return connection_.begin()
        .and_then([&] { return connection_.expect(job.needs); })
        .and_then([&] { return attempt([&] { return job.work(connection_.tables()); }); })
        .and_then([&] {
            return attempt(
                [&] { return job.seal ? job.seal->seal(connection_.tables()) : base::Result<void>(); });
        })
        .and_then([&] { return connection_.commit(); });
}

Needs GroupCommit::needsOf(const Batch& batch) {
    Needs all;
    const auto add = [](auto& to, const auto& from) { to.insert(to.end(), from.begin(), from.end()); };
    for (const auto* job : batch) {
        add(all.commands, job->needs.commands);
        add(all.cases, job->needs.cases);
        add(all.contacts, job->needs.contacts);
        add(all.clerks, job->needs.clerks);
    }
    return all;
}

base::Result<void> GroupCommit::runTogether(const Batch& batch) {
    if (auto begun = connection_.begin(); !begun)
        return begun;
    if (auto brought = connection_.expect(needsOf(batch)); !brought)
        return brought;
    std::vector<const Seal*> seals;
    for (auto* job : batch) {
        if (auto marked = connection_.mark(); !marked)
            return marked;
        job->result = attempt([&] { return job->work(connection_.tables()); });
        if (auto ended = job->result ? connection_.keep() : connection_.takeBack(); !ended)
            return ended;
        if (job->result && job->seal && std::find(seals.begin(), seals.end(), job->seal) == seals.end())
            seals.push_back(job->seal);
    }
    for (const auto* seal : seals)
        if (auto sealed = attempt([&] { return seal->seal(connection_.tables()); }); !sealed)
            return sealed;
    return connection_.commit();
}

} // namespace vienlogs::server::store
