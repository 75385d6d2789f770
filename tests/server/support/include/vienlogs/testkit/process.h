// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

namespace vienlogs::testkit {

/// A child process with its standard output; ended with this object, by its own number only.
class Process {
public:
    /// Starts a program; standard error goes to a file.
    Process(const std::vector<std::string>& command, const std::filesystem::path& errors);
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;
    ~Process();
    /// The next line of its standard output; empty at the end.
    [[nodiscard]] std::string readLine();
    void signal(int number) const;
    [[nodiscard]] pid_t id() const { return pid_; }
    /// A number that the system keeps of it, "VmRSS" (memory in kB) or "Threads"; 0 when it has ended.
    [[nodiscard]] long status(const std::string& name) const;
    /// Processor time that it has used, in seconds, and its children that still live.
    [[nodiscard]] double processorSeconds() const;
    /// Waits and gives the exit code; 128 + signal when it was killed.
    int wait();

private:
    pid_t pid_ = -1;
    int output_ = -1;
};

/// Runs a program to its end; its exit code.
[[nodiscard]] int run(const std::vector<std::string>& command, const std::filesystem::path& errors);

} // namespace vienlogs::testkit
