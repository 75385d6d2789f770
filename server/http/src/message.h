// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "rate_limit.h"
#include "vienlogs/base/language.h"
#include "vienlogs/base/result.h"
#include "vienlogs/server/app/actor.h"
#include "vienlogs/server/app/audit.h"
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
    std::vector<std::pair<std::string, std::string>> headers; ///< Names in lower case, none twice.
    std::string body;
    base::Language language = base::Language::Latvian;

    std::vector<std::string> parameters; ///< Of the route's pattern, in its order.
    store::Device device;
    std::optional<app::Actor> actor;
    std::string token;
    std::optional<RateLimit::State> rate; ///< Of its device, once it was counted.

    /// Empty when there is none.
    [[nodiscard]] const std::string& header(std::string_view name) const {
        static const std::string none;
        for (const auto& [known, value] : headers)
            if (known == name)
                return value;
        return none;
    }
    [[nodiscard]] std::string argument(const std::string& name) const {
        const auto found = query.find(name);
        return found == query.end() ? std::string() : found->second;
    }
};

/// What a request waits for.
struct Wait {
    std::string scope;
    std::uint64_t seen = 0; ///< ChangeFeed::news() before the request looked.
    std::chrono::seconds atMost{0};
};

struct Response {
    int status = 200;
    std::string body;
    std::string contentType = "application/json";
    std::vector<std::pair<std::string, std::string>> headers{};
    /// Gives a long body piece by piece until an empty one; `length` bytes when known. A failure breaks it
    /// off.
    std::function<base::Result<std::string>()> next{};
    std::optional<std::int64_t> length{};
    /// There is nothing to tell yet: the request is to be served again when there is news, and gets this
    /// answer when its time is over.
    std::optional<Wait> wait{};
    /// Goes out only once this is on the audit.
    std::vector<app::AuditEntry> looks{};
    std::map<std::string, std::uint64_t> commands{}; ///< How many had which result; for the figures.
    std::string failureCode{};                       ///< For the log.
    std::string failureDetail{};
};

} // namespace vienlogs::server::http
