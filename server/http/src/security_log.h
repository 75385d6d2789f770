// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "metrics.h"
#include "vienlogs/server/http/log.h"

namespace vienlogs::server::http {

/// What somebody tried who should not have: a line in the log and a figure each. A flood of them is counted
/// in full, but written only so often.
class SecurityLog {
public:
    SecurityLog(Log& log, Metrics& metrics) : log_(log), metrics_(metrics) {}
    struct Event {
        std::string what; ///< "two hosts", "VL-SRV-0003"
        std::string detail;
        std::string device;
        std::string address;
        std::string operation;
    };
    void record(const Event& event);

private:
    [[nodiscard]] bool mayWrite(std::uint64_t& unwritten);

    Log& log_;
    Metrics& metrics_;
    std::mutex mutex_;
    std::chrono::steady_clock::time_point second_{};
    int written_ = 0;
    std::uint64_t unwritten_ = 0;
};

} // namespace vienlogs::server::http
