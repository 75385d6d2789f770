// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "vienlogs/base/result.h"
#include "vienlogs/server/app/audit.h"

namespace vienlogs::server::app {

/// Records looks at persons' data for callers who do not wait with a thread of theirs: all that come while
/// one transaction is written go into the next one. Safe to call from any thread.
class AuditQueue {
public:
    /// Called once, on the queue's thread; must not wait.
    using Done = std::function<void(base::Result<void>)>;

    explicit AuditQueue(const Audit& audit) : audit_(audit), thread_([this] { run(); }) {}
    /// Writes what is left and tells it.
    ~AuditQueue();
    AuditQueue(const AuditQueue&) = delete;
    AuditQueue& operator=(const AuditQueue&) = delete;

    /// `done` hears without failure when all records are durable.
    void record(std::vector<AuditEntry> entries, Done done);

private:
    struct Waiting {
        std::vector<AuditEntry> entries;
        Done done;
    };
    void run();
    void write(std::vector<Waiting> batch) const;

    const Audit& audit_;
    std::mutex mutex_;
    std::condition_variable wanted_;
    std::vector<Waiting> waiting_;
    bool ending_ = false;
    std::thread thread_;
};

} // namespace vienlogs::server::app
