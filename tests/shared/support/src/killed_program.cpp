// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/test/killed_program.h"

#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>

namespace vienlogs::test {

std::string saidUntilKilled(const std::vector<std::string>& command, std::chrono::microseconds time) {
    std::vector<char*> arguments;
    for (const auto& word : command)
        arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    int ends[2];
    if (::pipe(ends) != 0)
        return "failed pipe";
    const pid_t child = ::fork();
    if (child == 0) {
        ::dup2(ends[1], STDOUT_FILENO);
        ::close(ends[0]);
        ::close(ends[1]);
        ::execv(arguments[0], arguments.data());
        ::_exit(127);
    }
    ::close(ends[1]);
    std::string said(1, '\0');
    said.resize(::read(ends[0], said.data(), 1) == 1 ? 1 : 0); // its first byte: it is at work now
    ::usleep(useconds_t(time.count()));
    ::kill(child, SIGKILL);
    std::array<char, 4096> part{};
    ssize_t size = 0;
    while ((size = ::read(ends[0], part.data(), part.size())) > 0)
        said.append(part.data(), std::size_t(size));
    ::close(ends[0]);
    ::waitpid(child, nullptr, 0);
    return said.substr(0, said.rfind('\n') + 1);
}

} // namespace vienlogs::test
