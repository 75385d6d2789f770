// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "vienlogs/base/result.h"
#include "vienlogs/server/app/audit_stamps.h"
#include "vienlogs/server/gateway/http_exchange.h"

namespace vienlogs::server {

/// A time stamp service over HTTP (RFC 3161 section 3.4).
class HttpStampService final : public app::StampService {
public:
    /// "http://host:port/path", the path may be left out; VL-REG-0010 for anything else.
    [[nodiscard]] static base::Result<HttpStampService> at(const std::string& address);
    base::Result<base::Bytes> ask(const base::Bytes& question) override;

private:
    HttpStampService(gateway::Endpoint endpoint, std::string target)
        : endpoint_(std::move(endpoint)), target_(std::move(target)) {}

    gateway::Endpoint endpoint_;
    std::string target_;
};

} // namespace vienlogs::server
