// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <memory>
#include <string>

#include "vienlogs/server/gateway/http_exchange.h"

namespace vienlogs::server::gateway {

using Deadline = std::chrono::steady_clock::time_point;

/// Thrown inside the gateway only: the other side cannot prove who it is.
struct Untrusted {
    std::string why;
};

/// Bytes to and from somebody else. Every call ends at its deadline, by Poco::TimeoutException, however
/// slowly the bytes drip.
class Line {
public:
    virtual ~Line() = default;
    /// How many came, at least one; 0 when the other side has ended.
    virtual int receive(char* to, int most, Deadline deadline) = 0;
    virtual void send(const std::string& text, Deadline deadline) = 0;
};

/// Connects, and over TLS proves who is there, each in `longest` at most. Throws Poco::Exception and
/// Untrusted.
[[nodiscard]] std::unique_ptr<Line> openLine(const Endpoint& endpoint, std::chrono::milliseconds longest);

} // namespace vienlogs::server::gateway
