// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "link.h"

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <chrono>

#include <openssl/err.h>
#include <openssl/x509v3.h>

namespace vienlogs::server::syslog {

namespace {

constexpr timeval patience{5, 0};
constexpr auto lastWait = std::chrono::seconds(1);

bool isAddress(const std::string& host) {
    in6_addr ignored{};
    return ::inet_pton(AF_INET, host.c_str(), &ignored) == 1 ||
           ::inet_pton(AF_INET6, host.c_str(), &ignored) == 1;
}

} // namespace

bool Link::connectTo(const addrinfo& address) {
    socket_ = ::socket(address.ai_family, address.ai_socktype | SOCK_CLOEXEC, address.ai_protocol);
    if (socket_ < 0)
        return false;
    // On Linux the time-out of sending is also that of connecting.
    ::setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    if (::connect(socket_, address.ai_addr, address.ai_addrlen) == 0)
        return true;
    close();
    return false;
}

bool Link::secure() {
    context_.reset(SSL_CTX_new(TLS_client_method()));
    auto* context = context_.get();
    if (!context || SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION) != 1 ||
        SSL_CTX_load_verify_locations(context, target_.ca.c_str(), nullptr) != 1)
        return false;
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER, nullptr);
    if (!target_.certificate.empty() &&
        (SSL_CTX_use_certificate_chain_file(context, target_.certificate.c_str()) != 1 ||
         SSL_CTX_use_PrivateKey_file(context, target_.key.c_str(), SSL_FILETYPE_PEM) != 1))
        return false;
    tls_.reset(SSL_new(context));
    auto* wanted = SSL_get0_param(tls_.get());
    const bool named = isAddress(target_.host)
                           ? X509_VERIFY_PARAM_set1_ip_asc(wanted, target_.host.c_str()) == 1
                           : X509_VERIFY_PARAM_set1_host(wanted, target_.host.c_str(), 0) == 1 &&
                                 SSL_set_tlsext_host_name(tls_.get(), target_.host.c_str()) == 1;
    return named && SSL_set_fd(tls_.get(), socket_) == 1 && SSL_connect(tls_.get()) == 1;
}

bool Link::open() {
    addrinfo hints{};
    hints.ai_socktype = target_.transport == Target::Transport::Udp ? SOCK_DGRAM : SOCK_STREAM;
    addrinfo* list = nullptr;
    if (::getaddrinfo(target_.host.c_str(), std::to_string(target_.port).c_str(), &hints, &list) != 0)
        return false;
    for (const auto* one = list; one && socket_ < 0; one = one->ai_next)
        connectTo(*one);
    ::freeaddrinfo(list);
    if (socket_ >= 0 && target_.transport == Target::Transport::Tls && !secure())
        close();
    ERR_clear_error();
    return socket_ >= 0;
}

Link::~Link() {
    if (socket_ >= 0 && target_.transport != Target::Transport::Udp)
        finish();
    close();
}

/// Ends the sending side and reads until the collector ends its own: closed with bytes unread, such as a
/// session ticket of TLS, a connection is reset, and what the collector has not read yet is lost.
void Link::finish() {
    if (tls_)
        SSL_shutdown(tls_.get());
    ::shutdown(socket_, SHUT_WR);
    const auto deadline = std::chrono::steady_clock::now() + lastWait;
    std::array<char, 1024> unread{};
    for (;;) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
            deadline - std::chrono::steady_clock::now());
        pollfd readable{socket_, POLLIN, 0};
        if (left.count() <= 0 || ::poll(&readable, 1, static_cast<int>(left.count())) <= 0 ||
            ::recv(socket_, unread.data(), unread.size(), 0) <= 0)
            return;
    }
}

void Link::close() {
    tls_.reset();
    if (socket_ >= 0)
        ::close(socket_);
    socket_ = -1;
}

/// Whether the collector has hung up, which a write alone would tell one message too late.
bool Link::isLeft() const {
    pollfd asked{socket_, POLLRDHUP, 0};
    return ::poll(&asked, 1, 0) > 0;
}

bool Link::write(const std::string& bytes) {
    std::size_t done = 0;
    while (done < bytes.size()) {
        const auto* from = bytes.data() + done;
        const auto count = tls_ ? SSL_write(tls_.get(), from, static_cast<int>(bytes.size() - done))
                                : ::send(socket_, from, bytes.size() - done, MSG_NOSIGNAL);
        if (count <= 0)
            return false;
        done += static_cast<std::size_t>(count);
    }
    return true;
}

bool Link::send(const std::string& message) {
    const bool isDatagram = target_.transport == Target::Transport::Udp;
    if (!isLeft() && write(isDatagram ? message : std::to_string(message.size()) + " " + message))
        return true;
    ERR_clear_error();
    close();
    return false;
}

} // namespace vienlogs::server::syslog
