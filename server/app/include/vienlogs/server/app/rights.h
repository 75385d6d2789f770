// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vienlogs::server::app {

/// Roles and kinds of places there are; anything else is refused where it comes in.
[[nodiscard]] std::span<const std::string_view> knownRoles();
[[nodiscard]] std::span<const std::string_view> knownPlaceKinds();

/// One cell of the table of rights: who with this role, at a place of one of these kinds, may use the
/// operation. A cell that is not in the table is forbidden.
struct Right {
    std::string_view operation; ///< operationId of openapi.yaml
    std::string_view role;
    std::vector<std::string_view> placeKinds;
};

[[nodiscard]] std::span<const Right> rights();
[[nodiscard]] bool isAllowed(std::string_view operation, const std::vector<std::string>& roles,
                             std::string_view placeKind);

} // namespace vienlogs::server::app
