// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <initializer_list>
#include <mutex>
#include <ostream>
#include <string_view>
#include <utility>

#include <nlohmann/json_fwd.hpp>

#include "vienlogs/base/clock.h"

namespace vienlogs::server::http {

/// One JSON object a line. Callers give names of routes, devices and codes; never a person's data, a token, a
/// path with identifiers or a body.
class Log {
public:
    Log(std::ostream& out, const base::Clock& clock) : out_(out), clock_(clock) {}
    using Field = std::pair<const char*, std::string>;
    void write(std::string_view level, std::string_view event, std::initializer_list<Field> fields = {});

private:
    std::ostream& out_;
    const base::Clock& clock_;
    std::mutex mutex_;
};

} // namespace vienlogs::server::http
