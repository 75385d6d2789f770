// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <nlohmann/json.hpp>

#include "vienlogs/office/merged.h"

namespace vienlogs::acts_tool {

/// The merge list of one document and what collides with the act as it is now.
[[nodiscard]] nlohmann::json reportOf(const std::string& file, const office::Import& import,
                                      const acts::Merged& merged);
/// The list of several files: the files, and a line for each change.
[[nodiscard]] nlohmann::json reportOf(const office::MergeList& list);

} // namespace vienlogs::acts_tool
