// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <memory>

namespace vienlogs::sync {

/// Calls back once, some time after it was started, on the thread that started it. The simulation brings one
/// of its own, so that a history of a month takes no time.
class Timer {
public:
    virtual ~Timer() = default;
    /// In `milliseconds` from now; starting it again forgets the time before.
    virtual void start(int milliseconds) = 0;
    virtual void stop() = 0;
};

/// Makes a timer that calls `due`.
using MakeTimer = std::function<std::unique_ptr<Timer>(std::function<void()> due)>;

/// The event loop's own timer.
[[nodiscard]] std::unique_ptr<Timer> makeQtTimer(std::function<void()> due);

} // namespace vienlogs::sync
