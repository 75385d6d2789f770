// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "vienlogs/virtualcard/card_image.h"
#include "vienlogs/virtualcard/vpcd_link.h"

namespace vienlogs::virtualcard {

/// What the program was told on its command line.
struct Options {
    enum class Task { Run, Help, Version, Check };
    Task task = Task::Run;
    std::string profile;
    std::string personFile;
    std::string stateFile;
    CardOrder order;
    VpcdAddress address;
    std::vector<Fault> faults;
    bool inserted = true; ///< From the start.
};

/// The options, or what is wrong with them in a sentence for standard error.
[[nodiscard]] tl::expected<Options, std::string> parseOptions(const std::vector<std::string>& arguments);
[[nodiscard]] std::string helpText();

} // namespace vienlogs::virtualcard
