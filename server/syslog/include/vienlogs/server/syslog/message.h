// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "vienlogs/base/clock.h"

namespace vienlogs::server::syslog {

/// As RFC 5424 numbers them.
enum class Facility { Authorisation = 10, Local0 = 16 };
enum class Severity { Error = 3, Warning = 4, Information = 6 };

/// Who says it, the same in every message. Characters that a header may not have are left out.
struct Origin {
    std::string host;
    std::string program;
    long process = 0;
};

using Field = std::pair<const char*, std::string_view>;

/// One event as RFC 5424 writes it: `event` is its MSGID and its text, the fields with a value are its
/// structured data
/// ("vienlogs@32473"). At most 8 KiB, the longest that every collector has to take in practice; longer values
/// are cut.
[[nodiscard]] std::string messageOf(const Origin& origin, Facility facility, Severity severity,
                                    base::Timestamp at, std::string_view event,
                                    std::span<const Field> fields);

} // namespace vienlogs::server::syslog
