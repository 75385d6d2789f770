// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/server/http/http_server.h"

#include <thread>

#include "front_application.h"

namespace vienlogs::server::http {

namespace {

class FrontServer final : public HttpServer {
public:
    FrontServer(const ServerOptions& options, const Services& services, Log& log)
        : grace_(options.grace),
          application_(services, log, options.requestsPerSecond, options.tls.has_value()) {}
    ~FrontServer() override { stop(); }

    base::Result<void> listen(const ServerOptions& options) {
        auto front =
            front::Front::start({options.host, options.port, options.tls, options.limits}, application_);
        if (!front)
            return base::fail(front.error());
        front_ = std::move(*front);
        application_.attach(*front_);
        return {};
    }

    std::string address() const override { return front_->address(); }

    void stop() override {
        if (!front_ || std::exchange(stopped_, true))
            return;
        application_.drain();
        front_->drain();
        std::this_thread::sleep_for(grace_);
        application_.endWaiting();
        front_->stop();
    }

private:
    const std::chrono::seconds grace_;
    bool stopped_ = false;
    FrontApplication application_;
    std::unique_ptr<front::Front> front_;
};

} // namespace

base::Result<std::unique_ptr<HttpServer>> HttpServer::start(const ServerOptions& options,
                                                            const Services& services, Log& log) {
    auto server = std::make_unique<FrontServer>(options, services, log);
    if (const auto listening = server->listen(options); !listening)
        return base::fail(listening.error());
    return server;
}

} // namespace vienlogs::server::http
