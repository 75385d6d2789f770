// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <iostream>

#include "commands.h"
#include "vienlogs/base/failure_text.h"
#include "vienlogs/base/failures_base.h"

int main(int argc, char** argv) {
    const std::vector<std::string> words(argv + 1, argv + argc);
    const auto has = [&](const char* word) {
        return std::find(words.begin(), words.end(), word) != words.end();
    };
    if (has("--help")) {
        std::cout << vienlogs::acts_tool::usage();
        return 0;
    }
    if (has("--version") || has("--check")) {
        std::cout << "vienlogs-acts " VIENLOGS_VERSION "\n";
        return 0;
    }
    const auto done = vienlogs::acts_tool::runCommand(words);
    if (done)
        return 0;
    const auto message = vienlogs::base::messageOf(done.error(), vienlogs::base::Language::English);
    std::cerr << message.code << ": " << message.happened << ' ' << message.todo << '\n'
              << done.error().detail << '\n';
    if (done.error().code == vienlogs::base::codes::invalidArgument)
        std::cerr << vienlogs::acts_tool::usage();
    return 1;
}
