// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <atomic>
#include <map>
#include <mutex>
#include <string>

#include "vienlogs/server/front/limits.h"

namespace vienlogs::server::front {

/// How many connections there are in all, of each address and of each device.
class Census {
public:
    explicit Census(const Limits& limits) : limits_(limits) {}
    /// False when there is no room; then nothing was counted.
    [[nodiscard]] bool enter(const std::string& address);
    void leave(const std::string& address);
    [[nodiscard]] bool enterDevice(const std::string& fingerprint);
    void leaveDevice(const std::string& fingerprint);
    [[nodiscard]] std::size_t connections() const;

private:
    using Counts = std::map<std::string, std::size_t>;
    static void leave(Counts& counts, const std::string& key);

    const Limits& limits_;
    mutable std::mutex mutex_;
    std::size_t all_ = 0;
    Counts addresses_;
    Counts devices_;
};

/// What all loops count together.
struct Counters {
    std::atomic<std::uint64_t> accepted{0};
    std::atomic<std::uint64_t> turnedAway{0};
    std::atomic<std::uint64_t> malformed{0};
    std::atomic<std::uint64_t> timedOut{0};
    std::atomic<std::size_t> bodyBytes{0};
    std::atomic<std::size_t> busy{0}; ///< Requests between their head and the end of their answer.
};

} // namespace vienlogs::server::front
