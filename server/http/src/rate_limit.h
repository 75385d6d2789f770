// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <map>
#include <mutex>
#include <string>

namespace vienlogs::server::http {

/// A bucket of tokens for each device. Devices are known ones, so their number is bounded.
class RateLimit {
public:
    RateLimit(double perSecond, double burst) : perSecond_(perSecond), burst_(burst) {}
    /// Seconds to wait before the next request of the device, 0 when it may go on.
    [[nodiscard]] int take(const std::string& device, std::chrono::steady_clock::time_point now);

private:
    struct Bucket {
        double tokens;
        std::chrono::steady_clock::time_point filled;
    };
    double perSecond_;
    double burst_;
    std::mutex mutex_;
    std::map<std::string, Bucket> buckets_;
};

} // namespace vienlogs::server::http
