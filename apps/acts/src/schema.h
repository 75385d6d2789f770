// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

namespace vienlogs::acts_tool {

/// What an XML Schema says against a text, a line each; a schema that cannot be read is a line too. Nothing
/// is fetched from a network and no entity is taken in.
[[nodiscard]] std::vector<std::string> againstSchema(const std::string& text, const std::string& schemaPath);

} // namespace vienlogs::acts_tool
