// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "security_log.h"

#include <utility>

namespace vienlogs::server::http {

namespace {

using namespace std::chrono_literals;
constexpr int perSecond = 50;

} // namespace

bool SecurityLog::mayWrite(std::uint64_t& unwritten) {
    const auto now = std::chrono::steady_clock::now();
    const std::scoped_lock lock(mutex_);
    if (now - second_ >= 1s) {
        second_ = now;
        written_ = 0;
    }
    if (written_ >= perSecond) {
        ++unwritten_;
        return false;
    }
    ++written_;
    unwritten = std::exchange(unwritten_, 0);
    return true;
}

void SecurityLog::record(const Event& event) {
    metrics_.countSecurity(event.what);
    std::uint64_t unwritten = 0;
    if (mayWrite(unwritten))
        log_.write("warning", "security",
                   {{"what", event.what},
                    {"why", event.detail},
                    {"device", event.device},
                    {"address", event.address},
                    {"operation", event.operation},
                    {"unwritten", std::to_string(unwritten)}});
}

} // namespace vienlogs::server::http
