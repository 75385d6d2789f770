// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "rate_limit.h"

#include <algorithm>
#include <cmath>

namespace vienlogs::server::http {

int RateLimit::take(const std::string& device, std::chrono::steady_clock::time_point now) {
    const std::scoped_lock lock(mutex_);
    auto& bucket = buckets_.try_emplace(device, Bucket{burst_, now}).first->second;
    const double passed = std::chrono::duration<double>(now - bucket.filled).count();
    bucket.tokens = std::min(burst_, bucket.tokens + passed * perSecond_);
    bucket.filled = now;
    if (bucket.tokens < 1)
        return std::max(1, static_cast<int>(std::ceil((1 - bucket.tokens) / perSecond_)));
    bucket.tokens -= 1;
    return 0;
}

} // namespace vienlogs::server::http
