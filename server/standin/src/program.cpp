// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/standin/program.h"

#include <charconv>
#include <iostream>
#include <vector>

namespace vienlogs::standin {

int runProgram(int argc, char** argv, const Program& program) {
    std::vector<std::string> arguments(argv + 1, argv + argc);
    if (arguments.size() == 1 && (arguments[0] == "--version" || arguments[0] == "--help")) {
        std::cout << (arguments[0] == "--help" ? program.usage : program.name + " " + program.version + "\n");
        return 0;
    }
    const bool checkOnly = std::erase(arguments, "--check") > 0;
    for (std::size_t i = 0; i < arguments.size(); i += 2)
        if (i + 1 >= arguments.size() || !program.readValue(arguments[i], arguments[i + 1])) {
            std::cerr << program.name << ": cannot use " << arguments[i] << "\n" << program.usage;
            return 2;
        }
    try {
        return program.run(checkOnly);
    } catch (const std::exception& error) {
        std::cerr << program.name << ": " << error.what() << '\n';
        return 1;
    }
}

std::optional<std::uint16_t> loopbackPort(const std::string& address) {
    constexpr std::string_view loopback = "127.0.0.1:";
    std::uint16_t port = 0;
    const auto* end = address.data() + address.size();
    if (!address.starts_with(loopback) ||
        std::from_chars(address.data() + loopback.size(), end, port).ptr != end)
        return {};
    return port;
}

} // namespace vienlogs::standin
