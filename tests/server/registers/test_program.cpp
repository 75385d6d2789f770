// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <array>
#include <csignal>
#include <string>

#include <gtest/gtest.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "http_help.h"

extern char** environ;

namespace {

/// The program as a process of its own, ended by its process id.
class Program {
public:
    explicit Program(std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), VIENLOGS_BIN_DIR "/vienlogs-registers");
        std::vector<char*> argv;
        for (auto& argument : arguments)
            argv.push_back(argument.data());
        argv.push_back(nullptr);
        std::array<int, 2> ends{};
        EXPECT_EQ(pipe(ends.data()), 0);
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
        posix_spawn_file_actions_addclose(&actions, ends[0]);
        EXPECT_EQ(posix_spawn(&pid_, argv[0], &actions, nullptr, argv.data(), environ), 0);
        posix_spawn_file_actions_destroy(&actions);
        close(ends[1]);
        output_ = ends[0];
    }
    ~Program() {
        if (pid_ > 0)
            end(SIGKILL);
        close(output_);
    }
    std::string line() {
        std::string text;
        for (char c = 0; read(output_, &c, 1) == 1 && c != '\n';)
            text += c;
        return text;
    }
    int end(int signal) {
        if (signal != 0)
            kill(pid_, signal);
        int status = 0;
        waitpid(pid_, &status, 0);
        pid_ = 0;
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }

private:
    pid_t pid_ = 0;
    int output_ = -1;
};

} // namespace

TEST(RegistersProgram, TellsItsPortServesAndEndsWhenTold) {
    Program program({"--listen", "127.0.0.1:0", "--seed", "3"});
    const auto line = program.line();
    const std::string beginning = "listening 127.0.0.1:";
    ASSERT_TRUE(line.starts_with(beginning)) << line;
    const auto port = static_cast<std::uint16_t>(std::stoi(line.substr(beginning.size())));
    EXPECT_EQ(vienlogs::testhelp::call(port, "GET", "/adresu-registrs/v1/adreses?q=riga").status, 200);
    EXPECT_EQ(program.end(SIGTERM), 0);
}

TEST(RegistersProgram, ChecksItselfAndRefusesWhatItCannotUse) {
    Program check({"--check"});
    EXPECT_NE(check.line().find(" people, "), std::string::npos);
    EXPECT_EQ(check.end(0), 0);
    for (const auto& wrong : {std::vector<std::string>{"--listen", "0.0.0.0:0"},
                              {"--listen", "127.0.0.1:70000"},
                              {"--seed", "x"},
                              {"--people-file", "/nowhere"},
                              {"--seed"},
                              {"--nonsense"}})
        EXPECT_EQ(Program(wrong).end(0), 2) << wrong[0];
}
