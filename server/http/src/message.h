// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "vienlogs/base/language.h"
#include "vienlogs/base/result.h"
#include "vienlogs/server/app/actor.h"
#include "vienlogs/server/store/rows.h"

namespace vienlogs::server::http {

/// What the connection proved about the machine at its other end.
struct PeerDevice {
    std::string name;
    std::string fingerprint; ///< Empty without TLS.
};

/// A request, checked as HTTP but not yet as one of ours.
struct Request {
    std::string method;
    std::string path;
    std::map<std::string, std::string> query;
    std::map<std::string, std::string> headers; ///< Names in lower case.
    std::string body;
    base::Language language = base::Language::Latvian;

    std::vector<std::string> parameters; ///< Of the route's pattern, in its order.
    store::Device device;
    std::optional<app::Actor> actor;
    std::string token;

    [[nodiscard]] std::string header(const std::string& name) const {
        const auto found = headers.find(name);
        return found == headers.end() ? std::string() : found->second;
    }
    [[nodiscard]] std::string argument(const std::string& name) const {
        const auto found = query.find(name);
        return found == query.end() ? std::string() : found->second;
    }
};

struct Response {
    int status = 200;
    std::string body;
    std::string contentType = "application/json";
    std::vector<std::pair<std::string, std::string>> headers{};
    /// Writes a long body piece by piece; `length` bytes when known, else until the connection closes.
    std::function<void(std::ostream&)> stream{};
    std::optional<std::int64_t> length{};
    std::string failureCode{}; ///< For the log.
    std::string failureDetail{};
};

} // namespace vienlogs::server::http
