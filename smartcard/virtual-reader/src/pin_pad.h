// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <atomic>
#include <string>

#include "pin_block.h"

namespace vienlogs::virtualreader {

/// The keys and the display of a reader. Whoever stands before it connects to a Unix socket, reads what the
/// display says ("enter current 4 12", "enter new 4 12", "enter again 4 12", then "done" or "stopped") and
/// answers each "enter" with a line: digits, "cancel", or "late" for doing nothing until the time is over.
class PinPad {
public:
    enum class End { Entered, Cancelled, TooLate, NotTheSame };

    explicit PinPad(const std::string& path);

    /// Asks for all digits that a command wants and puts them in; they are wiped when something stopped it.
    [[nodiscard]] End fill(PinCommand& command);
    [[nodiscard]] bool works() const { return listener_.valid(); }
    /// Ends an entry from outside: the reader is closed.
    void stop() { stopped_ = true; }

private:
    using Deadline = std::chrono::steady_clock::time_point;
    [[nodiscard]] End ask(const char* what, const PinEntry& entry, Deadline deadline, std::string& digits);
    [[nodiscard]] End fillIn(PinCommand& command, Deadline deadline);
    [[nodiscard]] bool waitForUser(Deadline deadline);
    /// A whole line; nothing when it is too late or the user went away.
    [[nodiscard]] std::optional<std::string> readLine(Deadline deadline);
    [[nodiscard]] bool waitFor(const Handle& readable, Deadline deadline) const;
    void show(const std::string& text);

    Handle listener_;
    Handle user_;
    std::atomic<bool> stopped_{false};
};

void wipe(std::string& digits);

} // namespace vienlogs::virtualreader
