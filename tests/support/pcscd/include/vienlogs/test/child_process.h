// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <sys/types.h>

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace vienlogs::test {

/// A program of its own with pipes to its input and from its output; ended, by its process number, with this
/// object.
class ChildProcess {
public:
    /// Throws std::runtime_error if it cannot be started. Standard error goes to `errorFile`, or where ours
    /// goes.
    explicit ChildProcess(const std::vector<std::string>& command, const std::string& errorFile = {});
    ~ChildProcess();
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;

    [[nodiscard]] pid_t pid() const { return pid_; }
    void writeLine(const std::string& line);
    /// The next line of output; nothing if none came in time.
    [[nodiscard]] std::optional<std::string> readLine(std::chrono::milliseconds longest);
    /// SIGTERM, and SIGKILL if that does not help within two seconds.
    void stop();

private:
    pid_t pid_ = -1;
    int input_ = -1, output_ = -1;
    std::string pending_;
};

} // namespace vienlogs::test
