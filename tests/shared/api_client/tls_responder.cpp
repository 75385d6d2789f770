// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
//
// usage: tls_responder MODE CERTIFICATE KEY CLIENT-AUTHORITY ANSWER-FILE
//
// Listens on 127.0.0.1, prints "port N", and for each request its bytes as base 16 in one line. Modes:
// "answer" (the file's bytes), "hold" (never answers), "drip" (one byte each 50 ms), "endless" (the file,
// then letters without end), "cut" (the file, then closes without a farewell), "plain" (the file without
// TLS), "expire" (the file, but the second request is refused as by a server whose session has ended).
#include <arpa/inet.h>
#include <openssl/ssl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <fstream>
#include <mutex>
#include <string>
#include <thread>

namespace {

std::mutex printing;

void say(const std::string& line) {
    const std::lock_guard lock(printing);
    std::puts(line.c_str());
    std::fflush(stdout);
}

std::string hex(const std::string& bytes) {
    std::string text;
    for (const unsigned char c : bytes) {
        text += "0123456789abcdef"[c >> 4];
        text += "0123456789abcdef"[c & 15];
    }
    return text;
}

/// One connection, with TLS or without.
struct Peer {
    int socket;
    SSL* tls;
    int read(char* to, int size) const {
        return tls ? SSL_read(tls, to, size) : int(::recv(socket, to, size_t(size), 0));
    }
    bool write(const std::string& bytes) const {
        if (!tls)
            return ::send(socket, bytes.data(), bytes.size(), 0) == ssize_t(bytes.size());
        return bytes.empty() || SSL_write(tls, bytes.data(), int(bytes.size())) > 0;
    }
};

std::size_t bodySize(const std::string& head) {
    const auto at = head.find("ontent-Length: ");
    return at == std::string::npos ? 0 : std::stoul(head.substr(at + 15));
}

std::string readRequest(const Peer& peer) {
    std::string request;
    char part[16384];
    for (;;) {
        const auto end = request.find("\r\n\r\n");
        if (end != std::string::npos && request.size() >= end + 4 + bodySize(request.substr(0, end)))
            return request;
        const int got = peer.read(part, sizeof part);
        if (got <= 0)
            return {};
        request.append(part, std::size_t(got));
    }
}

bool respond(const Peer& peer, const std::string& mode, const std::string& answer) {
    if (mode == "hold")
        return ::pause() == 0;
    if (mode == "drip") {
        for (const char c : answer) {
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
            if (!peer.write(std::string(1, c)))
                return false;
        }
        return true;
    }
    static std::atomic<int> requests = 0;
    if (mode == "expire" && ++requests == 2)
        return peer.write("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n");
    if (!peer.write(answer) || mode == "cut")
        return false;
    while (mode == "endless")
        if (!peer.write(std::string(65536, 'x')))
            return false;
    return true;
}

void serve(int socket, SSL_CTX* context, const std::string& mode, const std::string& answer) {
    Peer peer{socket, context ? SSL_new(context) : nullptr};
    if (peer.tls)
        SSL_set_fd(peer.tls, socket);
    if (!peer.tls)
        respond(peer, mode, answer); // a greeting, as a mail server's
    if (!peer.tls || SSL_accept(peer.tls) == 1)
        for (;;) {
            const auto request = readRequest(peer);
            if (request.empty())
                break;
            say(hex(request));
            if (!respond(peer, mode, answer))
                break;
        }
    SSL_free(peer.tls);
    ::close(socket);
}

SSL_CTX* contextFrom(char** argv) {
    SSL_CTX* context = SSL_CTX_new(TLS_server_method());
    SSL_CTX_use_certificate_chain_file(context, argv[2]);
    SSL_CTX_use_PrivateKey_file(context, argv[3], SSL_FILETYPE_PEM);
    SSL_CTX_load_verify_locations(context, argv[4], nullptr);
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, nullptr);
    return context;
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 6)
        return 2;
    std::signal(SIGPIPE, SIG_IGN);
    const std::string mode = argv[1];
    std::ifstream file(argv[5], std::ios::binary);
    const std::string answer{std::istreambuf_iterator<char>(file), {}};
    SSL_CTX* context = mode == "plain" ? nullptr : contextFrom(argv);
    const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (::bind(listener, reinterpret_cast<sockaddr*>(&address), size) != 0 || ::listen(listener, 16) != 0)
        return 1;
    ::getsockname(listener, reinterpret_cast<sockaddr*>(&address), &size);
    say("port " + std::to_string(ntohs(address.sin_port)));
    for (;;) {
        const int socket = ::accept(listener, nullptr, nullptr);
        if (socket >= 0)
            std::thread(serve, socket, context, mode, answer).detach();
    }
}
