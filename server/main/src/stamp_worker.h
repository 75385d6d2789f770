// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <condition_variable>
#include <mutex>
#include <thread>

#include "vienlogs/server/app/audit_stamps.h"
#include "vienlogs/server/http/log.h"

namespace vienlogs::server {

/// Lets the stamper look once a second whether it is time, on a thread of its own, because a service may take
/// its time to answer or not to.
class StampWorker {
public:
    StampWorker(app::AuditStamper& stamper, http::Log& log);
    ~StampWorker();
    StampWorker(const StampWorker&) = delete;
    StampWorker& operator=(const StampWorker&) = delete;

private:
    void work();

    app::AuditStamper& stamper_;
    http::Log& log_;
    std::mutex mutex_;
    std::condition_variable stopping_;
    bool stopped_ = false;
    std::thread thread_;
};

} // namespace vienlogs::server
