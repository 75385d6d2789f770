// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "vienlogs/base/clock.h"
#include "vienlogs/server/app/staff.h"
#include "vienlogs/server/http/log.h"

namespace vienlogs::server {

/// The list of staff, fetched now and then from a file or from "http://host:port/path". One that cannot be
/// fetched or used changes nothing and is logged.
class StaffFeed {
public:
    StaffFeed(std::string source, const app::Audit& audit, const base::Clock& clock, http::Log& log)
        : source_(std::move(source)), audit_(audit), clock_(clock), log_(log) {}
    /// Fetches and applies it; nothing without a source.
    void run();

private:
    [[nodiscard]] base::Result<std::string> fetch() const;

    const std::string source_;
    const app::Audit& audit_;
    const base::Clock& clock_;
    http::Log& log_;
};

} // namespace vienlogs::server
