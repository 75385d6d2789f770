// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <condition_variable>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "vienlogs/base/clock.h"

namespace vienlogs::registers {

/// What a register is made to do.
enum class State { Up, Down, Silent, Closed, Stale, Nonsense, Error };

struct Control {
    State state = State::Up;
    int latencyMs = 0;
    std::optional<base::Timestamp> staleSince{};  ///< With Stale; without it, three days ago.
    std::optional<base::Timestamp> closedUntil{}; ///< With Closed; without it, in two hours.
};

/// The switches of all registers; set from one connection while others are answered.
class Controls {
public:
    [[nodiscard]] Control get(std::string_view registerId) const;
    void set(std::string_view registerId, const Control& control);
    /// Waits as long as the register is Silent, at most that long.
    void waitWhileSilent(std::string_view registerId, std::chrono::milliseconds longest);
    /// Counts the nonsense answers, so that each is another kind.
    [[nodiscard]] std::size_t nextNonsense();
    /// Lets all who wait go on; nobody waits afterwards.
    void close();

private:
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::map<std::string, Control, std::less<>> controls_;
    std::size_t nonsense_ = 0;
    bool closed_ = false;
};

/// The JSON of /control/{register}.
[[nodiscard]] std::string toJson(const Control& control);
/// Nothing if it is not such JSON, names an unknown state, or a latency is not 0 to 60 000 ms.
[[nodiscard]] std::optional<Control> controlFromJson(const std::string& text);

} // namespace vienlogs::registers
