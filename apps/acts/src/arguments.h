// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <string>
#include <vector>

#include "vienlogs/base/result.h"

namespace vienlogs::acts_tool {

/// A command line taken apart: "--name VALUE", switches without a value, and what is left.
struct Arguments {
    std::map<std::string, std::string> options;
    std::vector<std::string> rest;
    [[nodiscard]] bool has(const std::string& name) const { return options.contains(name); }
    [[nodiscard]] std::string value(const std::string& name, const std::string& otherwise = {}) const;
};

/// VL-BASE-0002 for an option nobody knows or one without its value.
[[nodiscard]] base::Result<Arguments> argumentsOf(const std::vector<std::string>& words);

} // namespace vienlogs::acts_tool
