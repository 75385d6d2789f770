// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "remote_address.h"
#include "vienlogs/base/result.h"
#include "vienlogs/server/app/audit_stamps.h"

namespace vienlogs::server {

/// A time stamp service over HTTP (RFC 3161 section 3.4).
class HttpStampService final : public app::StampService {
public:
    /// An address as of remoteAddress(), `authority` for one over https.
    [[nodiscard]] static base::Result<HttpStampService> at(const std::string& address,
                                                           const std::filesystem::path& authority);
    base::Result<base::Bytes> ask(const base::Bytes& question) override;

private:
    explicit HttpStampService(RemoteAddress address) : address_(std::move(address)) {}

    RemoteAddress address_;
};

} // namespace vienlogs::server
