// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <nlohmann/json.hpp>

#include "vienlogs/office/merge_list.h"

namespace vienlogs::acts_tool {

/// The merge list of one document and what collides with the act as it is now.
[[nodiscard]] nlohmann::json reportOf(const std::string& file, const office::Import& import,
                                      const acts::Merged& merged);

} // namespace vienlogs::acts_tool
