// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <string>

#include "vienlogs/base/result.h"
#include "vienlogs/server/gateway/http_exchange.h"

namespace vienlogs::server {

/// Something to be had over HTTP: whom to ask, and for what.
struct RemoteAddress {
    gateway::Endpoint endpoint;
    std::string target;
};

/// "http://host:port/path" or, with a file of authorities, also "https://host/path"; the path may be left
/// out. VL-REG-0010 for anything else.
[[nodiscard]] base::Result<RemoteAddress> remoteAddress(const std::string& url,
                                                        const std::filesystem::path& authority);

/// Whether nobody else can answer in its place: an address of this machine itself, or TLS. A name is none.
[[nodiscard]] bool isProtected(const RemoteAddress& address);

} // namespace vienlogs::server
