// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <vector>

#include "options.h"
#include "vienlogs/base/clock.h"
#include "vienlogs/base/result.h"
#include "vienlogs/server/http/log.h"
#include "vienlogs/server/http/services.h"
#include "vienlogs/server/syslog/sender.h"

namespace vienlogs::server {

/// Takes the log to a collector as well: security events by the facility that is theirs, the rest as local0.
/// Single requests that went well stay here; a collector of a country has no use for them.
class RemoteLog final : private http::LogListener {
public:
    /// Null when none is wanted. VL-LOG-0001.
    [[nodiscard]] static base::Result<std::unique_ptr<RemoteLog>>
    open(const Options& options, const base::Clock& clock, http::Log& log);
    ~RemoteLog() override;

    [[nodiscard]] std::vector<http::Figure> figures() const;

private:
    RemoteLog(syslog::Target target, const base::Clock& clock, http::Log& log);
    void heard(std::string_view level, std::string_view event, std::span<const Field> fields) override;

    const base::Clock& clock_;
    http::Log& log_;
    const syslog::Origin origin_;
    syslog::Sender sender_;
};

} // namespace vienlogs::server
