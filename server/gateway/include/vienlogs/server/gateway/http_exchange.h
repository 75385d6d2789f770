// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "vienlogs/base/result.h"

namespace vienlogs::server::gateway {

/// Who is asked, and how it proves itself.
struct Endpoint {
    std::string host;
    std::uint16_t port = 0;
    std::filesystem::path authority = {}; ///< Whose certificates it must have (PEM); none without TLS.
};

/// Reads "http://host:port"; with a file of authorities also "https://host" or "https://host:port". Nothing
/// else is an address.
[[nodiscard]] base::Result<Endpoint> endpointOf(const std::string& address,
                                                const std::filesystem::path& authority = {});

struct HttpRequest {
    std::string method;
    std::string target;
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
};

struct HttpReply {
    int status = 0;
    std::map<std::string, std::string> headers; ///< Names in lower case.
    std::string body;
    /// Empty text when there is none; the name in lower case.
    [[nodiscard]] std::string header(const std::string& name) const;
};

struct ExchangeLimits {
    std::chrono::milliseconds connect{2000};
    std::chrono::milliseconds answer{5000}; ///< For all of it, however slowly the bytes drip.
    std::size_t head = 16 * 1024;
    std::size_t body = 2 * 1024 * 1024;
};

/// One request on one connection. VL-REG-0001 when nothing whole comes back in time, VL-REG-0003 when what
/// comes is not HTTP or is longer than allowed, VL-REG-0011 when it cannot prove who it is. Poco's client is
/// not used because its time-out counts from byte to byte.
[[nodiscard]] base::Result<HttpReply> exchange(const Endpoint& endpoint, const HttpRequest& request,
                                               const ExchangeLimits& limits);

} // namespace vienlogs::server::gateway
