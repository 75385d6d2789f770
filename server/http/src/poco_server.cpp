// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <thread>

#include <Poco/ErrorHandler.h>
#include <Poco/Net/HTTPServer.h>
#include <Poco/Net/SSLManager.h>
#include <Poco/Net/SecureServerSocket.h>
#include <Poco/Net/ServerSocket.h>
#include <Poco/ThreadPool.h>

#include "poco_handler.h"
#include "tls_context.h"
#include "vienlogs/server/http/failures.h"
#include "vienlogs/server/http/http_server.h"

namespace vienlogs::server::http {

namespace {

using namespace std::chrono_literals;
constexpr int threads = 96; // Half of them may be held by long polls.
constexpr int queued = 128;
constexpr int backlog = 128;
constexpr auto drainTime = 10s;

Poco::Net::HTTPServerParams::Ptr parameters() {
    Poco::Net::HTTPServerParams::Ptr params = new Poco::Net::HTTPServerParams;
    params->setMaxThreads(threads);
    params->setMaxQueued(queued);
    params->setTimeout(Poco::Timespan(10, 0));
    params->setKeepAlive(true);
    params->setKeepAliveTimeout(Poco::Timespan(15, 0));
    params->setMaxKeepAliveRequests(10'000);
    params->setSoftwareVersion("");
    return params;
}

/// What ends a connection outside of any handler (a failed handshake, a time-out) is told to the log.
class ErrorLog final : public Poco::ErrorHandler {
public:
    explicit ErrorLog(Log& log) : log_(log), before_(Poco::ErrorHandler::set(this)) {}
    ~ErrorLog() override { Poco::ErrorHandler::set(before_); }
    void exception(const Poco::Exception& error) override {
        log_.write("info", "connection-ended", {{"why", error.displayText()}});
    }
    void exception(const std::exception&) override { log_.write("error", "connection-ended"); }
    void exception() override { log_.write("error", "connection-ended"); }

private:
    Log& log_;
    Poco::ErrorHandler* before_;
};

class PocoServer final : public HttpServer {
public:
    PocoServer(const ServerOptions& options, const Services& services, Log& log,
               const Poco::Net::ServerSocket& socket)
        : feed_(services.feed), errors_(log), dispatcher_(services, log, options.requestsPerSecond),
          address_(socket.address()),
          server_(new PocoHandlerFactory(dispatcher_, running_, options.tls.has_value()), pool_, socket,
                  parameters()) {
        server_.start();
    }
    ~PocoServer() override { stop(); }

    std::string address() const override { return address_.toString(); }

    void stop() override {
        if (stopped_)
            return;
        stopped_ = true;
        server_.stop();
        feed_.stop();
        const auto deadline = std::chrono::steady_clock::now() + drainTime;
        while (running_ > 0 && std::chrono::steady_clock::now() < deadline)
            std::this_thread::sleep_for(5ms);
        server_.stopAll(true);
        pool_.joinAll();
    }

private:
    app::ChangeFeed& feed_;
    ErrorLog errors_;
    Dispatcher dispatcher_;
    Running running_{0};
    bool stopped_ = false;
    Poco::Net::SocketAddress address_;
    Poco::ThreadPool pool_{4, threads};
    Poco::Net::HTTPServer server_;
};

base::Result<Poco::Net::ServerSocket> listen(const ServerOptions& options) {
    const auto name = options.host + ":" + std::to_string(options.port);
    try {
        const Poco::Net::SocketAddress address(options.host, options.port);
        if (!options.tls) {
            if (!address.host().isLoopback())
                return base::fail(codes::plainNotLoopback);
            return Poco::Net::ServerSocket(address, backlog);
        }
        const auto context = makeTlsContext(*options.tls);
        if (!context)
            return base::fail(context.error());
        return Poco::Net::SecureServerSocket(address, backlog, *context);
    } catch (const Poco::Exception& error) {
        return base::fail(codes::cannotListen, error.displayText(), name);
    }
}

} // namespace

base::Result<std::unique_ptr<HttpServer>> HttpServer::start(const ServerOptions& options,
                                                            const Services& services, Log& log) {
    const auto socket = listen(options);
    if (!socket)
        return base::fail(socket.error());
    try {
        return std::make_unique<PocoServer>(options, services, log, *socket);
    } catch (const Poco::Exception& error) {
        return base::fail(codes::cannotListen, error.displayText(), options.host);
    }
}

} // namespace vienlogs::server::http
