// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "line.h"

#include <Poco/Net/IPAddress.h>
#include <Poco/Net/NetException.h>
#include <Poco/Net/StreamSocket.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

namespace vienlogs::server::gateway {

namespace {

using Poco::Net::StreamSocket;

Poco::Timespan leftUntil(Deadline deadline) {
    const auto left =
        std::chrono::duration_cast<std::chrono::microseconds>(deadline - std::chrono::steady_clock::now());
    if (left.count() <= 0)
        throw Poco::TimeoutException();
    return {left.count()};
}

StreamSocket connected(const Endpoint& endpoint, std::chrono::milliseconds connect) {
    StreamSocket socket;
    socket.connect(Poco::Net::SocketAddress(endpoint.host, endpoint.port),
                   Poco::Timespan(std::chrono::duration_cast<std::chrono::microseconds>(connect).count()));
    return socket;
}

class PlainLine final : public Line {
public:
    explicit PlainLine(const StreamSocket& socket) : socket_(socket) {}
    int receive(char* to, int most, Deadline deadline) override {
        socket_.setReceiveTimeout(leftUntil(deadline));
        return std::max(socket_.receiveBytes(to, most), 0);
    }
    void send(const std::string& text, Deadline deadline) override {
        std::size_t sent = 0;
        while (sent < text.size()) {
            socket_.setSendTimeout(leftUntil(deadline));
            const auto count = socket_.sendBytes(text.data() + sent, static_cast<int>(text.size() - sent));
            if (count <= 0)
                throw Poco::TimeoutException();
            sent += static_cast<std::size_t>(count);
        }
    }

private:
    StreamSocket socket_;
};

/// TLS 1.2 or later, the other side's name and certificate checked against the endpoint's authorities only.
class TlsLine final : public Line {
public:
    TlsLine(const Endpoint& endpoint, const StreamSocket& socket, Deadline deadline)
        : socket_(socket), context_(SSL_CTX_new(TLS_client_method()), SSL_CTX_free), tls_(nullptr, SSL_free) {
        if (!context_ || SSL_CTX_set_min_proto_version(context_.get(), TLS1_2_VERSION) != 1 ||
            SSL_CTX_load_verify_file(context_.get(), endpoint.authority.c_str()) != 1)
            throw Untrusted{"file of the authorities"};
        SSL_CTX_set_verify(context_.get(), SSL_VERIFY_PEER, nullptr);
        tls_.reset(SSL_new(context_.get()));
        if (!tls_ || !expect(endpoint.host) || SSL_set_fd(tls_.get(), socket_.impl()->sockfd()) != 1)
            throw Untrusted{"TLS cannot begin"};
        socket_.setBlocking(false);
        again(deadline, [this] { return SSL_connect(tls_.get()); });
    }
    int receive(char* to, int most, Deadline deadline) override {
        return again(deadline, [&] { return SSL_read(tls_.get(), to, most); });
    }
    void send(const std::string& text, Deadline deadline) override {
        if (again(deadline,
                  [&] { return SSL_write(tls_.get(), text.data(), static_cast<int>(text.size())); }) <= 0)
            throw Poco::Net::ConnectionResetException();
    }

private:
    bool expect(const std::string& host) {
        Poco::Net::IPAddress address;
        if (Poco::Net::IPAddress::tryParse(host, address))
            return X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(tls_.get()), host.c_str()) == 1;
        return SSL_set1_host(tls_.get(), host.c_str()) == 1 &&
               SSL_set_tlsext_host_name(tls_.get(), host.c_str()) == 1;
    }
    /// What `work` gives when the socket has let it go on; 0 at the end.
    template<typename Work>
    int again(Deadline deadline, Work work) {
        while (true) {
            ERR_clear_error();
            const int done = work();
            if (done > 0)
                return done;
            const int reason = SSL_get_error(tls_.get(), done);
            const bool reads = reason == SSL_ERROR_WANT_READ;
            if (reason == SSL_ERROR_ZERO_RETURN)
                return 0;
            if (!reads && reason != SSL_ERROR_WANT_WRITE)
                refuse();
            if (!socket_.poll(leftUntil(deadline),
                              reads ? StreamSocket::SELECT_READ : StreamSocket::SELECT_WRITE))
                throw Poco::TimeoutException();
        }
    }
    [[noreturn]] void refuse() {
        const auto verified = SSL_get_verify_result(tls_.get());
        ERR_clear_error();
        if (verified != X509_V_OK)
            throw Untrusted{X509_verify_cert_error_string(verified)};
        throw Poco::Net::ConnectionResetException();
    }

    StreamSocket socket_;
    std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> context_;
    std::unique_ptr<SSL, decltype(&SSL_free)> tls_;
};

} // namespace

std::unique_ptr<Line> openLine(const Endpoint& endpoint, std::chrono::milliseconds longest) {
    const auto socket = connected(endpoint, longest);
    if (endpoint.authority.empty())
        return std::make_unique<PlainLine>(socket);
    return std::make_unique<TlsLine>(endpoint, socket, std::chrono::steady_clock::now() + longest);
}

} // namespace vienlogs::server::gateway
