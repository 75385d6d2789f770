// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "metrics.h"

#include <sstream>

namespace vienlogs::server::http {

namespace {

template<typename Map>
auto& entryOf(Map& map, std::string_view key) {
    const auto found = map.find(key);
    return found != map.end() ? found->second : map[std::string(key)];
}

} // namespace

std::string figure(std::string_view name, std::string_view type, std::string_view help, double value) {
    std::ostringstream out;
    out.precision(15);
    out << "# HELP " << name << ' ' << help << "\n# TYPE " << name << ' ' << type << '\n'
        << name << ' ' << value << '\n';
    return out.str();
}

void Metrics::count(std::string_view operation, int status, std::chrono::microseconds took) {
    const double seconds = std::chrono::duration<double>(took).count();
    const std::scoped_lock lock(mutex_);
    auto& entry = entryOf(operations_, operation);
    entry.statuses[status] += 1;
    auto& timing = entry.timing;
    timing.count += 1;
    timing.seconds += seconds;
    for (std::size_t i = 0; i < bounds.size(); ++i)
        if (seconds <= bounds[i])
            timing.buckets[i] += 1;
}

void Metrics::countSecurity(std::string_view what) {
    const std::scoped_lock lock(mutex_);
    entryOf(security_, what) += 1;
}

void Metrics::countCommands(const std::map<std::string, std::uint64_t>& results) {
    const std::scoped_lock lock(mutex_);
    for (const auto& [result, count] : results)
        entryOf(commands_, result) += count;
}

std::string Metrics::text() const {
    const std::scoped_lock lock(mutex_);
    std::ostringstream out;
    out << "# HELP vienlogs_requests_total Requests by operation and status.\n"
           "# TYPE vienlogs_requests_total counter\n";
    for (const auto& [operation, entry] : operations_)
        for (const auto& [status, count] : entry.statuses)
            out << "vienlogs_requests_total{operation=\"" << operation << "\",status=\"" << status << "\"} "
                << count << '\n';
    out << "# HELP vienlogs_security_events_total Refused attempts by kind.\n"
           "# TYPE vienlogs_security_events_total counter\n";
    for (const auto& [what, count] : security_)
        out << "vienlogs_security_events_total{what=\"" << what << "\"} " << count << '\n';
    out << "# HELP vienlogs_commands_total Commands of desks by result.\n"
           "# TYPE vienlogs_commands_total counter\n";
    for (const auto& [result, count] : commands_)
        out << "vienlogs_commands_total{result=\"" << result << "\"} " << count << '\n';
    out << "# HELP vienlogs_request_seconds Time to answer.\n# TYPE vienlogs_request_seconds histogram\n";
    for (const auto& [operation, entry] : operations_) {
        const auto label = "{operation=\"" + operation + "\"";
        const auto& timing = entry.timing;
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
