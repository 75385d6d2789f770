// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "message.h"
#include "vienlogs/server/http/services.h"

namespace vienlogs::server::http {

/// What a request must bring before a route's handler sees it. A session is asked for unless a route says
/// otherwise, and then the rights table decides.
enum class Access { Session, Device, Open };

struct Route {
    std::string_view method;
    std::string_view pattern;
    std::string_view operation;
    std::function<base::Result<Response>(const Request&, const Services&)> handler;
    Access access = Access::Session;
    std::size_t maxBody = 64 * 1024;
    bool keyed = false; ///< Wants an Idempotency-Key and gives the same answer again.
    bool quick = false; ///< Answered from memory; public data only, so a moment-old login is good enough.
    bool slow = false;  ///< Waits for other machines.
    /// Keeps what came of a body before the line broke; without it that is thrown away.
    std::function<base::Result<void>(const Request&, const Services&)> cutOff{};
};

/// Routes of one area; together they are the API.
[[nodiscard]] std::vector<Route> loginRoutes();
[[nodiscard]] std::vector<Route> syncRoutes();
[[nodiscard]] std::vector<Route> recordRoutes();
[[nodiscard]] std::vector<Route> actRoutes();
[[nodiscard]] std::vector<Route> allRoutes();

/// The values of a pattern's parameters, or nothing when the path is another one.
[[nodiscard]] std::optional<std::vector<std::string>> matchPath(std::string_view pattern,
                                                                std::string_view path);

} // namespace vienlogs::server::http
