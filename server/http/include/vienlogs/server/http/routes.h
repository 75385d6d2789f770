// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>
#include <vector>

namespace vienlogs::server::http {

/// A route as the contract names it, for the test that holds both together.
struct RouteName {
    std::string_view method;
    std::string_view pattern;   ///< "/v1/blobs/{sha256}"
    std::string_view operation; ///< operationId
};
[[nodiscard]] std::vector<RouteName> routeNames();

} // namespace vienlogs::server::http
