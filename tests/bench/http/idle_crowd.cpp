// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "idle_crowd.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <thread>

namespace vienlogs::testkit {

namespace {

int connectTo(const std::string& host, int port) {
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(static_cast<std::uint16_t>(port));
    ::inet_pton(AF_INET, host.c_str(), &to.sin_addr);
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (::connect(socket, reinterpret_cast<sockaddr*>(&to), sizeof to) == 0)
        return socket;
    ::close(socket);
    return -1;
}

} // namespace

IdleCrowd::IdleCrowd(std::string address, const std::filesystem::path& device)
    : address_(std::move(address)) {
    if (device.empty())
        return;
    context_.reset(SSL_CTX_new(TLS_client_method()));
    SSL_CTX_use_certificate_chain_file(context_.get(), (device / "device.pem").c_str());
    SSL_CTX_use_PrivateKey_file(context_.get(), (device / "device.key").c_str(), SSL_FILETYPE_PEM);
    SSL_CTX_set_mode(context_.get(), SSL_MODE_RELEASE_BUFFERS);
}

IdleCrowd::~IdleCrowd() {
    for (const auto& line : lines_)
        ::close(line.socket);
}

int IdleCrowd::connect(int count, const std::string& bytes) {
    const auto colon = address_.rfind(':');
    int good = 0;
    for (int i = 0; i < count; ++i) {
        const int socket = connectTo(address_.substr(0, colon), std::stoi(address_.substr(colon + 1)));
        if (socket < 0)
            continue;
        auto& line = lines_.emplace_back(Line{socket, nullptr});
        if (context_) {
            line.session.reset(SSL_new(context_.get()));
            SSL_set_fd(line.session.get(), socket);
            if (SSL_connect(line.session.get()) != 1)
                continue;
        }
        good += bytes.empty() || send(line, bytes) ? 1 : 0;
    }
    return good;
}

bool IdleCrowd::send(const Line& line, const std::string& bytes) {
    const auto size = static_cast<int>(bytes.size());
    if (line.session)
        return SSL_write(line.session.get(), bytes.data(), size) == size;
    return ::send(line.socket, bytes.data(), bytes.size(), MSG_NOSIGNAL) == size;
}

int IdleCrowd::stillConnected() const {
    return static_cast<int>(std::count_if(lines_.begin(), lines_.end(), [](const auto& line) {
        char byte = 0;
        return ::recv(line.socket, &byte, 1, MSG_PEEK | MSG_DONTWAIT) < 0;
    }));
}

int freePort() {
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    ::bind(socket, reinterpret_cast<sockaddr*>(&address), size);
    ::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size);
    ::close(socket);
    return ntohs(address.sin_port);
}

void waitFor(int port) {
    for (int i = 0; i < 1000; ++i) {
        const int socket = connectTo("127.0.0.1", port);
        if (socket >= 0) {
            ::close(socket);
            return;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
}

} // namespace vienlogs::testkit
