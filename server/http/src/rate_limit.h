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
    RateLimit(double perSecond, double burst);
    /// What is left for a device after a request.
    struct State {
        int wait = 0;      ///< Seconds until it may go on; 0 at once.
        int remaining = 0; ///< Requests that it has left.
        int refill = 0;    ///< Seconds until it has all of them again.
    };
    [[nodiscard]] State take(const std::string& device, std::chrono::steady_clock::time_point now);
    /// "800;w=4" as the policy of the RateLimit headers wants it.
    [[nodiscard]] const std::string& policy() const { return policy_; }

private:
    struct Bucket {
        double tokens;
        std::chrono::steady_clock::time_point filled;
    };
    double perSecond_;
    double burst_;
    std::string policy_;
    std::mutex mutex_;
    std::map<std::string, Bucket> buckets_;
};

} // namespace vienlogs::server::http
