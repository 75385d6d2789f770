// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/test/child_process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <stdexcept>
#include <thread>

namespace vienlogs::test {

using namespace std::chrono;
using namespace std::chrono_literals;

namespace {

[[noreturn]] void become(const std::vector<std::string>& command, const std::string& errorFile, int input,
                         int output) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL); // a test that crashes leaves nothing behind
    ::dup2(input, STDIN_FILENO);
    ::dup2(output, STDOUT_FILENO);
    if (!errorFile.empty())
        ::dup2(::open(errorFile.c_str(), O_CREAT | O_WRONLY | O_APPEND, 0600), STDERR_FILENO);
    std::vector<char*> arguments;
    for (const auto& argument : command)
        arguments.push_back(const_cast<char*>(argument.c_str()));
    arguments.push_back(nullptr);
    ::execvp(arguments[0], arguments.data());
    ::_exit(127);
}

} // namespace

ChildProcess::ChildProcess(const std::vector<std::string>& command, const std::string& errorFile) {
    int toChild[2], fromChild[2];
    if (::pipe2(toChild, O_CLOEXEC) != 0 || ::pipe2(fromChild, O_CLOEXEC) != 0)
        throw std::runtime_error("no pipe");
    pid_ = ::fork();
    if (pid_ == 0)
        become(command, errorFile, toChild[0], fromChild[1]);
    ::close(toChild[0]);
    ::close(fromChild[1]);
    input_ = toChild[1];
    output_ = fromChild[0];
    if (pid_ < 0)
        throw std::runtime_error("no process");
}

ChildProcess::~ChildProcess() {
    stop();
    ::close(input_);
    ::close(output_);
}

void ChildProcess::writeLine(const std::string& line) {
    const auto text = line + "\n";
    if (::write(input_, text.data(), text.size()) != ssize_t(text.size()))
        throw std::runtime_error("the program reads no commands");
}

std::optional<std::string> ChildProcess::readLine(milliseconds longest) {
    const auto deadline = steady_clock::now() + longest;
    for (;;) {
        if (const auto end = pending_.find('\n'); end != std::string::npos) {
            auto line = pending_.substr(0, end);
            pending_.erase(0, end + 1);
            return line;
        }
        const auto left = duration_cast<milliseconds>(deadline - steady_clock::now()).count();
        pollfd handle{output_, POLLIN, 0};
        if (left <= 0 || ::poll(&handle, 1, int(left)) <= 0)
            return std::nullopt;
        char buffer[1024];
        const auto size = ::read(output_, buffer, sizeof buffer);
        if (size <= 0)
            return std::nullopt;
        pending_.append(buffer, std::size_t(size));
    }
}

void ChildProcess::stop() {
    if (pid_ < 0)
        return;
    ::kill(pid_, SIGTERM);
    const auto deadline = steady_clock::now() + 2s;
    while (::waitpid(pid_, nullptr, WNOHANG) == 0) {
        if (steady_clock::now() > deadline)
            ::kill(pid_, SIGKILL);
        std::this_thread::sleep_for(2ms);
    }
    pid_ = -1;
}

} // namespace vienlogs::test
