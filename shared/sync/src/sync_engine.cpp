// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/sync/sync_engine.h"

#include "absence.h"
#include "feed_task.h"
#include "outbox_task.h"
#include "reference_task.h"
#include "vienlogs/sync/failures.h"

namespace vienlogs::sync {

class SyncEngine::Private : public QObject {
public:
    Private(SyncEngine& engine, StoreThread& store, ports::ApiClient& api, const base::Clock& clock,
            SyncOptions options)
        : engine_(engine), clock_(clock), options_(std::move(options)), link_{store, api, clock, options_},
          outbox_(link_), feed_(link_), reference_(link_), absence_(store, clock) {
        connect(&store, &StoreThread::queued, this, [this] {
            outbox_.poke();
            count();
        });
        for (Task* task : tasks()) {
            connect(task, &Task::answered, this, [this] { setConnected(true); });
            connect(task, &Task::ended, this, [this, task] { onEnded(*task); });
        }
        connect(&outbox_, &OutboxTask::commandAnswered, &engine_, &SyncEngine::commandAnswered);
        connect(&outbox_, &OutboxTask::streamsChanged, &engine_, &SyncEngine::casesChanged);
        connect(&outbox_, &OutboxTask::moved, this, &Private::count);
        connect(&feed_, &FeedTask::casesChanged, &engine_, &SyncEngine::casesChanged);
        connect(&feed_, &FeedTask::referenceChanged, &reference_, &Task::poke);
        connect(&feed_, &FeedTask::restored, this, [this] {
            wake();
            notice(codes::serverRestored);
        });
        connect(&outbox_, &OutboxTask::fellBehind, this, [this] {
            if (!std::exchange(toldBehind_, true)) // two machines as one device fall behind by turns
                notice(codes::deskRestored);
        });
        connect(&outbox_, &OutboxTask::otherEpoch, &feed_, &Task::poke);
        connect(&absence_, &Absence::ended, this, [this](int days) {
            Q_EMIT engine_.noticed({codes::longAway, {}, std::to_string(days)});
        });
        connect(&feed_, &FeedTask::caughtUp, this, [this] {
            caughtUp_ = true;
            count();
        });
        connect(&reference_, &ReferenceTask::saved, &engine_, &SyncEngine::referenceChanged);
        count();
    }

    std::array<Task*, 3> tasks() { return {&outbox_, &feed_, &reference_}; }

    void wake() {
        for (auto* task : tasks())
            task->poke();
        count();
    }

    void stop() {
        for (auto* task : tasks())
            task->stop();
        status.failure.reset();
        setConnected(false);
    }

    SyncStatus status;

private:
    /// The first answer after a silence: what waited for the end of its back-off goes now.
    void setConnected(bool connected) {
        if (connected == status.connected)
            return;
        status.connected = connected;
        caughtUp_ = caughtUp_ && connected;
        Q_EMIT engine_.statusChanged(status);
        if (connected)
            for (auto* task : tasks())
                if (task->failure())
                    task->poke();
    }

    void onEnded(Task& task) {
        const auto& why = task.failure();
        if (why && why->code == ports::net::sessionEnded) {
            engine_.stop();
            Q_EMIT engine_.sessionNeeded();
            return;
        }
        if (why && ports::net::isConnectionFailure(*why))
            setConnected(false);
        std::optional<base::Failure> failure;
        for (const auto* each : tasks())
            if (!failure && each->failure())
                failure = each->failure();
        if (failure == status.failure)
            return;
        status.failure = std::move(failure);
        Q_EMIT engine_.statusChanged(status);
    }

    void count() {
        link_.store.run(
            this, [](ports::LocalStore& store) { return store.counts(); },
            [this](const base::Result<ports::OutboxCounts>& counts) {
                if (counts)
                    counted(*counts);
            });
    }

    /// With how much of this desk waits now.
    void notice(base::FailureCode code) {
        link_.store.run(
            this, [](ports::LocalStore& store) { return store.counts(); },
            [this, code](const base::Result<ports::OutboxCounts>& counts) {
                if (counts)
                    Q_EMIT engine_.noticed({code, {}, std::to_string(counts->waiting)});
            });
    }

    void counted(const ports::OutboxCounts& counts) {
        auto next = status;
        next.outbox = counts;
        if (caughtUp_ && counts.waiting == 0 && counts.blobsWaiting == 0)
            next.lastSync = clock_.now();
        if (next.lastSync != status.lastSync)
            absence_.synchronised();
        if (next == status)
            return;
        status = std::move(next);
        Q_EMIT engine_.statusChanged(status);
    }

    SyncEngine& engine_;
    const base::Clock& clock_;
    const SyncOptions options_;
    Link link_;
    OutboxTask outbox_;
    FeedTask feed_;
    ReferenceTask reference_;
    Absence absence_;
    bool caughtUp_ = false;
    bool toldBehind_ = false;
};

bool operator==(const SyncStatus& a, const SyncStatus& b) {
    return a.connected == b.connected && a.outbox.waiting == b.outbox.waiting &&
           a.outbox.refused == b.outbox.refused && a.outbox.blobsWaiting == b.outbox.blobsWaiting &&
           a.lastSync == b.lastSync && a.failure == b.failure;
}

SyncEngine::SyncEngine(StoreThread& store, ports::ApiClient& api, const base::Clock& clock,
                       SyncOptions options)
    : d_(std::make_unique<Private>(*this, store, api, clock, std::move(options))) {}

SyncEngine::~SyncEngine() = default;

void SyncEngine::start() {
    for (auto* task : d_->tasks())
        task->start();
}

void SyncEngine::stop() {
    d_->stop();
}

void SyncEngine::wake() {
    d_->wake();
}

const SyncStatus& SyncEngine::status() const {
    return d_->status;
}

} // namespace vienlogs::sync
