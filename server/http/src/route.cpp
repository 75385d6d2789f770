// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "route.h"

#include "vienlogs/server/http/routes.h"

namespace vienlogs::server::http {

namespace {

std::string_view nextSegment(std::string_view& rest) {
    const auto slash = rest.find('/');
    const auto segment = rest.substr(0, slash);
    rest = slash == std::string_view::npos ? std::string_view() : rest.substr(slash + 1);
    return segment;
}

} // namespace

std::optional<std::vector<std::string>> matchPath(std::string_view pattern, std::string_view path) {
    if (!pattern.starts_with('/') || !path.starts_with('/') || path.ends_with('/'))
        return std::nullopt;
    std::vector<std::string> parameters;
    pattern.remove_prefix(1);
    path.remove_prefix(1);
    while (!pattern.empty() && !path.empty()) {
        const auto wanted = nextSegment(pattern);
        const auto given = nextSegment(path);
        if (wanted.starts_with('{') && !given.empty())
            parameters.emplace_back(given);
        else if (wanted != given)
            return std::nullopt;
    }
    return pattern.empty() && path.empty() ? std::optional(parameters) : std::nullopt;
}

std::vector<Route> allRoutes() {
    auto routes = loginRoutes();
    for (auto* more : {&syncRoutes, &recordRoutes, &actRoutes}) {
        auto area = more();
        std::move(area.begin(), area.end(), std::back_inserter(routes));
    }
    return routes;
}

std::vector<RouteName> routeNames() {
    std::vector<RouteName> names;
    for (const auto& route : allRoutes())
        names.push_back({route.method, route.pattern, route.operation});
    return names;
}

} // namespace vienlogs::server::http
