// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "arguments.h"

namespace vienlogs::acts_tool {

[[nodiscard]] std::string usage();
/// Runs the command that the words name; what it has to say goes to the standard output.
[[nodiscard]] base::Result<void> runCommand(const std::vector<std::string>& words);

} // namespace vienlogs::acts_tool
