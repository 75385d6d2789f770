// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
//
// Poco's HTTPServer as it comes, with a file's text for every request: what bench_http compares with.
// usage: bench_poco_server FILE [KEY CERTIFICATE CA]; prints its port, serves until SIGTERM.
#include <csignal>
#include <fstream>
#include <iostream>

#include <Poco/Net/Context.h>
#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPRequestHandlerFactory.h>
#include <Poco/Net/HTTPServer.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <Poco/Net/SecureServerSocket.h>
#include <Poco/ThreadPool.h>

namespace net = Poco::Net;

namespace {

constexpr int threads = 66;

class Handler final : public net::HTTPRequestHandler {
public:
    explicit Handler(const std::string& text) : text_(text) {}
    void handleRequest(net::HTTPServerRequest&, net::HTTPServerResponse& response) override {
        response.setContentType("application/json");
        response.sendBuffer(text_.data(), text_.size());
    }

private:
    const std::string& text_;
};

class Factory final : public net::HTTPRequestHandlerFactory {
public:
    explicit Factory(std::string text) : text_(std::move(text)) {}
    net::HTTPRequestHandler* createRequestHandler(const net::HTTPServerRequest&) override {
        return new Handler(text_);
    }

private:
    std::string text_;
};

net::ServerSocket listen(int argc, char** argv) {
    const net::SocketAddress address("127.0.0.1", 0);
    if (argc < 5)
        return net::ServerSocket(address, 512);
    net::Context::Ptr context = new net::Context(net::Context::TLS_SERVER_USE, argv[2], argv[3], argv[4],
                                                 net::Context::VERIFY_STRICT);
    context->enableExtendedCertificateVerification(false);
    SSL_CTX_set_verify(context->sslContext(), SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, nullptr);
    return net::SecureServerSocket(address, 512, context);
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 2)
        return 2;
    sigset_t ending;
    sigemptyset(&ending);
    sigaddset(&ending, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &ending, nullptr);
    std::ifstream file(argv[1]);
    const auto socket = listen(argc, argv);
    net::HTTPServerParams::Ptr params = new net::HTTPServerParams;
    params->setMaxThreads(threads);
    params->setMaxKeepAliveRequests(0);
    Poco::ThreadPool pool(threads, threads);
    net::HTTPServer server(new Factory(std::string{std::istreambuf_iterator<char>(file), {}}), pool, socket,
                           params);
    server.start();
    std::cout << socket.address().port() << std::endl;
    int signal = 0;
    sigwait(&ending, &signal);
    server.stopAll(true);
    return 0;
}
