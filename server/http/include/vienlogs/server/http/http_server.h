// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>

#include "vienlogs/base/result.h"
#include "vienlogs/server/front/front.h"
#include "vienlogs/server/http/log.h"
#include "vienlogs/server/http/services.h"

namespace vienlogs::server::http {

using front::TlsFiles;

struct ServerOptions {
    std::string host = "127.0.0.1";
    std::uint16_t port = 0; ///< 0: any free one.
    /// Without it plain HTTP is spoken, which only a loopback address allows; the device is then believed
    /// from the header X-Vienlogs-Device. For tests and for looking at the wire.
    std::optional<TlsFiles> tls;
    front::Limits limits{};
    std::chrono::seconds grace{0};  ///< From not being ready to taking nothing new, when it stops.
    double requestsPerSecond = 200; ///< Of one device, with a burst of four times as many.
};

/// The API over HTTP/1.1: TLS 1.3 with device certificates, routes, problems, limits, metrics.
class HttpServer {
public:
    /// Listens from the moment it returns. VL-SRV-0043 when the address cannot be listened on, VL-SRV-0044
    /// for plain HTTP beyond loopback.
    [[nodiscard]] static base::Result<std::unique_ptr<HttpServer>> start(const ServerOptions& options,
                                                                         const Services& services, Log& log);
    virtual ~HttpServer() = default;
    /// "127.0.0.1:38211"
    [[nodiscard]] virtual std::string address() const = 0;
    /// Is not ready any more; after the grace takes no new connections, finishes the running requests (at
    /// most 10 s), closes all.
    virtual void stop() = 0;
};

} // namespace vienlogs::server::http
