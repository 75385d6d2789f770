// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/testkit/process.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>

extern char** environ;

namespace {

constexpr std::size_t userTime = 11; ///< In /proc/PID/stat after the name; system time follows.

} // namespace

namespace vienlogs::testkit {

Process::Process(const std::vector<std::string>& command, const std::filesystem::path& errors) {
    int pipe[2] = {-1, -1};
    if (::pipe2(pipe, O_CLOEXEC) != 0)
        return;
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, pipe[1], STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, errors.c_str(), O_WRONLY | O_CREAT | O_APPEND,
                                     0600);
    std::vector<char*> arguments;
    for (const auto& part : command)
        arguments.push_back(const_cast<char*>(part.c_str()));
    arguments.push_back(nullptr);
    if (::posix_spawn(&pid_, command[0].c_str(), &actions, nullptr, arguments.data(), environ) != 0)
        pid_ = -1;
    posix_spawn_file_actions_destroy(&actions);
    ::close(pipe[1]);
    output_ = pipe[0];
}

Process::~Process() {
    if (pid_ > 0) {
        signal(SIGKILL);
        wait();
    }
    if (output_ >= 0)
        ::close(output_);
}

std::string Process::readLine() {
    std::string line;
    char c = 0;
    while (::read(output_, &c, 1) == 1 && c != '\n')
        line += c;
    return line;
}

void Process::signal(int number) const {
    if (pid_ > 0)
        ::kill(pid_, number);
}

long Process::status(const std::string& name) const {
    std::ifstream status("/proc/" + std::to_string(pid_) + "/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with(name + ":"))
            return std::stol(line.substr(name.size() + 1));
    return 0;
}

double Process::processorSeconds() const {
    const auto id = std::to_string(pid_);
    std::ifstream children("/proc/" + id + "/task/" + id + "/children");
    std::vector<std::string> all{id};
    all.insert(all.end(), std::istream_iterator<std::string>(children), {});
    double ticks = 0;
    for (const auto& one : all) {
        std::ifstream stream("/proc/" + one + "/stat");
        const std::string text{std::istreambuf_iterator<char>(stream), {}};
        std::istringstream fields(text.substr(std::min(text.rfind(')') + 1, text.size())));
        const std::vector<std::string> words{std::istream_iterator<std::string>(fields), {}};
        if (words.size() > userTime + 1)
            ticks += std::stod(words[userTime]) + std::stod(words[userTime + 1]);
    }
    return ticks / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

int Process::wait() {
    int status = 0;
    if (pid_ <= 0 || ::waitpid(pid_, &status, 0) != pid_)
        return -1;
    pid_ = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

int run(const std::vector<std::string>& command, const std::filesystem::path& errors) {
    return Process(command, errors).wait();
}

} // namespace vienlogs::testkit
