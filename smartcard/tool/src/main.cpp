// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <iostream>

#include "commands.h"
#include "output.h"

using namespace vienlogs::cardtool;

namespace {

bool isPin(const Options& options) {
    const auto& words = options.words;
    return words.size() == 3 && words[0] == "pin" &&
           (words[1] == "verify" || words[1] == "change" || words[1] == "unblock") &&
           (words[2] == "1" || words[2] == "2");
}

/// Nothing when the words name no command, or not as it wants them.
std::optional<int> run(const Options& options) {
    const auto& words = options.words;
    if (options.check && words.empty())
        return checkSettings(options);
    if (words == std::vector<std::string>{"list"})
        return listReaders(options);
    if (words == std::vector<std::string>{"read"})
        return readCard(options);
    if (isPin(options))
        return handlePin(options);
    if (words.size() >= 2 && words[0] == "sign" && !options.out.empty())
        return signFiles(options);
    if (words.size() == 2 && words[0] == "verify")
        return verifyFile(options);
    return std::nullopt;
}

} // namespace

int main(int argc, char** argv) {
    const auto options = parseOptions({argv + 1, argv + argc});
    if (options && (options->help || options->version)) {
        std::cout << (options->help ? helpText() : "vienlogs-card-tool " VIENLOGS_VERSION "\n");
        return done;
    }
    const auto result = options ? run(*options) : std::nullopt;
    if (!result)
        std::cerr << "vienlogs-card-tool: " << (options ? "no such command" : options.error()) << '\n'
                  << helpText();
    return result.value_or(unreadable);
}
