// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <set>
#include <string>

namespace vienlogs::trust_standin {

/// The state of one service, by name; "up" at the start.
class Switch {
public:
    explicit Switch(std::set<std::string> states) : states_(std::move(states)) {}
    /// {"state": "down"}; false for anything else.
    bool set(const std::string& json);
    /// The state; with "silent" not before it changes, or a minute is over.
    [[nodiscard]] std::string get();
    void close();

private:
    const std::set<std::string> states_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::string state_ = "up";
    bool closed_ = false;
};

} // namespace vienlogs::trust_standin
