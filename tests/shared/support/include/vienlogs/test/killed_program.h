// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <string>
#include <vector>

namespace vienlogs::test {

/// Runs a program, a path and its arguments, for a time behind the first byte of its output and kills it;
/// gives the whole lines that it said. A line that the kill cut off says nothing.
[[nodiscard]] std::string saidUntilKilled(const std::vector<std::string>& command,
                                          std::chrono::microseconds time);

} // namespace vienlogs::test
