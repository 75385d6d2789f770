// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "child_process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <stdexcept>
#include <thread>

extern char** environ;

namespace vienlogs::test {

using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

ChildProcess::ChildProcess(std::vector<std::string> command) {
    std::array<int, 2> in{};
    std::array<int, 2> out{};
    if (::pipe2(in.data(), O_CLOEXEC) != 0 || ::pipe2(out.data(), O_CLOEXEC) != 0)
        throw std::runtime_error("pipe2");
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_adddup2(&actions, in[0], STDIN_FILENO);
    ::posix_spawn_file_actions_adddup2(&actions, out[1], STDOUT_FILENO);
    std::vector<char*> arguments;
    for (auto& argument : command)
        arguments.push_back(argument.data());
    arguments.push_back(nullptr);
    const int error = ::posix_spawnp(&pid_, arguments.front(), &actions, nullptr, arguments.data(), environ);
    ::posix_spawn_file_actions_destroy(&actions);
    ::close(in[0]);
    ::close(out[1]);
    input_ = in[1];
    output_ = out[0];
    if (error != 0)
        throw std::runtime_error("cannot start " + command.front());
}

ChildProcess::~ChildProcess() {
    if (pid_ > 0) {
        ::kill(pid_, SIGKILL);
        ::waitpid(pid_, nullptr, 0);
    }
    ::close(input_);
    ::close(output_);
}

void ChildProcess::write(const std::string& line) {
    const auto text = line + "\n";
    if (::write(input_, text.data(), text.size()) != static_cast<ssize_t>(text.size()))
        throw std::runtime_error("the process does not read");
}

void ChildProcess::readFor(milliseconds within) {
    pollfd waiting{output_, POLLIN, 0};
    if (::poll(&waiting, 1, static_cast<int>(within.count())) != 1)
        return;
    std::array<char, 4096> bytes{};
    const auto count = ::read(output_, bytes.data(), bytes.size());
    if (count <= 0) { // the process has ended
        std::this_thread::sleep_for(std::min(within, milliseconds(5)));
        return;
    }
    rest_.append(bytes.data(), static_cast<std::size_t>(count));
    for (auto end = rest_.find('\n'); end != std::string::npos; end = rest_.find('\n')) {
        lines_.push_back(rest_.substr(0, end));
        rest_.erase(0, end + 1);
    }
}

std::string ChildProcess::awaitLine(const std::string& start, std::chrono::seconds within) {
    const auto until = Clock::now() + within;
    while (true) {
        while (next_ < lines_.size())
            if (const auto& line = lines_[next_++]; line.starts_with(start))
                return line;
        if (Clock::now() >= until)
            return {};
        readFor(milliseconds(50));
    }
}

const std::vector<std::string>& ChildProcess::lines() {
    for (std::size_t before = lines_.size() + 1; before != lines_.size();) {
        before = lines_.size();
        readFor(milliseconds(0));
    }
    return lines_;
}

void ChildProcess::signal(int number) const {
    ::kill(pid_, number);
}

int ChildProcess::wait(milliseconds within) {
    const auto until = Clock::now() + within;
    int status = -1;
    while (Clock::now() < until) {
        if (::waitpid(pid_, &status, WNOHANG) == pid_) {
            pid_ = -1;
            return status;
        }
        readFor(milliseconds(2)); // a full pipe would keep it from ending
    }
    return -1;
}

namespace {

std::vector<std::string> terminalCommand(const std::vector<std::string>& options) {
    std::vector<std::string> command{VIENLOGS_BIN_DIR "/vienlogs-pos-terminal", "--listen", "127.0.0.1:0",
                                     "--latency-ms", "10"};
    command.insert(command.end(), options.begin(), options.end());
    return command;
}

} // namespace

TerminalProcess::TerminalProcess(std::vector<std::string> options) : process_(terminalCommand(options)) {
    const auto line = process_.awaitLine("listening 127.0.0.1:");
    if (line.empty())
        throw std::runtime_error("the terminal does not listen");
    port_ = static_cast<std::uint16_t>(std::stoi(line.substr(line.rfind(':') + 1)));
}

void TerminalProcess::command(const std::string& line) {
    process_.write(line);
    if (process_.awaitLine("now " + line).empty())
        throw std::runtime_error("the terminal does not obey: " + line);
}

int TerminalProcess::count(const std::string& what) {
    int found = 0;
    for (const auto& line : process_.lines())
        found += line.starts_with(what + " ") ? 1 : 0;
    return found;
}

} // namespace vienlogs::test
