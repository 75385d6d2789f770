// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace vienlogs::test {

/// A process that ends with this object: its input and output are ours.
class ChildProcess {
public:
    /// `command` is a path and its arguments. Throws std::runtime_error if it does not start.
    explicit ChildProcess(std::vector<std::string> command);
    ~ChildProcess();
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;

    void write(const std::string& line);
    /// Reads lines until one begins with `start`, and returns it; empty when the time is over.
    std::string awaitLine(const std::string& start, std::chrono::seconds within = std::chrono::seconds(20));
    /// All lines so far, also those that awaitLine() passed over.
    const std::vector<std::string>& lines();
    void signal(int number) const;
    /// Waits for the end; the exit status as waitpid() gives it, -1 when the time is over.
    int wait(std::chrono::milliseconds within = std::chrono::seconds(20));

private:
    void readFor(std::chrono::milliseconds within);

    pid_t pid_ = -1;
    int input_ = -1;
    int output_ = -1;
    std::string rest_;
    std::vector<std::string> lines_;
    std::size_t next_ = 0;
};

/// The terminal stand-in as a process of its own on a free port.
class TerminalProcess {
public:
    explicit TerminalProcess(std::vector<std::string> options = {});
    [[nodiscard]] std::uint16_t port() const { return port_; }
    /// A command on its standard input, done when this returns.
    void command(const std::string& line);
    /// How many lines begin with this word: "captured", "declined", "reversed", "aborted".
    int count(const std::string& what);
    ChildProcess& process() { return process_; }

private:
    ChildProcess process_;
    std::uint16_t port_;
};

} // namespace vienlogs::test
