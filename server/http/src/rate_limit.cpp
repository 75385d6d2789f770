// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "rate_limit.h"

#include <algorithm>
#include <cmath>

namespace vienlogs::server::http {

RateLimit::RateLimit(double perSecond, double burst)
    : perSecond_(perSecond), burst_(burst),
      policy_(std::to_string(static_cast<int>(burst)) +
              ";w=" + std::to_string(static_cast<int>(std::ceil(burst / perSecond)))) {}

RateLimit::State RateLimit::take(const std::string& device, std::chrono::steady_clock::time_point now) {
    const auto seconds = [&](double tokens) { return static_cast<int>(std::ceil(tokens / perSecond_)); };
    const std::scoped_lock lock(mutex_);
    auto& bucket = buckets_.try_emplace(device, Bucket{burst_, now}).first->second;
    const double passed = std::chrono::duration<double>(now - bucket.filled).count();
    bucket.tokens = std::min(burst_, bucket.tokens + passed * perSecond_);
    bucket.filled = now;
    if (bucket.tokens < 1)
        return {std::max(1, seconds(1 - bucket.tokens)), 0, seconds(burst_ - bucket.tokens)};
    bucket.tokens -= 1;
    return {0, static_cast<int>(bucket.tokens), seconds(burst_ - bucket.tokens)};
}

} // namespace vienlogs::server::http
