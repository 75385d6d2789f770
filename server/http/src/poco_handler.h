// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <atomic>

#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPRequestHandlerFactory.h>

#include "dispatcher.h"

namespace vienlogs::server::http {

/// Requests that are being served, so that a stop can wait for them.
using Running = std::atomic<int>;

/// One request of Poco through the dispatcher and back.
class PocoHandler final : public Poco::Net::HTTPRequestHandler {
public:
    PocoHandler(Dispatcher& dispatcher, Running& running, bool tls)
        : dispatcher_(dispatcher), running_(running), tls_(tls) {}
    void handleRequest(Poco::Net::HTTPServerRequest& request,
                       Poco::Net::HTTPServerResponse& response) override;

private:
    Dispatcher& dispatcher_;
    Running& running_;
    bool tls_;
};

class PocoHandlerFactory final : public Poco::Net::HTTPRequestHandlerFactory {
public:
    PocoHandlerFactory(Dispatcher& dispatcher, Running& running, bool tls)
        : dispatcher_(dispatcher), running_(running), tls_(tls) {}
    Poco::Net::HTTPRequestHandler* createRequestHandler(const Poco::Net::HTTPServerRequest&) override {
        return new PocoHandler(dispatcher_, running_, tls_); // Poco deletes it.
    }

private:
    Dispatcher& dispatcher_;
    Running& running_;
    bool tls_;
};

} // namespace vienlogs::server::http
