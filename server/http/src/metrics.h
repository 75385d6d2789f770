// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <chrono>
#include <map>
#include <mutex>
#include <string>

namespace vienlogs::server::http {

/// One figure in the text format of Prometheus: "# HELP", "# TYPE" and the value.
[[nodiscard]] std::string figure(std::string_view name, std::string_view type, std::string_view help,
                                 double value);

/// Memory, processor time and files of this process, under the names that Prometheus knows.
[[nodiscard]] std::string processFigures();

/// Counts what is asked and how it goes, in the text format of Prometheus 0.0.4. Labels are operations and
/// statuses, never anything of a person.
class Metrics {
public:
    void count(std::string_view operation, int status, std::chrono::microseconds took);
    void countSecurity(std::string_view what);
    void countCommands(const std::map<std::string, std::uint64_t>& results);
    [[nodiscard]] std::string text() const;

private:
    static constexpr std::array<double, 7> bounds{0.001, 0.005, 0.025, 0.1, 0.5, 2.5, 30};
    struct Timing {
        std::array<std::uint64_t, bounds.size()> buckets{};
        std::uint64_t count = 0;
        double seconds = 0;
    };
    mutable std::mutex mutex_;
    struct Operation {
        std::map<int, std::uint64_t> statuses;
        Timing timing;
    };
    std::map<std::string, Operation, std::less<>> operations_;
    std::map<std::string, std::uint64_t, std::less<>> security_;
    std::map<std::string, std::uint64_t, std::less<>> commands_;
};

} // namespace vienlogs::server::http
