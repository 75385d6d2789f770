// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "stamp_worker.h"

namespace vienlogs::server {

namespace {

constexpr std::chrono::seconds lookEvery{1};

} // namespace

StampWorker::StampWorker(app::AuditStamper& stamper, http::Log& log)
    : stamper_(stamper), log_(log), thread_([this] { work(); }) {}

StampWorker::~StampWorker() {
    {
        const std::scoped_lock lock(mutex_);
        stopped_ = true;
    }
    stopping_.notify_all();
    thread_.join();
}

void StampWorker::work() {
    std::unique_lock lock(mutex_);
    while (!stopping_.wait_for(lock, lookEvery, [&] { return stopped_; })) {
        lock.unlock();
        const auto step = stamper_.run();
        if (!step)
            log_.write("error", "time-stamp",
                       {{"code", step.error().code.text}, {"why", step.error().detail}});
        else if (*step == app::AuditStamper::Step::Stamped)
            log_.write("info", "time-stamp");
        lock.lock();
    }
}

} // namespace vienlogs::server
