// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "vienlogs/base/result.h"

namespace vienlogs::server::front {

/// The head of a request, strictly RFC 9112. Names of headers are in lower case, none is there twice.
struct Head {
    std::string method;
    std::string target; ///< Origin form, "/path?query", or "*".
    std::vector<std::pair<std::string, std::string>> headers;
    std::optional<std::size_t> length; ///< Content-Length.
    bool chunked = false;
    bool keepAlive = true;
    bool expectsContinue = false;

    /// The value of a header, empty when it is not there.
    [[nodiscard]] std::string_view header(std::string_view name) const;
    [[nodiscard]] bool hasBody() const { return chunked || length.value_or(0) > 0; }
};

/// Why the front itself refuses a request. The connection ends after it.
struct Refusal {
    int status = 400;
    std::string_view what; ///< Stable and short: "two hosts". For log and figures.
};

/// The other end of a connection and what its certificate proved.
struct Peer {
    std::string address;     ///< Without the port.
    std::string name;        ///< Common name of the certificate; empty without TLS.
    std::string fingerprint; ///< SHA-256 of the certificate's DER, hexadecimal; empty without TLS.
    std::chrono::system_clock::time_point validUntil = std::chrono::system_clock::time_point::max();
};

/// What a request is answered with. Length, date and connection headers are the front's.
struct Answer {
    int status = 200;
    std::string contentType; ///< Empty for an answer without a body.
    std::vector<std::pair<std::string, std::string>> headers{};
    std::string body{};
    /// Gives a long body piece by piece, on the pool, when the piece before it has been sent; an empty piece
    /// ends it, a failure breaks the connection off.
    std::function<base::Result<std::string>()> next{};
    std::optional<std::int64_t> length{}; ///< Of a body given in pieces, when known.
    bool close = false;
};

} // namespace vienlogs::server::front
