// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
//
// Poco's HTTPServer as it comes, what bench_http compares with: for every request a file's text, or the
// newest head of the audit, read from a server's encrypted store each time. usage: bench_poco_server
// FILE|DATA [KEY CERTIFICATE CA]; prints its port, serves until SIGTERM.
#include <csignal>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>

#include <nlohmann/json.hpp>

#include <Poco/Net/Context.h>
#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPRequestHandlerFactory.h>
#include <Poco/Net/HTTPServer.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <Poco/Net/SecureServerSocket.h>
#include <Poco/ThreadPool.h>

#include "vienlogs/server/store/keyring.h"
#include "vienlogs/sqlcipher/database.h"

namespace net = Poco::Net;

namespace {

constexpr int threads = 66;

using Text = std::function<std::string()>;

class Handler final : public net::HTTPRequestHandler {
public:
    explicit Handler(const Text& text) : text_(text) {}
    void handleRequest(net::HTTPServerRequest&, net::HTTPServerResponse& response) override {
        const auto text = text_();
        response.setContentType("application/json");
        response.sendBuffer(text.data(), text.size());
    }

private:
    const Text& text_;
};

class Factory final : public net::HTTPRequestHandlerFactory {
public:
    explicit Factory(Text text) : text_(std::move(text)) {}
    net::HTTPRequestHandler* createRequestHandler(const net::HTTPServerRequest&) override {
        return new Handler(text_);
    }

private:
    Text text_;
};

/// The head as JSON, read by a connection that each thread keeps.
std::string readHead(const std::filesystem::path& data) {
    const auto open = [&] {
        const auto key = vienlogs::server::store::Keyring(data / "keyring").rawKey("store.key");
        return vienlogs::sqlcipher::Database::open(data / "server.db", key.value(),
                                                   {.create = false, .cacheKiB = 16 * 1024});
    };
    thread_local const auto database = open();
    auto row = (*database)->prepare(
        "SELECT size,root,at,signature,key_id FROM audit_heads ORDER BY size DESC LIMIT 1");
    if (!row || !row->step().value_or(false))
        return "{}";
    return nlohmann::json{{"size", row->integer(0)},
                          {"root", row->text(1)},
                          {"at", row->integer(2)},
                          {"signature", row->text(3)},
                          {"keyId", row->text(4)}}
        .dump();
}

Text textOf(const std::filesystem::path& source) {
    if (std::filesystem::is_directory(source))
        return [source] { return readHead(source); };
    std::ifstream file(source);
    return [text = std::string{std::istreambuf_iterator<char>(file), {}}] { return text; };
}

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
    const auto socket = listen(argc, argv);
    net::HTTPServerParams::Ptr params = new net::HTTPServerParams;
    params->setMaxThreads(threads);
    params->setMaxKeepAliveRequests(0);
    Poco::ThreadPool pool(threads, threads);
    net::HTTPServer server(new Factory(textOf(argv[1])), pool, socket, params);
    server.start();
    std::cout << socket.address().port() << std::endl;
    int signal = 0;
    sigwait(&ending, &signal);
    server.stopAll(true);
    return 0;
}
