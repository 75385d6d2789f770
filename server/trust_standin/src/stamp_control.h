// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <string>

namespace vienlogs::trust_standin {

/// How the time stamp service behaves; its README says what each means.
enum class StampState { Up, Down, Silent, Nonsense, WrongNonce, WrongImprint, Expired, Untrusted, Refusing };

struct StampControl {
    StampState state = StampState::Up;
    long aheadSeconds = 0; ///< Of its clock, before or after the true time.
};

/// Nothing for a text that is no control.
[[nodiscard]] std::optional<StampControl> controlFromJson(const std::string& text);

/// The control that is in force, for many threads.
class StampControls {
public:
    [[nodiscard]] StampControl get() const;
    void set(const StampControl& control);
    /// Returns when it is no longer silent, or after this long.
    void waitWhileSilent(std::chrono::seconds longest);
    /// Nobody waits any more.
    void close();

private:
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    StampControl control_;
    bool closed_ = false;
};

} // namespace vienlogs::trust_standin
