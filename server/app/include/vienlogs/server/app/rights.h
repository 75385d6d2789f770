// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace vienlogs::server::app {

/// Which roles may use an operation of the API. An operation that is not in the table is nobody's.
struct Right {
    std::string_view operation; ///< operationId of openapi.yaml
    std::vector<std::string_view> roles;
};

[[nodiscard]] std::span<const Right> rights();
[[nodiscard]] bool isAllowed(std::string_view operation, const std::vector<std::string>& roles);

} // namespace vienlogs::server::app
