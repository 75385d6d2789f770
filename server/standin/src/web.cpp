// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/standin/web.h"

#include <csignal>

#include <Poco/Net/Context.h>
#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPRequestHandlerFactory.h>
#include <Poco/Net/HTTPServer.h>
#include <Poco/Net/HTTPServerParams.h>
#include <Poco/Net/HTTPServerRequest.h>
#include <Poco/Net/HTTPServerRequestImpl.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <Poco/Net/SecureServerSocket.h>
#include <Poco/Net/ServerSocket.h>
#include <Poco/URI.h>

namespace vienlogs::standin {

namespace {

constexpr std::size_t longestBody = 64 * 1024;
constexpr int waitingConnections = 64;

class Handler final : public Poco::Net::HTTPRequestHandler {
public:
    explicit Handler(const Answering& answering) : answering_(answering) {}
    void handleRequest(Poco::Net::HTTPServerRequest& request,
                       Poco::Net::HTTPServerResponse& response) override {
        const auto answer = answering_(callOf(request));
        if (!answer) {
            static_cast<Poco::Net::HTTPServerRequestImpl&>(request).socket().shutdown();
            return;
        }
        response.setStatusAndReason(static_cast<Poco::Net::HTTPResponse::HTTPStatus>(answer->status));
        if (!answer->contentType.empty())
            response.setContentType(answer->contentType);
        response.setKeepAlive(false);
        response.set("Cache-Control", "no-store");
        if (!answer->location.empty())
            response.set("Location", answer->location);
        response.sendBuffer(answer->body.data(), answer->body.size());
    }

private:
    static Call callOf(Poco::Net::HTTPServerRequest& request) {
        const Poco::URI uri(request.getURI());
        Call call{
            request.getMethod(), uri.getPath(), {}, std::string(longestBody, '\0'), request.getContentType()};
        request.stream().read(call.body.data(), static_cast<std::streamsize>(longestBody));
        call.body.resize(static_cast<std::size_t>(request.stream().gcount()));
        for (const auto& [name, value] : uri.getQueryParameters())
            call.query[name] = value;
        return call;
    }
    const Answering& answering_;
};

class Factory final : public Poco::Net::HTTPRequestHandlerFactory {
public:
    explicit Factory(const Answering& answering) : answering_(answering) {}
    Poco::Net::HTTPRequestHandler* createRequestHandler(const Poco::Net::HTTPServerRequest&) override {
        return new Handler(answering_); // Poco deletes it
    }

private:
    const Answering& answering_;
};

Poco::Net::ServerSocket openSocket(const WebOptions& options) {
    const Poco::Net::SocketAddress address("127.0.0.1", options.port);
    if (!options.tls.empty()) {
        Poco::Net::Context::Params files;
        files.privateKeyFile = files.certificateFile = options.tls;
        files.verificationMode = Poco::Net::Context::VERIFY_NONE; // of browsers and servers that ask
        const Poco::Net::Context::Ptr context(
            new Poco::Net::Context(Poco::Net::Context::TLS_SERVER_USE, files));
        return Poco::Net::SecureServerSocket(address, waitingConnections, context);
    }
    Poco::Net::ServerSocket socket;
    socket.bind(address, true);
    socket.listen(waitingConnections);
    return socket;
}

sigset_t endSignals() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    return signals;
}

} // namespace

void holdSignals() {
    const auto signals = endSignals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

void serve(const WebOptions& options, const Answering& answering,
           const std::function<void(const std::string&)>& listening, const std::function<void()>& ending) {
    auto socket = openSocket(options);
    Poco::Net::HTTPServerParams::Ptr parameters = new Poco::Net::HTTPServerParams;
    parameters->setKeepAlive(false);
    Poco::Net::HTTPServer server(new Factory(answering), socket, parameters);
    listening("127.0.0.1:" + std::to_string(socket.address().port())); // who connects now waits a moment
    server.start();
    const auto signals = endSignals();
    int signal = 0;
    sigwait(&signals, &signal);
    ending();
    server.stopAll(true);
}

} // namespace vienlogs::standin
