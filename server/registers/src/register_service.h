// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "vienlogs/base/clock.h"
#include "vienlogs/registers/world.h"

namespace vienlogs::registers {

/// A request as a register sees it, free of the HTTP library.
struct HttpCall {
    std::string method;
    std::string path;
    std::map<std::string, std::string> query;
    std::function<std::string(const std::string& name)> header; ///< Empty text when there is none.
    std::string body;
};

struct HttpAnswer {
    int status = 200;
    std::string contentType;
    std::string body;
    std::vector<std::pair<std::string, std::string>> headers{};
};

/// One register with its own protocol. Called under a lock: no two calls at once.
class RegisterService {
public:
    virtual ~RegisterService() = default;
    /// Name in /control/{register}.
    [[nodiscard]] virtual std::string_view id() const = 0;
    [[nodiscard]] virtual bool serves(std::string_view path) const = 0;
    /// The answer from data as it was at a moment.
    [[nodiscard]] virtual HttpAnswer answer(const HttpCall& call, base::Timestamp asOf) = 0;
    /// Says, the way this protocol says it, that the owner closed the register until a moment.
    [[nodiscard]] virtual HttpAnswer closed(const HttpCall& call, base::Timestamp until) = 0;
    /// Says that something broke inside.
    [[nodiscard]] virtual HttpAnswer broken(const HttpCall& call) = 0;
};

/// The day of a moment, in UTC.
[[nodiscard]] inline Date dayOf(base::Timestamp time) {
    return Date(std::chrono::floor<std::chrono::days>(time));
}

} // namespace vienlogs::registers
