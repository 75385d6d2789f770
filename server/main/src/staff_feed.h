// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <string>

#include "vienlogs/base/clock.h"
#include "vienlogs/server/app/staff.h"
#include "vienlogs/server/http/log.h"

namespace vienlogs::server {

/// The list of staff, fetched now and then from a file or from an address as of remoteAddress(). One that
/// cannot be fetched or used changes nothing and is logged.
class StaffFeed {
public:
    /// `authority` is whose certificates a source over https must have.
    StaffFeed(std::string source, std::filesystem::path authority, const app::Audit& audit,
              const base::Clock& clock, http::Log& log)
        : source_(std::move(source)), authority_(std::move(authority)), audit_(audit), clock_(clock),
          log_(log) {}
    /// Fetches and applies it; nothing without a source.
    void run();
    /// Whether it is an address and no file.
    [[nodiscard]] static bool isRemote(const std::string& source);

private:
    [[nodiscard]] base::Result<std::string> fetch() const;

    const std::string source_;
    const std::filesystem::path authority_;
    const app::Audit& audit_;
    const base::Clock& clock_;
    http::Log& log_;
};

} // namespace vienlogs::server
