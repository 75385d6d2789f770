// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "metrics.h"

#include <sstream>

namespace vienlogs::server::http {

void Metrics::count(std::string_view operation, int status, std::chrono::microseconds took) {
    const double seconds = std::chrono::duration<double>(took).count();
    const std::scoped_lock lock(mutex_);
    requests_[{std::string(operation), status}] += 1;
    auto& timing = timings_[std::string(operation)];
    timing.count += 1;
    timing.seconds += seconds;
    for (std::size_t i = 0; i < bounds.size(); ++i)
        if (seconds <= bounds[i])
            timing.buckets[i] += 1;
}

std::string Metrics::text() const {
    const std::scoped_lock lock(mutex_);
    std::ostringstream out;
    out << "# HELP vienlogs_requests_total Requests by operation and status.\n"
           "# TYPE vienlogs_requests_total counter\n";
    for (const auto& [key, count] : requests_)
        out << "vienlogs_requests_total{operation=\"" << key.first << "\",status=\"" << key.second << "\"} "
            << count << '\n';
    out << "# HELP vienlogs_request_seconds Time to answer.\n# TYPE vienlogs_request_seconds histogram\n";
    for (const auto& [operation, timing] : timings_) {
        const auto label = "{operation=\"" + operation + "\"";
        for (std::size_t i = 0; i < bounds.size(); ++i)
            out << "vienlogs_request_seconds_bucket" << label << ",le=\"" << bounds[i] << "\"} "
                << timing.buckets[i] << '\n';
        out << "vienlogs_request_seconds_bucket" << label << ",le=\"+Inf\"} " << timing.count << '\n'
            << "vienlogs_request_seconds_sum" << label << "} " << timing.seconds << '\n'
            << "vienlogs_request_seconds_count" << label << "} " << timing.count << '\n';
    }
    return out.str();
}

} // namespace vienlogs::server::http
