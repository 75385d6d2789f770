// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace vienlogs::standin {

/// A stand-in as its command line sees it.
struct Program {
    std::string name;
    std::string version;
    std::string usage;
    /// Takes one option with its value; false for an unknown or unusable one.
    std::function<bool(const std::string& name, const std::string& value)> readValue;
    /// Runs, or with `checkOnly` tells only whether it could; the exit code. May throw std::exception.
    std::function<int(bool checkOnly)> run;
};

/// The whole of a main().
[[nodiscard]] int runProgram(int argc, char** argv, const Program& program);

/// The port of "127.0.0.1:PORT"; nothing for another address.
[[nodiscard]] std::optional<std::uint16_t> loopbackPort(const std::string& address);

} // namespace vienlogs::standin
