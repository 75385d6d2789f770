// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace vienlogs::base {

/// A moment in UTC, to the millisecond.
using Timestamp = std::chrono::sys_time<std::chrono::milliseconds>;

/// Where the time comes from; passed in, so that a test decides what time it is.
class Clock {
public:
    virtual ~Clock() = default;
    /// The time of day. May jump; never measure durations with it.
    [[nodiscard]] virtual Timestamp now() const = 0;
    /// Runs evenly and never backwards; for durations and time-outs.
    [[nodiscard]] virtual std::chrono::steady_clock::time_point steadyNow() const = 0;
};

/// The machine's clocks.
class SystemClock final : public Clock {
public:
    [[nodiscard]] Timestamp now() const override;
    [[nodiscard]] std::chrono::steady_clock::time_point steadyNow() const override;
};

/// A clock that stands still until it is moved; for tests and the simulation.
class ManualClock final : public Clock {
public:
    explicit ManualClock(Timestamp start) : now_(start) {}
    [[nodiscard]] Timestamp now() const override { return now_; }
    [[nodiscard]] std::chrono::steady_clock::time_point steadyNow() const override {
        return std::chrono::steady_clock::time_point(steady_);
    }
    void advance(std::chrono::milliseconds by) {
        now_ += by;
        steady_ += by;
    }
    /// The time of day jumps, the steady clock does not.
    void jump(std::chrono::milliseconds by) { now_ += by; }

private:
    Timestamp now_;
    std::chrono::milliseconds steady_{0};
};

/// RFC 3339 in UTC with milliseconds: "2026-11-23T11:19:28.000Z".
[[nodiscard]] std::string toRfc3339(Timestamp time);
/// Reads RFC 3339 with "Z" or an offset; nothing if it is not one.
[[nodiscard]] std::optional<Timestamp> fromRfc3339(std::string_view text);

/// A day of the calendar as ISO 8601, "2026-11-23"; nothing if there is no such day.
[[nodiscard]] std::optional<std::chrono::year_month_day> dateFromIso(std::string_view text);
[[nodiscard]] std::string toIso(std::chrono::year_month_day date);
/// As a Latvian reader writes it: "23.11.2026."
[[nodiscard]] std::string toLatvianDate(std::chrono::year_month_day date);

} // namespace vienlogs::base
