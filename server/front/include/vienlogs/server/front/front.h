// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "vienlogs/base/result.h"
#include "vienlogs/server/front/application.h"
#include "vienlogs/server/front/limits.h"

namespace vienlogs::server::front {

/// Certificate files in PEM; the key's file is readable by its owner only.
struct TlsFiles {
    std::filesystem::path key;
    std::filesystem::path certificate;
    std::filesystem::path deviceCa;
};

struct FrontOptions {
    std::string host = "127.0.0.1"; ///< An address, no name.
    std::uint16_t port = 0;         ///< 0: any free one.
    std::optional<TlsFiles> tls;    ///< Without it plain HTTP, on a loopback address only.
    Limits limits{};
};

/// How busy the front is, as of now; counts since the start.
struct FrontFigures {
    std::uint64_t accepted = 0;
    std::uint64_t turnedAway = 0; ///< For want of room, or for their certificate.
    std::uint64_t malformed = 0;
    std::uint64_t timedOut = 0;
    std::uint64_t connections = 0; ///< Open now.
    std::uint64_t queued = 0;      ///< Requests waiting for a thread now.
    std::uint64_t working = 0;     ///< Threads of the pool at work now.
    std::uint64_t bodyBytes = 0;   ///< Bodies in memory now.
};

/// Accepts, reads and checks requests without a thread for each connection, and hands ready ones to a pool.
class Front {
public:
    /// Listens from the moment it returns. VL-SRV-0043 when the address cannot be listened on, VL-SRV-0044
    /// for plain HTTP beyond loopback, VL-SRV-0045 for TLS files that are wrong.
    [[nodiscard]] static base::Result<std::unique_ptr<Front>> start(const FrontOptions& options,
                                                                    Application& application);
    virtual ~Front() = default;
    /// "127.0.0.1:38211"
    [[nodiscard]] virtual std::string address() const = 0;
    [[nodiscard]] virtual FrontFigures figures() const = 0;
    /// Every answer from now on ends its connection.
    virtual void drain() = 0;
    /// Takes no new connections, finishes what is in work (at most Limits::drainTime), closes all.
    virtual void stop() = 0;
    /// Work for the pool that no client has sent; false when it is too busy.
    virtual bool post(std::function<void()> work) = 0;
};

} // namespace vienlogs::server::front
